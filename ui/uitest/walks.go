package uitest

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// whale is a store with one application in which the finance people bring
// three things, of which one has come.
func Whale(t *testing.T) *Memory {
	t.Helper()
	store := NewMemory()
	p, err := Builtin{}.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	app := model.New(p, "Blue Whale")
	for key, status := range map[model.MaterialKey]model.Status{
		"business-licence": model.Missing, "credibility": model.Missing, "equity-chart": model.Checked,
	} {
		if err := app.Note(p, key, model.Collected{Status: status, Owner: "Finance", Note: "secret"}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.Create(app, model.Summary{Title: app.Title, Procedure: p.ID}); err != nil {
		t.Fatal(err)
	}
	return store
}

func AtMaterials(t *testing.T, store *Memory) *Session {
	t.Helper()
	s := Drive(t, store, locales.EN, 80, 24)
	s.Keys("enter", "ctrl+g", "materials", "enter")
	s.Sees("Business licence")
	return s
}

// clients is a store with an agency's applications: five that are worked on,
// one put away, one in the trash.
func Clients(t testing.TB) *Memory {
	t.Helper()
	m := NewMemory()
	p, err := Builtin{}.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	today := model.DateOf(Noon)
	for _, c := range []struct {
		title, state, coverage, owner string
		tags                          []string
		next                          model.Next
		done                          int
	}{
		{"北京蓝鲸客服科技有限公司", "preparing", "nationwide", "张三", []string{"重点"}, model.Next{Code: model.NextCollect, What: "security-measures", Whose: model.Applicant}, 14},
		{"上海云答信息服务有限公司", "returned", "one-province", "李四", nil, model.Next{Code: model.NextResubmit, What: "returned", Date: today.AddDays(5), Whose: model.Applicant}, 20},
		{"成都锦声呼叫服务有限公司", "under-review", "nationwide", "张三", nil, model.Next{Code: model.NextWait, What: "decision", Date: today.AddDays(42), Whose: model.Officials}, 21},
		{"Blue Whale (Shenzhen) Services Ltd", "preparing", "several-provinces", "", []string{"2027", "重点"}, model.Next{Code: model.NextWait, What: "premises-proof", Date: today.AddDays(-2), Whose: model.Client}, 3},
		{"广州应答有限公司", "preparing", "", "李四", []string{"2027"}, model.Next{Code: model.NextAnswer, What: "service-for", Whose: model.Applicant}, 0},
		{"武汉旧声有限公司", "preparing", "nationwide", "", nil, model.Next{Code: model.NextAnswer, What: "coverage", Whose: model.Applicant}, 2},
		{"天津误建有限公司", "preparing", "nationwide", "", nil, model.Next{Code: model.NextAnswer, What: "coverage", Whose: model.Applicant}, 1},
	} {
		app := model.New(p, c.title)
		app.Responsible, app.Tags = c.owner, c.tags
		if err := app.Answer(p, "company-name", model.Text(c.title)); err != nil {
			t.Fatal(err)
		}
		_, err := m.Create(app, model.Summary{Title: c.title, Procedure: p.ID, Edition: p.Edition, State: model.StateID(c.state), Coverage: c.coverage,
			Done: c.done, Of: 21, Responsible: c.owner, Tags: c.tags, Next: &c.next})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(
		m.Change([]model.ApplicationID{"app6"}, func(a *model.Application) error { a.Archive(Noon); return nil }),
		m.Trash([]model.ApplicationID{"app7"}, Noon),
	); err != nil {
		t.Fatal(err)
	}
	return m
}

// collecting opens the materials of an application and has the folder looked
// through.
func Collecting(t *testing.T, lang locales.Lang, w, h int) (*Session, *Pile) {
	t.Helper()
	s := Play(t, lang, w, h, Flat(Company, "ctrl+g", "materials", "enter"))
	s.Keys("c")
	s.Send(tea.PasteMsg{Content: "'/材料'"})
	s.Keys("enter")
	return s, s.Pile
}

// several keeps applications that are due in every way.
func Several(t testing.TB) *Memory {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	day := func(s string) model.Date {
		d, err := model.ParseISODate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	m := NewMemory()
	for _, c := range []struct {
		title  string
		change func(*model.Application) error
	}{
		{"北京蓝鲸客服科技有限公司", func(a *model.Application) error {
			return errors.Join(
				a.Note(p, "equity-chart", model.Collected{Status: model.Requested, Owner: "财务", Due: day("2026-11-20")}),
				a.Note(p, "technical-plan", model.Collected{Status: model.Missing, Due: day("2026-12-10")}),
				a.Answer(p, "planned-submission", day("2026-12-20")),
				a.Postpone(p, "uscc", model.Pending{Who: "财务", By: day("2026-11-25")}))
		}},
		{"上海云答信息服务有限公司", func(a *model.Application) error {
			return a.Record(p, model.Event{ID: "submitted", Date: day("2026-11-20")}, nil)
		}},
		{"成都锦声呼叫服务有限公司", func(a *model.Application) error {
			return errors.Join(
				a.Record(p, model.Event{ID: "submitted", Date: day("2026-10-20")}, nil),
				a.Record(p, model.Event{ID: "accepted", Date: day("2026-10-26")}, nil))
		}},
	} {
		a := model.New(p, c.title)
		if err := c.change(&a); err != nil {
			t.Fatal(err)
		}
		a.Updated = Noon
		if _, err := m.Create(a, model.Summarise(p, &a, calendar.China())); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// twoEditions are the shipped procedures, and the call centre licence as it
// might be a year later.
func TwoEditions(t testing.TB) *procedure.Set {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(Root(t), "model", "procedure", "definitions", "call-center", "2026-11-23.toml"))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(
		"edition = 2026-11-23", "edition = 2027-11-23",
		`options = ["domestic", "offshore"]`, `options = ["domestic"]`,
		`service-kind = "offshore"`, `service-kind = "domestic"`,
		`id = "staff-list"`, `id = "rectification-report"`,
	).Replace(string(data))
	next, problems := procedure.Load("next.toml", []byte(text))
	if next == nil {
		t.Fatal(problems)
	}
	shipped, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return procedure.NewSet(append([]*model.Procedure{next}, shipped...)...)
}

// reopened is the wizard on a store with a licence that was begun before the
// newer edition came.
func Reopened(t *testing.T, lang locales.Lang, w, h int) *Session {
	t.Helper()
	store := Licensed(t)
	for id, a := range store.Apps {
		a.Answers["service-kind"] = model.Answer{Value: model.Text("offshore")}
		store.Apps[id] = a
	}
	s := Drive(t, store, lang, w, h)
	s.Env.Procedures = TwoEditions(t)
	s.Send(tea.WindowSizeMsg{Width: w, Height: h})
	return s
}

// licensed is a store with one application whose licence has been issued.
func Licensed(t testing.TB) *Memory {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "北京蓝鲸客服科技有限公司")
	for id, v := range map[model.QuestionID]model.Value{
		"company-name": model.Text("北京蓝鲸客服科技有限公司"), "coverage": model.Text("nationwide"), "uscc": model.Text("91350100M000100Y43"),
	} {
		if err := a.Answer(p, id, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range []model.Event{
		{ID: "submitted", Date: model.Date{Year: 2026, Month: 9, Day: 1}},
		{ID: "accepted", Date: model.Date{Year: 2026, Month: 9, Day: 3}},
		{ID: "approved", Date: model.Date{Year: 2026, Month: 10, Day: 20}},
		{ID: "issued", Date: model.Date{Year: 2026, Month: 11, Day: 2}, Number: "B2-20260001", ValidUntil: model.Date{Year: 2031, Month: 11, Day: 1}},
	} {
		if err := a.Record(p, e, nil); err != nil {
			t.Fatal(err)
		}
	}
	m := NewMemory()
	a.Created, a.Updated = Noon, Noon
	if _, err := m.Create(a, model.Summarise(p, &a, calendar.China())); err != nil {
		t.Fatal(err)
	}
	return m
}

// toDuties goes from home to the first duty of the licence.
var ToDuties = []string{"enter", "ctrl+g", "submission", "enter", "down", "down"}

var (
	KnockOuts = []string{"n", "enter", "1", "enter", "2", "enter", "1", "enter", "1", "enter", "1", "enter"}
	Company   = Flat(KnockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter",
		"北京蓝鲸客服科技有限公司", "tab", "tab", "91350100M000100Y43", "tab", "王某", "tab", "2020-01-02", "enter",
		"示例路1号", "enter", "示例路8号", "enter", "李某", "enter", "13800138000", "enter", "li@example.com", "enter")
	Chart   = Flat(Company, "ctrl+g", "equity-chart", "enter")
	Dropped = "paste:'/扫描/营业执照.pdf' /扫描/章程.pdf"
	Capital = []string{"1000万", "enter", "1", "enter", "2", "enter", "enter"} // and on to the shareholders
)

func Flat(parts ...any) []string {
	var keys []string
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			keys = append(keys, p)
		case []string:
			keys = append(keys, p...)
		}
	}
	return keys
}

func Times(key string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = key
	}
	return keys
}

func Back(n int) []string { return Times("esc", n) }

// begun puts an application into the store and resumes it at a place.
func Begun(t testing.TB, lang locales.Lang, place string, change func(*model.Procedure, *model.Application)) *Session {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	app := model.New(p, "蓝鲸")
	app.ID, app.Rev, app.Created = "app1", 1, Noon
	change(p, &app)
	m := NewMemory()
	m.Apps["app1"], m.Drafts["app1"], m.Last = app, model.Draft{Place: place}, "app1"
	s := Drive(t, m, lang, 80, 24)
	s.Keys("enter")
	return s
}

func Give(t testing.TB, p *model.Procedure, a *model.Application, pairs ...string) {
	t.Helper()
	for i := 0; i+1 < len(pairs); i += 2 {
		q := p.Question(model.QuestionID(pairs[i]))
		v, err := model.ParseAnswer(*q, pairs[i+1], nil, a.NewEntryID)
		if err == nil {
			err = a.Answer(p, q.ID, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// most answers what comes before the last two sections.
func Most(t testing.TB, p *model.Procedure, a *model.Application) {
	Give(t, p, a, "service-for", "clients", "outbound-marketing", "no", "foreign-capital", "none", "on-dishonesty-list", "none", "applicant-kind", "company",
		"coverage", "one-province", "provinces", "上海", "service-kind", "domestic", "outbound-consented", "no",
		"company-name", "甲", "uscc", "91350100M000100Y43", "legal-representative", "乙", "established-on", "2020-01-01",
		"registered-address", "丙", "office-address", "丁", "contact-name", "戊", "contact-phone", "13800138000", "contact-email", "a@example.com",
		"registered-capital", "100万", "business-scope-telecom", "yes", "violations-3y", "no",
		"shareholders", `[{"name":"甲","kind":"natural","share":100}]`, "managers", `[{"name":"甲"}]`, "insurance-months-asked", "1",
		"insured-staff", `[{"name":"甲","months":2},{"name":"乙","months":2},{"name":"丙","months":2}]`)
}

// ready answers all and has every paper checked.
func Ready(t testing.TB, p *model.Procedure, a *model.Application) {
	Most(t, p, a)
	for _, q := range p.Questions {
		for _, try := range append(q.Options, "2027-01-01", "yes", "5") {
			if a.Answers[q.ID].Value == nil && !q.Optional && model.Applies(p, a, q.ID) == model.True {
				if v, err := model.ParseAnswer(q, try, nil, a.NewEntryID); err == nil {
					a.Answer(p, q.ID, v)
				}
			}
		}
	}
	for _, r := range model.Checklist(p, a) {
		if err := a.Note(p, r.Key, model.Collected{Status: model.Checked}); err != nil {
			t.Fatal(err)
		}
	}
}

// tracked is a store with one application to which all that happened.
func Tracked(t testing.TB, happened func(p *model.Procedure, a *model.Application) error) *Memory {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "北京蓝鲸客服科技有限公司")
	for id, v := range map[model.QuestionID]model.Value{
		"company-name": model.Text("北京蓝鲸客服科技有限公司"), "coverage": model.Text("nationwide"), "registered-capital": model.Number(8_000_000),
	} {
		if err := a.Answer(p, id, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := happened(p, &a); err != nil {
		t.Fatal(err)
	}
	m := NewMemory()
	a.Created, a.Updated = Noon, Noon
	if _, err := m.Create(a, model.Summarise(p, &a, calendar.China())); err != nil {
		t.Fatal(err)
	}
	return m
}

func On(month time.Month, day int) model.Date { return model.Date{Year: 2026, Month: month, Day: day} }

// twiceReturned has had a second notice, of which one thing is done already.
func TwiceReturned(p *model.Procedure, a *model.Application) error {
	steps := []func() error{
		func() error {
			return a.Record(p, model.Event{ID: "submitted", Date: On(10, 12), Number: "2026-0815"}, nil)
		},
		func() error {
			return a.Record(p, model.Event{ID: "returned", Date: On(10, 16)}, []model.Item{{Answer: "registered-capital", Reason: model.Incorrect, Text: "注册资本低于一千万元"}})
		},
		func() error { return a.Answer(p, "registered-capital", model.Number(12_000_000)) },
		func() error { return a.Settle("i1", "") },
		func() error {
			return a.Attach(p, "equity-chart", model.File{Name: "股权结构图.pdf", SHA256: "aa", Size: 123456})
		},
		func() error { return a.Record(p, model.Event{ID: "resubmitted", Date: On(10, 26)}, nil) },
		func() error {
			return a.Record(p, model.Event{ID: "returned", Date: On(11, 2)}, []model.Item{
				{Material: "equity-chart", Reason: model.Incomplete, Text: "股权结构图没有追溯到自然人"},
				{Material: "business-licence", Reason: model.Outdated, Text: "营业执照不是最新的"},
				{Reason: model.OtherReason, Text: "请在说明上加盖公章"},
			})
		},
		func() error { return a.Note(p, "business-licence", model.Collected{Status: model.Got}) },
		func() error { return a.Settle("i4", "窗口答复不需要") },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// unanswered was submitted, and no notice has come within five working days.
func Unanswered(p *model.Procedure, a *model.Application) error {
	return a.Record(p, model.Event{ID: "submitted", Date: On(11, 9)}, nil)
}

// Root is the folder of the module.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil {
		if exists(filepath.Join(dir, "go.mod")) {
			return dir
		}
		if up := filepath.Dir(dir); up != dir {
			dir = up
			continue
		}
		err = os.ErrNotExist
	}
	t.Fatal(err)
	return ""
}
