package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// Each of these tests has the number of a mistake that a check of the content
// found on 27 November 2026.

// clocks says which days the named clocks of a history run to.
func clocks(t *testing.T, p *model.Procedure, events string, ids ...model.ClockID) string {
	t.Helper()
	ds := model.Deadlines(p, history(t, events), calendar.China())
	return said(slices.DeleteFunc(ds, func(d model.Deadline) bool { return !slices.Contains(ids, d.Clock) }))
}

// TestM1: the annual report is due on one day.
func TestM1(t *testing.T) {
	for _, tt := range []struct {
		procedure model.ProcedureID
		clock     model.ClockID
	}{{"call-center", "annual-report-by"}, {"call-center-annual-report", "file-by"}} {
		p, err := procedure.Latest(tt.procedure)
		if err != nil {
			t.Fatal(err)
		}
		if rs := p.Clock(tt.clock).Readings; len(rs) != 1 || rs[0].Yearly != (model.MonthDay{Month: 3, Day: 31}) {
			t.Errorf("%s: %+v, want 31 March alone", tt.clock, rs)
		}
	}
	p, a := licensed(t, "2026-11-23")
	for _, d := range model.Dues(p, a, calendar.China()) {
		if !d.Latest.IsZero() {
			t.Errorf("%s is due %v to %v", d.What, d.Date, d.Latest)
		}
	}
}

// TestM2: by when capital is paid in depends on the day of establishment.
func TestM2(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct{ established, notes string }{
		{"", "paid-in increase"},
		{"2015-03-01", "paid-in paid-in-old increase"},
		{"2024-06-30", "paid-in paid-in-old increase"},
		{"2024-07-01", "paid-in paid-in-new increase"},
		{"2026-01-05", "paid-in paid-in-new increase"},
	} {
		a := answered(t, p, "coverage=nationwide registered-capital=1000万")
		if tt.established != "" {
			set(t, p, a, "established-on", tt.established)
		}
		s, _ := assessment(p, a, "capital")
		var notes []string
		for _, n := range s.Notes {
			notes = append(notes, n.ID)
		}
		if got := strings.Join(notes, " "); got != tt.notes {
			t.Errorf("established %q: %s, want %s", tt.established, got, tt.notes)
		}
	}
}

// TestM4: experts stop the clock of the decision, officers on site do not.
func TestM4(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct{ name, history, want, state string }{
		{"plain", "submitted 2026-03-02, accepted 2026-03-06", "decision 2026-05-01* 2026-05-05* 2026-05-28 2026-06-03", "accepted"},
		{"on-site verification", "submitted 2026-03-02, accepted 2026-03-06, verified 2026-03-20", "decision 2026-05-01* 2026-05-05* 2026-05-28 2026-06-03", "accepted"},
		{"ten days of experts", "submitted 2026-03-02, accepted 2026-03-06, review-started 2026-03-10, reviewed 2026-03-20",
			"decision 2026-05-11 2026-05-15 2026-06-09 2026-06-15", "accepted"},
		{"both", "submitted 2026-03-02, accepted 2026-03-06, review-started 2026-03-10, verified 2026-03-12, reviewed 2026-03-20",
			"decision 2026-05-11 2026-05-15 2026-06-09 2026-06-15", "accepted"},
		{"verified before the acceptance", "submitted 2026-03-02, verified 2026-03-04", "decision 2026-05-01* 2026-05-28", "submitted"},
	} {
		if got := clocks(t, p, tt.history, "decision"); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if got := model.StateOf(p, history(t, tt.history)).ID; string(got) != tt.state {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.state)
		}
	}
}

// TestM6: the licence is delivered within ten working days of the decision,
// so that is the day which the event is recorded with.
func TestM6(t *testing.T) {
	p := callCenter(t)
	e := p.Event("approved")
	if !slices.ContainsFunc(e.Sources, func(c model.Citation) bool { return c.Source == "licensing-law" && c.Article == "44" }) {
		t.Errorf("%+v does not cite the article on delivery", e.Sources)
	}
	if got := clocks(t, p, "submitted 2026-10-08, accepted 2026-10-12, approved 2026-11-02", "delivery"); got != "delivery 2026-11-16" {
		t.Error(got)
	}
}

// TestM12: with no decision before the expiry a renewal is deemed granted.
func TestM12(t *testing.T) {
	p, err := procedure.Latest("call-center-renewal")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ events, by string }{
		{"", ""},
		{"submitted=2031-08-01", "2031-11-22"},
		{"submitted=2031-08-01 returned=2031-08-06", "2031-11-22"},
		{"submitted=2031-08-01 accepted=2031-08-06", "2031-11-22"},
		{"submitted=2031-08-01 accepted=2031-08-06 approved=2031-09-01", ""},
	} {
		a := answered(t, p, "licence-valid-until=2031-11-22")
		happen(t, p, a, tt.events)
		d, ok := deadline(p, a, "renewal-decision")
		if ok != (tt.by != "") || ok && (d.Latest.String() != tt.by || d.AtEnd != model.Extended || d.Whose != model.Officials) {
			t.Errorf("%s: %t %+v, want %q", tt.events, ok, d, tt.by)
		}
	}
}

// TestM18: a number that the list of shareholders knows is enough to work out
// how long an identity card lasts.
func TestM18(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "")
	set(t, p, a, "shareholders", `[{"name":"张三","kind":"natural","number":"11010519491231002X","share":100}]`)
	row, ok := model.FindRow(model.Checklist(p, a), "shareholder-id/"+model.MaterialKey(a.EntriesOf("shareholders").(model.Entries)[0].ID))
	if !ok {
		t.Fatal("no row for the shareholder")
	}
	row.Details = map[model.DetailID]model.Value{model.ValidFrom: day("2020-01-01"), model.ValidUntil: day("2040-01-01")}
	found := model.Inspect(p, a, row)
	i := slices.IndexFunc(found, func(i model.Inspection) bool { return i.Code == model.InspectCard })
	if i < 0 || found[i].Level != model.Warn || found[i].Want != model.LongTerm {
		t.Errorf("%+v", found)
	}
}

// TestM20: the default number of months is counted with, and named.
func TestM20(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		answers string
		verdict model.Verdict
		assumed int
	}{
		{staff3, model.Met, 1},
		{staff2, model.NotMet, 1},
		{staff3 + " insurance-months-asked=1", model.Met, 0},
		{staff3 + " insurance-months-asked=3", model.NotMet, 0},
		{staff3 + " insurance-months-asked=?", model.CannotTell, 0}, // somebody will find out
	} {
		s, _ := assessment(p, answered(t, p, tt.answers), "staff")
		if s.Verdict != tt.verdict || len(s.Assumed) != tt.assumed {
			t.Errorf("%s: %s, assumed %v", tt.answers, s.Verdict, s.Assumed)
		}
	}
}

// TestM29: experts may look before the acceptance. That stops no clock, not
// the one of the acceptance notice either, and ends where it began.
func TestM29(t *testing.T) {
	p := callCenter(t)
	const notice, decision = "correction-notice", "decision"
	for _, tt := range []struct{ history, state, want string }{
		{"submitted 2026-03-02, review-started 2026-03-03", "under-review", "correction-notice 2026-03-09; decision 2026-05-01* 2026-05-28"},
		{"submitted 2026-03-02, review-started 2026-03-03, reviewed 2026-03-05", "submitted", "correction-notice 2026-03-09; decision 2026-05-01* 2026-05-28"},
		{"submitted 2026-03-02, returned 2026-03-04, resubmitted 2026-03-09, review-started 2026-03-10, reviewed 2026-03-11", "resubmitted",
			"correction-notice 2026-03-16; decision 2026-05-08 2026-06-04"},
		{"submitted 2026-03-02, review-started 2026-03-03, accepted 2026-03-06", "accepted", "decision 2026-05-01* 2026-05-05* 2026-05-28 2026-06-03"},
		{"submitted 2026-03-02, review-started 2026-03-03, accepted 2026-03-10 deemed", "accepted", "decision 2026-05-01* 2026-05-01* 2026-05-28 2026-05-28"},
		{"submitted 2026-03-02, accepted 2026-03-06, returned 2026-03-10, resubmitted 2026-03-12", "accepted",
			"correction-notice 2026-03-19; decision 2026-05-05* 2026-05-11 2026-06-03 2026-06-09"},
	} {
		if got := clocks(t, p, tt.history, notice, decision); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.history, got, tt.want)
		}
		if got := model.StateOf(p, history(t, tt.history)).ID; string(got) != tt.state {
			t.Errorf("%s: %s, want %s", tt.history, got, tt.state)
		}
	}
}

// TestMachineRows walks the rows of the table of events that the others leave out.
func TestMachineRows(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct{ events, state string }{
		{"submitted returned not-accepted", "not-accepted"},
		{"submitted returned lapsed", "lapsed"},
		{"submitted review-started not-accepted", "not-accepted"},
		{"submitted returned withdrawn", "withdrawn"},
		{"submitted accepted published withdrawn", "withdrawn"},
		{"submitted accepted review-started verified reviewed", "accepted"},
		{"submitted accepted review-started reviewed review-started reviewed", "accepted"},
		{"submitted refused", ""},
		{"submitted accepted accepted", ""},
		{"submitted accepted returned not-accepted", ""},
		{"submitted accepted review-started accepted", ""},
		{"submitted lapsed", ""},
		{"submitted accepted approved withdrawn", ""},
		{"submitted accepted refused verified", ""},
		{"submitted accepted refused reconsidered", "refused"},
	} {
		a := answered(t, p, "")
		var err error
		for _, id := range strings.Fields(tt.events) {
			if err = a.Record(p, model.Event{ID: model.EventID(id), Date: day("2026-12-01")}, nil); err != nil {
				break
			}
		}
		if got := string(model.StateOf(p, a).ID); (err != nil) != (tt.state == "") || err == nil && got != tt.state {
			t.Errorf("%s: %s, %v, want %q", tt.events, got, err, tt.state)
		}
	}
}

// TestRights counts what is open against a decision: sixty days, six months,
// and fifteen days after a reconsideration.
func TestRights(t *testing.T) {
	p := callCenter(t)
	const until = "submitted 2026-03-02, accepted 2026-03-06, "
	for _, tt := range []struct{ history, want string }{
		{until + "refused 2026-05-08", "reconsideration 2026-07-07; litigation 2026-11-08*"},
		{"submitted 2026-03-02, not-accepted 2026-03-06", "reconsideration 2026-05-05*; litigation 2026-09-06*"},
		{until + "approved 2026-04-20, issued 2026-04-27, revoked 2026-08-31", "reconsideration 2026-10-30; litigation 2027-02-28*"},
		{until + "refused 2026-05-08, reconsidered 2026-08-10", "litigation 2026-08-25"},
		{until + "approved 2026-04-20, issued 2026-04-27, expired 2026-08-31", ""},
		{"submitted 2026-03-02, returned 2026-03-06, lapsed 2026-06-08", ""},
		{"submitted 2026-03-02, withdrawn 2026-03-06", ""},
	} {
		a := history(t, tt.history)
		if got := said(model.Deadlines(p, a, calendar.China())); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.history, got, tt.want)
		}
		if n := model.NextOf(p, a, calendar.China()); n.Code != model.NextDone {
			t.Errorf("%s: a right is not the next thing to do: %+v", tt.history, n)
		}
	}
}

// A right that was not used is gone, and nothing is overdue.
func TestRightIsNeverOverdue(t *testing.T) {
	p := callCenter(t)
	a := history(t, "submitted 2026-03-02, accepted 2026-03-06, refused 2026-05-08")
	sums := []model.Summary{model.Summarise(p, a, calendar.China())}
	for _, tt := range []struct {
		today string
		want  int
	}{{"2026-05-09", 2}, {"2026-07-07", 2}, {"2026-07-08", 1}, {"2026-11-09", 0}} {
		if days := model.DueDays(sums, model.DueQuery{Today: day(tt.today), Within: -1}); len(days) != tt.want {
			t.Errorf("on %s %d due days, want %d: %+v", tt.today, len(days), tt.want, days)
		}
	}
	if d, ok := sums[0].Soonest(); ok {
		t.Errorf("the soonest is %+v", d)
	}
}
