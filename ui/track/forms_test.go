package track_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// What is half-typed in a form is there when the form is opened again.
func TestHalfTypedTextIsKept(t *testing.T) {
	waiver := uitest.Flat(toSubmission, "home", "enter", "down", "enter")
	for _, form := range []struct {
		name  string
		store *uitest.Memory
		to    []string // the form
		typed []string
		again []string // from the form and back to it
	}{
		{"record", uitest.Several(t), toNotice, []string{"tab", "半个编号"}, []string{"esc", "enter"}},
		{"waiver", uitest.Tracked(t, uitest.TwiceReturned), waiver, []string{"半个理由"}, []string{"esc", "enter"}},
		{"new item", uitest.Several(t), uitest.Flat(toNotice, uitest.Times("enter", 6)), []string{"半个事项"}, []string{"esc", "enter"}},
		{"item", uitest.Several(t), uitest.Flat(toNotice, uitest.Times("enter", 5), "paste:甲项\n乙项\n", "up", "up", "enter"), []string{"还没改完"}, []string{"esc", "esc", "enter", "up", "enter"}},
	} {
		t.Run(form.name, func(t *testing.T) {
			s := uitest.Drive(t, form.store, locales.ZH, 80, 24)
			s.Keys(form.to...)
			s.Keys(form.typed...)
			text := form.typed[len(form.typed)-1]
			s.Sees(text)
			s.Keys("esc")
			if strings.Contains(s.Screen(), text+"\n") {
				t.Fatalf("the form was not left:\n%s", s.Screen())
			}
			s.Keys(form.again[1:]...)
			s.Sees(text)
		})
	}
}

// A reason leads back to where the item was chosen, past the page of the item.
func TestWaiverLeadsBack(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, 80, 24)
	s.Keys(uitest.Flat(toSubmission, "home", "enter", "down", "enter", "enter")...)
	s.Sees("Give a reason, for example")
	s.Keys("窗口答复不需要", "enter")
	s.Sees("1 item left", "To correct: 1 item open")
	if it := s.Store.Apps["app1"].Items[1]; it.Waived != "窗口答复不需要" {
		t.Errorf("the item is %+v", it)
	}
	if kept := s.Store.Drafts["app1"].Text; len(kept) > 0 {
		t.Errorf("still half-typed: %v", kept)
	}
	s.Keys("esc") // one page, which is the overview
	s.Sees("and nothing else to do")
}

// A notice that is recorded leads back past the form of its event.
func TestNoticeLeadsBack(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.EN, 80, 24)
	s.Keys(uitest.Flat(toNotice, "tab", "B-7", uitest.Times("enter", 4), "paste:甲项\n乙项\n")...)
	s.Sees("What does the correction notice ask for?")
	s.Keys("enter")
	s.Sees("Recorded. Now: Returned for correction", "To correct: 2 items open")
	if e := s.Store.Apps["app2"].Events; e[len(e)-1].Number != "B-7" {
		t.Errorf("recorded %+v", e)
	}
}

// An event that is asked for by its row keeps what the row fills in, whatever
// was half-typed before.
func TestDeemedRecordStartsFilledIn(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.Unanswered), locales.EN, 80, 24)
	s.Keys(uitest.Flat(toSubmission, "enter", "ctrl+u", "2026-11-20", "tab", "up", "esc")...)
	s.Keys("home", "enter")
	s.Sees("▌ 2026-11-09 ", "● 1 yes")
}

// What is odd is said once, and Continue keeps it from whichever field.
func TestOddIsKeptFromAnyField(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.Unanswered), locales.EN, 80, 40)
	s.Keys(toSubmission...)
	click(t, s, "Received a decision of non-acceptance")
	click(t, s, "Received a decision of non-acceptance")
	s.Keys("tab", "tab", "tab", "enter")
	s.Sees("No reason is given")
	s.Keys("tab", "enter")
	s.Sees("Recorded. Now: Not accepted")
}

// An item that lacks two things says so at both, and the upper one gets the
// focus.
func TestItemLacks(t *testing.T) {
	for range 8 {
		s := uitest.Drive(t, uitest.Several(t), locales.EN, 80, 40)
		s.Keys(uitest.Flat(toNotice, uitest.Times("enter", 5), "a", "tab", "tab", "enter")...)
		s.Sees("Write what has to be corrected", "Choose a reason")
		s.Keys("补")
		s.Sees("▌ 补")
	}
}

// Several lines that are pasted into a new item are items of their own, and
// into one that exists they are its text.
func TestLinesPastedIntoAnItem(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.EN, 80, 40)
	s.Keys(uitest.Flat(toNotice, uitest.Times("enter", 5), "a")...)
	s.Send(tea.PasteMsg{Content: "甲项\n乙项\n"})
	s.Sees("○ 甲项", "○ 乙项", "▌ › That is all: record it with 2 items")
	s.Keys("home", "enter", "paste:丙\n丁")
	s.Sees("Edit this item", "甲项丙⏎丁")
}
