package paper

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// letters lists the people who bring something or find something out, and
// leads to the letter for each of them.
type letters struct {
	d    *Room
	rows *page.Rows
}

// NewLetters lists everyone who can be asked for something.
func NewLetters(d *Room) page.Screen {
	s := &letters{d: d, rows: d.Env.Rows(1)}
	s.refresh()
	return s
}

func (s *letters) refresh() {
	var rows []page.Row
	for _, owner := range export.Owners(s.d.Proc, &s.d.App) {
		rows = append(rows, page.Row{
			Key:   owner,
			Lines: func(w int, focused bool) []string { return []string{s.line(owner, w, focused)} },
			Open:  func() page.Step { return page.Push(newLetter(s.d, owner)) },
		})
	}
	s.rows.Set(rows)
}

// line is a name, and how much is still to come from its owner.
func (s *letters) line(owner string, w int, focused bool) string {
	e, th, n := s.d.Env, s.d.Env.Theme(), 0
	for _, p := range s.d.Words().Ask(&s.d.App, owner, s.d.options()).Parts {
		if !p.How {
			n += len(p.Items)
		}
	}
	return widget.Spread(th.Row(focused).Render(legible.Line(owner)), th.Dim.Render(e.T(locales.UIAskingCount, "Count", n)), w)
}

func (s *letters) Title() string { return s.d.Env.T(locales.UIAskingTitle) }

func (s *letters) Bindings() []page.Binding {
	k := s.d.Env.Keys()
	return append(append(page.Shown(k.Open), s.d.Env.Back()), page.Shown(k.Move)...)
}

func (s *letters) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg.(type) {
	case page.ShownMsg, desk.ChangedMsg:
		s.refresh()
		return s, nil
	}
	step, _ := s.rows.Update(msg)
	return s, step
}

func (s *letters) View(w, h int) page.Drawn {
	th, e := s.d.Env.Theme(), s.d.Env
	w = min(w, 72)
	lines := []string{th.Title.Render(e.T(locales.UIAskingTitle))}
	for _, l := range widget.Wrap(e.T(locales.UIAskingBody), w) {
		lines = append(lines, th.Dim.Render(l))
	}
	lines = append(lines, "")
	return s.rows.Draw(w, h-len(lines)).Under(lines...)
}
