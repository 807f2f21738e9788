package walk_test

import (
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// names are those of the shareholders, in their order.
func names(s *uitest.Session) (out []string) {
	es, _ := s.Store.Answer("shareholders").Value.(model.Entries)
	for _, e := range es {
		out = append(out, e.Text("name"))
	}
	return out
}

// Clicks pick on the list what the keys would: an entry, the row that adds one,
// the row that goes on.
func TestClickOnTheList(t *testing.T) {
	for _, size := range uitest.Sizes {
		s := uitest.Play(t, locales.EN, size[0], size[1], uitest.Flat(owners, "esc"))
		click(t, s, "乙公司")
		click(t, s, "乙公司")
		s.Sees("Edit: shareholder", "乙公司")
		click(t, s, "Share (optional)")
		s.Keys("end", "ctrl+u", "30", "esc")
		if got := s.Store.Drafts["app1"].Text["shareholders/p2/share"]; got != "30" {
			t.Errorf("%v: kept %q", size, got)
		}
		click(t, s, "+ Add")
		click(t, s, "+ Add")
		s.Sees("Add: shareholder")
		s.Keys("esc")
		click(t, s, "Complete: continue")
		click(t, s, "Complete: continue") // says that the owners of companies are missing
		click(t, s, "Complete: continue")
		s.Sees("Main managers")
	}
}

// Entries change places and the focus goes with the one that is moved; at
// either end it stays.
func TestMoveEntries(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(owners, "esc"))
	move := func(key rune, times int) {
		for range times {
			s.Send(tea.KeyPressMsg{Code: key, Mod: tea.ModCtrl})
		}
	}
	s.Keys("home")
	move(tea.KeyDown, 3)
	if got := names(s); !slices.Equal(got, []string{"乙公司", "甲公司"}) {
		t.Errorf("%v", got)
	}
	move(tea.KeyUp, 2)
	s.Keys("d")
	s.Sees("Remove “甲公司”?")
	if got := names(s); !slices.Equal(got, []string{"甲公司", "乙公司"}) {
		t.Errorf("%v", got)
	}
}

// Where no entry is in focus there is nothing to remove or to move, and the
// wizard says so.
func TestNoEntryInFocus(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(owners, "esc", "end"))
	for _, key := range []tea.KeyPressMsg{{Code: 'd', Text: "d"}, {Code: tea.KeyDelete}, {Code: tea.KeyUp, Mod: tea.ModCtrl}, {Code: tea.KeyDown, Mod: tea.ModCtrl}} {
		s.Send(key)
		s.Sees("Move to the row in question first")
		s.Keys("f1", "esc") // the next key takes the notice away
		s.Hidden("Move to the row in question first")
	}
	if got := names(s); len(got) != 2 {
		t.Errorf("%v", got)
	}
}

// Removing an entry keeps the focus at its place; adding one leads to the row
// that adds the next.
func TestFocusOnTheList(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(owners, "esc", "home", "a", "丙公司", "enter", "1", "enter", "enter", "enter", "enter"))
	s.Keys("enter")
	s.Sees("Add: shareholder", "e.g. 60%")
	s.Keys("esc", "home", "down", "d", "right", "enter") // 乙公司 has no files
	if got := names(s); !slices.Equal(got, []string{"甲公司", "丙公司"}) {
		t.Fatalf("%v", got)
	}
	s.Keys("enter")
	s.Sees("Edit: shareholder", "丙公司")
}

// Nobody may come to stand above themselves.
func TestEntryAboveItself(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 40, uitest.Flat(owners, "esc"))
	s.Keys("home", "down", "enter", "tab", "tab", "tab", "tab", "2", "enter") // 乙 below 甲
	parents := func() (out []string) {
		es, _ := s.Store.Answer("shareholders").Value.(model.Entries)
		for _, e := range es {
			out = append(out, e.Text("parent"))
		}
		return out
	}
	if got := parents(); !slices.Equal(got, []string{"", "p1"}) {
		t.Fatalf("%q", got)
	}
	s.Keys("home", "enter", "tab", "tab", "tab", "tab", "2", "enter")
	s.Sees("runs in a circle")
	s.Keys("1", "enter")
	s.Sees("Complete: continue")
	if got := parents(); !slices.Equal(got, []string{"", "p1"}) {
		t.Errorf("%q", got)
	}
}

// What is odd about an entry is said once, what is odd about the list once
// before the walk goes on.
func TestOddEntry(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 40, uitest.Flat(uitest.Company, uitest.Capital, "甲公司", "tab", "1", "tab", "123", "tab", "60", "tab", "enter"))
	s.Sees("Enter again to go on", "Add: shareholder")
	s.Keys("tab", "tab", "enter")
	s.Sees("Complete: continue", "add up to")
	s.Keys("tab")
	s.Sees("Something below the list wants a second look")
	s.Keys("tab")
	s.Sees("Main managers")
}
