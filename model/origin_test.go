package model_test

import (
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

func shipped(t testing.TB, id model.ProcedureID) *model.Procedure {
	t.Helper()
	p, err := procedure.Latest(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// happen records "event event=2026-11-23 …"; without a day it is that of the
// event before. Items of a notice are settled at once.
func happen(t testing.TB, p *model.Procedure, a *model.Application, events string) {
	t.Helper()
	on := day("2026-09-01")
	for _, text := range strings.Fields(events) {
		id, date, ok := strings.Cut(text, "=")
		if ok {
			on = day(date)
		}
		e := model.Event{ID: model.EventID(id), Date: on}
		if id == "issued" {
			e.Number, e.ValidUntil = "B2-1", day("2031-11-22")
		}
		var items []model.Item
		if id == "returned" || id == "rectification-ordered" {
			items = []model.Item{{Reason: model.Incorrect, Text: "x"}}
		}
		if err := a.Record(p, e, items); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		for _, it := range a.OpenItems() {
			if err := a.Settle(it.ID, ""); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// licensed is an application whose licence was issued on that day.
func licensed(t testing.TB, on string) (*model.Procedure, *model.Application) {
	t.Helper()
	p := callCenter(t)
	a := answered(t, p, "company-name=甲 uscc=91350100M000100Y43 coverage=nationwide registered-capital=10000000")
	a.ID = "licence"
	happen(t, p, a, "submitted accepted approved issued="+on)
	return p, a
}

// From the first state to every end, by the events of the definition.
func TestEveryProcedureComesToItsEnd(t *testing.T) {
	for _, test := range []struct{ procedure, events, end string }{
		{"call-center-annual-report", "checked-oneself gathered filled submitted finished", "done"},
		{"call-center-annual-report", "submitted inspected finished", "done"},
		{"call-center-annual-report", "ordered-to-file submitted inspected rectification-ordered rectified finished", "done"},
		{"call-center-annual-report", "submitted rectification-ordered rectified rectification-ordered rectified finished", "done"},
		{"call-center-renewal", "filled submitted accepted approved issued", "issued"},
		{"call-center-renewal", "submitted returned resubmitted accepted refused", "refused"},
		{"call-center-renewal", "submitted accepted returned resubmitted approved issued", "issued"},
		{"call-center-renewal", "submitted not-accepted", "not-accepted"},
		{"call-center-renewal", "withdrawn", "withdrawn"},
		{"call-center-change", "filled submitted changed", "changed"},
		{"call-center-change", "submitted returned resubmitted accepted changed", "changed"},
		{"call-center-change", "submitted accepted refused", "refused"},
		{"call-center-change", "submitted not-accepted", "not-accepted"},
		{"call-center-change", "submitted withdrawn", "withdrawn"},
		{"call-center-number", "filled submitted accepted approved numbers-filed number-returned", "ended"},
		{"call-center-number", "submitted returned resubmitted accepted refused", "refused"},
		{"call-center-number", "submitted accepted returned resubmitted approved number-returned", "ended"},
		{"call-center-number", "submitted not-accepted", "not-accepted"},
		{"call-center-number", "submitted withdrawn", "withdrawn"},
	} {
		p := shipped(t, model.ProcedureID(test.procedure))
		a := model.New(p, "test")
		happen(t, p, &a, test.events)
		if state := model.StateOf(p, &a); string(state.ID) != test.end || !state.End {
			t.Errorf("%s: %s ends in %s", test.procedure, test.events, state.ID)
		}
	}
}

// What a duty opens is there, and what it says by when is a clock.
func TestDutiesLead(t *testing.T) {
	all, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		for _, d := range p.Duties {
			if d.Opens != "" {
				shipped(t, d.Opens)
			}
		}
	}
}

func deadline(p *model.Procedure, a *model.Application, id model.ClockID) (model.Deadline, bool) {
	for _, d := range model.Deadlines(p, a, calendar.China()) {
		if d.Clock == id {
			return d, true
		}
	}
	return model.Deadline{}, false
}

// The report is due in the year after the licence, then after each report.
func TestAnnualReportComesEveryYear(t *testing.T) {
	for _, test := range []struct{ issued, more, by string }{
		{"2026-11-23", "", "2027-03-31"},
		{"2026-12-31", "", "2027-03-31"},
		{"2027-01-01", "", "2028-03-31"}, // not licensed by the end of 2026
		{"2026-11-23", "annual-reported=2027-02-10", "2028-03-31"},
		{"2026-11-23", "annual-reported=2027-04-20", "2028-03-31"}, // late
		{"2026-11-23", "annual-reported=2028-01-05 annual-reported=2029-03-31", "2030-03-31"},
		{"2026-11-23", "annual-reported=2031-01-05", ""}, // expired by then
		{"2026-11-23", "expired=2031-11-22", ""},
	} {
		p, a := licensed(t, test.issued)
		happen(t, p, a, test.more)
		d, ok := deadline(p, a, "annual-report-by")
		if ok != (test.by != "") || ok && d.Earliest.String() != test.by {
			t.Errorf("%s %s: %s, want %s", test.issued, test.more, d.Earliest, test.by)
		}
		if ok && d.Latest != d.Earliest {
			t.Errorf("%s %s: until %s, and the article's June is superseded", test.issued, test.more, d.Latest)
		}
	}
}

func TestClocksFromAnswers(t *testing.T) {
	for _, test := range []struct{ procedure, answers, events, clock, by string }{
		{"call-center-annual-report", "report-year=2026", "", "file-by", "2027-03-31"},
		{"call-center-annual-report", "", "", "file-by", ""},
		{"call-center-annual-report", "report-year=2026", "submitted", "file-by", ""},
		{"call-center-renewal", "licence-valid-until=2031-11-22", "", "renew-by", "2031-08-24"},
		{"call-center-renewal", "licence-valid-until=2031-11-22", "submitted", "renew-by", ""},
		{"call-center-change", "change-kind=name registered-change-on=2026-11-02", "", "change-data-by", "2026-12-02"},
		{"call-center-change", "change-kind=merger registered-change-on=2026-11-02", "", "change-data-by", ""}, // not asked
		{"call-center-change", "change-kind=scope decided-on=2026-11-02", "", "change-entity-by", "2026-12-02"},
		{"call-center-change", "change-kind=scope decided-on=2026-11-02 effective-on=2027-02-01", "", "change-ahead-by", "2026-11-03"},
		{"call-center-change", "change-kind=coverage effective-on=2027-02-01", "", "change-ahead-by", ""}, // regs 15 does not name it
		{"call-center-change", "change-kind=stopping effective-on=2027-02-01", "", "change-ahead-by", "2026-11-03"},
	} {
		p := shipped(t, model.ProcedureID(test.procedure))
		a := answered(t, p, test.answers)
		happen(t, p, a, test.events)
		d, ok := deadline(p, a, model.ClockID(test.clock))
		if ok != (test.by != "") || ok && d.Earliest.String() != test.by {
			t.Errorf("%s %s %s: %s, want %s", test.procedure, test.answers, test.events, d.Earliest, test.by)
		}
	}
}

// Where two terms apply the next action is due by the stricter.
func TestChangeRemindsOnTheStricter(t *testing.T) {
	p := shipped(t, "call-center-change")
	a := answered(t, p, "change-kind=scope decided-on=2026-11-02 effective-on=2027-02-01")
	if n := model.NextOf(p, a, calendar.China()); n.Date.String() != "2026-11-03" {
		t.Errorf("next is due on %s", n.Date)
	}
}

func TestFollow(t *testing.T) {
	before, from := licensed(t, "2026-11-23")
	on := day("2027-01-04")
	for _, id := range []model.ProcedureID{"call-center-annual-report", "call-center-renewal", "call-center-change", "call-center-number"} {
		p := shipped(t, id)
		a := model.Follow(p, before, from, "next", on)
		if a.Origin != from.ID || a.Procedure != id || len(a.Events) != 0 {
			t.Errorf("%s: %+v", id, a)
		}
		for q, want := range map[model.QuestionID]string{
			"company-name": "甲", "coverage": "nationwide", "licence-number": "B2-1",
			"licence-issued-on": "2026-11-23", "licence-valid-until": "2031-11-22",
		} {
			ans := a.Answers[q]
			if model.Input(ans.Value) != want || ans.Copied != on {
				t.Errorf("%s: %s = %v, copied on %s", id, q, ans.Value, ans.Copied)
			}
		}
		if _, ok := a.Answers["registered-capital"]; ok {
			t.Errorf("%s took over an answer that it does not ask for", id)
		}
	}
	if a := model.Follow(before, before, from, "clone", on); a.Origin != "" || a.Answers["registered-capital"].Value == nil {
		t.Errorf("a copy for the same client: %+v", a)
	}
}

// The report that is next due is about the year before, on whatever day it is
// begun: that of the licence, then of the last report.
func TestFollowKnowsTheReportYear(t *testing.T) {
	p := shipped(t, "call-center-annual-report")
	for events, want := range map[string]string{"": "2026", "annual-reported=2027-03-10": "2027", "annual-reported=2031-01-05": "2031"} {
		before, from := licensed(t, "2026-11-23")
		happen(t, before, from, events)
		a := model.Follow(p, before, from, "next", day("2027-02-01"))
		if got := a.Answers["report-year"]; model.Input(got.Value) != want || got.Copied != day("2027-02-01") {
			t.Errorf("%q: %v, want %s", events, got, want)
		}
	}
}

// The scan of the licence is kept from the day on which there is one.
func TestLicenceIsAMaterialOnceIssued(t *testing.T) {
	p, a := licensed(t, "2026-11-23")
	if _, ok := model.FindRow(model.Checklist(p, a), "licence"); !ok {
		t.Error("no row for the licence")
	}
	a.Unrecord(p)
	if _, ok := model.FindRow(model.Checklist(p, a), "licence"); ok {
		t.Error("a row for the licence before there is one")
	}
}
