package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func openBoard(t *testing.T) *session { return drive(t, clients(t), locales.EN, 100, 30) }

func (s *session) hidden(texts ...string) {
	s.t.Helper()
	for _, text := range texts {
		if shown := s.screen(); strings.Contains(shown, text) {
			s.t.Fatalf("%q on:\n%s", text, shown)
		}
	}
}

// Esc takes one thing away after the other, and leaves only when nothing is
// narrowed any more.
func TestEscClearsBeforeItLeaves(t *testing.T) {
	s := openBoard(t)
	s.keys("f", "space", "esc")
	s.sees("[my turn]", "3 shown")
	s.hidden("Blue Whale")
	s.keys("/", "公司", "enter")
	s.sees("Next:") // the first one found
	s.keys("esc")
	s.keys("esc")
	s.sees("[my turn]")
	s.keys("space")
	s.sees("1 selected")
	s.keys("esc")
	s.hidden("selected")
	s.sees("[my turn]")
	s.keys("esc")
	s.sees("Blue Whale")
	s.hidden("[my turn]")
	if s.quit {
		t.Fatal("left while something was narrowed")
	}
	if s.keys("esc"); !s.quit {
		t.Error("did not leave")
	}
}

// Several filters hold together; choosing one again takes it away, another of
// its kind takes its place.
func TestFiltersTogether(t *testing.T) {
	s := openBoard(t)
	s.keys("ctrl+t", "space")
	s.sees("3 shown", "[my turn]")
	s.keys("tab", "tab", "tab", "space") // responsible: whoever has most of those
	s.sees("2 shown", "[my turn] [李四]")
	s.keys("down", "space")
	s.sees("1 shown", "[my turn] [张三]")
	s.keys("space")
	s.sees("3 shown", "[my turn]")
	s.keys("del")
	s.sees("5 shown")
	s.hidden("[my turn]")
	s.keys("end", "space", "esc")
	s.sees("5 shown", "[")
}

// What is filtered by stays on the list of choices even if it leaves nothing.
func TestChosenFilterStays(t *testing.T) {
	s := openBoard(t)
	s.keys("/", "蓝鲸", "esc") // esc empties the search line
	s.hidden("shown")
	s.keys("f", "down", "space") // waiting for the client
	s.sees("1 shown")
	s.keys("esc", "/", "蓝鲸", "ctrl+t")
	s.sees("● waiting for the client", "0 shown")
}

func TestSortStaysAndIsShown(t *testing.T) {
	s := openBoard(t)
	s.sees("by due date")
	s.keys("o")
	s.sees("latest change first")
	s.keys("o")
	s.sees("by name")
	s.keys("o")
	s.sees("by due date")
}

// A view keeps filter, search and order; it is there after a restart, and can
// be removed.
func TestViews(t *testing.T) {
	s := openBoard(t)
	s.keys("v", "n")
	s.sees("Filter or search first")
	s.keys("esc", "f", "space", "esc", "o", "v", "n", "enter")
	s.sees("Give the view a name")
	s.keys("Busy", "enter")
	s.sees("Saved: Busy")
	want := model.View{Name: "Busy", Filter: model.Filter{model.OfTurn: "applicant"}, Sort: model.ByUpdated}
	if len(s.store.views) != 1 || s.store.views[0].Name != want.Name || s.store.views[0].Sort != want.Sort || s.store.views[0].Filter[model.OfTurn] != "applicant" {
		t.Fatalf("%+v", s.store.views)
	}
	s = drive(t, s.store, locales.EN, 100, 30)
	s.keys("v", "down", "down", "down", "down", "enter")
	s.sees("[my turn]", "latest change first", "3 shown")
	s.keys("v", "enter")
	s.hidden("shown")
	s.keys("v", "down", "down", "enter")
	s.sees("[waiting for the authority]", "1 shown")
	s.keys("v", "end", "up", "up", "del")
	s.sees("Remove the view “Busy”?")
	s.keys("right", "enter")
	s.hidden("Busy")
	if len(s.store.views) != 0 {
		t.Errorf("%+v", s.store.views)
	}
}

func TestTagAndAssignMany(t *testing.T) {
	s := openBoard(t)
	s.keys("space", "space", "x", "down", "enter")
	s.sees("In use: 2027")
	s.keys("enter", "enter")
	s.sees("Name at least one tag")
	s.keys("a\\", "enter")
	s.keys("esc", "x", "down", "enter", strings.Repeat("x", model.MaxLabel+1), "tab", "enter")
	s.sees("not-a-label") // the words are the command line's
	s.keys("ctrl+u")
	s.keys("south, vip", "tab", "重点", "enter")
	s.sees("Tags changed: 2 applications", "#south")
	if got := s.store.sums["app1"].Tags; !slices.Equal(got, []string{"south", "vip"}) {
		t.Errorf("%q", got)
	}
	s.keys("x", "down", "down", "enter", "ctrl+u", "王五", "enter")
	s.sees("Responsible person noted: 1 application")
	if got := s.store.sums["app3"].Responsible; got != "王五" {
		t.Errorf("%q", got)
	}
}

// All means all that the filter has, wherever it is on the list.
func TestSelectAllInTheFilter(t *testing.T) {
	s := openBoard(t)
	s.keys("f", "space", "esc", "ctrl+a")
	s.sees("3 selected")
	s.keys("ctrl+a")
	s.hidden("selected")
	s.keys("ctrl+a", "del")
	s.sees("Move 3 applications to the trash?", "北京蓝鲸", "广州应答")
	s.keys("right", "enter")
	s.sees("Nothing found")
	if n := len(s.store.find(model.Query{Trash: true})); n != 4 {
		t.Errorf("%d in the trash", n)
	}
	s.keys("u", "esc")
	s.sees("5 applications")
}

func TestArchiveAndBack(t *testing.T) {
	s := openBoard(t)
	s.keys("x", "down", "down", "down", "enter")
	s.sees("put into the archive", "4 applications")
	s.keys("u")
	s.sees("brought back", "5 applications")
	s.keys("v", "end", "up", "enter")
	s.sees("武汉旧声")
	s.keys("enter")
	s.sees("Next:") // it can be opened where it is
	s.keys("esc", "u")
	s.sees("The archive is empty")
	s.keys("esc", "esc")
	s.sees("6 applications")
}

// What goes for good is asked about by its name; Esc and Enter alone keep it.
func TestPurge(t *testing.T) {
	s := openBoard(t)
	s.keys("v", "end", "enter", "del")
	s.sees("Remove “天津误建有限公司” for good?")
	s.keys("enter")
	s.sees("1 application in the trash")
	s.keys("enter", "right", "enter", "esc")
	s.sees("In the trash since")
	s.keys("right", "enter", "right", "enter")
	s.sees("Removed for good: 天津误建有限公司", "The trash is empty")
	if _, ok := s.store.apps["app7"]; ok {
		t.Error("it is still there")
	}
}

func TestTakenOutOfTheTrash(t *testing.T) {
	s := openBoard(t)
	s.keys("v", "end", "enter", "enter", "enter")
	s.sees("The trash is empty")
	s.keys("esc", "esc")
	s.sees("天津误建", "6 applications")
}

// An export of many never replaces a file unasked, and goes on after one that
// fails.
func TestExportMany(t *testing.T) {
	s := openBoard(t)
	s.there = map[string]bool{"out/北京蓝鲸客服科技有限公司-app1.md": true}
	delete(s.store.apps, "app3") // it cannot be read any more
	s.keys("ctrl+a", "e", "ctrl+u", "out", "enter", "enter", "enter")
	s.sees("5/5", "3 files are in out", "1 file was there already", "1 application could not be exported", "no such application")
	if len(s.export) != 3 {
		t.Errorf("%d were exported", len(s.export))
	}
	s.keys("enter")
	s.sees("1/1", "1 file is in out")
	if r := s.export[len(s.export)-1]; !r.Replace || r.App.ID != "app1" {
		t.Errorf("%+v", r)
	}
	s.keys("enter")
	s.sees("5 selected")
}

// A copy for the same client: every answer waits to be confirmed.
func TestCloneForTheSameClient(t *testing.T) {
	s := openBoard(t)
	s.keys("x", "end", "enter", "enter")
	app := s.store.apps["app8"]
	if a := app.Answers["company-name"]; a.Copied != model.DateOf(noon) || app.Responsible != "张三" {
		t.Fatalf("%+v", app)
	}
	s.keys("ctrl+g", "company-name", "enter")
	s.sees("copied on")
	s = openBoard(t)
	s.keys("space", "space", "x", "end", "enter")
	s.sees("one application at a time", "Responsible person")
}

// Each copied answer says so on its page, in the check and in the progress,
// until Enter there confirms it: lists, optional answers and groups too.
func TestCopiedAnswersAreConfirmedOneByOne(t *testing.T) {
	s := play(t, locales.EN, 100, 40, flat(company, capital, "甲公司", "enter", "1", "enter", "enter", "100", "enter", back(20)))
	s = drive(t, s.store, locales.EN, 100, 40)
	s.keys("esc", "x", "end", "enter", "enter")
	d := s.shell.open
	if d == nil || d.app.ID != "app2" {
		t.Fatal("the copy is not open:\n" + s.screen())
	}
	before := model.Unconfirmed(d.proc, &d.app)
	if len(before) < 10 || d.rows == nil || model.Answered(d.proc, &d.app, "").Done != 0 {
		t.Fatalf("%d to be confirmed, %+v", len(before), model.Answered(d.proc, &d.app, ""))
	}
	if n := model.NextOf(d.proc, &d.app, s.env.Workdays); n.Code != model.NextConfirm && n.Code != model.NextAnswer {
		t.Errorf("next is %+v", n)
	}
	for i := 0; len(model.Unconfirmed(d.proc, &d.app)) > 0; i++ {
		left := model.Unconfirmed(d.proc, &d.app)
		s.keys("ctrl+g", string(left[0]), "enter")
		s.sees("copied on")
		for range 12 {
			if d = s.shell.open; !d.app.Answers[left[0]].Unconfirmed() {
				break
			}
			if d.proc.Question(left[0]).Kind == model.List {
				s.keys("end")
			}
			s.keys("enter")
		}
		if d.app.Answers[left[0]].Unconfirmed() || i > 40 {
			t.Fatalf("Enter does not confirm %s:\n%s", left[0], s.screen())
		}
		if got, was := d.app.Answers[left[0]].Value, s.store.apps["app1"].Answers[left[0]].Value; !model.Equal(got, was) {
			t.Errorf("%s is %v, was %v", left[0], got, was)
		}
	}
	if model.Answered(d.proc, &d.app, "").Done == 0 {
		t.Error("nothing counts as answered")
	}
}

// Somebody in the wizard is told the way back in the wizard, not a command.
func TestTrashTellsTheWayBack(t *testing.T) {
	for _, lang := range locales.Langs {
		p, err := locales.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		if body := p.T(locales.UIHomeDeleteBody); strings.Contains(body, "xuke ") {
			t.Errorf("%s: %q", lang, body)
		}
	}
}
