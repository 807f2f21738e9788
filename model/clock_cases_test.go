package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
)

// TestClockCases counts the clocks of the shipped procedure on dated cases.
// What is expected was counted on the calendar of 2026 apart from this
// program, a day after the other; beyond 2026 only the fixed holidays are
// known, and ~ says so.
// After * the end is a day off, which moves nothing.
func TestClockCases(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct{ name, history, want string }{
		// Make-up weekends and the holidays that they make up for.
		{"a worked Saturday before the festival", "submitted 2026-02-12", "correction-notice 2026-02-26; decision 2026-04-13 2026-05-18"},
		{"from the eve of the worked Saturday", "submitted 2026-02-13, withdrawn 2026-02-13", ""},
		{"over the festival to a worked Saturday", "submitted 2026-02-14", "correction-notice 2026-02-28; decision 2026-04-15 2026-05-20"},
		{"from the first day off", "submitted 2026-02-15", "correction-notice 2026-02-28; decision 2026-04-16 2026-05-20"},
		{"from the last day off", "submitted 2026-02-23", "correction-notice 2026-02-28; decision 2026-04-24 2026-05-20"},
		{"a worked Saturday is day 1", "submitted 2026-02-27", "correction-notice 2026-03-05; decision 2026-04-28 2026-05-26"},
		{"over Qingming", "submitted 2026-04-03", "correction-notice 2026-04-13; decision 2026-06-02 2026-07-02"},
		{"a worked Saturday after May Day", "submitted 2026-05-08", "correction-notice 2026-05-14; decision 2026-07-07 2026-07-31"},
		{"a worked Sunday", "submitted 2026-09-18", "correction-notice 2026-09-24; decision 2026-11-17 2026-12-17"},
		{"over two holidays", "submitted 2026-09-24", "correction-notice 2026-10-09; decision 2026-11-23 2026-12-24"},
		{"a worked Saturday after the National Day", "submitted 2026-10-09", "correction-notice 2026-10-15; decision 2026-12-08 2026-12-31"},
		{"60 days end on a Friday off", "submitted 2026-08-03, accepted 2026-08-03", "decision 2026-10-02* 2026-10-02* 2026-10-30 2026-10-30"},
		{"60 days end on a Sunday", "submitted 2026-09-30, accepted 2026-09-30", "decision 2026-11-29* 2026-11-29* 2026-12-29 2026-12-29"},

		// The end of the year, and years that are not announced.
		{"ends in the year", "submitted 2026-12-24", "correction-notice 2026-12-31; decision 2027-02-22 2027-03-19~"},
		{"ends the day before", "submitted 2026-12-23", "correction-notice 2026-12-30; decision 2027-02-21* 2027-03-18~"},
		{"over New Year", "submitted 2026-12-28", "correction-notice 2027-01-05~; decision 2027-02-26 2027-03-23~"},
		{"from New Year's Eve", "submitted 2026-12-31", "correction-notice 2027-01-08~; decision 2027-03-01 2027-03-26~"},
		{"60 days to New Year's Day", "submitted 2026-11-02, accepted 2026-11-02", "decision 2027-01-01* 2027-01-01* 2027-01-26~ 2027-01-26~"},
		{"a whole year unknown", "submitted 2027-09-30", "correction-notice 2027-10-08~; decision 2027-11-29 2027-12-24~"},
		{"delivery on the last day of the year", "submitted 2026-12-01, accepted 2026-12-02, approved 2026-12-17", "delivery 2026-12-31"},
		{"delivery a day later", "submitted 2026-12-01, accepted 2026-12-02, approved 2026-12-18", "delivery 2027-01-04~"},
		{"delivery over two holidays", "submitted 2026-09-01, accepted 2026-09-02, approved 2026-09-21", "delivery 2026-10-12"},
		{"delivery over the festival", "submitted 2026-02-02, accepted 2026-02-03, approved 2026-02-09", "delivery 2026-02-28"},

		// Leap days and ends of months.
		{"60 days to a leap day", "submitted 2027-12-31", "correction-notice 2028-01-07~; decision 2028-02-29 2028-03-24~"},
		{"60 days over a leap day", "submitted 2028-01-03", "correction-notice 2028-01-10~; decision 2028-03-03 2028-03-27~"},
		{"5 working days over a leap day", "submitted 2028-02-25", "correction-notice 2028-03-03~; decision 2028-04-25 2028-05-23~"},
		{"three months to the end of February", "submitted 2026-11-23, returned 2026-11-30", "resubmission 2026-12-21 2027-02-28*"},
		{"three months to a leap day", "submitted 2027-11-23, returned 2027-11-30", "resubmission 2027-12-21~ 2028-02-29"},
		{"three months from the end of the year", "submitted 2026-12-24, returned 2026-12-31", "resubmission 2027-01-22~ 2027-03-31"},
		{"three months from a leap day", "submitted 2028-02-25, returned 2028-02-29", "resubmission 2028-03-21~ 2028-05-29"},
		{"three months to a shorter month", "submitted 2026-08-25, returned 2026-08-31", "resubmission 2026-09-20 2026-11-30"},

		// Corrections: the notice and the days from receipt begin anew.
		{"resubmitted", "submitted 2026-03-02, returned 2026-03-06, resubmitted 2026-03-27", "correction-notice 2026-04-03; decision 2026-05-26 2026-06-25"},
		{"resubmitted before Qingming", "submitted 2026-03-02, returned 2026-03-06, resubmitted 2026-03-30", "correction-notice 2026-04-07; decision 2026-05-29 2026-06-26"},
		{"a correction within a correction", "submitted 2026-03-02, returned 2026-03-06, resubmitted 2026-03-10, returned 2026-03-13, resubmitted 2026-03-30", "correction-notice 2026-04-07; decision 2026-05-29 2026-06-26"},
		{"the second return counts", "submitted 2026-03-02, returned 2026-03-06, resubmitted 2026-03-10, returned 2026-03-13", "resubmission 2026-04-03 2026-06-13*"},
		{"returned after the acceptance", "submitted 2026-03-02, accepted 2026-03-09, returned 2026-03-20, resubmitted 2026-03-27", "correction-notice 2026-04-03; decision 2026-05-08 2026-05-26 2026-06-04 2026-06-25"},
		{"returned out of the review", "submitted 2026-03-02, accepted 2026-03-09, review-started 2026-03-11, returned 2026-03-20, resubmitted 2026-03-30", "correction-notice 2026-04-07; decision 2026-05-17* 2026-05-29 2026-06-15 2026-06-26"},
		{"deemed accepted, from the day of receipt", "submitted 2026-09-30, accepted 2026-10-14 deemed", "decision 2026-11-29* 2026-11-29* 2026-12-29 2026-12-29"},

		// Pauses: what stands still is not counted.
		{"over a holiday", "submitted 2026-04-01, accepted 2026-04-08, review-started 2026-04-10, reviewed 2026-05-11", "decision 2026-07-01 2026-07-08 2026-07-27 2026-07-31"},
		{"over two holidays", "submitted 2026-09-01, accepted 2026-09-08, review-started 2026-09-20, reviewed 2026-10-10", "decision 2026-11-20 2026-11-27 2026-12-14 2026-12-21"},
		{"of no day", "submitted 2026-03-20, accepted 2026-03-24, review-started 2026-04-01, reviewed 2026-04-01", "decision 2026-05-19 2026-05-23* 2026-06-17 2026-06-22"},
		{"over the end of the year", "submitted 2026-11-02, accepted 2026-11-05, review-started 2026-12-28, reviewed 2027-01-15", "decision 2027-01-19 2027-01-22 2027-02-12~ 2027-02-17~"},
		{"two that touch", "submitted 2026-06-15, accepted 2026-06-18, review-started 2026-06-22, reviewed 2026-06-24, review-started 2026-06-24, reviewed 2026-06-26", "decision 2026-08-18 2026-08-21 2026-09-14 2026-09-17"},
	} {
		a := history(t, tt.history)
		if got := said(model.Deadlines(p, a, year2026{})); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestTrail says how the worked examples were counted.
func TestTrail(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		history string
		at      int // which date of the first deadline
		want    string
	}{
		{"submitted 2026-09-21", 0, "first 2026-09-22 weekends 0 holidays 2026-09-25..2026-09-27 worked still 0"},
		{"submitted 2026-02-11", 0, "first 2026-02-12 weekends 0 holidays 2026-02-15..2026-02-23 worked 2026-02-14 still 0"},
		{"submitted 2026-01-01", 0, "first 2026-01-04 weekends 0 holidays 2026-01-02..2026-01-03 worked 2026-01-04 still 0"},
		{"submitted 2026-03-05", 0, "first 2026-03-06 weekends 2 holidays worked still 0"},
		{"submitted 2026-12-28", 0, "first 2026-12-29 weekends 0 holidays 2027-01-01..2027-01-03 worked still 0 guessed 2027"},
		{"submitted 2026-11-20, returned 2026-11-30", 1, "weekends 0 holidays worked still 0 fell back"},
		{"submitted 2026-11-20, returned 2026-11-25", 1, "weekends 0 holidays worked still 0"},
		{"submitted 2026-03-02, accepted 2026-03-06, review-started 2026-03-10, reviewed 2026-03-20", 0, "first 2026-03-03 weekends 0 holidays worked still 10"},
		{"submitted 2026-03-02, accepted 2026-03-02, review-started 2026-03-02, reviewed 2026-03-04", 2, "first 2026-03-05 weekends 21 holidays 2026-04-04..2026-04-06 2026-05-01..2026-05-05 worked 2026-05-09 still 2"},
	} {
		d := model.Deadlines(p, history(t, tt.history), year2026{})[0]
		tr := d.Dates[tt.at].Trail(year2026{})
		var got []string
		add := func(parts ...any) { got = append(got, strings.TrimSpace(fmt.Sprintln(parts...))) }
		if !tr.First.IsZero() {
			add("first", tr.First)
		}
		add("weekends", tr.Weekends)
		add("holidays")
		for _, h := range tr.Holidays {
			add(h.First.String() + ".." + h.Last.String())
		}
		add("worked")
		for _, d := range tr.Worked {
			add(d)
		}
		add("still", tr.Still)
		for _, y := range tr.Guessed {
			add("guessed", y)
		}
		if tr.FellBack {
			add("fell back")
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s to %v:\n got %s\nwant %s", tt.history, d.Dates[tt.at].Date, s, tt.want)
		}
	}
}

// TestDeemable offers what the law says on the day after the last day, not
// before, and only where the event can be recorded.
func TestDeemable(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		history, today string
		want           bool
	}{
		{"submitted 2026-09-21", "2026-09-29", false},
		{"submitted 2026-09-21", "2026-09-30", true},
		{"submitted 2026-09-21, returned 2026-09-28", "2026-10-30", false},
		{"submitted 2026-09-21, returned 2026-09-28, resubmitted 2026-09-29", "2026-10-12", false},
		{"submitted 2026-09-21, returned 2026-09-28, resubmitted 2026-09-30", "2026-10-14", true},
		{"submitted 2026-09-21, accepted 2026-09-23", "2026-12-30", false},
		{"submitted 2026-09-21, accepted 2026-09-22, returned 2026-09-23, resubmitted 2026-09-24", "2026-12-30", false}, // is accepted
		{"submitted 2026-09-21, withdrawn 2026-09-22", "2026-12-30", false},
		{"", "2026-12-30", false},
	} {
		a := history(t, tt.history)
		d, rule, ok := model.Deemable(p, a, year2026{}, day(tt.today))
		next := model.NextOn(p, a, year2026{}, day(tt.today))
		if ok != tt.want || (next.Code == model.NextDeem) != tt.want || ok && (rule.ID != "accepted" || d.AtEnd != model.DeemedAccepted) {
			t.Errorf("%s on %s: %t %v, next %s", tt.history, tt.today, ok, d.Latest, next.Code)
		}
	}
}

// TestM3: whatever rests on a year without a notice says that it is an
// estimate, the offered next step as well.
func TestM3(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		history, today string
		code           model.NextCode
		date           string
		estimate       bool
	}{
		{"submitted 2027-02-03", "2027-02-11", model.NextWait, "2027-02-17", false},
		{"submitted 2027-02-03", "2027-02-18", model.NextDeem, "2027-02-17", false},
		{"submitted 2027-12-28", "2027-12-29", model.NextWait, "2028-01-05", true},
		{"submitted 2028-01-24", "2028-02-04", model.NextWait, "2028-02-04", true},
		{"submitted 2028-01-24", "2028-02-05", model.NextDeem, "2028-02-04", true},
		{"submitted 2027-12-20, returned 2028-01-06", "2028-01-10", model.NextResubmit, "2028-02-02", true}, // the earlier of the two practices
	} {
		a, china := history(t, tt.history), calendar.China()
		n := model.NextOn(p, a, china, day(tt.today))
		if n.Code != tt.code || n.Date != day(tt.date) || n.Estimate != tt.estimate {
			t.Errorf("%s on %s: %+v, want %s on %s, estimate %t", tt.history, tt.today, *n, tt.code, tt.date, tt.estimate)
		}
		if d, _, ok := model.Deemable(p, a, china, day(tt.today)); ok && d.Estimate != tt.estimate {
			t.Errorf("%s on %s: offered without a word about the estimate", tt.history, tt.today)
		}
	}
}
