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

// views lists the ways to look at the board: those that come with the program,
// those that the person has named, and the two places where applications are
// put away.
type views struct {
	h     *home
	saved []model.View
	rows  []lookout
	list  *widget.List
}

// A lookout is a row of views.
type lookout struct {
	label string     // of the person's own
	id    locales.ID // of any other
	view  model.View
	shelf *model.Query // a place apart
	count int          // what is there
}

// builtinViews come with the program.
var builtinViews = []lookout{
	{id: locales.UIViewsAll, view: model.View{Sort: model.ByDue}},
	{id: locales.UIViewsMine, view: model.View{Filter: model.Filter{model.OfTurn: string(model.Applicant)}, Sort: model.ByDue}},
	{id: locales.UIViewsAuthority, view: model.View{Filter: model.Filter{model.OfTurn: string(model.Officials)}, Sort: model.ByDue}},
	{id: locales.UIViewsDue, view: model.View{Filter: model.Filter{model.OfDue: model.Within(30)}, Sort: model.ByDue}},
}

func newViews(h *home) *views {
	s := &views{h: h}
	s.list = widget.NewList(h.env.Kit, 1, s.row)
	s.fill()
	return s
}

func (s *views) Init() page.Step { return s.h.env.views() }

func (s *views) Title() string { return s.h.env.T(locales.UIViewsTitle) }

func (s *views) Keys() []key.Binding {
	k := s.h.env.Keys()
	ks := []key.Binding{k.Choose, k.Back, k.Move}
	if s.h.narrowed() {
		ks = append(ks, page.Renamed(k.New, s.h.env.T(locales.UIViewsSave)))
	}
	if s.own() {
		ks = append(ks, k.Remove)
	}
	return ks
}

// own reports whether the view in focus is one of the person's.
func (s *views) own() bool { return s.list.At() >= 0 && s.rows[s.list.At()].label != "" }

func (s *views) fill() {
	s.rows = slices.Clone(builtinViews)
	for _, v := range s.saved {
		s.rows = append(s.rows, lookout{label: v.Name, view: v})
	}
	s.rows = append(s.rows,
		lookout{id: locales.UIViewsArchive, shelf: &model.Query{Archived: true, Sort: model.ByUpdated}, count: s.h.totals.Archived},
		lookout{id: locales.UIViewsTrash, shelf: &model.Query{Trash: true, Sort: model.ByUpdated}, count: s.h.totals.Trash})
	s.list.SetCount(len(s.rows))
}

func (s *views) Update(msg tea.Msg) (page.Screen, page.Step) {
	k, event := s.h.env.Keys(), widget.Ignored
	switch m := msg.(type) {
	case viewsMsg:
		if m.err != nil {
			return s, page.Warn(s.h.env.Fail(m.err))
		}
		s.saved = m.views
		s.fill()
	case page.ShownMsg:
		s.fill()
	case tea.MouseClickMsg:
		event = s.list.Click(m.X, m.Y)
	case tea.MouseWheelMsg:
		event = s.list.Update(m)
	case tea.KeyPressMsg:
		switch {
		case keys.Is(m, k.Back, k.Views):
			return s, page.Pop(1)
		case keys.Is(m, k.New) && !s.h.narrowed():
			return s, page.Warn(s.h.env.T(locales.UIViewsNothing))
		case keys.Is(m, k.New):
			return s, page.Push(newViewName(s))
		case keys.Is(m, k.Remove) && s.own():
			return s, page.Push(s.removal(s.rows[s.list.At()].view))
		}
		event = s.list.Update(m)
	}
	if at := s.list.At(); event == widget.Picked && at >= 0 {
		return s, s.apply(s.rows[at])
	}
	return s, nil
}

// apply shows the board as the view has it, or the place apart.
func (s *views) apply(r lookout) page.Step {
	if r.shelf != nil {
		return page.Push(newPutAway(s.h, *r.shelf))
	}
	s.h.finding = false
	s.h.search.SetValue(r.view.Search)
	sort := r.view.Sort
	if !slices.Contains(orders, sort) {
		sort = model.ByDue
	}
	return page.Steps(page.Pop(1), s.h.narrow(r.view.Filter, r.view.Search, sort))
}

func (s *views) removal(v model.View) page.Screen {
	e := s.h.env
	title := func() string { return e.T(locales.UIViewsRemove, "Name", e.Kit.Legible(v.Name)) }
	body := func(w int) []string { return widget.Wrap(e.T(locales.UIViewsRemoveBody), w) }
	return e.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}, func() page.Step {
		left := slices.DeleteFunc(slices.Clone(s.saved), func(o model.View) bool { return o.Name == v.Name })
		return page.Steps(page.Pop(1), e.keepViews(left))
	})
}

// about says what a view narrows by.
func (s *views) about(v model.View) string {
	var parts []string
	if v.Search != "" {
		parts = append(parts, s.h.env.T(locales.UIHomeSearch)+" "+s.h.env.Kit.Legible(v.Search))
	}
	for _, facet := range model.Facets {
		if value, ok := v.Filter[facet]; ok {
			parts = append(parts, s.h.facetText(facet, value))
		}
	}
	return strings.Join(parts, " · ")
}

func (s *views) row(i, w int, focused bool) []string {
	if i >= len(s.rows) {
		return nil
	}
	r, e, th := s.rows[i], s.h.env, s.h.env.Theme()
	style, label := th.Text, e.Kit.Legible(r.label)
	if focused {
		style = th.Selected
	}
	if r.id != "" {
		label = e.T(r.id)
	}
	right := ""
	switch {
	case r.shelf != nil:
		right = e.P.Number(int64(r.count))
	case r.label != "":
		right = s.about(r.view)
	}
	return []string{widget.Spread(style.Render(label), th.Dim.Render(right), w)}
}

func (s *views) View(w, h int) (string, *tea.Cursor) { return s.list.View(min(w, 96), h) }
