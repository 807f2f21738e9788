package board

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// views lists the ways to look at the board: the views that come with the
// program, the saved ones, and the archive and the trash.
type views struct {
	h     *home
	saved map[string]model.View // by the keys of their rows
	rows  *page.Rows
}

// builtinViews come with the program.
var builtinViews = []struct {
	title locales.ID
	view  model.View
}{
	{locales.UIViewsAll, model.View{Sort: model.ByDue}},
	{locales.UIViewsMine, model.View{Filter: model.Filter{model.OfTurn: string(model.Applicant)}, Sort: model.ByDue}},
	{locales.UIViewsAuthority, model.View{Filter: model.Filter{model.OfTurn: string(model.Officials)}, Sort: model.ByDue}},
	{locales.UIViewsDue, model.View{Filter: model.Filter{model.OfDue: model.Within(30)}, Sort: model.ByDue}},
}

func newViews(h *home) *views {
	s := &views{h: h, rows: h.env.Rows(1)}
	s.list(nil)
	return s
}

func (s *views) Init() page.Step { return s.h.env.views() }

func (s *views) Title() string { return s.h.env.T(locales.UIViewsTitle) }

func (s *views) Bindings() []page.Binding {
	k, e, narrowed := s.h.env.Keys(), s.h.env, s.h.narrowed()
	save := page.On(k.New, func() page.Step { return page.Push(newViewName(s.h)) }).As(e.T(locales.UIViewsSave))
	remove := page.On(k.Remove, s.remove)
	_, own := s.saved[s.rows.Key()]
	remove.SetEnabled(own)
	return slices.Concat(
		menuBindings(e),
		helpIf(narrowed, save.If(narrowed, e.T(locales.UIViewsNothing))),
		[]page.Binding{remove, page.On(k.Views, func() page.Step { return page.Leave(s) }).Hide()},
	)
}

func (s *views) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(viewsMsg); ok {
		if m.err != nil {
			return s, page.Warn(s.h.env.Fail(m.err))
		}
		s.list(m.views)
		return s, nil
	}
	step, _ := s.rows.Update(msg)
	return s, step
}

// list shows the rows of all views, with the saved ones that there are.
func (s *views) list(saved []model.View) {
	s.saved = make(map[string]model.View, len(saved))
	e := s.h.env
	var rows []page.Row
	for _, b := range builtinViews {
		title := func() string { return e.T(b.title) }
		rows = append(rows, s.row(string(b.title), title, func() string { return "" }, func() page.Step { return s.show(b.view) }))
	}
	for _, v := range saved {
		key := "saved " + v.Name
		s.saved[key] = v
		title := func() string { return e.Kit.Legible(v.Name) }
		rows = append(rows, s.row(key, title, func() string { return s.h.viewText(v) }, func() page.Step { return s.show(v) }))
	}
	rows = append(rows,
		s.shelfRow(locales.UIViewsArchive, model.Query{Archived: true, Sort: model.ByUpdated}, func() int { return s.h.totals.Archived }),
		s.shelfRow(locales.UIViewsTrash, model.Query{Trash: true, Sort: model.ByUpdated}, func() int { return s.h.totals.Trash }))
	s.rows.Set(rows)
}

// shelfRow leads to the archive or the trash, and says how many applications
// are there.
func (s *views) shelfRow(id locales.ID, q model.Query, count func() int) page.Row {
	e := s.h.env
	title := func() string { return e.T(id) }
	about := func() string { return e.P.Number(int64(count())) }
	return s.row(string(id), title, about, func() page.Step { return page.Push(newShelf(e, q)) })
}

// row has a title on its left, and on its right what is in the view.
func (s *views) row(key string, title, about func() string, open func() page.Step) page.Row {
	return page.Row{Key: key, Open: open, Lines: func(w int, focused bool) []string {
		th := s.h.env.Theme()
		style := th.Text
		if focused {
			style = th.Selected
		}
		return []string{widget.Spread(style.Render(title()), th.Dim.Render(about()), w)}
	}}
}

// show shows the board as a view has it.
func (s *views) show(v model.View) page.Step { return page.Steps(page.Leave(s), s.h.show(v)) }

// remove asks before the saved view in focus is removed.
func (s *views) remove() page.Step {
	v, e := s.saved[s.rows.Key()], s.h.env
	title := func() string { return e.T(locales.UIViewsRemove, "Name", e.Kit.Legible(v.Name)) }
	body := func(w int) []string { return widget.Wrap(e.T(locales.UIViewsRemoveBody), w) }
	return page.Push(e.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}, func() page.Step {
		return page.Steps(page.Pop(), e.removeView(v.Name))
	}))
}

func (s *views) View(w, h int) page.Drawn { return s.rows.Draw(min(w, 96), h) }
