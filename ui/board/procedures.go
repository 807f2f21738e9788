package board

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// procedures lists what a new application can be for.
type procedures struct {
	env  *Room
	from *intro // gives way to the introduction of what is chosen
	rows *page.Rows
}

func newProcedures(e *Room, from *intro) *procedures {
	s := &procedures{env: e, from: from, rows: e.Rows(3)}
	var first, others []page.Row
	for _, p := range e.Procedures.All() {
		if p.ID == model.CallCenter {
			first = append(first, s.row(p))
		} else {
			others = append(others, s.row(p))
		}
	}
	s.rows.Set(slices.Concat(first, others))
	return s
}

// row is a procedure and whom it is for.
func (s *procedures) row(p *model.Procedure) page.Row {
	id := string(p.ID)
	return page.Row{
		Key:  id,
		Open: func() page.Step { return page.Instead(s.from, newIntro(s.env, p.ID)) },
		Lines: func(w int, focused bool) []string {
			words, th := s.env.Words(p), s.env.Theme()
			style := th.Text
			if focused {
				style = th.Selected
			}
			about := widget.Cut(words.Part("procedure", id, "for"), w)
			return []string{style.Render(words.Title("procedure", id)), th.Dim.Render(about), ""}
		},
	}
}

func (s *procedures) Title() string { return s.env.T(locales.UIProceduresTitle) }

func (s *procedures) Bindings() []page.Binding { return menuBindings(s.env) }

func (s *procedures) Update(msg tea.Msg) (page.Screen, page.Step) {
	step, _ := s.rows.Update(msg)
	return s, step
}

func (s *procedures) View(w, h int) page.Drawn { return s.rows.Draw(w, h) }
