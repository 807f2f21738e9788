package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// fill answers a question, and those that decide whether it is asked.
func fill(t *testing.T, p *model.Procedure, a *model.Application, id model.QuestionID, v model.Value) {
	t.Helper()
	q := p.Question(id)
	if len(q.When) > 0 {
		for _, c := range q.When[0].Cells {
			if model.Applies(p, a, id) != model.True {
				fill(t, p, a, model.QuestionID(c.Fact), c.Values[0])
			}
		}
	}
	if err := a.Answer(p, id, v); err != nil {
		t.Fatalf("%s: %v", id, err)
	}
}

// twoAnswers makes two different answers to a question.
func twoAnswers(t *testing.T, q *model.Question) (first, second model.Value) {
	t.Helper()
	named := func(name string) model.Entries {
		return model.Entries{{ID: "p1", Fields: map[string]model.Value{"name": model.Text(name)}}}
	}
	switch q.Kind {
	case model.Choice:
		return model.Text(q.Options[0]), model.Text(q.Options[1])
	case model.YesNo:
		return model.Bool(true), model.Bool(false)
	case model.Count, model.Money:
		return model.Number(2020), model.Number(2021)
	case model.Day:
		return day("2026-11-23"), day("2026-11-24")
	case model.Provinces:
		return model.Choices{"shanghai", "beijing"}, model.Choices{"shanghai", "sichuan"}
	case model.List:
		return named("甲"), named("乙")
	}
	return model.Text("甲"), model.Text("乙")
}

// Whatever stands on a paper, and however it changes: a paper that was checked
// has to be checked again, says for what, and is content once it was. Taking the
// step back brings back that it had been checked.
func TestPapersFallBack(t *testing.T) {
	ps, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	walked := 0
	for _, p := range ps {
		for _, m := range p.Materials {
			for _, q := range m.Prints {
				first, second := twoAnswers(t, p.Question(q))
				for way, change := range map[string]func(*model.Application) error{
					"answered otherwise": func(a *model.Application) error { return a.Answer(p, q, second) },
					"cleared":            func(a *model.Application) error { return a.Clear(p, q) },
					"postponed":          func(a *model.Application) error { return a.Postpone(p, q, model.Pending{Who: "李某"}) },
				} {
					a := model.New(p, "")
					fill(t, p, &a, q, first)
					a.Materials = map[model.MaterialKey]model.Collected{model.MaterialKey(m.ID): {Status: model.Checked}}
					before := a.Clone()
					if err := change(&a); err != nil {
						t.Fatal(err)
					}
					c := a.Materials[model.MaterialKey(m.ID)]
					if c.Status != model.Got || !slices.Contains(c.Recheck, model.Printed{Question: q}) {
						t.Errorf("%s: %s, %s: the paper is %s, to be checked for %v", m.ID, q, way, c.Status, c.Recheck)
					}
					undone(t, before, a)
					walked++
				}
			}
		}
	}
	if walked < 300 {
		t.Errorf("only %d changes were tried", walked)
	}
}

// undone checks that a step can be taken back to where it began.
func undone(t *testing.T, before, after model.Application) {
	t.Helper()
	changes, err := model.Changes(&before, &after)
	if err != nil {
		t.Fatal(err)
	}
	back, err := after.Revert(model.Edit{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	if left, err := model.Changes(&before, &back); err != nil || len(left) > 0 {
		t.Errorf("taken back, and still %v %v", left, err)
	}
}

func TestRecheck(t *testing.T) {
	p := callCenter(t)
	const owners = `[{"id":"p1","name":"甲公司","kind":"corporate","number":"91350100M000100Y43","share":60},{"id":"p2","name":"李某","kind":"natural","share":40}`
	checked := func(keys ...model.MaterialKey) *model.Application {
		a := answered(t, p, "company-name=甲公司 registered-capital=1000万")
		set(t, p, a, "shareholders", owners+"]")
		for _, k := range keys {
			if err := a.Note(p, k, model.Collected{Status: model.Checked, Note: "看过"}); err != nil {
				t.Fatal(err)
			}
		}
		return a
	}
	for _, tt := range []struct {
		name, set string
		key       model.MaterialKey
		want      []model.Printed // nil: it stays checked
	}{
		{"the same again", "company-name=甲公司", "business-licence", nil},
		{"a first answer", "uscc=91350100M000100Y43", "business-licence", nil},
		{"another name", "company-name=乙公司", "business-licence", []model.Printed{{Question: "company-name"}}},
		{"what does not stand on it", "managers=[]", "business-licence", nil},
		{"a shareholder's name", `shareholders=[{"id":"p1","name":"新甲公司","kind":"corporate","number":"91350100M000100Y43","share":60},{"id":"p2","name":"李某","kind":"natural","share":40}]`,
			"shareholder-licence/p1", []model.Printed{{Question: "shareholders", Field: "name"}}},
		{"a shareholder's number, taken out", `shareholders=[{"id":"p1","name":"甲公司","kind":"corporate","share":60},{"id":"p2","name":"李某","kind":"natural","share":40}]`,
			"shareholder-licence/p1", []model.Printed{{Question: "shareholders", Field: "number"}}},
		{"another shareholder's name", "shareholders=" + `[{"id":"p1","name":"新甲公司","kind":"corporate","number":"91350100M000100Y43","share":60},{"id":"p2","name":"李某","kind":"natural","share":40}]`,
			"shareholder-id/p2", nil},
		{"an owner further up, on the chart", "shareholders=" + owners + `,{"name":"王某","kind":"natural","share":100,"parent":"p1"}]`,
			"equity-chart", []model.Printed{{Question: "shareholders"}}},
		{"an owner further up, on the articles", "shareholders=" + owners + `,{"name":"王某","kind":"natural","share":100,"parent":"p1"}]`,
			"articles-of-association", nil},
	} {
		a := checked(tt.key)
		before := a.Clone()
		id, text, _ := strings.Cut(tt.set, "=")
		set(t, p, a, model.QuestionID(id), text)
		c, d := a.Materials[tt.key], model.Differ(p, &before, a)
		want := model.Checked
		if tt.want != nil {
			want = model.Got
		}
		if c.Status != want || !slices.Equal(c.Recheck, tt.want) || c.Note != "看过" {
			t.Errorf("%s: %s, to be checked for %v", tt.name, c.Status, c.Recheck)
		}
		if (len(d.Recheck) == 1) != (tt.want != nil) || tt.want != nil && (d.Recheck[0].Key != tt.key || !d.Matters()) {
			t.Errorf("%s: the preview says %+v", tt.name, d.Recheck)
		}
	}
}

// The mark stays until somebody has checked the paper again, gathers what else
// changes, and does not outlive its paper.
func TestRecheckMark(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "company-name=甲公司 legal-representative=王某")
	const key = "business-licence"
	note := func(s model.Status) {
		t.Helper()
		c := a.Materials[key]
		c.Status = s
		if err := a.Note(p, key, c); err != nil {
			t.Fatal(err)
		}
	}
	marks := func(want ...model.QuestionID) {
		t.Helper()
		var got []model.QuestionID
		for _, f := range a.Materials[key].Recheck {
			got = append(got, f.Question)
		}
		if !slices.Equal(got, want) {
			t.Errorf("marked for %v, want %v", got, want)
		}
	}
	note(model.Checked)
	set(t, p, a, "company-name", "乙公司")
	set(t, p, a, "legal-representative", "张某")
	marks("company-name", "legal-representative")
	if err := a.Attach(p, key, model.File{Name: "a.pdf", SHA256: "aa"}); err != nil {
		t.Fatal(err)
	}
	note(model.Got)
	marks("company-name", "legal-representative")
	note(model.Checked)
	marks()
	set(t, p, a, "company-name", "丙公司")
	note(model.Requested)
	marks()
}

// Who comes back onto the list under another number does not bring back a paper
// that was checked for the old one.
func TestRecheckOfWhoComesBack(t *testing.T) {
	p := callCenter(t)
	for number, want := range map[string]model.Status{"91350100M000100Y43": model.Checked, "91440300708461136T": model.Got} {
		a := answered(t, p, "")
		list := func(text string) {
			t.Helper()
			v, err := model.ParseAnswer(*p.Question("shareholders"), text, a.EntriesOf("shareholders"), a.NewEntryID)
			if err != nil {
				t.Fatal(err)
			}
			if err := a.Answer(p, "shareholders", v); err != nil {
				t.Fatal(err)
			}
		}
		list(`[{"name":"甲公司","kind":"corporate","number":"91350100M000100Y43"},{"name":"李某","kind":"natural"}]`)
		key := model.MaterialKey("shareholder-licence/" + a.Answers["shareholders"].Value.(model.Entries)[0].ID)
		if err := a.Note(p, key, model.Collected{Status: model.Checked}); err != nil {
			t.Fatal(err)
		}
		list(`[{"name":"李某","kind":"natural"}]`)
		list(`[{"name":"李某","kind":"natural"},{"name":"甲公司","kind":"corporate","number":"` + number + `"}]`)
		if got := a.Materials[key].Status; got != want {
			t.Errorf("back with %s: %s, want %s", number, got, want)
		}
	}
}
