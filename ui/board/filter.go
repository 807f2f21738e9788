package board

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// filters is the panel of everything that the board can be filtered by, with
// how many applications each choice would leave. Choices take effect at once;
// there is one of each facet at most.
type filters struct {
	h      *home
	tally  model.Tally
	rows   *page.Rows
	starts []int // where the choices of a facet begin
}

func newFilters(h *home) *filters {
	s := &filters{h: h, rows: h.env.Rows(1)}
	return s
}

func (s *filters) Init() page.Step { return s.h.choices() }

func (s *filters) Title() string { return s.h.env.T(locales.UIFilterTitle) }

func (s *filters) Bindings() []page.Binding {
	k, e := s.h.env.Keys(), s.h.env
	leave := func() page.Step { return page.Leave(s) }
	return slices.Concat(
		[]page.Binding{page.On(k.Toggle, s.toggle), {Binding: k.Move}, page.On(k.Next, s.next).As(e.T(locales.UIFilterNext))},
		helpIf(len(s.h.query.Filter) > 0, page.On(k.Delete, func() page.Step { return s.choose(nil) }).As(e.T(locales.UIFilterClear))),
		[]page.Binding{page.On(k.Back, leave).As(e.T(locales.UIFilterShow)), page.On(k.Filter, leave).Hide(), page.On(k.Previous, s.previous).Hide()},
	)
}

func (s *filters) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch m := msg.(type) {
	case tallyMsg:
		return s, s.counted(m)
	case widget.ClickMsg:
		step, moved := s.rows.Update(m)
		if moved { // one click is enough
			step = s.toggle()
		}
		return s, step
	}
	step, _ := s.rows.Update(msg)
	return s, step
}

// counted lists the choices of a reply. A reply to an earlier query is ignored.
func (s *filters) counted(msg tallyMsg) page.Step {
	switch {
	case msg.err != nil:
		return page.Warn(s.h.env.Fail(msg.err))
	case !same(msg.query, s.h.query):
		return nil
	}
	s.tally = msg.tally
	s.starts = nil
	var rows []page.Row
	for _, facet := range model.Facets {
		values := s.values(facet)
		if len(values) > 0 {
			s.starts = append(s.starts, len(rows))
		}
		for _, value := range values {
			rows = append(rows, s.row(facet, value))
		}
	}
	s.rows.Set(rows)
	return nil
}

// toggle makes the choice in focus, or takes it back.
func (s *filters) toggle() page.Step {
	if row, ok := s.rows.At(); ok {
		return row.Open()
	}
	return nil
}

// choose filters the board behind the panel, and counts again.
func (s *filters) choose(f model.Filter) page.Step {
	return page.Steps(s.h.filter(f), s.h.choices())
}

// next puts the first choice of the next facet in focus.
func (s *filters) next() page.Step {
	for _, i := range s.starts {
		if i > s.rows.Index() {
			s.rows.Select(i)
			break
		}
	}
	return nil
}

// previous puts the first choice of a facet in focus: of this one, or where the
// focus is there already, of the one before it.
func (s *filters) previous() page.Step {
	for _, i := range slices.Backward(s.starts) {
		if i < s.rows.Index() {
			s.rows.Select(i)
			break
		}
	}
	return nil
}

// fixed are the values of facets that come in an order of their own.
var fixed = map[model.Facet][]string{
	model.OfTurn: {string(model.Applicant), string(model.Client), string(model.Officials), string(model.Nobody)},
	model.OfDue:  {model.Overdue, model.Within(7), model.Within(30), model.Undated},
}

// values lists the values of a facet that would leave something, and the chosen
// one. Where "none" is the only one there is nothing to choose.
func (s *filters) values(facet model.Facet) []string {
	n := s.tally[facet]
	values := slices.Clone(fixed[facet])
	if values == nil {
		values = slices.SortedFunc(maps.Keys(n), func(a, b string) int {
			if n[a] != n[b] {
				return n[b] - n[a]
			}
			return strings.Compare(a, b)
		})
	}
	chosen, filtered := s.h.query.Filter[facet]
	if filtered && !slices.Contains(values, chosen) {
		values = append(values, chosen)
	}
	values = slices.DeleteFunc(values, func(v string) bool { return n[v] == 0 && !(filtered && v == chosen) })
	if len(values) == 1 && values[0] == "" && !filtered {
		return nil
	}
	return values
}

func (s *filters) row(facet model.Facet, value string) page.Row {
	choose := func() page.Step { return s.choose(s.h.query.Filter.With(facet, value)) }
	count := int64(s.tally[facet][value])
	heading := func() string { return s.h.env.T(locales.ID("ui.filter." + string(facet))) }
	return page.Row{Key: string(facet) + " " + value, Group: heading, Open: choose, Lines: func(w int, focused bool) []string {
		th := s.h.env.Theme()
		style, box := th.Text, th.Mark.Off
		if focused {
			style = th.Selected
		}
		if v, ok := s.h.query.Filter[facet]; ok && v == value {
			box = th.Mark.On
		}
		label := style.Render(box + " " + s.h.facetText(facet, value))
		return []string{widget.Spread(label, th.Dim.Render(s.h.env.P.Number(count)), w)}
	}}
}

func (s *filters) View(w, h int) page.Drawn {
	e := s.h.env
	head := widget.Spread(strings.Join(s.h.chips(), " "), e.Theme().Label.Render(e.T(locales.UIBoardFound, "Count", s.h.total)), w)
	return s.rows.Draw(min(w, 60), h-actionsHead).Under(head, "")
}
