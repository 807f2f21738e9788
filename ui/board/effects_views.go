package board

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// A viewsMsg brings the saved views, after a change of them or without one.
type viewsMsg struct {
	views []model.View
	saved string // the name of the view that was saved; "" for none
	err   error
}

// views reads the saved views.
func (e *Room) views() page.Step {
	return page.Effect(func() tea.Msg {
		vs, err := e.Store.Views()
		return viewsMsg{views: vs, err: err}
	})
}

// saveView saves a view, in the place of one of the same name.
func (e *Room) saveView(v model.View) page.Step {
	return e.editViews(v.Name, func(vs []model.View) []model.View {
		if i := slices.IndexFunc(vs, func(o model.View) bool { return o.Name == v.Name }); i >= 0 {
			vs[i] = v
			return vs
		}
		return append(vs, v)
	})
}

// removeView removes the view of a name.
func (e *Room) removeView(name string) page.Step {
	return e.editViews("", func(vs []model.View) []model.View {
		return slices.DeleteFunc(vs, func(o model.View) bool { return o.Name == name })
	})
}

// editViews changes the views that the store has, and not those that a screen
// has: where reading them failed, or has not come back, none is lost.
func (e *Room) editViews(saved string, edit func([]model.View) []model.View) page.Step {
	return page.Effect(func() tea.Msg {
		vs, err := e.Store.Views()
		if err == nil {
			vs = edit(slices.Clone(vs))
			err = e.Store.KeepViews(vs)
		}
		return viewsMsg{vs, saved, err}
	})
}
