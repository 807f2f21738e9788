package uitest

import (
	"errors"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// Begun puts an application into a store, changes it, and resumes it at a place.
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

// Give answers questions: pairs are ids and answers as they are typed.
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

// Most answers what comes before the last two sections.
func Most(t testing.TB, p *model.Procedure, a *model.Application) {
	Give(t, p, a, "service-for", "clients", "outbound-marketing", "no", "foreign-capital", "none", "on-dishonesty-list", "none", "applicant-kind", "company",
		"coverage", "one-province", "provinces", "上海", "service-kind", "domestic", "outbound-consented", "no",
		"company-name", "甲", "uscc", "91350100M000100Y43", "legal-representative", "乙", "established-on", "2020-01-01",
		"registered-address", "丙", "office-address", "丁", "contact-name", "戊", "contact-phone", "13800138000", "contact-email", "a@example.com",
		"registered-capital", "100万", "business-scope-telecom", "yes", "violations-3y", "no",
		"shareholders", `[{"name":"甲","kind":"natural","share":100}]`, "managers", `[{"name":"甲"}]`, "insurance-months-asked", "1",
		"insured-staff", `[{"name":"甲","months":2},{"name":"乙","months":2},{"name":"丙","months":2}]`)
}

// Ready answers everything and has every material checked.
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

// Clients is a store with an agency's applications: five that are worked on, one
// in the archive, one in the trash.
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

// Several is a store with applications that are due in every way.
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

// Whale is a store with one application in which the finance people bring three
// things, of which one has come.
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
