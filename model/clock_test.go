package model_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// year2026 is a calendar that knows one year. Beyond it New Year, 1 and 2 May
// and 1 to 3 October are off, and nothing is known.
type year2026 struct{}

const (
	off2026 = "01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 " +
		"05-01 05-02 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 " +
		"10-01 10-02 10-03 10-04 10-05 10-06 10-07"
	work2026 = "01-04 02-14 02-28 05-09 09-20 10-10"
	offFixed = "01-01 05-01 05-02 10-01 10-02 10-03"
)

func (year2026) Working(d model.Date) (working, known bool) {
	day, known := d.String()[5:], d.Year == 2026
	weekday := d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
	if !known {
		return weekday && !strings.Contains(offFixed, day), false
	}
	return strings.Contains(work2026, day) || weekday && !strings.Contains(off2026, day), true
}

func date(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseISODate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAdd(t *testing.T) {
	const days, working, months = model.Days, model.WorkingDays, model.Months
	for _, tt := range []struct {
		from     string
		n        int
		unit     model.Unit
		want     string
		estimate bool
	}{
		// The worked examples.
		{"2026-09-21", 5, working, "2026-09-29", false},
		{"2026-02-11", 5, working, "2026-02-25", false},
		{"2026-01-01", 5, working, "2026-01-08", false},
		{"2026-04-30", 5, working, "2026-05-11", false},
		{"2026-09-30", 5, working, "2026-10-13", false},
		{"2026-06-18", 10, working, "2026-07-03", false},
		{"2026-09-30", 60, days, "2026-11-29", false},
		{"2026-11-30", 3, months, "2027-02-28", false},
		{"2031-11-22", -90, days, "2031-08-24", false},
		{"2026-12-28", 5, working, "2027-01-05", true},

		// Make-up weekends.
		{"2026-02-13", 1, working, "2026-02-14", false}, // a Saturday
		{"2026-02-27", 1, working, "2026-02-28", false},
		{"2026-02-28", 1, working, "2026-03-02", false}, // itself not counted
		{"2026-09-18", 1, working, "2026-09-20", false}, // a Sunday
		{"2026-09-19", 2, working, "2026-09-21", false},
		{"2026-10-09", 2, working, "2026-10-12", false},
		{"2026-01-02", 1, working, "2026-01-04", false}, // from a day off to a Sunday

		// Backwards.
		{"2026-02-24", -1, working, "2026-02-14", false},
		{"2026-10-08", -1, working, "2026-09-30", false},
		{"2027-01-04", -2, working, "2026-12-30", true},
		{"2026-03-31", -1, months, "2026-02-28", false},

		// Month ends, leap days, year ends, nothing.
		{"2027-11-29", 3, months, "2028-02-29", false},
		{"2027-11-30", 3, months, "2028-02-29", false},
		{"2028-02-29", 12, months, "2029-02-28", false},
		{"2028-02-29", 1, months, "2028-03-29", false}, // keeps the day, not the month's end
		{"2028-02-28", 1, days, "2028-02-29", false},
		{"2028-02-28", 2, working, "2028-03-01", true},
		{"2026-10-31", 1, months, "2026-11-30", false},
		{"2026-12-31", 1, days, "2027-01-01", false},
		{"2026-12-30", 1, working, "2026-12-31", false},
		{"2026-12-31", 1, working, "2027-01-04", true},
		{"2026-12-31", 0, working, "2026-12-31", false},

		// Unknown years.
		{"2027-04-30", 1, working, "2027-05-03", true}, // 1 and 2 May are a weekend
		{"2027-09-30", 1, working, "2027-10-04", true},
		{"2030-09-30", 1, working, "2030-10-04", true},
		{"2027-03-01", 60, days, "2027-04-30", false}, // days need no calendar
	} {
		end, estimate := model.Add(date(t, tt.from), tt.n, tt.unit, year2026{})
		if end != date(t, tt.want) || estimate != tt.estimate {
			t.Errorf("%s %+d %s: %v, estimate %t; want %s, %t", tt.from, tt.n, tt.unit, end, estimate, tt.want, tt.estimate)
		}
	}
}

func TestCountDays(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		want     int
	}{
		{"2026-09-21", "2026-09-29", 5},
		{"2026-09-29", "2026-09-21", -5},
		{"2026-02-13", "2026-02-24", 2},
		{"2026-10-01", "2026-10-07", 0},
		{"2026-03-02", "2026-03-02", 0},
	} {
		if got := model.CountDays(date(t, tt.from), date(t, tt.to), year2026{}); got != tt.want {
			t.Errorf("%s to %s: %d, want %d", tt.from, tt.to, got, tt.want)
		}
	}
}

type (
	states = []model.StateID
	events = []model.EventID
)

// licensing is a procedure cut down to its events and clocks.
func licensing() *model.Procedure {
	before := states{"submitted", "resubmitted"}
	received := events{"submitted", "resubmitted"}
	p := &model.Procedure{
		States: []model.State{
			{ID: "preparing", Turn: model.Applicant}, {ID: "submitted", Turn: model.Officials},
			{ID: "returned", Turn: model.Applicant}, {ID: "resubmitted", Turn: model.Officials},
			{ID: "accepted", Turn: model.Officials}, {ID: "under-review", Turn: model.Officials},
			{ID: "public-notice", Turn: model.Officials}, {ID: "approved", Turn: model.Officials},
			{ID: "issued"}, {ID: "withdrawn", End: true}, {ID: "ended", End: true},
		},
		Events: []model.EventRule{
			{ID: "submitted", From: states{"preparing"}, To: "submitted"},
			{ID: "returned", From: states{"submitted", "resubmitted", "accepted", "under-review"}, To: "returned"},
			{ID: "resubmitted", From: states{"returned"}, To: "resubmitted", After: &model.After{Event: "accepted", To: "accepted"}},
			{ID: "accepted", From: before, To: "accepted"},
			{ID: "review-started", From: states{"accepted"}, To: "under-review"},
			{ID: "reviewed", From: states{"under-review"}, To: "accepted"},
			{ID: "published", From: states{"accepted", "under-review"}, To: "public-notice"},
			{ID: "approved", From: states{"accepted", "under-review", "public-notice"}, To: "approved"},
			{ID: "issued", From: states{"approved"}, To: "issued"},
			{ID: "withdrawn", From: before, To: "withdrawn"},
			{ID: "expired", From: states{"issued"}, To: "ended"},
		},
		Clocks: []model.Clock{
			{ID: "correction-notice", Whose: model.Officials, Stops: events{"accepted", "returned", "not-accepted"},
				Readings: []model.Reading{{From: received, Length: 5, Unit: model.WorkingDays}}},
			{ID: "decision", Whose: model.Officials, Stops: events{"approved", "refused"},
				Pauses: []model.Pause{{From: "review-started", To: "reviewed"}},
				Readings: []model.Reading{
					{From: received, Length: 60, Unit: model.Days},
					{From: received, Length: 60, Unit: model.WorkingDays},
					{From: events{"accepted"}, Length: 60, Unit: model.Days},
					{From: events{"accepted"}, Length: 60, Unit: model.WorkingDays},
				},
				Sources: []model.Citation{{Source: "regs", Article: "14"}}},
			{ID: "delivery", Whose: model.Officials, Stops: events{"issued"},
				Readings: []model.Reading{{From: events{"approved"}, Length: 10, Unit: model.WorkingDays}}},
			{ID: "resubmission", Whose: model.Applicant, Stops: events{"resubmitted"},
				Readings: []model.Reading{{From: events{"returned"}, Length: 3, Unit: model.Months}}},
			{ID: "renew-by", Whose: model.Applicant, Before: true,
				Readings: []model.Reading{{From: events{"issued"}, Length: 90, Unit: model.Days}}},
		},
	}
	p.Ready()
	return p
}

// history reads "submitted 2026-09-21, accepted 2026-09-28 deemed, issued
// 2026-11-23 until 2031-11-22".
func history(t *testing.T, s string) *model.Application {
	t.Helper()
	var a model.Application
	for _, part := range strings.Split(s, ", ") {
		if part == "" {
			continue
		}
		f := strings.Fields(part)
		e := model.Event{ID: model.EventID(f[0]), Date: date(t, f[1])}
		if len(f) == 4 {
			e.ValidUntil = date(t, f[3])
		}
		e.Deemed = len(f) == 3
		a.Events = append(a.Events, e)
	}
	return &a
}

// said writes deadlines as "clock date date; …": ~ marks an estimate, * a day
// off, a trailing "paused" a clock that stands still.
func said(ds []model.Deadline) string {
	var all []string
	for _, d := range ds {
		s := string(d.Clock)
		for _, c := range d.Dates {
			s += " " + c.Date.String()
			if c.Estimate {
				s += "~"
			}
			if c.DayOff {
				s += "*"
			}
		}
		if d.Paused {
			s += " paused"
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func TestDeadlines(t *testing.T) {
	for _, tt := range []struct{ name, history, want string }{
		{"preparing", "", ""},
		{"submitted", "submitted 2026-03-02",
			"correction-notice 2026-03-09; decision 2026-05-01* 2026-05-28"},
		{"accepted", "submitted 2026-03-02, accepted 2026-03-06",
			"decision 2026-05-01* 2026-05-05* 2026-05-28 2026-06-03"},
		{"deemed from the day of receipt", "submitted 2026-03-02, accepted 2026-03-10 deemed",
			"decision 2026-05-01* 2026-05-01* 2026-05-28 2026-05-28"},
		{"on the same day", "submitted 2026-03-02, accepted 2026-03-02, review-started 2026-03-02, reviewed 2026-03-02",
			"decision 2026-05-01* 2026-05-01* 2026-05-28 2026-05-28"},

		{"returned: the applicant's turn only", "submitted 2026-11-20, returned 2026-11-30",
			"resubmission 2027-02-28*"},
		{"resubmitted: anew", "submitted 2026-03-02, returned 2026-03-06, resubmitted 2026-03-20",
			"correction-notice 2026-03-27; decision 2026-05-19 2026-06-17"},
		{"returned again", "submitted 2026-03-02, returned 2026-03-06, resubmitted 2026-03-20, returned 2026-03-31",
			"resubmission 2026-06-30"},
		{"returned after the acceptance", "submitted 2026-03-02, accepted 2026-03-06, returned 2026-03-10",
			"decision 2026-05-05* 2026-06-03; resubmission 2026-06-10"},
		{"correction within the decision", "submitted 2026-03-02, returned 2026-03-03, resubmitted 2026-03-20, accepted 2026-03-24",
			"decision 2026-05-19 2026-05-23* 2026-06-17 2026-06-22"},

		{"pause over", "submitted 2026-03-02, accepted 2026-03-06, review-started 2026-03-10, reviewed 2026-03-20",
			"decision 2026-05-11 2026-05-15 2026-06-09 2026-06-15"},
		{"two pauses", "submitted 2026-03-02, accepted 2026-03-06, review-started 2026-03-10, reviewed 2026-03-12, review-started 2026-03-16, reviewed 2026-03-24",
			"decision 2026-05-11 2026-05-15 2026-06-09 2026-06-15"},
		{"pause over days off", "submitted 2026-01-20, accepted 2026-01-22, review-started 2026-02-13, reviewed 2026-02-24",
			"decision 2026-04-01 2026-04-03 2026-04-23 2026-04-27"},
		{"paused", "submitted 2026-03-02, accepted 2026-03-06, review-started 2026-03-10",
			"decision 2026-05-01* 2026-05-05* 2026-05-28 2026-06-03 paused"},
		{"pause left without its end", "submitted 2026-03-02, accepted 2026-03-06, review-started 2026-03-10, published 2026-03-20",
			"decision 2026-05-11 2026-05-15 2026-06-09 2026-06-15"},
		{"pause after the end", "submitted 2026-01-05, accepted 2026-01-05, review-started 2026-06-01, reviewed 2026-06-20",
			"decision 2026-03-06 2026-03-06 2026-04-03 2026-04-03"},
		{"return out of the review", "submitted 2026-03-02, accepted 2026-03-06, review-started 2026-03-10, returned 2026-03-20, resubmitted 2026-03-23",
			"correction-notice 2026-03-30; decision 2026-05-15 2026-05-22 2026-06-15 2026-06-18"},

		{"approved", "submitted 2026-03-02, accepted 2026-03-06, approved 2026-06-18", "delivery 2026-07-03"},
		{"delivery over the year's end", "submitted 2026-03-02, accepted 2026-03-06, approved 2026-12-28", "delivery 2027-01-12~"},
		{"issued", "submitted 2026-03-02, accepted 2026-03-06, approved 2026-04-01, issued 2026-04-10 until 2031-11-22", "renew-by 2031-08-24*"},
		{"issued, end unknown", "submitted 2026-03-02, accepted 2026-03-06, approved 2026-04-01, issued 2026-04-10", ""},
		{"expired", "submitted 2026-03-02, accepted 2026-03-06, approved 2026-04-01, issued 2026-04-10 until 2031-11-22, expired 2031-11-23", ""},
		{"withdrawn", "submitted 2026-03-02, withdrawn 2026-03-03", ""},
		{"unknown event", "submitted 2026-03-02, abducted 2026-03-03",
			"correction-notice 2026-03-09; decision 2026-05-01* 2026-05-28"},
	} {
		ds := model.Deadlines(licensing(), history(t, tt.history), year2026{})
		if got := said(ds); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if !slices.IsSortedFunc(ds, func(x, y model.Deadline) int { return x.Earliest.Compare(y.Earliest) }) {
			t.Errorf("%s: not sorted", tt.name)
		}
	}
}

func TestDeadline(t *testing.T) {
	p := licensing()
	a := history(t, "submitted 2026-11-02, accepted 2026-11-06, review-started 2026-11-10")
	ds := model.Deadlines(p, a, year2026{})
	if len(ds) != 1 {
		t.Fatalf("%d deadlines", len(ds))
	}
	d := ds[0]
	if d.Whose != model.Officials || d.Start != "submitted" || d.From != date(t, "2026-11-02") {
		t.Errorf("whose %s, from %s %v", d.Whose, d.Start, d.From)
	}
	if !d.Paused || !d.Estimate || len(d.Sources) != 1 {
		t.Errorf("paused %t, estimate %t, sources %v", d.Paused, d.Estimate, d.Sources)
	}
	if d.Earliest != date(t, "2027-01-01") || d.Latest != d.Dates[3].Date || d.Dates[3].Start != "accepted" {
		t.Errorf("%v to %v, the last from %s", d.Earliest, d.Latest, d.Dates[3].Start)
	}
	if d.Dates[0].Estimate || !d.Dates[3].Estimate {
		t.Error("60 days need no calendar, 60 working days do")
	}
	if len(p.Clocks[1].Readings) != 4 {
		t.Error("the procedure was changed")
	}
}

// TestPausedMonths moves an end that is counted in months by the pause.
func TestPausedMonths(t *testing.T) {
	p := licensing()
	p.Clocks = []model.Clock{{
		ID: "decision", Stops: events{"approved"},
		Pauses:   []model.Pause{{From: "review-started", To: "reviewed"}},
		Readings: []model.Reading{{From: events{"accepted"}, Length: 1, Unit: model.Months}},
	}}
	p.Ready()
	for _, tt := range []struct{ started, reviewed, want string }{
		{"2026-02-02", "2026-02-12", "decision 2026-03-10"},
		{"2026-02-25", "2026-03-25", "decision 2026-03-28*"}, // the span reaches past the first end
		{"2026-03-02", "2026-03-25", "decision 2026-02-28"},  // too late to matter
	} {
		a := history(t, "submitted 2026-01-30, accepted 2026-01-31, review-started "+tt.started+", reviewed "+tt.reviewed)
		if got := said(model.Deadlines(p, a, year2026{})); got != tt.want {
			t.Errorf("%s to %s: %s, want %s", tt.started, tt.reviewed, got, tt.want)
		}
	}
}

func TestForecast(t *testing.T) {
	for _, tt := range []struct{ on, want string }{
		{"2026-03-02", "decision 2026-05-01* 2026-05-08 2026-05-28 2026-06-04"}, // accepted 2026-03-09
		{"2026-12-28", "decision 2027-02-26 2027-03-06~* 2027-03-23~ 2027-03-30~"},
	} {
		d, ok := model.Forecast(licensing(), date(t, tt.on), year2026{})
		if got := said([]model.Deadline{d}); !ok || got != tt.want {
			t.Errorf("%s: %s, %t; want %s", tt.on, got, ok, tt.want)
		}
	}
	if _, ok := model.Forecast(licensing(), model.Date{}, year2026{}); ok {
		t.Error("a forecast without a day")
	}
	p := licensing()
	p.Clocks = p.Clocks[1:]
	if d, ok := model.Forecast(p, date(t, "2026-03-02"), year2026{}); !ok || d.Latest != date(t, "2026-05-28") {
		t.Errorf("without a notice clock: %v, %t", d.Latest, ok)
	}
	p.Clocks = p.Clocks[1:]
	if _, ok := model.Forecast(p, date(t, "2026-03-02"), year2026{}); ok {
		t.Error("a forecast without a decision clock")
	}
}
