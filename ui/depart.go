package ui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// The moves that may lead away from the application that is open. They wait
// until everything is saved.
type (
	// cutMsg leaves all but the n lowest screens, and so the application.
	cutMsg struct{ n int }
	// openMsg opens another application.
	openMsg struct {
		d   *desk.Desk
		how page.Opening
	}
	// quitMsg ends the program.
	quitMsg struct{}
)

// leaving makes such a move as soon as nothing would be lost by it. Where files
// are on their way, or the disk takes no answers, the user decides.
func (s Shell) leaving(move tea.Msg) (Shell, page.Step) {
	d, quitting := s.open, isQuit(move)
	if d == nil {
		return s.depart(move)
	}
	if d.Attaching() && !quitting {
		return s, page.Push(d.Stopping(nil, page.Step{move}))
	}
	stopped := d.StopFiling()
	switch {
	case d.Busy():
		s.going = move
		return s, page.Steps(stopped, d.Flush())
	case d.Unsaved() && s.asking() && quitting: // twice, so without saving
		s.leave = true
		return s, s.quit()
	case d.Unsaved():
		return s, page.Push(newUnsaved(d, move))
	}
	return s.depart(move)
}

func isQuit(move tea.Msg) bool {
	_, ok := move.(quitMsg)
	return ok
}

// depart makes the move: nothing would be lost any more.
func (s Shell) depart(move tea.Msg) (Shell, page.Step) {
	keep := 1 // the board
	switch move := move.(type) {
	case quitMsg:
		s.leave = true
		return s, s.quit()
	case openMsg:
		return s.enter(move)
	case cutMsg:
		keep = min(s.base, move.n)
	}
	s.open, s.base, s.entered = nil, 0, false
	return s.uncover(keep)
}

// quit ends the program, or has it wait for what is on its way to the disk.
func (s Shell) quit() page.Step {
	if d := s.open; d != nil {
		stopped := d.StopFiling()
		if d.Busy() {
			return page.Steps(stopped, d.Flush())
		}
	}
	if s.writing > 0 {
		return nil // the reply ends the program
	}
	return page.Effect(tea.Quit)
}

// Flush saves what the end of the program left unsaved, where replies come no
// more. It may be called when Run has returned, and waits for the disk.
func (s Shell) Flush() error {
	if s.open == nil {
		return nil
	}
	return s.open.SaveNow()
}
