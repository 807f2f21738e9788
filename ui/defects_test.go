package ui_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

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

// Text that is half typed is kept wherever it is typed.
func TestHalfTypedKept(t *testing.T) {
	for name, open := range map[string][]string{
		"title":   {"ctrl+g", "overview", "enter", "r"},
		"pending": {"f3"},
	} {
		s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company))
		s.Keys(open...)
		s.Keys("zzz")
		kept := func() bool {
			for _, text := range s.Store.Drafts["app1"].Text {
				if strings.Contains(text, "zzz") {
					return true
				}
			}
			return false
		}
		if !kept() {
			t.Errorf("%s: half-typed text is not kept", name)
		}
		s.Keys("esc")
		s.Keys(open[len(open)-1])
		s.Sees("zzz")
		if s.Keys("enter", "enter"); kept() {
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
		s := uitest.Play(t, locales.EN, 80, 24, uitest.Company)
		s.Store.Fail = errors.New("the disk is full")
		s.Keys("1000万", "enter")
		s.Keys(way...)
		s.Sees("not saved yet", "the disk is full")
		s.Keys("esc")
		if s.Quit || s.Shell.Desk() == nil {
			t.Fatalf("%s: Esc left", name)
		}
		s.Keys(way[len(way)-1])
		if name == "go to" {
			s.Keys(way...)
		}
		s.Keys("enter") // save again, in vain
		s.Sees("not saved yet")
		s.Store.Fail = nil
		s.Keys("enter")
		if got := s.Store.Answer("registered-capital").Value; got != model.Number(10_000_000) {
			t.Errorf("%s: saved %v", name, got)
		}
		if name == "leave" && !s.Quit || name != "leave" && s.Shell.Desk() != nil {
			t.Errorf("%s: saved, and did not go on", name)
		}
	}
}

// Answers are given up only where the user says so.
func TestLeaveWithoutSaving(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Company)
	s.Store.Fail = errors.New("the disk is full")
	s.Keys("1000万", "enter", "ctrl+g", "Home: all", "enter", "right", "enter")
	if s.Shell.Desk() != nil || s.Store.Answer("registered-capital").Value != nil {
		t.Error("still open, or saved after all")
	}
	s.Sees("1 application")

	s = uitest.Play(t, locales.EN, 80, 24, uitest.Company)
	s.Store.Fail = errors.New("the disk is full")
	s.Keys("1000万", "enter", "ctrl+c", "ctrl+c")
	if !s.Quit {
		t.Error("leaving twice does not leave")
	}
	if s.Shell.Flush() == nil {
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
		s := uitest.Play(t, locales.EN, 80, 24, uitest.Company)
		s.Slow = true
		s.Keys("1000万", "enter")
		s.Keys(way...)
		s.Keys("zzz")
		if s.Quit || s.Shell.Desk() == nil {
			t.Fatalf("%s: did not wait", name)
		}
		s.Slow = false
		s.Settle()
		if got := s.Store.Answer("registered-capital").Value; got != model.Number(10_000_000) {
			t.Errorf("%s: saved %v", name, got)
		}
		if name == "leave" && !s.Quit || name != "leave" && s.Shell.Desk() != nil {
			t.Errorf("%s: saved, and did not go on", name)
		}
	}
}
