package model_test

import (
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func TestDues(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "planned-submission=2026-12-20")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(a.Postpone(p, "uscc", model.Pending{By: date(t, "2026-12-01")}))
	must(a.Postpone(p, "seats", model.Pending{Who: "财务"})) // no day
	must(a.Note(p, "equity-chart", model.Collected{Status: model.Requested, Due: date(t, "2026-11-30")}))
	must(a.Note(p, "technical-plan", model.Collected{Status: model.Missing, Due: date(t, "2026-11-29")}))
	must(a.Note(p, "credibility", model.Collected{Status: model.Checked, Due: date(t, "2026-11-28")})) // settled
	wantDues(t, p, a,
		"2026-11-29 material technical-plan applicant",
		"2026-11-30 material equity-chart client",
		"2026-12-01 find-out uscc applicant",
		"2026-12-20 submit planned-submission applicant")

	// Once it is submitted the ball is with the authority.
	must(a.Record(p, model.Event{ID: "submitted", Date: date(t, "2026-09-21")}, nil))
	if ds := model.Dues(p, a, year2026{}); len(ds) == 0 || ds[0].What != "correction-notice" || ds[0].Date != date(t, "2026-09-29") || ds[0].Whose != model.Officials {
		t.Errorf("after the submission: %+v", ds)
	}
	for _, d := range model.Dues(p, a, year2026{}) {
		if d.Code != model.DueClock {
			t.Errorf("after the submission there is still %+v", d)
		}
	}
}

func wantDues(t *testing.T, p *model.Procedure, a *model.Application, want ...string) {
	t.Helper()
	ds := model.Dues(p, a, year2026{})
	if len(ds) != len(want) {
		t.Fatalf("%d days, want %d: %+v", len(ds), len(want), ds)
	}
	for i, d := range ds {
		if got := d.Date.String() + " " + string(d.Code) + " " + d.What + " " + string(d.Whose); got != want[i] {
			t.Errorf("day %d is %s, want %s", i, got, want[i])
		}
	}
}

// What is over comes first whatever the range; the authority's is over when
// its latest reading is.
// A clock that stands still ends on no day that is known: however long the
// review takes, nothing is overdue, and the next step has no date.
func TestPausedClocksAreNotDue(t *testing.T) {
	p, a := callCenter(t), &model.Application{}
	*a = model.New(p, "test")
	happen(t, p, a, "submitted=2026-09-30 accepted=2026-10-12 review-started=2026-10-20")
	if ds := model.Dues(p, a, year2026{}); len(ds) != 0 {
		t.Errorf("due during the review: %+v", ds)
	}
	if n := model.NextOf(p, a, year2026{}); n.What != "decision" || !n.Date.IsZero() {
		t.Errorf("during the review: %+v", n)
	}
	happen(t, p, a, "reviewed=2026-11-02")
	if ds := model.Dues(p, a, year2026{}); len(ds) != 1 || ds[0].Date != date(t, "2026-12-12") {
		t.Errorf("after the review: %+v", ds)
	}
}

func TestDueDays(t *testing.T) {
	today := date(t, "2026-11-26")
	due := func(day, latest string, whose model.Turn) model.Due {
		d := model.Due{Code: model.DueClock, What: day, Date: date(t, day), Whose: whose}
		if latest != "" {
			d.Latest = date(t, latest)
		}
		return d
	}
	sums := []model.Summary{
		{ID: "b", Title: "b", Dues: []model.Due{due("2026-11-26", "", model.Applicant), due("2027-03-31", "", model.Applicant)}},
		{ID: "a", Title: "a", Dues: []model.Due{due("2026-11-20", "2026-12-03", model.Officials), due("2026-12-26", "", model.Client)}},
		{ID: "c", Title: "c", Dues: []model.Due{due("2026-11-25", "2026-12-20", model.Applicant), due("2020-01-01", "", model.Officials)}},
	}
	for _, c := range []struct {
		within int
		whose  model.Turn
		want   []string
	}{
		{30, model.Nobody, []string{"2020-01-01", "2026-11-25", "2026-11-20", "2026-11-26", "2026-12-26"}},
		{0, model.Nobody, []string{"2020-01-01", "2026-11-25", "2026-11-26"}},
		{-1, model.Applicant, []string{"2026-11-25", "2026-11-26", "2027-03-31"}},
		{30, model.Client, []string{"2026-12-26"}},
	} {
		days := model.DueDays(sums, model.DueQuery{Today: today, Within: c.within, Whose: c.whose})
		var got []string
		for _, d := range days {
			got = append(got, d.Date.String())
		}
		if len(got) != len(c.want) {
			t.Fatalf("within %d %s: %v, want %v", c.within, c.whose, got, c.want)
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("within %d %s: %v, want %v", c.within, c.whose, got, c.want)
				break
			}
		}
	}
}

// What is due before the next step is what an application is sorted and found
// by.
func TestDueOfASummary(t *testing.T) {
	own := model.Due{Code: model.DueRow, What: "equity-chart", Date: date(t, "2026-11-20"), Whose: model.Client}
	theirs := model.Due{Code: model.DueClock, What: "decision", Date: date(t, "2026-11-10"), Latest: date(t, "2026-12-20"), Whose: model.Officials}
	for _, c := range []struct {
		next string // date of the next step
		dues []model.Due
		want string
	}{
		{"", nil, ""},
		{"2026-12-01", nil, "2026-12-01"},
		{"", []model.Due{own}, "2026-11-20"},
		{"2026-12-01", []model.Due{own}, "2026-11-20"},
		{"2026-11-01", []model.Due{own}, "2026-11-01"},
		{"2026-12-01", []model.Due{theirs}, "2026-12-01"}, // the authority's latest counts
		{"", []model.Due{theirs, own}, "2026-11-20"},
	} {
		s := model.Summary{Next: &model.Next{}, Dues: c.dues}
		if c.next != "" {
			s.Next.Date = date(t, c.next)
		}
		if got := s.Due().String(); got != c.want {
			t.Errorf("next %q, %d dues: %s, want %s", c.next, len(c.dues), got, c.want)
		}
	}
}
