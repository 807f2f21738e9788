package cover_test

import (
	"errors"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// A step that is taken back is gone from the application, and the screen shows where.
func TestUndo(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800万", "enter", "ctrl+z"))
	s.Sees("Undo the last step?", "Registered capital", "no answer → CNY 8,000,000")
	s.Keys("right", "enter")
	s.Sees("Undone: ", "Registered capital")
	app := s.Store.Apps[s.Store.Last]
	if app.Answers["registered-capital"].Value != nil {
		t.Error("the answer is still there")
	}
	if len(s.Store.Logs[app.ID]) == 0 || s.Store.Logs[app.ID][len(s.Store.Logs[app.ID])-1].Undoes == 0 {
		t.Error("the undoing is no step of the history")
	}
	// What is answered now is saved over what the undoing made.
	s.Keys("900万", "enter")
	if got := s.Store.Apps[app.ID].Answers["registered-capital"].Value; got != model.Number(9_000_000) {
		t.Errorf("answered %v", got)
	}
}

// The safe button, and Esc, change nothing.
func TestUndoNot(t *testing.T) {
	for _, key := range []string{"enter", "esc"} {
		s := uitest.Play(t, locales.ZH, 60, 20, uitest.Flat(uitest.Company, "800万", "enter", "ctrl+z", key))
		if got := s.Store.Apps[s.Store.Last].Answers["registered-capital"].Value; got != model.Number(8_000_000) {
			t.Errorf("%s: %v", key, got)
		}
	}
}

func TestUndoAfterARestart(t *testing.T) {
	s := uitest.Play(t, locales.ZH, 80, 24, uitest.Flat(uitest.Company, "800万", "enter", "ctrl+c", "restart", "enter", "ctrl+z", "right", "enter"))
	if got := s.Store.Apps[s.Store.Last].Answers["registered-capital"].Value; got != nil {
		t.Errorf("the answer is still %v", got)
	}
}

func TestUndoNothing(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat("n", "enter"))
	s.Keys("ctrl+z")
	s.Sees("There is no step to undo")
	s.Keys("esc")
	s.Sees("1")
}

func TestUndoOfAFullDisk(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800万", "enter", "ctrl+z"))
	s.Store.Fail = errors.New("the disk is full")
	s.Keys("right", "enter")
	s.Sees("the disk is full")
	if got := s.Store.Apps[s.Store.Last].Answers["registered-capital"].Value; got != model.Number(8_000_000) {
		t.Errorf("%v", got)
	}
}

// Files on their way are no step yet, and would be lost if one were undone.
func TestUndoWaitsForFiles(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Chart)
	replies := uitest.Slow(s)
	s.Keys(uitest.Dropped, "ctrl+z")
	s.Sees("Looking up the last step")
	for _, reply := range replies() {
		s.Send(reply)
	}
	s.Sees("章程.pdf")
	s.Keys("esc")
	s.Has("营业执照.pdf 章程.pdf")
}

// A step that is being undone cannot be left: the reply changes what all screens
// show.
func TestUndoIsNotLeft(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800万", "enter", "ctrl+z"))
	s.Slow = true
	s.Keys("right", "enter", "esc", "left", "enter")
	s.Slow = false
	s.Settle()
	s.Sees("Undone: ")
	s.Keys("900万", "enter")
	if got := s.Store.Answer("registered-capital").Value; got != model.Number(9_000_000) {
		t.Errorf("answered %v:\n%s", got, s.Screen())
	}
}

// Taking back the move to another edition puts the procedure of the old one
// on the desk.
func TestUndoOfAMove(t *testing.T) {
	s := uitest.Reopened(t, locales.EN, 80, 24)
	s.Keys("enter", "right", "right", "enter") // move
	s.Keys("ctrl+z", "right", "enter")
	if d := s.Shell.Desk(); d.Proc.Edition != d.App.Edition || d.App.Edition != s.Store.Only(t).Edition {
		t.Errorf("application of %s on a desk of %s", s.Shell.Desk().App.Edition, s.Shell.Desk().Proc.Edition)
	}
}
