package ui_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

func TestLanguageIsRemembered(t *testing.T) {
	s := uitest.Drive(t, uitest.NewMemory(), locales.ZH, 80, 24)
	s.Keys("f2")
	s.Sees("No applications yet")
	if s.Store.Language != "en" {
		t.Errorf("kept %q", s.Store.Language)
	}
	s.Keys("n", "enter", "f2") // on every screen
	s.Sees("为谁服务")
}

func TestEscFromAnInvalidField(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "lots", "enter"))
	s.Sees("“lots” could")
	s.Keys("esc")
	s.Sees("Contact person")
	s.Keys("enter", "enter", "enter")
	s.Sees("lots") // nothing typed is lost
	if s.Store.Answer("registered-capital").Value != nil {
		t.Error("stored what could not be read")
	}
}

func TestUnknownGoesOn(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "f3", "finance", "tab", "2026-12-01", "enter"))
	s.Sees("Business scope")
	p := s.Store.Answer("registered-capital").Pending
	if p == nil || p.Who != "finance" || p.By.String() != "2026-12-01" {
		t.Errorf("pending %+v", p)
	}
	s.Keys("esc")
	s.Sees("not known yet; finance", "1 December 2026")
}

func TestOutcomeDoesNotTrap(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, []string{"n", "enter", "1", "enter", "1", "enter"})
	s.Sees("Applications that intend marketing calls are not")
	s.Keys("right", "enter")
	s.Sees("Foreign capital")
	if s.Store.Answer("outbound-marketing").Value != model.Bool(true) {
		t.Error("the answer is not kept")
	}
	s.Keys("esc", "2", "enter") // the answer can be changed
	s.Sees("Foreign capital")
}

func TestImpactIsShownBeforeItIsDone(t *testing.T) {
	keys := uitest.Flat(uitest.Company, "800万", "enter", "ctrl+g", "coverage", "enter", "3", "enter")
	s := uitest.Play(t, locales.EN, 80, 24, keys)
	s.Sees("This changes things", "Communications Administration", "at least CNY 1,000,000")
	if s.Store.Answer("coverage").Value != model.Text("nationwide") {
		t.Error("changed before it was confirmed")
	}
	s.Keys("esc")
	if s.Store.Answer("coverage").Value != model.Text("nationwide") {
		t.Error("Esc changed it")
	}
	s.Keys("enter", "enter") // again, and yes
	if s.Store.Answer("coverage").Value != model.Text("one-province") {
		t.Error("not changed when it was confirmed")
	}
	s.Sees("Provinces")
}

// A save that fails says so, keeps everything on the screen, and is tried
// again with the next key.
func TestFailedSave(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Company)
	s.Store.Fail = errors.New("the disk is full")
	s.Keys("1000万", "enter")
	s.Sees("not saved", "the disk is full")
	s.Store.Fail = nil
	s.Keys("down")
	s.Sees("saved 12:00")
	if s.Store.Answer("registered-capital").Value != model.Number(10_000_000) {
		t.Error("lost the answer")
	}
}

func TestExportAsksBeforeItReplaces(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "export", "enter"))
	s.Output.There = map[string]bool{"/here/list.md": true}
	s.Keys("ctrl+u", "list.md", "enter", "enter", "enter")
	s.Sees("exists")
	s.Keys("esc")
	if len(s.Output.Documents) != 0 {
		t.Fatal("replaced without a yes")
	}
}

func TestShareholdersMakeRows(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, uitest.Capital,
		"Alpha", "enter", "1", "enter", "enter", "60", "enter", "enter",
		"enter", "Beta", "enter", "2", "enter", "enter", "40", "enter", "enter"))
	s.Sees("Alpha", "Beta", "60%", "40%")
	s.Keys("up", "up", "del")
	s.Sees("Remove “Alpha”?", "no longer needed")
	s.Keys("esc", "ctrl+g", "materials", "enter")
	rows := 0
	for _, r := range s.Shell.Desk().Rows {
		if r.Of != nil {
			rows++
		}
	}
	if rows != 2 {
		t.Errorf("%d rows for two shareholders", rows)
	}
}

// Ten thousand applications cost the list no more than a window of them.
func TestManyApplications(t *testing.T) {
	m := uitest.NewMemory()
	p, err := uitest.Builtin{}.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	for range 3_000 {
		app := model.New(p, "公司")
		if _, err := m.Create(app, model.Summary{Title: "公司", Procedure: p.ID, Edition: p.Edition, State: "preparing"}); err != nil {
			t.Fatal(err)
		}
	}
	s := uitest.Drive(t, m, locales.ZH, 80, 24)
	s.Sees("3000")
	s.Keys("end")
	s.Fits()
	if n := s.Store.Listed; n > 200 {
		t.Errorf("%d rows were loaded at once", n)
	}
	s.Sees("公司")
}

// Holding Enter makes no statements: the first one only marks an option.
func TestEnterAloneAnswersNothing(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, []string{"n", "enter", "enter"})
	s.Sees("Whom you serve", "● 1")
	if s.Store.Answer("service-for").Value != nil {
		t.Error("answered by Enter alone")
	}
	s.Keys("enter")
	s.Sees("Marketing calls")
}

// A section with an answer that stops the application is not ticked off.
func TestSectionMarkShowsWhatStops(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, []string{"n", "enter", "2", "enter", "right", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter", "ctrl+g", "overview", "enter"})
	s.Sees("✗ Does it apply")
}

// The keys that work on every screen of an application lead to each page once.
func TestKeysOfEveryScreenDoNotStack(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter"))
	shown := s.Screen()
	for _, key := range []string{"ctrl+g", "ctrl+z"} {
		s.Keys(key, key)
		if s.Screen() == shown {
			t.Fatalf("%s leads nowhere", key)
		}
		s.Keys("esc")
		if s.Screen() != shown {
			t.Errorf("after %s twice, one esc leads to\n%s", key, s.Screen())
		}
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
