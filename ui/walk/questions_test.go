package walk_test

import (
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// identity is the page with five fields that come after the first questions.
var identity = uitest.Flat(uitest.KnockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter")

// A click puts a field in focus, wherever its page is in the window, and what
// is typed or chosen then belongs to that field.
func TestClickOnFields(t *testing.T) {
	for _, size := range uitest.Sizes {
		s := uitest.Play(t, locales.EN, size[0], size[1], identity)
		click(t, s, "Unified social credit code")
		s.Keys("9135")
		click(t, s, "Company name")
		s.Keys("蓝鲸")
		drafts := s.Store.Drafts["app1"].Text
		if drafts["uscc"] != "9135" || drafts["company-name"] != "蓝鲸" || len(drafts) != 2 {
			t.Errorf("%v: %v", size, drafts)
		}

		s = uitest.Play(t, locales.EN, size[0], size[1], []string{"n", "enter"})
		click(t, s, "○ 2")
		s.Sees("● 2")
		if s.Store.Answer("service-for").Value != nil {
			t.Errorf("%v: a click on an option answers", size)
		}

		s = uitest.Play(t, locales.EN, size[0], size[1], uitest.Flat(uitest.Company, "f3"))
		click(t, s, "By when?")
		s.Keys("2026-12-01")
		s.Sees("= 1 December 2026")
		if got := s.Store.Drafts["app1"].Text["pending/registered-capital/by"]; got != "2026-12-01" {
			t.Errorf("%v: kept %q", size, got)
		}
	}
}

// An option that is clicked on in a field that is not in focus is kept for this
// field.
func TestClickOnAnOptionOfAnotherField(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 40, uitest.Flat(uitest.Company, uitest.Capital))
	s.Sees("corporate")
	click(t, s, "natural person")
	s.Sees("● 2")
	if drafts := s.Store.Drafts["app1"].Text; drafts["shareholders//kind"] != "natural" || len(drafts) != 1 {
		t.Errorf("%v", drafts)
	}
}

// What is half typed is there again when its form is, in another run of the
// program too.
func TestHalfTyped(t *testing.T) {
	for name, tt := range map[string]struct {
		form []string // opens it
		keys []string
		open []string // opens it once more
		keep map[string]string
	}{
		"a page": {uitest.Company, []string{"12万3"}, []string{"ctrl+g", "registered-capital", "enter"}, map[string]string{"registered-capital": "12万3"}},
		"an entry": {uitest.Flat(uitest.Company, uitest.Capital), []string{"甲乙丙", "tab", "2", "tab", "tab", "6x"}, []string{"enter"},
			map[string]string{"shareholders//name": "甲乙丙", "shareholders//kind": "natural", "shareholders//share": "6x"}},
		"an entry that is there": {uitest.Flat(owners, "esc", "home", "enter"), []string{"丁戊"}, []string{"enter"},
			map[string]string{"shareholders/p1/name": "甲公司丁戊"}},
		"not known yet": {uitest.Flat(uitest.Company, "f3"), []string{"财务甲", "tab", "周五"}, []string{"f3"},
			map[string]string{"pending/registered-capital/who": "财务甲", "pending/registered-capital/by": "周五"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.Play(t, locales.EN, 80, 40, uitest.Flat(tt.form, tt.keys, "esc"))
			s.Keys(tt.open...)
			for field, text := range tt.keep {
				if got := s.Store.Drafts["app1"].Text[field]; got != text {
					t.Errorf("%s: kept %q", field, got)
				}
				if field != "shareholders//kind" {
					s.Sees(text)
				}
			}
		})
	}
}

// What an answer means stands below its field as it is typed, for the field in
// focus alone, and before anything is confirmed.
func TestVerdictFollowsTheField(t *testing.T) {
	s := uitest.Play(t, locales.EN, 120, 40, uitest.Company)
	s.Hidden("10,000,000; you")
	s.Keys("800万")
	s.Sees("✗ Registered capital: at least CNY 10,000,000; you", "entered CNY 8,000,000")
	s.Keys("ctrl+u", "1200万")
	s.Sees("✓ Registered capital: Service area", "12,000,000.")
	if s.Store.Answer("registered-capital").Value != nil {
		t.Error("answered before it was confirmed")
	}
	s.Keys("ctrl+u", "lots")
	s.Hidden("10,000,000; you")
	s.Keys("ctrl+u", "800万", "enter", "esc") // and when the page is shown again
	s.Sees("✗ Registered capital: at least CNY 10,000,000; you")
	s.Keys("ctrl+u", "lots") // what cannot be understood changes nothing yet
	s.Sees("✗ Registered capital: at least CNY 10,000,000; you")
	s.Keys("f3", "enter", "enter", "esc")
	s.Hidden("10,000,000; you")
}

// A page that is ruled out while others stand above it is left when they are.
func TestPageThatIsRuledOut(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.KnockOuts, "2", "enter", "space", "down", "space", "enter"))
	s.Hidden("Provinces")
	d := s.Shell.Desk()
	changed := d.App.Clone()
	if err := changed.Answer(d.Proc, "coverage", model.Text("nationwide")); err != nil {
		t.Fatal(err)
	}
	d.Commit(changed)
	s.Keys("esc")
	s.Hidden("Provinces")
	s.Sees("Service area")
}

// Where something is odd, Enter goes on from whichever field is in focus.
func TestOddityIsKept(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 40, uitest.Flat(identity, "甲", "tab", "tab", "91350100M000100Y44", "tab", "王", "tab", "2020-01-02", "enter"))
	s.Sees("Press Enter again", "Identity of the company")
	s.Keys("shift+tab", "enter")
	s.Hidden("Identity of the company")
	if s.Store.Answer("uscc").Value != model.Text("91350100M000100Y44") {
		t.Error("not kept")
	}
	// Changing the field withdraws that.
	s.Keys("esc", "tab", "tab", "backspace", "5", "tab", "enter")
	s.Sees("Identity of the company")
}
