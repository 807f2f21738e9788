package board_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

func openBoard(t *testing.T) *uitest.Session {
	return uitest.Drive(t, uitest.Clients(t), locales.EN, 100, 30)
}

// Esc takes one thing away after the other, and leaves only when nothing is
// narrowed any more.
func TestEscClearsBeforeItLeaves(t *testing.T) {
	s := openBoard(t)
	s.Keys("f", "space", "esc")
	s.Sees("[my turn]", "3 shown")
	s.Hidden("Blue Whale")
	s.Keys("/", "公司", "enter")
	s.Sees("Next:") // the first one found
	s.Keys("esc")
	s.Keys("esc")
	s.Sees("[my turn]")
	s.Keys("space")
	s.Sees("1 selected")
	s.Keys("esc")
	s.Hidden("selected")
	s.Sees("[my turn]")
	s.Keys("esc")
	s.Sees("Blue Whale")
	s.Hidden("[my turn]")
	if s.Quit {
		t.Fatal("left while something was narrowed")
	}
	if s.Keys("esc"); !s.Quit {
		t.Error("did not leave")
	}
}

// Several filters hold together; choosing one again takes it away, another of
// its kind takes its place.
func TestFiltersTogether(t *testing.T) {
	s := openBoard(t)
	s.Keys("ctrl+t", "space")
	s.Sees("3 shown", "[my turn]")
	s.Keys("tab", "tab", "tab", "space") // responsible: whoever has most of those
	s.Sees("2 shown", "[my turn] [李四]")
	s.Keys("down", "space")
	s.Sees("1 shown", "[my turn] [张三]")
	s.Keys("space")
	s.Sees("3 shown", "[my turn]")
	s.Keys("del")
	s.Sees("5 shown")
	s.Hidden("[my turn]")
	s.Keys("end", "space", "esc")
	s.Sees("5 shown", "[")
}

// What is filtered by stays on the list of choices even if it leaves nothing.
func TestChosenFilterStays(t *testing.T) {
	s := openBoard(t)
	s.Keys("/", "蓝鲸", "esc") // esc empties the search line
	s.Hidden("shown")
	s.Keys("f", "down", "space") // waiting for the client
	s.Sees("1 shown")
	s.Keys("esc", "/", "蓝鲸", "ctrl+t")
	s.Sees("● waiting for the client", "0 shown")
}

func TestSortStaysAndIsShown(t *testing.T) {
	s := openBoard(t)
	s.Sees("by due date")
	s.Keys("o")
	s.Sees("latest change first")
	s.Keys("o")
	s.Sees("by name")
	s.Keys("o")
	s.Sees("by due date")
}

// A view keeps filter, search and order; it is there after a restart, and can
// be removed.
func TestViews(t *testing.T) {
	s := openBoard(t)
	s.Keys("v", "n")
	s.Sees("Filter or search first")
	s.Keys("esc", "f", "space", "esc", "o", "v", "n", "enter")
	s.Sees("Give the view a name")
	s.Keys("Busy", "enter")
	s.Sees("Saved: Busy")
	want := model.View{Name: "Busy", Filter: model.Filter{model.OfTurn: "applicant"}, Sort: model.ByUpdated}
	if len(s.Store.Kept) != 1 || s.Store.Kept[0].Name != want.Name || s.Store.Kept[0].Sort != want.Sort || s.Store.Kept[0].Filter[model.OfTurn] != "applicant" {
		t.Fatalf("%+v", s.Store.Kept)
	}
	s = uitest.Drive(t, s.Store, locales.EN, 100, 30)
	s.Keys("v", "down", "down", "down", "down", "enter")
	s.Sees("[my turn]", "latest change first", "3 shown")
	s.Keys("v", "enter")
	s.Hidden("shown")
	s.Keys("v", "down", "down", "enter")
	s.Sees("[waiting for the authority]", "1 shown")
	s.Keys("v", "end", "up", "up", "del")
	s.Sees("Remove the view “Busy”?")
	s.Keys("right", "enter")
	s.Hidden("Busy")
	if len(s.Store.Kept) != 0 {
		t.Errorf("%+v", s.Store.Kept)
	}
}

func TestTagAndAssignMany(t *testing.T) {
	s := openBoard(t)
	s.Keys("space", "space", "x", "down", "enter")
	s.Sees("In use: 2027")
	s.Keys("enter", "enter")
	s.Sees("Name at least one tag")
	s.Keys("a\\", "enter")
	s.Keys("esc", "x", "down", "enter", strings.Repeat("x", model.MaxLabel+1), "tab", "enter")
	s.Sees("not-a-label") // the words are the command line's
	s.Keys("ctrl+u")
	s.Keys("south, vip", "tab", "重点", "enter")
	s.Sees("Tags changed: 2 applications", "#south")
	if got := s.Store.Sums["app1"].Tags; !slices.Equal(got, []string{"south", "vip"}) {
		t.Errorf("%q", got)
	}
	s.Keys("x", "down", "down", "enter", "ctrl+u", "王五", "enter")
	s.Sees("Responsible person noted: 1 application")
	if got := s.Store.Sums["app3"].Responsible; got != "王五" {
		t.Errorf("%q", got)
	}
}

// All means all that the filter has, wherever it is on the list.
func TestSelectAllInTheFilter(t *testing.T) {
	s := openBoard(t)
	s.Keys("f", "space", "esc", "ctrl+a")
	s.Sees("3 selected")
	s.Keys("ctrl+a")
	s.Hidden("selected")
	s.Keys("ctrl+a", "del")
	s.Sees("Move 3 applications to the trash?", "北京蓝鲸", "广州应答")
	s.Keys("right", "enter")
	s.Sees("Nothing found")
	if n := len(s.Store.Find(model.Query{Trash: true})); n != 4 {
		t.Errorf("%d in the trash", n)
	}
	s.Keys("u", "esc")
	s.Sees("5 applications")
}

func TestArchiveAndBack(t *testing.T) {
	s := openBoard(t)
	s.Keys("x", "down", "down", "down", "enter")
	s.Sees("put into the archive", "4 applications")
	s.Keys("u")
	s.Sees("brought back", "5 applications")
	s.Keys("v", "end", "up", "enter")
	s.Sees("武汉旧声")
	s.Keys("enter")
	s.Sees("Next:") // it can be opened where it is
	s.Keys("esc", "u")
	s.Sees("The archive is empty")
	s.Keys("esc", "esc")
	s.Sees("6 applications")
}

// What goes for good is asked about by its name; Esc and Enter alone keep it.
func TestPurge(t *testing.T) {
	s := openBoard(t)
	s.Keys("v", "end", "enter", "del")
	s.Sees("Remove “天津误建有限公司” for good?")
	s.Keys("enter")
	s.Sees("1 application in the trash")
	s.Keys("enter", "right", "enter", "esc")
	s.Sees("In the trash since")
	s.Keys("right", "enter", "right", "enter")
	s.Sees("Removed for good: 天津误建有限公司", "The trash is empty")
	if _, ok := s.Store.Apps["app7"]; ok {
		t.Error("it is still there")
	}
}

// What is removed for good and still in a backup is not called gone.
func TestD11(t *testing.T) {
	s := openBoard(t)
	s.Store.Backups = []string{"data/xuke.db.v1-backup"}
	s.Keys("v", "end", "enter", "del", "right", "enter")
	s.Sees("a copy still holds it: data/xuke.db.v1-backup", "The trash is empty")
}

func TestTakenOutOfTheTrash(t *testing.T) {
	s := openBoard(t)
	s.Keys("v", "end", "enter", "enter", "enter")
	s.Sees("The trash is empty")
	s.Keys("esc", "esc")
	s.Sees("天津误建", "6 applications")
}

// An export of many never replaces a file unasked, and goes on after one that
// fails.
func TestExportMany(t *testing.T) {
	s := openBoard(t)
	s.Output.There = map[string]bool{"/here/out/北京蓝鲸客服科技有限公司-app1.md": true}
	delete(s.Store.Apps, "app3") // it cannot be read any more
	s.Keys("ctrl+a", "e", "ctrl+u", "out", "enter", "enter", "enter")
	s.Sees("5/5", "3 files are in out", "1 file was there already", "1 application could not be exported", "no such application")
	if n := len(s.Output.Documents); n != 3 {
		t.Errorf("%d were exported", n)
	}
	s.Keys("enter")
	s.Sees("1/1", "1 file is in out")
	if d := s.Output.Last(); !d.Replace || !strings.HasSuffix(d.Path, "-app1.md") || !strings.Contains(d.Text, "北京蓝鲸客服科技有限公司") {
		t.Errorf("%+v", d)
	}
	s.Keys("enter")
	s.Sees("5 selected")
}

// A copy for the same client: every answer waits to be confirmed.
func TestCloneForTheSameClient(t *testing.T) {
	s := openBoard(t)
	s.Keys("x", "end", "enter", "enter")
	app := s.Store.Apps["app8"]
	if a := app.Answers["company-name"]; a.Copied != model.DateOf(uitest.Noon) || app.Responsible != "张三" {
		t.Fatalf("%+v", app)
	}
	s.Keys("ctrl+g", "company-name", "enter")
	s.Sees("copied on")
	s = openBoard(t)
	s.Keys("space", "space", "x", "end", "enter")
	s.Sees("one application at a time", "Responsible person")
}

// Each copied answer says so on its page, in the check and in the progress,
// until Enter there confirms it: lists, optional answers and groups too.
func TestCopiedAnswersAreConfirmedOneByOne(t *testing.T) {
	s := uitest.Play(t, locales.EN, 100, 40, uitest.Flat(uitest.Company, uitest.Capital, "甲公司", "enter", "1", "enter", "enter", "100", "enter", uitest.Back(20)))
	s = uitest.Drive(t, s.Store, locales.EN, 100, 40)
	s.Keys("esc", "x", "end", "enter", "enter")
	d := s.Shell.Desk()
	if d == nil || d.App.ID != "app2" {
		t.Fatal("the copy is not open:\n" + s.Screen())
	}
	before := model.Unconfirmed(d.Proc, &d.App)
	if len(before) < 10 || d.Rows == nil || model.Answered(d.Proc, &d.App, "").Done != 0 {
		t.Fatalf("%d to be confirmed, %+v", len(before), model.Answered(d.Proc, &d.App, ""))
	}
	if n := model.NextOf(d.Proc, &d.App, s.Env.Workdays); n.Code != model.NextConfirm && n.Code != model.NextAnswer {
		t.Errorf("next is %+v", n)
	}
	for i := 0; len(model.Unconfirmed(d.Proc, &d.App)) > 0; i++ {
		left := model.Unconfirmed(d.Proc, &d.App)
		s.Keys("ctrl+g", string(left[0]), "enter")
		s.Sees("copied on")
		for range 12 {
			if d = s.Shell.Desk(); !d.App.Answers[left[0]].Unconfirmed() {
				break
			}
			if d.Proc.Question(left[0]).Kind == model.List {
				s.Keys("end")
			}
			s.Keys("enter")
		}
		if d.App.Answers[left[0]].Unconfirmed() || i > 40 {
			t.Fatalf("Enter does not confirm %s:\n%s", left[0], s.Screen())
		}
		if got, was := d.App.Answers[left[0]].Value, s.Store.Apps["app1"].Answers[left[0]].Value; !model.Equal(got, was) {
			t.Errorf("%s is %v, was %v", left[0], got, was)
		}
	}
	if model.Answered(d.Proc, &d.App, "").Done == 0 {
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
