package ui_test

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/uitest"
)

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

// What is under way when the program is told to leave is saved first.
func TestLeaveSaves(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800"))
	s.Send(ui.LeaveMsg{})
	if !s.Quit || s.Store.Drafts["app1"].Text["registered-capital"] != "800" {
		t.Errorf("quit %v, draft %+v", s.Quit, s.Store.Drafts["app1"])
	}
}

// A terminal that is gone brings no replies any more: Flush saves the rest.
func TestFlush(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Company)
	next, _ := s.Shell.Update(tea.KeyPressMsg{Code: '9', Text: "9"}) // its effects are never run
	if err := next.(ui.Shell).Flush(); err != nil {
		t.Fatal(err)
	}
	if got := s.Store.Drafts["app1"].Text["registered-capital"]; got != "9" {
		t.Errorf("draft %q", got)
	}
}

// Leaving while a document is being written waits for it.
func TestLeaveWaitsForTheExport(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "export", "enter"))
	s.Slow = true
	s.Keys("enter", "enter", "enter")
	s.Send(ui.LeaveMsg{})
	if s.Quit {
		t.Fatal("left in the middle of an export")
	}
	s.Slow = false
	s.Settle()
	if !s.Quit {
		t.Fatal("did not leave after it")
	}
}

// Work that a screen has begun is waited for even where nothing is open.
func TestLeaveWaitsForWork(t *testing.T) {
	s := uitest.Drive(t, uitest.NewMemory(), locales.EN, 80, 24)
	s.Slow = true
	s.Send(page.Work(func() tea.Msg { return nil }))
	s.Send(ui.LeaveMsg{})
	if s.Quit {
		t.Fatal("left in the middle of it")
	}
	s.Slow = false
	if s.Settle(); !s.Quit {
		t.Fatal("did not leave after it")
	}
}

// After a save that failed, any key tries it again, and does what it does.
func TestAnyKeyTriesAgain(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Company)
	s.Store.Fail = errors.New("the disk is full")
	s.Keys("1000万", "enter")
	top := &leaf{name: "a"}
	s.Send(page.Push(top))
	s.Store.Fail = nil
	s.Keys("z")
	s.Sees("saved 12:00")
	if got := s.Store.Answer("registered-capital").Value; got != model.Number(10_000_000) || len(top.got) == 0 {
		t.Errorf("saved %v, the screen got %v", got, top.got)
	}
}
