package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// viewName asks what the present filter, search and order are called.
type viewName struct {
	s    *views
	in   *input
	form *widget.Form
}

func newViewName(s *views) screen {
	n := &viewName{s: s, in: s.h.env.input(model.Field{Kind: model.FreeText}, nil, nil)}
	n.form = widget.NewForm(s.h.env.kit, func(int) widget.Caption {
		note, tone := n.in.note(nil, s.about(n.view()))
		return widget.Caption{Label: s.h.env.t(locales.UIViewsName), Note: note, Tone: tone}
	}, n.in.Widget)
	return n
}

func (n *viewName) Typing() bool  { return true }
func (n *viewName) Title() string { return n.s.h.env.t(locales.UIViewsSave) }
func (n *viewName) Keys() []key.Binding {
	k := n.s.h.env.keys().When(true)
	return []key.Binding{k.Continue, k.Back}
}

// view is what is going to be kept.
func (n *viewName) view() model.View {
	q := n.s.h.query
	return model.View{Name: strings.TrimSpace(n.in.get()), Filter: q.Filter, Search: q.Search, Sort: q.Sort}
}

func (n *viewName) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, n.s.h.env.keys().Back) {
		return n, pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		event = n.form.Click(m.X, m.Y)
	case tea.KeyPressMsg, tea.PasteMsg:
		event = n.form.Update(m)
	}
	switch event {
	case widget.Changed:
		n.in.changed()
	case widget.Picked:
		return n, n.keep()
	}
	return n, nil
}

// keep saves the view, in the place of one of the same name.
func (n *viewName) keep() Step {
	v, e := n.view(), n.s.h.env
	if v.Name == "" {
		n.in.problem = e.t(locales.UIViewsNameEmpty)
		return nil
	}
	saved := slices.Clone(n.s.saved)
	if i := slices.IndexFunc(saved, func(o model.View) bool { return o.Name == v.Name }); i >= 0 {
		saved[i] = v
	} else {
		saved = append(saved, v)
	}
	return Steps(pop(1), e.keepViews(saved), notice(e.t(locales.UIViewsSaved, "Name", e.kit.Legible(v.Name))))
}

func (n *viewName) View(w, h int) (string, *tea.Cursor) { return n.form.View(min(w, 72), h) }
