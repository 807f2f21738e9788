package track_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// notices are the texts that the reader of notices is tried on.
const notices = "../../model/notice/testdata/"

func noticeText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(notices + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// openRow puts the row of the submission page in focus that begins so, and opens
// it.
func openRow(t *testing.T, s *uitest.Session, begins string) {
	t.Helper()
	s.Keys(toSubmission...)
	s.Keys("home")
	for range 40 {
		if strings.Contains(s.Screen(), "▌ "+begins) {
			s.Keys("enter")
			return
		}
		s.Keys("down")
	}
	t.Fatalf("no row %q on:\n%s", begins, s.Screen())
}

// on pins another day.
func on(s *uitest.Session, day model.Date) { s.Env.Today = func() model.Date { return day } }

// The rows of events, by their language.
var (
	returnedRow = map[locales.Lang]string{locales.ZH: "+ 收到补正通知", locales.EN: "+ Received a correction notice"}
	acceptedRow = map[locales.Lang]string{locales.ZH: "+ 收到受理通知", locales.EN: "+ Received notice of acceptance"}
)

// TestD7 pastes a notice into the form of its event: its items are there with
// what they are about, its number, date and deadline in the fields, and nothing
// else has become an item. One Enter records it.
func TestD7(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 20}} {
		for _, lang := range locales.Langs {
			t.Run(fmt.Sprintf("%dx%d.%s", size[0], size[1], lang), func(t *testing.T) { pasted(t, lang, size) })
		}
	}
}

func pasted(t *testing.T, lang locales.Lang, size [2]int) {
	for _, n := range []struct {
		file   string
		on     model.Date
		number string
		due    string
		items  []model.Item
	}{
		{"notice1.txt", model.Date{Year: 2027, Month: 1, Day: 13}, "示信管许补〔2027〕第018号", "2027-02-12", []model.Item{
			{Material: "equity-chart", Reason: model.Incomplete}, {Material: "technical-plan", Reason: model.Incomplete},
			{Material: "legal-representative-id", Reason: model.Incorrect}, {Material: "lawful-operation-commitment", Reason: model.Incorrect},
		}},
		{"notice2.txt", model.Date{Year: 2027, Month: 3, Day: 2}, "2027-示-00321", "2027-03-16", []model.Item{
			{Answer: "registered-capital", Reason: model.Incorrect}, {Material: "business-plan", Reason: model.Incorrect},
			{Material: "social-insurance", Reason: model.Incorrect}, {Material: "no-nuisance-calls-commitment", Reason: model.Incomplete},
		}},
		{"notice3.txt", model.Date{Year: 2027, Month: 3, Day: 24}, "", "2027-04-15", []model.Item{
			{Material: "articles-of-association", Reason: model.Incomplete}, {Material: "premises-proof", Reason: model.Outdated},
			{Material: "credibility", Reason: model.Outdated},
		}},
	} {
		store := uitest.Tracked(t, uitest.Unanswered)
		s := uitest.Drive(t, store, lang, size[0], size[1])
		on(s, model.Date{Year: 2027, Month: 3, Day: 25})
		openRow(t, s, returnedRow[lang])
		s.Send(tea.PasteMsg{Content: noticeText(t, n.file)})
		s.Fits()
		s.Keys("enter")
		app := store.Apps["app1"]
		if len(app.Events) != 2 {
			t.Fatalf("%s: recorded %+v\n%s", n.file, app.Events, s.Screen())
		}
		e := app.Events[1]
		end, _, _ := e.Due.On(e.Date, e.Received, calendar.China())
		if e.Date != n.on || e.Number != n.number || end.String() != n.due || len(e.Rest) == 0 {
			t.Errorf("%s: recorded %v %q until %v, and %d lines beside", n.file, e.Date, e.Number, end, len(e.Rest))
		}
		if len(app.Items) != len(n.items) {
			t.Fatalf("%s: items %+v", n.file, app.Items)
		}
		for i, it := range app.Items {
			if it.Material != n.items[i].Material || it.Answer != n.items[i].Answer || it.Reason != n.items[i].Reason || it.Text == "" {
				t.Errorf("%s: item %d is %+v", n.file, i, it)
			}
		}
	}
}

// What is only offered is left out until it is taken in, and what is left out is
// kept with the rest of the notice.
func TestOfferedItems(t *testing.T) {
	store := uitest.Tracked(t, uitest.Unanswered)
	s := uitest.Drive(t, store, locales.EN, 80, 24)
	openRow(t, s, returnedRow[locales.EN])
	s.Send(tea.PasteMsg{Content: "补正通知\n请补充以下材料：\n股权结构图未追溯到自然人\n请补充章程\n"})
	s.Sees("▌ › That is all: record it with 0 items", "May be asked for too", "– 股权结构图未追溯到自然人", "The rest of the notice (")
	s.Keys("down", "space")
	s.Sees("▌ ○ 股权结构图未追溯到自然人", "record it with 1 item")
	s.Keys("end", "enter")
	s.Sees("补正通知")
	s.Keys("esc", "tab")
	app := store.Apps["app1"]
	if len(app.Items) != 1 || app.Items[0].Material != "equity-chart" {
		t.Fatalf("recorded %+v\n%s", app.Items, s.Screen())
	}
	if rest := strings.Join(app.Events[1].Rest, "|"); !strings.Contains(rest, "请补充章程") || !strings.Contains(rest, "补正通知") {
		t.Errorf("kept %q", rest)
	}
	if kept := store.Drafts["app1"].Text; len(kept) > 0 {
		t.Errorf("still half-typed: %v", kept)
	}
}

// An acceptance gives its number and date, a decision too, and a notice of
// another kind is a slip.
func TestPastedAcceptance(t *testing.T) {
	for _, lang := range locales.Langs {
		store := uitest.Tracked(t, uitest.Unanswered)
		s := uitest.Drive(t, store, lang, 60, 20)
		on(s, model.Date{Year: 2027, Month: 3, Day: 25})
		openRow(t, s, acceptedRow[lang])
		s.Send(tea.PasteMsg{Content: noticeText(t, "notice1.txt")})
		if e := store.Apps["app1"].Events; len(e) != 1 || strings.Contains(s.Screen(), "018") {
			t.Fatalf("filled in by another notice:\n%s", s.Screen())
		}
		s.Send(tea.PasteMsg{Content: noticeText(t, "acceptance.txt")})
		s.Keys("tab", "tab", "enter", "enter")
		e := store.Apps["app1"].Events
		if len(e) != 2 || e[1].Number == "" || e[1].Date.Year != 2027 && e[1].Date.Year != 2026 || len(e[1].Rest) == 0 || len(store.Apps["app1"].Items) > 0 {
			t.Errorf("recorded %+v\n%s", e, s.Screen())
		}
	}
}

// TestD1 types the deadline of a notice: what was understood is below the field,
// and it is the only one that counts, in the bar too.
func TestD1(t *testing.T) {
	for _, tt := range []struct {
		lang       locales.Lang
		size       [2]int
		typed      string
		understood string
		bar        string
	}{
		{locales.ZH, [2]int{80, 24}, "30日内", "= 30天，自收到之日起 → 2026年12月22日", "通知写的：12月22日"},
		{locales.ZH, [2]int{60, 20}, "10wd", "= 10个工作日，自收到之日起 → 2026年12月4日", "通知写的：12月4日"},
		{locales.EN, [2]int{80, 24}, "2026-12-31", "= 31 December 2026", "by the notice: 31 Dec"},
		{locales.EN, [2]int{60, 20}, "30 days", "= 30 days from receipt → 22 December 2026", "by the notice: 22 Dec"},
	} {
		store := uitest.Tracked(t, uitest.Unanswered)
		s := uitest.Drive(t, store, tt.lang, tt.size[0], tt.size[1])
		openRow(t, s, returnedRow[tt.lang])
		s.Keys("ctrl+u", "2026-11-20", "tab", "tab", "2026-11-22", "tab", tt.typed)
		s.Sees(tt.understood)
		s.Fits()
		s.Keys("tab", "enter", "tab", "tab") // without items, which is said once
		for range 40 {
			if strings.Contains(s.Screen(), tt.bar) {
				break
			}
			s.Keys("down")
		}
		s.Sees(tt.bar)
		e := store.Apps["app1"].Events[1]
		if e.Received != uitest.On(11, 22) || !e.Due.Known() {
			t.Errorf("recorded %+v", e)
		}
	}
	s := uitest.Drive(t, uitest.Tracked(t, uitest.Unanswered), locales.EN, 80, 24)
	openRow(t, s, returnedRow[locales.EN])
	s.Keys("tab", "tab", "tab", "soon", "tab", "enter")
	s.Sees("“soon” is not a deadline")
}

// TestD8 adds the validity to a licence that was recorded without it, from the
// timeline, and nothing that came later is touched.
func TestD8(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 20}} {
		for _, lang := range locales.Langs {
			store := uitest.Tracked(t, issuedBare)
			s := uitest.Drive(t, store, lang, size[0], size[1])
			openRow(t, s, map[locales.Lang]string{locales.ZH: "├ 10月9日 ", locales.EN: "├ 9 Oct "}[lang])
			s.Fits()
			s.Keys("enter")
			s.Fits()
			s.Keys("tab", "B2-1", "tab", "2031-10-08", "tab", "enter")
			app := store.Apps["app1"]
			if e := app.Events[3]; e.Number != "B2-1" || e.ValidUntil != (model.Date{Year: 2031, Month: 10, Day: 8}) || len(app.Events) != 5 {
				t.Fatalf("amended to %+v\n%s", app.Events, s.Screen())
			}
			if kept := store.Drafts["app1"].Text; len(kept) > 0 {
				t.Errorf("still half-typed: %v", kept)
			}
		}
	}
}

// issuedBare has its licence, and went on since.
func issuedBare(p *model.Procedure, a *model.Application) error {
	for _, e := range []model.Event{
		{ID: "submitted", Date: uitest.On(8, 3)}, {ID: "accepted", Date: uitest.On(8, 7)}, {ID: "approved", Date: uitest.On(9, 30)},
		{ID: "issued", Date: uitest.On(10, 9)}, {ID: "numbers-filed", Date: uitest.On(10, 12)},
	} {
		if err := a.Record(p, e, nil); err != nil {
			return err
		}
	}
	return nil
}

// A recorded item is written anew from its page.
func TestItemRewritten(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, 80, 24)
	s.Keys(uitest.Flat(toSubmission, "home", "enter", "down", "down", "enter")...)
	s.Sees("Edit this item")
	s.Keys("ctrl+u", "画到自然人", "tab", "1", "tab", "enter")
	if it := s.Store.Apps["app1"].Items[1]; it.Text != "画到自然人" || it.Reason != model.Incorrect || it.Material != "equity-chart" || it.Round != 2 {
		t.Errorf("rewritten to %+v\n%s", it, s.Screen())
	}
}

// TestD31 asks before a day to come is recorded.
func TestD31(t *testing.T) {
	for _, lang := range locales.Langs {
		store := uitest.Tracked(t, uitest.Unanswered)
		s := uitest.Drive(t, store, lang, 60, 20)
		openRow(t, s, acceptedRow[lang])
		s.Keys("ctrl+u", "2026-12-24", "tab", "tab", "tab", "enter")
		if len(store.Apps["app1"].Events) != 1 {
			t.Fatalf("recorded at once:\n%s", s.Screen())
		}
		s.Fits()
		s.Keys("enter", "enter", "right", "enter")
		if e := store.Apps["app1"].Events; len(e) != 2 || e[1].Date != uitest.On(12, 24) {
			t.Errorf("recorded %+v\n%s", e, s.Screen())
		}
	}
}

// TestD26 asks before an item is settled that names what is as it was.
func TestD26(t *testing.T) {
	for _, lang := range locales.Langs {
		s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), lang, 60, 20)
		s.Keys(uitest.Flat(toSubmission, "home", "space")...)
		s.Fits()
		s.Keys("enter")
		if s.Store.Apps["app1"].Items[1].Resolved {
			t.Fatal("settled without asking")
		}
		s.Keys("down", "space") // the licence was changed
		if !s.Store.Apps["app1"].Items[2].Resolved {
			t.Fatalf("asked without need:\n%s", s.Screen())
		}
	}
}

// A licence past its last day is called that where it stood as received.
func TestExpiredLicence(t *testing.T) {
	for _, lang := range locales.Langs {
		store := uitest.Tracked(t, func(p *model.Procedure, a *model.Application) error {
			if err := issuedBare(p, a); err != nil {
				return err
			}
			until := model.Date{Year: 2031, Month: 10, Day: 8}
			return a.Amend(p, 3, model.Amendment{ValidUntil: &until})
		})
		s := uitest.Drive(t, store, lang, 80, 24)
		s.Keys(toSubmission...)
		want := map[locales.Lang][2]string{
			locales.ZH: {"许可证已于2031年10月8日到期", "许可证有效期至"}, locales.EN: {"Licence expired on 8 October 2031", "Licence is valid until"},
		}[lang]
		s.Hidden(want[0])
		on(s, model.Date{Year: 2031, Month: 10, Day: 9})
		s.Keys("home")
		s.Sees(want[0])
		s.Hidden(want[1])
	}
}
