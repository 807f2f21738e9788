package board

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// viewName asks what the present filter, search and order are called.
type viewName struct {
	s    *views
	in   *page.Input
	form *widget.Form
}

func newViewName(s *views) page.Screen {
	n := &viewName{s: s, in: s.h.env.Input(model.Field{Kind: model.FreeText}, nil, nil)}
	n.form = widget.NewForm(s.h.env.Kit, func(int) widget.Caption {
		note, tone := n.in.Note(nil, s.about(n.view()))
		return widget.Caption{Label: s.h.env.T(locales.UIViewsName), Note: note, Tone: tone}
	}, n.in.Widget)
	return n
}

func (n *viewName) Typing() bool { return true }

func (n *viewName) Title() string { return n.s.h.env.T(locales.UIViewsSave) }

func (n *viewName) Keys() []key.Binding {
	k := n.s.h.env.Keys().When(true)
	return []key.Binding{k.Continue, k.Back}
}

// view is what is going to be kept.
func (n *viewName) view() model.View {
	q := n.s.h.query
	return model.View{Name: strings.TrimSpace(n.in.Get()), Filter: q.Filter, Search: q.Search, Sort: q.Sort}
}

func (n *viewName) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, n.s.h.env.Keys().Back) {
		return n, page.Pop(1)
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
		n.in.Changed()
	case widget.Picked:
		return n, n.keep()
	}
	return n, nil
}

// keep saves the view, in the place of one of the same name.
func (n *viewName) keep() page.Step {
	v, e := n.view(), n.s.h.env
	if v.Name == "" {
		n.in.Problem = e.T(locales.UIViewsNameEmpty)
		return nil
	}
	saved := slices.Clone(n.s.saved)
	if i := slices.IndexFunc(saved, func(o model.View) bool { return o.Name == v.Name }); i >= 0 {
		saved[i] = v
	} else {
		saved = append(saved, v)
	}
	return page.Steps(page.Pop(1), e.keepViews(saved), page.Notice(e.T(locales.UIViewsSaved, "Name", e.Kit.Legible(v.Name))))
}

func (n *viewName) View(w, h int) (string, *tea.Cursor) { return n.form.View(min(w, 72), h) }
