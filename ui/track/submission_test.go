package track_test

import (
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// The key that undoes takes back the last event, while there is one; before
// that it is what it is everywhere. In the question it does nothing.
func TestUndoTakesBackTheLastEvent(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.Unanswered), locales.EN, 80, 24)
	s.Keys(toSubmission...)
	s.Sees("u take back the last")
	s.Keys("u")
	s.Sees("Take back “Submitted on the official system” (9 November 2026)?")
	s.Keys("right", "enter")
	s.Sees("Taken back. Now: ")
	if e := s.Store.Apps["app1"].Events; len(e) > 0 {
		t.Errorf("still recorded: %+v", e)
	}
	s.Hidden("u take back the last")
	s.Keys("u")
	s.Sees("Undo the last step?")
}

// Files that come in while the user is asked about the last event stay.
func TestTakingBackKeepsFilesThatCameIn(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.Unanswered), locales.EN, 80, 24)
	replies := uitest.Slow(s)
	s.Keys("enter", "ctrl+g", "equity-chart", "enter", uitest.Dropped)
	s.Keys(toSubmission[1:]...)
	s.Keys("u")
	for _, reply := range replies() {
		s.Send(reply)
	}
	s.Has("营业执照.pdf 章程.pdf")
	s.Keys("right", "enter")
	s.Has("营业执照.pdf 章程.pdf")
	if e := s.Store.Apps["app1"].Events; len(e) > 0 {
		t.Errorf("still recorded: %+v", e)
	}
}

// Each row says what can be done with it, and a key that has no use says why.
func TestRowsSayWhatTheyDo(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, 120, 40)
	s.Keys(uitest.Flat(toSubmission, "home")...)
	s.Sees("enter deal with it  space done/reopen")
	s.Keys("space")
	s.Sees("Is it done?", "[ Not yet ]")
	s.Keys("right", "enter")
	s.Sees("1 item left")
	s.Keys("space")
	s.Sees("To correct: 2 items open")
	s.Keys("end") // the row that folds
	s.Sees("enter open  esc back")
	s.Keys("f4")
	s.Sees("No source is cited for this")
	s.Keys("enter", "down", "enter")
	s.Sees("cannot be recorded")
	s.Keys("home", "down", "down", "down")
	s.Keys(uitest.Times("down", 5)...)
	s.Sees("▌ – Resubmitted after correction", "enter record  esc back")
	s.Keys("enter") // waits for the items, so it leads to the first of them
	s.Sees("▌ ○ 股权结构图没有追溯")
}

// Headings follow the language while the page is open, and every word that
// stands below them.
func TestHeadingsFollowTheLanguage(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, 120, 40)
	s.Keys(toSubmission...)
	s.Sees("To correct: 2 items open", "What has happened", "Your deadline: ", "Submissions kept", "Items of correction round 1")
	s.Keys("f2")
	s.Sees("要补正的事项：还有 2 项", "经过", "贵公司的期限：", "提交存档", "第 1 次补正的事项")
}

// The focus stays on its row while rows come and go above it.
func TestFocusStaysOnItsRow(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, 120, 40)
	s.Keys(uitest.Flat(toSubmission, "home", "down", "space")...)
	s.Sees("▌ ✓ 营业执照不是最新的")
	s.Keys("enter")
	s.Sees("▌ › Open again")
	s.Keys("enter")
	s.Sees("▌ ◐ 营业执照不是最新的")
	// What changed from one submission to the next opens, and leads back.
	s.Keys(uitest.Flat("end", uitest.Times("up", 2), "enter")...)
	s.Sees("Submissions kept", "What changed from submission 1 to 2")
	s.Keys("esc")
	s.Sees("▌ › What changed from submission 1 to 2")
}

// A page that is drawn twice is drawn alike, wherever the focus is.
func TestDrawnTwice(t *testing.T) {
	for _, size := range uitest.Sizes {
		s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.ZH, size[0], size[1])
		s.Keys(uitest.Flat(toSubmission, "home")...)
		for range 30 {
			s.Keys("down")
			if first := s.Screen(); s.Screen() != first || strings.TrimSpace(first) == "" {
				t.Fatalf("%v: drawn again it is\n%s", size, s.Screen())
			}
		}
	}
}
