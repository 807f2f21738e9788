package model_test

import (
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// TestD7 tells a licence in force from one that ran out, and from one that
// counts as extended.
func TestD7(t *testing.T) {
	p, a := issuedBare(t)
	a.ID = "lic"
	until := date(t, "2026-12-16")
	if err := a.Amend(p, 5, model.Amendment{ValidUntil: &until}); err != nil {
		t.Fatal(err)
	}
	sum := model.Summarise(p, a, year2026{})
	if want := (model.LicenceTerm{Until: until, RenewBy: date(t, "2026-09-17"), Renewal: "call-center-renewal"}); sum.Licence != want || !sum.Finished {
		t.Fatalf("%+v", sum.Licence)
	}
	renewal := model.Summary{ID: "r", Origin: "lic", Procedure: "call-center-renewal", Filed: date(t, "2026-09-17")}
	late, decided, other := renewal, renewal, renewal
	late.Filed, decided.Filed, other.Origin = date(t, "2026-09-18"), model.Date{}, "another"
	for _, tt := range []struct {
		on     string
		others []model.Summary
		want   model.Validity
	}{
		{"2026-12-16", nil, model.InForce}, {"2026-12-17", nil, model.Expired},
		{"2026-12-17", []model.Summary{late, decided, other}, model.Expired}, {"2026-12-17", []model.Summary{late, renewal}, model.Deemed},
	} {
		if got := sum.Validity(tt.others, date(t, tt.on)); got != tt.want {
			t.Errorf("on %s with %d others: %q", tt.on, len(tt.others), got)
		}
	}
	days := model.DueDays([]model.Summary{{ID: "x", Dues: []model.Due{{Date: date(t, "2020-01-01")}}}, sum}, model.DueQuery{Today: date(t, "2026-12-17"), Within: 7})
	if len(days) < 2 || days[0].Code != model.DueExpired || days[0].Summary.ID != "lic" || !days[0].Over() {
		t.Errorf("due first: %+v", days[0])
	}
	if n := model.NextOn(p, a, year2026{}, date(t, "2026-12-17")); n.Code != model.NextExpired {
		t.Errorf("next %+v", n)
	}
	if n := model.NextOn(p, a, year2026{}, until); n.Code == model.NextExpired {
		t.Errorf("next on the last day %+v", n)
	}
}

// TestD22 finds a second application for the same.
func TestD22(t *testing.T) {
	p := callCenter(t)
	a := model.New(p, "t")
	if err := a.Answer(p, "uscc", model.Text("91350100M000100Y43")); err != nil {
		t.Fatal(err)
	}
	other := model.Summary{ID: "b", Procedure: p.ID, Words: []string{"91350100M000100Y43"}}
	if twin, ok := model.Twin(p, &a, []model.Summary{other}); !ok || twin.ID != "b" {
		t.Error("not found")
	}
	for name, change := range map[string]func(*model.Summary){
		"finished": func(s *model.Summary) { s.Finished = true }, "another procedure": func(s *model.Summary) { s.Procedure = "x" },
		"another company": func(s *model.Summary) { s.Words = nil }, "itself": func(s *model.Summary) { s.ID = a.ID },
	} {
		s := other
		change(&s)
		if _, ok := model.Twin(p, &a, []model.Summary{s}); ok {
			t.Errorf("%s is no second one", name)
		}
	}
	if s := model.TwinSearches(p, &a); len(s) != 1 || s[0] != "91350100M000100Y43" {
		t.Errorf("looks for %q", s)
	}
}
