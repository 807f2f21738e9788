package board

import (
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// actions is the menu of what can be done with the selected applications.
type actions struct {
	env  *Room
	to   targets
	rows *page.Rows
}

func newActions(e *Room, to targets) *actions {
	s := &actions{env: e, to: to, rows: e.Rows(1)}
	one := locales.ID("")
	if len(to.ids) > 1 {
		one = locales.UIBoardOnlyOne
	}
	// A screen takes the place of the menu, so it leaves for the board.
	opens := func(screen func() page.Screen) func() page.Step {
		return func() page.Step { return page.Instead(s, screen()) }
	}
	s.rows.Set([]page.Row{
		s.row(locales.UIBoardExport, "", opens(func() page.Screen { return newExportMany(e, to.ids) })),
		s.row(locales.UIBoardTag, "", opens(func() page.Screen { return newTagging(e, to) })),
		s.row(locales.UIBoardAssign, "", opens(func() page.Screen { return newAssigning(e, to) })),
		s.row(locales.UIBoardArchive, "", s.archive),
		s.row(locales.UIBoardTrash, "", opens(func() page.Screen { return newDeletion(e, to) })),
		s.row(locales.UIBoardClone, one, opens(func() page.Screen { return newClone(e, to) })),
	})
	return s
}

// row is an action. One that cannot be done says why, beside its name and when
// it is tried.
func (s *actions) row(label, why locales.ID, do func() page.Step) page.Row {
	e := s.env
	if why != "" {
		do = func() page.Step { return page.Warn(e.T(why)) }
	}
	return page.Row{Key: string(label), Open: do, Lines: func(w int, focused bool) []string {
		th := e.Theme()
		switch {
		case why != "":
			return []string{th.Dim.Render(widget.Cut(e.T(label)+" · "+e.T(why), w))}
		case focused:
			return []string{th.Selected.Render(e.T(label))}
		}
		return []string{th.Text.Render(e.T(label))}
	}}
}

func (s *actions) Title() string { return s.env.T(locales.UIBoardActions) }

func (s *actions) Bindings() []page.Binding { return menuBindings(s.env) }

func (s *actions) Update(msg tea.Msg) (page.Screen, page.Step) {
	step, _ := s.rows.Update(msg)
	return s, step
}

// archive needs no confirmation: Undo brings everything back.
func (s *actions) archive() page.Step {
	now := s.env.Now()
	archive := func(a *model.Application) error {
		a.Archive(now)
		return nil
	}
	return page.Steps(page.Leave(s), s.env.change(s.to.ids, locales.UIBoardArchived, &reversal{ids: s.to.ids}, archive))
}

// actionsHead is the number of lines above the list or form of a screen that
// begins with what it is about.
const actionsHead = 2

func (s *actions) View(w, h int) page.Drawn {
	th := s.env.Theme()
	var names []string
	if len(s.to.ids) > 1 {
		for _, l := range s.env.names(s.to, w) {
			names = append(names, th.Dim.Render(l))
		}
	}
	menu := s.rows.Draw(min(w, 96), min(s.rows.Len(), h-actionsHead))
	return menu.Under(th.Title.Render(widget.Cut(s.env.naming(s.to), w)), "").Over("").Over(names...)
}

// newDeletion asks before applications go into the trash, and names them.
func newDeletion(e *Room, to targets) page.Screen {
	title := func() string {
		if to.one.ID == "" {
			return e.T(locales.UIBoardDelete, "Count", len(to.ids))
		}
		return e.T(locales.UIHomeDelete, "Title", titleOf(to.one))
	}
	body := func(w int) []string {
		lines := widget.Wrap(e.T(locales.UIHomeDeleteBody), w)
		if to.one.ID == "" {
			lines = append(append(lines, ""), e.names(to, w)...)
		}
		return lines
	}
	return e.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonTrash}, func() page.Step {
		return page.Steps(page.Pop(), e.trash(to.ids))
	})
}

// newClone asks before an application is copied for the same client, and says
// what the copy has.
func newClone(e *Room, to targets) page.Screen {
	title := func() string { return e.T(locales.UIBoardCloneTitle, "Title", e.naming(to)) }
	body := func(w int) []string { return widget.Wrap(e.T(locales.UIBoardCloneBody), w) }
	return e.Confirm(title, body, 1, []locales.ID{locales.UIBoardCloneNo, locales.UIBoardCloneBegin}, func() page.Step {
		return page.Steps(page.Pop(), page.Expect(), e.clone(to.ids[0]))
	})
}
