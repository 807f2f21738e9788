package ui

import (
	"errors"
	"io/fs"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (m *memory) answer(id model.QuestionID) model.Answer { return m.apps["app1"].Answers[id] }

func TestLanguageIsRemembered(t *testing.T) {
	s := drive(t, newMemory(), locales.ZH, 80, 24)
	s.keys("f2")
	s.sees("No applications yet")
	if s.store.language != "en" {
		t.Errorf("kept %q", s.store.language)
	}
	s.keys("n", "enter", "f2") // on every screen
	s.sees("为谁服务")
}

func TestEscFromAnInvalidField(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "lots", "enter"))
	s.sees("“lots” could")
	s.keys("esc")
	s.sees("Contact person")
	s.keys("enter", "enter", "enter")
	s.sees("lots") // nothing typed is lost
	if s.store.answer("registered-capital").Value != nil {
		t.Error("stored what could not be read")
	}
}

func TestUnknownGoesOn(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "f3", "finance", "tab", "2026-12-01", "enter"))
	s.sees("Business scope")
	p := s.store.answer("registered-capital").Pending
	if p == nil || p.Who != "finance" || p.By.String() != "2026-12-01" {
		t.Errorf("pending %+v", p)
	}
	s.keys("esc")
	s.sees("not known yet; finance", "1 December 2026")
}

func TestOutcomeDoesNotTrap(t *testing.T) {
	s := play(t, locales.EN, 80, 24, []string{"n", "enter", "1", "enter", "1", "enter"})
	s.sees("Marketing calls would stop the application")
	s.keys("right", "enter")
	s.sees("Foreign capital")
	if s.store.answer("outbound-marketing").Value != model.Bool(true) {
		t.Error("the answer is not kept")
	}
	s.keys("esc", "2", "enter") // the answer can be changed
	s.sees("Foreign capital")
}

func TestImpactIsShownBeforeItIsDone(t *testing.T) {
	keys := flat(company, "800万", "enter", "ctrl+g", "coverage", "enter", "3", "enter")
	s := play(t, locales.EN, 80, 24, keys)
	s.sees("This changes things", "Communications Administration", "at least CNY 1,000,000")
	if s.store.answer("coverage").Value != model.Text("nationwide") {
		t.Error("changed before it was confirmed")
	}
	s.keys("esc")
	if s.store.answer("coverage").Value != model.Text("nationwide") {
		t.Error("Esc changed it")
	}
	s.keys("enter", "enter") // again, and yes
	if s.store.answer("coverage").Value != model.Text("one-province") {
		t.Error("not changed when it was confirmed")
	}
	s.sees("Provinces")
}

// A save that fails says so, keeps everything on the screen, and is tried
// again with the next key.
func TestFailedSave(t *testing.T) {
	s := play(t, locales.EN, 80, 24, company)
	s.store.fail = errors.New("the disk is full")
	s.keys("1000万", "enter")
	s.sees("not saved", "the disk is full")
	s.store.fail = nil
	s.keys("down")
	s.sees("saved 12:00")
	if s.store.answer("registered-capital").Value != model.Number(10_000_000) {
		t.Error("lost the answer")
	}
}

// What is under way when the program is told to leave is saved first.
func TestLeaveSaves(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "800"))
	s.send(LeaveMsg{})
	if !s.quit || s.store.drafts["app1"].Text["registered-capital"] != "800" {
		t.Errorf("quit %v, draft %+v", s.quit, s.store.drafts["app1"])
	}
}

// A terminal that is gone brings no replies any more: Flush saves the rest.
func TestFlush(t *testing.T) {
	s := play(t, locales.EN, 80, 24, company)
	next, _ := s.shell.Update(tea.KeyPressMsg{Code: '9', Text: "9"}) // its effects are never run
	if err := next.(Shell).Flush(); err != nil {
		t.Fatal(err)
	}
	if got := s.store.drafts["app1"].Text["registered-capital"]; got != "9" {
		t.Errorf("draft %q", got)
	}
}

func TestExportAsksBeforeItReplaces(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "ctrl+g", "export", "enter"))
	exists := true
	s.write = func(r ExportRequest) error {
		if exists && !r.Replace {
			return fs.ErrExist
		}
		s.export = append(s.export, r)
		return nil
	}
	s.keys("ctrl+u", "list.md", "enter", "enter", "enter")
	s.sees("exists")
	s.keys("esc")
	if len(s.export) != 0 {
		t.Fatal("replaced without a yes")
	}
}

func TestShareholdersMakeRows(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, capital,
		"Alpha", "enter", "1", "enter", "enter", "60", "enter", "enter",
		"enter", "Beta", "enter", "2", "enter", "enter", "40", "enter", "enter"))
	s.sees("Alpha", "Beta", "60%", "40%")
	s.keys("up", "up", "del")
	s.sees("Remove “Alpha”?", "no longer needed")
	s.keys("esc", "ctrl+g", "materials", "enter")
	rows := 0
	for _, r := range s.shell.open.rows {
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
	m := newMemory()
	p, err := builtin{}.Latest(callCenter)
	if err != nil {
		t.Fatal(err)
	}
	for range 3_000 {
		app := model.New(p, "公司")
		if _, err := m.Create(app, model.Summary{Title: "公司", Procedure: p.ID, Edition: p.Edition, State: "preparing"}); err != nil {
			t.Fatal(err)
		}
	}
	s := drive(t, m, locales.ZH, 80, 24)
	s.sees("3000")
	s.keys("end")
	s.fits()
	if n := len(s.shell.stack[0].(*home).rows); n > stretch {
		t.Errorf("%d rows are loaded", n)
	}
	s.sees("公司")
}

// Holding Enter makes no statements: the first one only marks an option.
func TestEnterAloneAnswersNothing(t *testing.T) {
	s := play(t, locales.EN, 80, 24, []string{"n", "enter", "enter"})
	s.sees("Whom you serve", "● 1")
	if s.store.answer("service-for").Value != nil {
		t.Error("answered by Enter alone")
	}
	s.keys("enter")
	s.sees("Marketing calls")
}

// A section with an answer that stops the application is not ticked off.
func TestSectionMarkShowsWhatStops(t *testing.T) {
	s := play(t, locales.EN, 80, 24, []string{"n", "enter", "2", "enter", "right", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter", "ctrl+g", "overview", "enter"})
	s.sees("✗ Does it apply")
}

// Leaving while a document is being written waits for it.
func TestLeaveWaitsForTheExport(t *testing.T) {
	s := play(t, locales.EN, 80, 24, company)
	s.shell.writing = 1
	s.send(LeaveMsg{})
	if s.quit {
		t.Fatal("left in the middle of an export")
	}
	s.send(workedMsg{exportedMsg{path: "list.md"}})
	if !s.quit {
		t.Fatal("did not leave after it")
	}
}
