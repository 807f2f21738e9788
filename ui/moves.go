package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/cover"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// follow does what a step says, in its order: moves are made, with all that
// they lead to, and effects are collected.
func (s Shell) follow(step page.Step) (Shell, tea.Cmd) {
	var effects []tea.Cmd
	for len(step) > 0 {
		msg, rest := step[0], step[1:]
		switch msg := msg.(type) {
		case page.EffectMsg:
			effects = append(effects, msg.Run)
		case page.WorkMsg:
			s.writing++
			effects = append(effects, func() tea.Msg { return workedMsg{msg.Run()} })
		case page.NoticeMsg:
			s.note = msg
		default:
			var more page.Step
			s, more = s.move(msg)
			rest = slices.Concat(more, rest)
		}
		step = rest
	}
	return s, tea.Batch(effects...)
}

// move changes the stack. Moves that may lead away from the application go by
// way of leaving.
func (s Shell) move(msg tea.Msg) (Shell, page.Step) {
	switch msg := msg.(type) {
	case page.PushMsg:
		return s.show(len(s.stack), msg.Screen)
	case page.PopMsg:
		return s.cut(len(s.stack) - 1)
	case page.BackMsg:
		return s.back(msg)
	case page.RestartMsg:
		s.entered = true
		return s.show(s.base, cover.NewOverview(s.world.cover(s.open)))
	case desk.GoMsg:
		return s.lead(msg)
	case page.HomeMsg:
		return s.leaving(cutMsg{1})
	case cutMsg, openMsg, quitMsg:
		return s.leaving(msg)
	}
	return s.ask(msg)
}

// ask does what a screen asks of the shell that brings an application. Any other
// message is for the screens.
func (s Shell) ask(msg tea.Msg) (Shell, page.Step) {
	var effect page.Step
	switch msg := msg.(type) {
	case page.CreateMsg:
		effect = s.create(msg.App, msg.Sum)
	case page.LoadMsg:
		effect = s.load(msg.ID, msg.How)
	case page.ExpectMsg:
	default:
		return s.update(msg)
	}
	s.expecting = true
	return s, effect
}

// show puts a screen on top of the n lowest ones.
func (s Shell) show(n int, sc page.Screen) (Shell, page.Step) {
	s.stack = append(s.stack[:n:n], sc)
	return s, begin(sc)
}

// back leaves everything above a screen. There is no way back to a screen that
// has been left.
func (s Shell) back(msg page.BackMsg) (Shell, page.Step) {
	n := slices.Index(s.stack, msg.To) + 1
	if n == 0 {
		return s, nil
	}
	if msg.Over {
		n--
	}
	if msg.Next == nil {
		return s.cut(n)
	}
	return s.show(n, msg.Next)
}

// cut leaves all but the n lowest screens. To leave the board is to leave the
// program.
func (s Shell) cut(n int) (Shell, page.Step) {
	switch {
	case n >= len(s.stack):
		return s, nil
	case len(s.stack) == 1:
		return s.leaving(quitMsg{})
	case s.open != nil && n <= s.base:
		return s.leaving(cutMsg{n})
	}
	return s.uncover(n)
}

// uncover takes all but the n lowest screens off the stack, but never the board.
func (s Shell) uncover(n int) (Shell, page.Step) {
	s.stack = s.stack[:max(1, n)]
	return s.one(len(s.stack)-1, page.ShownMsg{})
}

// overview returns where on the stack the overview stands, or -1. The places
// that Go to leads to stand above it.
func (s Shell) overview() int {
	if s.open == nil || !s.entered || s.base >= len(s.stack) {
		return -1
	}
	return s.base
}
