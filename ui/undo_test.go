package ui

import (
	"errors"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A step that is taken back is gone from the application, and one sees where.
func TestUndo(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "800万", "enter", "ctrl+z"))
	s.sees("Undo the last step?", "Registered capital", "no answer → CNY 8,000,000")
	s.keys("right", "enter")
	s.sees("Undone: ", "Registered capital")
	app := s.store.apps[s.store.last]
	if app.Answers["registered-capital"].Value != nil {
		t.Error("the answer is still there")
	}
	if len(s.store.logs[app.ID]) == 0 || s.store.logs[app.ID][len(s.store.logs[app.ID])-1].Undoes == 0 {
		t.Error("the undoing is no step of the history")
	}
	// What is answered now is saved over what the undoing made.
	s.keys("900万", "enter")
	if got := s.store.apps[app.ID].Answers["registered-capital"].Value; got != model.Number(9_000_000) {
		t.Errorf("answered %v", got)
	}
}

// The safe button, and Esc, change nothing.
func TestUndoNot(t *testing.T) {
	for _, key := range []string{"enter", "esc"} {
		s := play(t, locales.ZH, 60, 20, flat(company, "800万", "enter", "ctrl+z", key))
		if got := s.store.apps[s.store.last].Answers["registered-capital"].Value; got != model.Number(8_000_000) {
			t.Errorf("%s: %v", key, got)
		}
	}
}

func TestUndoAfterARestart(t *testing.T) {
	s := play(t, locales.ZH, 80, 24, flat(company, "800万", "enter", "ctrl+c", "restart", "enter", "ctrl+z", "right", "enter"))
	if got := s.store.apps[s.store.last].Answers["registered-capital"].Value; got != nil {
		t.Errorf("the answer is still %v", got)
	}
}

func TestUndoNothing(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat("n", "enter"))
	s.keys("ctrl+z")
	s.sees("There is no step to undo")
	s.keys("esc")
	s.sees("1")
}

func TestUndoOfAFullDisk(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "800万", "enter", "ctrl+z"))
	s.store.fail = errors.New("the disk is full")
	s.keys("right", "enter")
	s.sees("the disk is full")
	if got := s.store.apps[s.store.last].Answers["registered-capital"].Value; got != model.Number(8_000_000) {
		t.Errorf("%v", got)
	}
}
