package board

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// actions is the menu of what can be done with what is selected.
type actions struct {
	h    *home
	to   targets
	rows []action
	list *widget.List
}

// An action that is disabled says why.
type action struct {
	label locales.ID
	why   locales.ID // it cannot be done; "" if it can
	do    func() page.Step
}

func newActions(h *home) *actions {
	s := &actions{h: h, to: h.targets()}
	one := locales.ID("")
	if len(s.to.ids) > 1 {
		one = locales.UIBoardOnlyOne
	}
	// What takes the place of the menu leaves for the board when it is done.
	with := func(sc func() page.Screen) func() page.Step {
		return func() page.Step { return page.Replace(sc(), 1) }
	}
	s.rows = []action{
		{locales.UIBoardExport, "", with(func() page.Screen { return newExportMany(h.env, s.to.ids) })},
		{locales.UIBoardTag, "", with(func() page.Screen { return newTagging(h, s.to) })},
		{locales.UIBoardAssign, "", with(func() page.Screen { return newAssigning(h, s.to) })},
		{locales.UIBoardArchive, "", s.archive},
		{locales.UIBoardTrash, "", with(func() page.Screen { return h.deletion(s.to) })},
		{locales.UIBoardClone, one, with(func() page.Screen { return newClone(h, s.to) })},
	}
	s.list = widget.NewList(h.env.Kit, 1, s.row)
	s.list.SetCount(len(s.rows))
	return s
}

func (s *actions) Title() string { return s.h.env.T(locales.UIBoardActions) }

func (s *actions) Keys() []key.Binding {
	k := s.h.env.Keys()
	return []key.Binding{k.Choose, k.Back, k.Move}
}

func (s *actions) Update(msg tea.Msg) (page.Screen, page.Step) {
	event := widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		event = s.list.Click(m.X, m.Y-actionsHead)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		if keys.Is(m, s.h.env.Keys().Back) {
			return s, page.Pop(1)
		}
		event = s.list.Update(m)
	}
	if event != widget.Picked {
		return s, nil
	}
	a := s.rows[s.list.At()]
	if a.why != "" {
		return s, page.Warn(s.h.env.T(a.why))
	}
	return s, a.do()
}

// archive needs no question: u brings everything back.
func (s *actions) archive() page.Step {
	now := s.h.env.Now()
	archive := func(a *model.Application) error {
		a.Archive(now)
		return nil
	}
	return page.Steps(page.Pop(1), s.h.env.change(s.to.ids, locales.UIBoardArchived, &takeBack{ids: s.to.ids}, archive))
}

func (s *actions) row(i, w int, focused bool) []string {
	a, th := s.rows[i], s.h.env.Theme()
	style := th.Text
	switch {
	case a.why != "":
		return []string{th.Dim.Render(widget.Cut(s.h.env.T(a.label)+" · "+s.h.env.T(a.why), w))}
	case focused:
		style = th.Selected
	}
	return []string{style.Render(s.h.env.T(a.label))}
}

// actionsHead is the number of lines above the menu.
const actionsHead = 2

func (s *actions) View(w, h int) (string, *tea.Cursor) {
	th := s.h.env.Theme()
	head := th.Title.Render(widget.Cut(s.h.naming(s.to), w))
	menu, _ := s.list.View(min(w, 96), min(len(s.rows), h-actionsHead))
	lines := []string{head, "", menu, ""}
	if len(s.to.ids) > 1 {
		for _, l := range s.h.names(s.to, w) {
			lines = append(lines, th.Dim.Render(l))
		}
	}
	return strings.Join(lines, "\n"), nil
}

// deletion asks before anything goes into the trash, and names it.
func (h *home) deletion(to targets) page.Screen {
	title := func() string {
		if to.one.ID == "" {
			return h.env.T(locales.UIBoardDelete, "Count", len(to.ids))
		}
		return h.env.T(locales.UIHomeDelete, "Title", titleOf(to.one))
	}
	body := func(w int) []string {
		lines := widget.Wrap(h.env.T(locales.UIHomeDeleteBody), w)
		if to.one.ID == "" {
			lines = append(append(lines, ""), h.names(to, w)...)
		}
		return lines
	}
	return h.env.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonTrash}, func() page.Step {
		return page.Steps(page.Pop(1), h.env.discard(to.ids, true))
	})
}

// newClone says what a copy for the same client takes over.
func newClone(h *home, to targets) page.Screen {
	title := func() string { return h.env.T(locales.UIBoardCloneTitle, "Title", h.naming(to)) }
	body := func(w int) []string { return widget.Wrap(h.env.T(locales.UIBoardCloneBody), w) }
	return h.env.Confirm(title, body, 1, []locales.ID{locales.UIBoardCloneNo, locales.UIBoardCloneBegin}, func() page.Step {
		return page.Steps(page.Pop(1), page.Expect(), h.env.clone(to.ids[0]))
	})
}
