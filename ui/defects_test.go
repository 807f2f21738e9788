package ui

import (
	"errors"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// Taking back the move to another edition puts the procedure of the old one
// on the desk.
func TestUndoOfAMove(t *testing.T) {
	s := reopened(t, locales.EN, 80, 24)
	s.keys("enter", "right", "right", "enter") // move
	s.keys("ctrl+z", "right", "enter")
	if d := s.shell.open; d.proc.Edition != d.app.Edition || d.app.Edition != s.store.only(t).Edition {
		t.Errorf("application of %s on a desk of %s", s.shell.open.app.Edition, s.shell.open.proc.Edition)
	}
}

// Text that is half typed is kept wherever it is typed.
func TestHalfTypedKept(t *testing.T) {
	for name, open := range map[string][]string{
		"title":   {"ctrl+g", "overview", "enter", "r"},
		"pending": {"f3"},
	} {
		s := play(t, locales.EN, 80, 24, flat(company))
		s.keys(open...)
		s.keys("zzz")
		kept := func() bool {
			for _, text := range s.store.drafts["app1"].Text {
				if strings.Contains(text, "zzz") {
					return true
				}
			}
			return false
		}
		if !kept() {
			t.Errorf("%s: half-typed text is not kept", name)
		}
		s.keys("esc")
		s.keys(open[len(open)-1])
		s.sees("zzz")
		if s.keys("enter", "enter"); kept() {
			t.Errorf("%s: what was confirmed is kept as half typed", name)
		}
	}
}

// A save that has failed is not forgotten by going home: the user is asked,
// and can have it tried again, or give it up.
func TestHomeWithAFailedSave(t *testing.T) {
	for name, way := range map[string][]string{
		"go to": {"ctrl+g", "Home: all", "enter"},
		"Esc":   {"ctrl+g", "overview", "enter", "esc"},
		"leave": {"ctrl+c"},
	} {
		s := play(t, locales.EN, 80, 24, company)
		s.store.fail = errors.New("the disk is full")
		s.keys("1000万", "enter")
		s.keys(way...)
		s.sees("not saved yet", "the disk is full")
		s.keys("esc")
		if s.quit || s.shell.open == nil {
			t.Fatalf("%s: Esc left", name)
		}
		s.keys(way[len(way)-1])
		if name == "go to" {
			s.keys(way...)
		}
		s.keys("enter") // save again, in vain
		s.sees("not saved yet")
		s.store.fail = nil
		s.keys("enter")
		if got := s.store.answer("registered-capital").Value; got != model.Number(10_000_000) {
			t.Errorf("%s: saved %v", name, got)
		}
		if name == "leave" && !s.quit || name != "leave" && s.shell.open != nil {
			t.Errorf("%s: saved, and did not go on", name)
		}
	}
}

// Answers are given up only where the user says so.
func TestLeaveWithoutSaving(t *testing.T) {
	s := play(t, locales.EN, 80, 24, company)
	s.store.fail = errors.New("the disk is full")
	s.keys("1000万", "enter", "ctrl+g", "Home: all", "enter", "right", "enter")
	if s.shell.open != nil || s.store.answer("registered-capital").Value != nil {
		t.Error("still open, or saved after all")
	}
	s.sees("1 application")

	s = play(t, locales.EN, 80, 24, company)
	s.store.fail = errors.New("the disk is full")
	s.keys("1000万", "enter", "ctrl+c", "ctrl+c")
	if !s.quit {
		t.Error("leaving twice does not leave")
	}
	if s.shell.Flush() == nil {
		t.Error("nothing tells that something was not saved")
	}
}

// Where the disk is merely slow, going home waits for it, and so do the keys.
func TestHomeWithASlowSave(t *testing.T) {
	for name, way := range map[string][]string{
		"go to": {"ctrl+g", "Home: all", "enter"},
		"Esc":   {"ctrl+g", "overview", "enter", "esc"},
		"leave": {"ctrl+c"},
	} {
		s := play(t, locales.EN, 80, 24, company)
		s.slow = true
		s.keys("1000万", "enter")
		s.keys(way...)
		s.keys("zzz")
		if s.quit || s.shell.open == nil {
			t.Fatalf("%s: did not wait", name)
		}
		s.slow = false
		s.settle()
		if got := s.store.answer("registered-capital").Value; got != model.Number(10_000_000) {
			t.Errorf("%s: saved %v", name, got)
		}
		if name == "leave" && !s.quit || name != "leave" && s.shell.open != nil {
			t.Errorf("%s: saved, and did not go on", name)
		}
	}
}
