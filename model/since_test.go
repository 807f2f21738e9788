package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// What is otherwise than it was submitted last, and which change that calls for.
func TestDrifted(t *testing.T) {
	p := callCenter(t)
	drifted := func(a *model.Application) string {
		var out []string
		for _, d := range model.Drifted(p, a) {
			s := fmt.Sprintf("%d %s %v→%v", d.Round, d.Question.ID, model.Plain(d.Before.Value), model.Plain(d.After.Value))
			if d.Duty != nil {
				s += fmt.Sprintf(" %s %s %s %v", d.Duty.ID, d.Duty.Opens, d.Kind, d.Under)
			}
			out = append(out, s)
		}
		return strings.Join(out, "; ")
	}
	a := finished(t, p)
	set(t, p, a, "company-name", "乙公司")
	if got := drifted(a); got != "" {
		t.Errorf("before the submission: %s", got)
	}
	happen(t, p, a, "submitted=2026-09-21")
	set(t, p, a, "planned-submission", "2026-12-31")
	if got := drifted(a); got != "" {
		t.Errorf("nothing has changed, and %s", got)
	}
	set(t, p, a, "registered-capital", "1200万")
	set(t, p, a, "contact-name", "张某")
	if err := a.Clear(p, "uscc"); err != nil {
		t.Fatal(err)
	}
	want := "1 uscc 91350100M000100Y43→<nil>; 1 contact-name 李某→张某; 1 registered-capital 10000000→12000000 change-of-data call-center-change capital false"
	if got := drifted(a); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if s := model.StandingOf(p, a, model.Date{}); len(s.Drifted) != 3 {
		t.Errorf("standing: %+v", s.Drifted)
	}
	happen(t, p, a, "returned=2026-09-25 resubmitted=2026-09-28")
	if got := drifted(a); got != "" {
		t.Errorf("after the resubmission: %s", got)
	}
	happen(t, p, a, "accepted=2026-09-30 approved=2026-10-20 issued=2026-10-30")
	for id, text := range map[model.QuestionID]string{"company-name": "丙公司", "coverage": "one-province", "provinces": "上海", "shareholders": `[{"name":"丁","kind":"natural","share":100}]`} {
		set(t, p, a, id, text)
	}
	for _, want := range []string{
		"2 coverage nationwide→one-province change-of-entity call-center-change coverage true", "2 company-name 乙公司→丙公司 change-of-data call-center-change name true",
		"2 provinces <nil>→[shanghai] change-of-entity call-center-change coverage true", "call-center-change shareholders true",
	} {
		if got := drifted(a); !strings.Contains(got, want) {
			t.Errorf("%s, without %s", got, want)
		}
	}
	happen(t, p, a, "cancelled=2027-01-05")
	if got := drifted(a); got != "" {
		t.Errorf("ended, and %s", got)
	}
}
