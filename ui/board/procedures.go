package board

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// procedures is the choice of what a new application is about.
type procedures struct {
	env  *Room
	all  []*model.Procedure
	list *widget.List
}

func newProcedures(e *Room) *procedures {
	s := &procedures{env: e, all: slices.Clone(e.Procedures.All())}
	// What most applications are about comes first.
	slices.SortStableFunc(s.all, func(a, b *model.Procedure) int {
		switch {
		case a.ID == callCenter && b.ID != callCenter:
			return -1
		case b.ID == callCenter && a.ID != callCenter:
			return 1
		}
		return 0
	})
	s.list = widget.NewList(e.Kit, 3, s.row)
	s.list.SetCount(len(s.all))
	return s
}

func (s *procedures) Title() string { return s.env.T(locales.UIProceduresTitle) }

func (s *procedures) Keys() []key.Binding {
	k := s.env.Keys()
	return []key.Binding{k.Choose, k.Back, k.Move}
}

func (s *procedures) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, s.env.Keys().Back) {
		return s, page.Pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		event = s.list.Click(m.X, m.Y)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.list.Update(m)
	}
	if i := s.list.At(); event == widget.Picked && i >= 0 && i < len(s.all) {
		return s, page.Replace(newIntro(s.env, s.all[i].ID), 2) // this and the page before it
	}
	return s, nil
}

// row is a procedure, and whom it is for.
func (s *procedures) row(i, w int, focused bool) []string {
	if i >= len(s.all) {
		return nil
	}
	th, id := s.env.Theme(), string(s.all[i].ID)
	words, style := s.env.Words(s.all[i]), th.Text
	if focused {
		style = th.Selected
	}
	about := widget.Cut(words.Part("procedure", id, "for"), w)
	return []string{style.Render(words.Title("procedure", id)), th.Dim.Render(about), ""}
}

func (s *procedures) View(w, h int) (string, *tea.Cursor) { return s.list.View(w, h) }
