package board

import (
	"maps"
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

// filters is the panel of everything that the board can be narrowed by, with
// how many applications each choice would leave. Choices take effect at once;
// one of each kind at most.
type filters struct {
	h     *home
	tally model.Tally
	rows  []choice
	list  *widget.List
}

// A choice is a value of a facet, and how many applications would be left.
type choice struct {
	facet model.Facet
	value string
	count int
}

// fixed are the values of facets that come in an order of their own.
var fixed = map[model.Facet][]string{
	model.OfTurn: {string(model.Applicant), string(model.Client), string(model.Officials), string(model.Nobody)},
	model.OfDue:  {model.Overdue, model.Within(7), model.Within(30), model.Undated},
}

func newFilters(h *home) *filters {
	s := &filters{h: h}
	s.list = widget.NewList(h.env.Kit, 1, s.row)
	s.list.Header = s.header
	return s
}

func (s *filters) Init() page.Step { return s.count() }

func (s *filters) Title() string { return s.h.env.T(locales.UIFilterTitle) }

func (s *filters) Keys() []key.Binding {
	k := s.h.env.Keys()
	ks := []key.Binding{k.Toggle, k.Move, page.Renamed(k.Next, s.h.env.T(locales.UIFilterNext))}
	if len(s.h.query.Filter) > 0 {
		ks = append(ks, page.Renamed(k.Delete, s.h.env.T(locales.UIFilterClear)))
	}
	return append(ks, page.Renamed(k.Back, s.h.env.T(locales.UIFilterShow)))
}

func (s *filters) count() page.Step {
	q := s.h.query
	q.Today = s.h.env.Today()
	return s.h.env.tally(q)
}

func (s *filters) Update(msg tea.Msg) (page.Screen, page.Step) {
	k, event := s.h.env.Keys(), widget.Ignored
	switch m := msg.(type) {
	case tallyMsg:
		if m.err != nil {
			return s, page.Warn(s.h.env.Fail(m.err))
		}
		if same(m.query, s.h.query) {
			s.tally = m.tally
			s.fill()
		}
		return s, nil
	case tea.MouseClickMsg:
		if event = s.list.Click(m.X, m.Y-actionsHead); event == widget.Moved {
			event = widget.Picked // one click is enough
		}
	case tea.MouseWheelMsg:
		event = s.list.Update(m)
	case tea.KeyPressMsg:
		switch {
		case keys.Is(m, k.Back, k.Filter):
			return s, page.Pop(1)
		case keys.Is(m, k.Delete):
			return s, s.choose(nil)
		case keys.Is(m, k.Next):
			s.leap(1)
		case keys.Is(m, k.Previous):
			s.leap(-1)
		case keys.Is(m, k.Toggle):
			event = widget.Picked
		default:
			event = s.list.Update(m)
		}
	}
	if at := s.list.At(); event == widget.Picked && at >= 0 {
		return s, s.choose(s.h.query.Filter.With(s.rows[at].facet, s.rows[at].value))
	}
	return s, nil
}

// choose narrows the board behind the panel, and counts again.
func (s *filters) choose(f model.Filter) page.Step {
	load := s.h.narrow(f, s.h.query.Search, s.h.query.Sort)
	return page.Steps(load, s.count())
}

// leap goes to the first choice of the next kind, or of this or the one before.
func (s *filters) leap(by int) {
	starts := []int{}
	for i := range s.rows {
		if s.header(i) != "" {
			starts = append(starts, i)
		}
	}
	at := s.list.At()
	if by < 0 {
		slices.Reverse(starts)
	}
	for _, i := range starts {
		if by > 0 && i > at || by < 0 && i < at {
			s.list.Select(i)
			return
		}
	}
}

// fill lists the choices: those that would leave something, and those made.
func (s *filters) fill() {
	var at choice
	if i := s.list.At(); i >= 0 {
		at = s.rows[i]
	}
	s.rows = nil
	for _, facet := range model.Facets {
		s.rows = append(s.rows, s.choices(facet)...)
	}
	s.list.SetCount(len(s.rows))
	for i, r := range s.rows {
		if r.facet == at.facet && r.value == at.value {
			s.list.Select(i)
		}
	}
}

func (s *filters) choices(facet model.Facet) []choice {
	n := s.tally[facet]
	values := fixed[facet]
	if values == nil {
		values = slices.SortedFunc(maps.Keys(n), func(a, b string) int {
			if n[a] != n[b] {
				return n[b] - n[a]
			}
			return strings.Compare(a, b)
		})
	}
	chosen, narrowed := s.h.query.Filter[facet]
	if narrowed && !slices.Contains(values, chosen) {
		values = append(slices.Clip(values), chosen)
	}
	var out []choice
	for _, v := range values {
		if n[v] > 0 || narrowed && v == chosen {
			out = append(out, choice{facet, v, n[v]})
		}
	}
	if len(out) == 1 && out[0].value == "" && !narrowed {
		return nil // nobody responsible anywhere, no tag at all: nothing to choose
	}
	return out
}

func (s *filters) header(i int) string {
	if i >= len(s.rows) || i > 0 && s.rows[i-1].facet == s.rows[i].facet {
		return ""
	}
	return s.h.env.T(locales.ID("ui.filter." + string(s.rows[i].facet)))
}

func (s *filters) row(i, w int, focused bool) []string {
	if i >= len(s.rows) {
		return nil
	}
	r, th := s.rows[i], s.h.env.Theme()
	style, box := th.Text, th.Mark.Off
	if focused {
		style = th.Selected
	}
	if v, ok := s.h.query.Filter[r.facet]; ok && v == r.value {
		box = th.Mark.On
	}
	label := style.Render(box + " " + s.h.facetText(r.facet, r.value))
	return []string{widget.Spread(label, th.Dim.Render(s.h.env.P.Number(int64(r.count))), w)}
}

func (s *filters) View(w, h int) (string, *tea.Cursor) {
	e := s.h.env
	head := widget.Spread(strings.Join(s.h.chips(), " "), e.Theme().Label.Render(e.T(locales.UIBoardFound, "Count", s.h.total)), w)
	text, _ := s.list.View(min(w, 60), max(1, h-actionsHead))
	return head + "\n\n" + text, nil
}
