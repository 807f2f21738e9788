package walk_test

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// A change that waits for a yes is made to what the application has become by
// then: a file that comes in meanwhile stays.
func TestChangeWhileFilesComeIn(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800万", "enter", "ctrl+g", "equity-chart", "enter"))
	var late []tea.Msg
	s.Hold = func(msg tea.Msg) bool {
		if fmt.Sprintf("%T", msg) != "desk.filedMsg" {
			return false
		}
		late = append(late, msg)
		return true
	}
	s.Keys("paste:/扫描/章程.pdf", "ctrl+g", "coverage", "enter", "3", "enter")
	s.Sees("This changes things")
	s.Hold = nil
	for _, msg := range late {
		s.Send(msg)
	}
	if n := len(s.Row("equity-chart").Files); n != 1 {
		t.Fatalf("%d files have come in", n)
	}
	s.Keys("enter")
	if s.Store.Answer("coverage").Value != model.Text("one-province") {
		t.Error("the change is not made")
	}
	if n := len(s.Row("equity-chart").Files); n != 1 {
		t.Errorf("the change leaves %d files", n)
	}
}

// Several things that are odd about one answer are said together, once.
func TestTwoOdditiesOfOneAnswer(t *testing.T) {
	s := uitest.Begun(t, locales.EN, "premises", func(p *model.Procedure, a *model.Application) {
		uitest.Most(t, p, a)
		uitest.Give(t, p, a, "premises", "leased", "planned-submission", "2026-12-20")
	})
	s.Keys("ctrl+g", "lease-until", "enter", "ctrl+u", "1940-01-01", "enter")
	s.Sees("far from today", "before the planned", "Press Enter again")
	s.Keys("enter")
	s.Hidden("Press Enter again")
	if v := s.Store.Answer("lease-until").Value; v == nil {
		t.Errorf("the answer is not kept:\n%s", s.Screen())
	}
}

// What follows a page stands above it, however many screens were shown in
// between: Esc leads back to the page and to none of these.
func TestWhatFollowsStandsAboveThePage(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []string
		next string // what the walk goes on to
		back string // what Esc leads back to
	}{
		"an answer":                {uitest.Flat(uitest.Company, "800万", "enter"), "Business scope", "Registered capital"},
		"don't know yet":           {uitest.Flat(uitest.Company, "f3", "enter", "enter"), "Business scope", "Registered capital"},
		"an outcome":               {[]string{"n", "enter", "1", "enter", "1", "enter", "right", "enter"}, "Foreign capital", "Marketing calls"},
		"an impact and an outcome": {uitest.Flat(marketing, "1", "enter", "enter", "right", "enter"), "Foreign capital", "Marketing calls"},
		"no entries": {uitest.Flat(uitest.Company, uitest.Capital, "esc", "down", "enter", "right", "enter"),
			"Main managers", "Shareholders"},
		"don't know yet who is on a list": {uitest.Flat(uitest.Company, uitest.Capital, "esc", "f3", "enter", "enter"), "Main managers", "Shareholders"},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.Play(t, locales.EN, 80, 24, tt.keys)
			s.Sees(tt.next)
			s.Keys("esc")
			s.Sees(tt.back)
			s.Hidden("Who will find out", "This changes things", "really none", "would stop the application")
		})
	}
}

// marketing has an answer to the question for marketing calls on which
// something hangs, and asks it once more on its way.
var marketing = uitest.Flat("n", "enter", "1", "enter", "2", "enter", "esc")

// A page that was opened from the conditions leads back to them, by way of
// whatever its answer brings up.
func TestSinglePageReturns(t *testing.T) {
	for name, keys := range map[string][]string{
		"the same answer": {"enter"},
		"another answer":  {"ctrl+u", "1200万", "enter"},
		"don't know yet":  {"f3", "enter", "enter"},
		"Esc":             {"esc"},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800万", "enter", "ctrl+g", "conditions", "enter", "home", "down", "down", "enter"))
			s.Sees("How much is your")
			s.Keys(keys...)
			s.Sees("cannot tell yet", "Registered capital")
			s.Hidden("How much is your")
			s.Keys("esc")
			s.Sees("Next:")
		})
	}
}

// An application takes the name of its company until it is given another one.
func TestTitleFollowsTheCompany(t *testing.T) {
	s := uitest.Play(t, locales.EN, 120, 40, uitest.Flat(uitest.KnockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter"))
	s.Sees("Untitled application")
	s.Keys("f2") // the other language would have named it otherwise
	s.Keys(" 蓝鲸 ", "tab", "tab", "91350100M000100Y43", "tab", "王某", "tab", "2020-01-02", "enter")
	if got := s.Store.Only(t).Title; got != "蓝鲸" {
		t.Errorf("the title is %q", got)
	}
	s.Keys("esc", "ctrl+u", "白鲸", "tab", "tab", "tab", "tab", "enter")
	if got := s.Store.Only(t).Title; got != "白鲸" {
		t.Errorf("renamed, and the title is %q:\n%s", got, s.Screen())
	}
	s.Keys("ctrl+g", "overview", "enter", "r", "ctrl+u", "第一家", "enter", "ctrl+g", "company-name", "enter", "ctrl+u", "灰鲸", "tab", "tab", "tab", "tab", "enter")
	if got := s.Store.Only(t).Title; got != "第一家" || s.Store.Answer("company-name").Value != model.Text("灰鲸") {
		t.Errorf("titled by hand, and the title is %q:\n%s", got, s.Screen())
	}
}

// A paper that was checked, and on which the answer stands, is named before the
// answer changes: the check is lost with it.
func TestImpactNamesPapersToCheckAgain(t *testing.T) {
	for lang, want := range map[locales.Lang]string{locales.EN: "to be checked again: Business licence", locales.ZH: "须重新核对：营业执照"} {
		s := uitest.Begun(t, lang, "registered-capital", func(p *model.Procedure, a *model.Application) {
			uitest.Most(t, p, a)
			uitest.Give(t, p, a, "registered-capital", "1200万")
			a.Materials = map[model.MaterialKey]model.Collected{"business-licence": {Status: model.Checked}}
		})
		s.Keys("ctrl+g", "registered-capital", "enter", "ctrl+u", "1300万", "enter")
		s.Sees(want)
		s.Keys("enter")
		if c := s.Row("business-licence"); c.Status != model.Got {
			t.Errorf("%s: the paper is %s", lang, c.Status)
		}
	}
}
