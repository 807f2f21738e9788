package model

import (
	"cmp"
	"slices"
)

// A Due is a day that an application has to keep, or waits for.
type Due struct {
	Code     DueCode `json:"code"`
	What     string  `json:"what"`            // id of the clock or question, key of the row
	Name     string  `json:"name,omitempty"`  // whom the row is for, or what it is called where it is one's own
	Date     Date    `json:"date"`            // the earliest, where there are several readings
	Latest   Date    `json:"latest,omitzero"` // the latest, where that is another day
	Estimate bool    `json:"estimate,omitempty"`
	Whose    Turn    `json:"whose"`
	Right    bool    `json:"right,omitempty"`  // may be left unused: once the day has passed there is nothing overdue
	Stated   bool    `json:"stated,omitempty"` // a notice set it
}

// A DueCode says what kind of thing Due.What is.
type DueCode string

// Kinds of due days.
const (
	DueClock   DueCode = "clock"    // a clock that the law, or practice, sets
	DueRow     DueCode = "material" // a row of the list that somebody wants by then
	DueFindOut DueCode = "find-out" // a question that somebody finds out by then
	DueSubmit  DueCode = "submit"   // the planned submission
	DueExpired DueCode = "expired"  // the licence ran out on that day
)

// Last returns the last day on which it is in time by any reading.
func (d Due) Last() Date {
	if d.Latest.IsZero() {
		return d.Date
	}
	return d.Latest
}

// day is the day that counts: one's own earliest, the authority's latest.
func (d Due) day() Date {
	if d.Whose == Officials {
		return d.Last()
	}
	return d.Date
}

// Left returns the days from today until it is due, negative when it is over.
// What is one's own is over when the earliest reading is; what is the
// authority's, when the latest is, and until then the latest counts.
func (d Due) Left(today Date) int {
	if left := d.Date.Sub(today); left >= 0 || d.Whose != Officials {
		return left
	}
	return d.Last().Sub(today)
}

// Dues lists the days of an application, the earliest first: clocks that run,
// rows with a day, what somebody finds out by then, the planned submission.
// What is settled, or no longer to be done, has none.
func Dues(p *Procedure, a *Application, w Workdays) []Due {
	var ds []Due
	for _, d := range Deadlines(p, a, w) {
		if d.Paused {
			continue // it ends on no day that is known
		}
		due := Due{Code: DueClock, What: string(d.Clock), Date: d.Earliest, Estimate: d.Estimate, Whose: d.Whose, Right: d.AtEnd == Forgone, Stated: d.Stated}
		if d.Latest != d.Earliest {
			due.Latest = d.Latest
		}
		ds = append(ds, due)
	}
	state := StateOf(p, a)
	if state.Turn == Applicant {
		ds = append(ds, rowDues(Checklist(p, a))...)
	}
	if state.ID == p.States[0].ID {
		ds = append(ds, questionDues(p, a)...)
	}
	slices.SortStableFunc(ds, func(x, y Due) int { return x.Date.Compare(y.Date) })
	return ds
}

func rowDues(rows []ListRow) []Due {
	var ds []Due
	for _, r := range rows {
		if r.Due.IsZero() || r.Done() || r.Status == Got {
			continue
		}
		due := Due{Code: DueRow, What: string(r.Key), Date: r.Due, Whose: Applicant}
		if r.Status == Requested {
			due.Whose = Client
		}
		switch {
		case r.Own != nil:
			due.Name = r.Own.Name
		case r.Of != nil:
			due.Name = r.Of.Text("name")
		}
		ds = append(ds, due)
	}
	return ds
}

func questionDues(p *Procedure, a *Application) []Due {
	var ds []Due
	for _, v := range Visits(p, a) {
		for _, q := range v.Questions {
			ans := a.Answers[q.ID]
			if ans.Pending != nil && !ans.Pending.By.IsZero() {
				ds = append(ds, Due{Code: DueFindOut, What: string(q.ID), Date: ans.Pending.By, Whose: Applicant})
			}
			if day, ok := ans.Value.(Date); ok && q.ID == PlannedSubmission {
				ds = append(ds, Due{Code: DueSubmit, What: string(q.ID), Date: day, Whose: Applicant})
			}
		}
	}
	return ds
}

// A DueQuery asks for due days over several applications.
type DueQuery struct {
	Today  Date
	Within int  // days from today, today included; negative for all
	Whose  Turn // of this side alone; Nobody for all
}

// A DueDay is a due day and the application that it belongs to.
type DueDay struct {
	*Summary
	Due
	Left int // days from today; negative when it is over
}

// Over reports whether the day has passed.
func (d DueDay) Over() bool { return d.Left < 0 }

// Gone reports whether the day was the last of a right that was not used.
func (d Due) Gone(today Date) bool { return d.Right && d.Left(today) < 0 }

// DueDays lists the due days of several applications: licences that ran out
// first, then what is over, then by day, then by title. What is over is always
// among them, however long ago, unless it was a right and is Gone.
func DueDays(sums []Summary, q DueQuery) []DueDay {
	var days []DueDay
	for i := range sums {
		s := new(sums[i].On(q.Today))
		expired := s.Validity(sums, q.Today) == Expired
		if expired && (q.Whose == Nobody || q.Whose == Applicant) {
			d := Due{Code: DueExpired, What: string(s.State), Date: s.Licence.Until, Whose: Applicant}
			days = append(days, DueDay{s, d, d.Left(q.Today)})
		}
		for _, d := range s.Dues {
			if expired && d.Code == DueClock && d.Date == s.Licence.RenewBy {
				continue // it is too late for that
			}
			if q.Whose != Nobody && d.Whose != q.Whose || d.Gone(q.Today) {
				continue
			}
			if left := d.Left(q.Today); q.Within < 0 || left <= q.Within {
				days = append(days, DueDay{s, d, left})
			}
		}
	}
	slices.SortStableFunc(days, func(x, y DueDay) int {
		return cmp.Or(cmp.Compare(urgency(x), urgency(y)), cmp.Compare(min(x.Left, 0), min(y.Left, 0)), x.Date.Compare(y.Date), cmp.Compare(x.Title, y.Title), cmp.Compare(x.Summary.ID, y.Summary.ID))
	})
	return days
}

// urgency is 0 for a licence that ran out, which comes before everything.
func urgency(d DueDay) int {
	if d.Code == DueExpired {
		return 0
	}
	return 1
}
