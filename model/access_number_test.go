package model_test

import (
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

func TestNumberConditions(t *testing.T) {
	p := shipped(t, "call-center-number")
	for _, tt := range []struct {
		id      model.ConditionID
		answers string
		want    model.Verdict // "" for: does not apply
	}{
		{"licence-first", "licence-valid-until=2031-11-22", model.Met},
		{"licence-first", "licence-valid-until=?", model.CannotTell},
		{"licence-first", "", model.CannotTell},

		{"licence-year-left", "licence-valid-until=2031-11-22 planned-submission=2030-11-22", model.Met},
		{"licence-year-left", "licence-valid-until=2031-11-22 planned-submission=2030-11-23", model.NotMet},
		{"licence-year-left", "licence-valid-until=2031-11-22", model.CannotTell},
		{"licence-year-left", "planned-submission=2030-11-22", model.CannotTell},

		{"cross-province-holder", "number-kind=one-province", ""},
		{"cross-province-holder", "", model.CannotTell},
		{"cross-province-holder", "number-kind=cross-province", model.CannotTell},
		{"cross-province-holder", "number-kind=cross-province coverage=nationwide", model.Met},
		{"cross-province-holder", "number-kind=cross-province coverage=several-provinces", model.Met},
		{"cross-province-holder", "number-kind=cross-province coverage=one-province", model.CannotTell},
		{"cross-province-holder", "number-kind=cross-province coverage=one-province branch-provinces=6 branch-cities=15", model.Met},
		{"cross-province-holder", "number-kind=cross-province coverage=one-province branch-provinces=5 branch-cities=15", model.NotMet},
		{"cross-province-holder", "number-kind=cross-province coverage=one-province branch-provinces=6 branch-cities=14", model.NotMet},
		{"cross-province-holder", "number-kind=cross-province coverage=one-province branch-provinces=5", model.NotMet},
		{"cross-province-holder", "number-kind=cross-province coverage=one-province branch-provinces=6", model.CannotTell},

		{"number-conditions", "number-conditions-checked=yes", model.Met},
		{"number-conditions", "number-conditions-checked=no", model.NotMet},
		{"number-conditions", "", model.CannotTell},
	} {
		s, ok := assessment(p, answered(t, p, tt.answers), tt.id)
		if got := s.Verdict; got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s with %q: %q, want %q", tt.id, tt.answers, got, tt.want)
		}
	}
	if n := len(p.Conditions); n != 4 {
		t.Errorf("%d conditions: extend this test, then this number", n)
	}
}

// The kind of number tells who decides, whatever the licence covers.
func TestNumberAuthority(t *testing.T) {
	p := shipped(t, "call-center-number")
	for answers, want := range map[string]model.AuthorityID{
		"number-kind=cross-province coverage=nationwide":                   "miit",
		"number-kind=one-province coverage=one-province provinces=beijing": "ca",
		"number-kind=cross-province coverage=one-province provinces=上海":    "miit",
		"coverage=nationwide": "",
	} {
		a := model.AuthorityFor(p, answered(t, p, answers))
		if got := authorityID(a); got != want {
			t.Errorf("%s: %q, want %q", answers, got, want)
		}
	}
}

func authorityID(a *model.Authority) model.AuthorityID {
	if a == nil {
		return ""
	}
	return a.ID
}

func TestNumberMaterials(t *testing.T) {
	p := shipped(t, "call-center-number")
	for _, tt := range []struct{ answers, key, needed string }{
		{"number-kind=cross-province coverage=nationwide", "branch-proof", "no"},
		{"number-kind=cross-province coverage=one-province", "branch-proof", "yes"},
		{"number-kind=cross-province", "branch-proof", "unknown"},
		{"", "number-certificate", "no"}, // none before the approval
	} {
		r, ok := model.FindRow(model.Checklist(p, answered(t, p, tt.answers)), model.MaterialKey(tt.key))
		got := "no"
		if ok && r.Needed == model.Unknown {
			got = "unknown"
		} else if ok {
			got = "yes"
		}
		if got != tt.needed {
			t.Errorf("%s with %q: needed %s, want %s", tt.key, tt.answers, got, tt.needed)
		}
	}
}

// Twenty working days from the acceptance, or thirty; the certificate is
// renewed ninety days before it runs out.
func TestNumberClocks(t *testing.T) {
	p := shipped(t, "call-center-number")
	for _, tt := range []struct{ events, clock, earliest, latest string }{
		{"submitted=2026-09-21", "correction-notice", "2026-09-29", "2026-09-29"},
		{"submitted=2026-09-21 returned=2026-09-22", "resubmission", "2026-10-20", "2026-12-22"},
		{"submitted=2026-10-12", "number-decision", "", ""},
		{"submitted=2026-10-12 accepted=2026-10-16", "number-decision", "2026-11-13", "2026-11-27"},
		{"submitted=2026-10-12 accepted=2026-10-16 approved=2026-11-10", "number-decision", "", ""},
		{"submitted=2026-10-12 accepted=2026-10-16 approved=2026-11-10", "number-renew-by", "2031-08-24", "2031-08-24"},
		{"submitted=2026-10-12 accepted=2026-10-16 approved=2026-11-10 numbers-filed=2026-11-20", "number-renew-by", "2031-08-24", "2031-08-24"},
		{"submitted=2026-10-12 accepted=2026-10-16 approved=2026-11-10 number-returned=2026-11-20", "number-renew-by", "", ""},
	} {
		a := model.New(p, "test")
		for _, text := range strings.Fields(tt.events) {
			id, on, _ := strings.Cut(text, "=")
			e := model.Event{ID: model.EventID(id), Date: day(on)}
			if id == "approved" {
				e.Number, e.ValidUntil = "95000", day("2031-11-22")
			}
			if err := a.Record(p, e, nil); err != nil {
				t.Fatalf("%s: %v", text, err)
			}
		}
		d, _ := deadline(p, &a, model.ClockID(tt.clock))
		if tt.earliest == "" {
			if len(d.Dates) > 0 {
				t.Errorf("%s: %s runs to %s", tt.events, tt.clock, d.Earliest)
			}
			continue
		}
		if d.Earliest.String() != tt.earliest || d.Latest.String() != tt.latest {
			t.Errorf("%s: %s %s to %s, want %s to %s", tt.events, tt.clock, d.Earliest, d.Latest, tt.earliest, tt.latest)
		}
	}
}

// A number that is in use is kept, and what is due for it is listed.
func TestNumberInUseHasDuties(t *testing.T) {
	p := shipped(t, "call-center-number")
	a := model.New(p, "test")
	happen(t, p, &a, "filled submitted accepted approved numbers-filed")
	if state := model.StateOf(p, &a); state.ID != "in-use" || !model.Licensed(p, &a) {
		t.Errorf("state %s, kept %v", state.ID, model.Licensed(p, &a))
	}
	if got := len(model.Duties(p, &a, calendar.China())); got != 4 {
		t.Errorf("%d duties", got)
	}
}

// Whatever is stated without the text of a rule says so in its sources.
func TestNumberIsHonest(t *testing.T) {
	p, err := procedure.Latest("call-center-number")
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[model.SourceID]model.Seen{"number-guide": model.SeenCopy, "number-measures": model.SeenSecondHand, "regs": model.SeenText} {
		if s := p.Source(id); s == nil || s.Seen != want {
			t.Errorf("%s: %+v", id, s)
		}
	}
}
