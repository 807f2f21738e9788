package model

import (
	"slices"
	"time"
)

// The events that a forecast supposes. Every procedure that ends in a
// decision names them so.
const (
	submitted EventID = "submitted"
	accepted  EventID = "accepted"
	approved  EventID = "approved"
)

// Workdays tells working days from days off. Known is false where the
// calendar of that year has not been announced and working is a guess.
type Workdays interface {
	Working(Date) (working, known bool)
}

// A Deadline is a clock that runs, and the days on which it may end.
type Deadline struct {
	Clock    ClockID
	Whose    Turn
	From     Date      // the day that the first running reading counts from
	Start    EventID   // the event that set it, "" for an answer
	Dates    []Counted // the end by each reading that runs, earliest first
	Earliest Date
	Latest   Date
	Estimate bool // some date is one, or the clock is paused
	Stated   bool // the notice that started it sets the term itself, which takes the place of the readings
	Unstated bool // the notice that started it sets none: what the readings say is what others say
	Paused   bool // stands still now: the dates are those if it went on at once, and move a day with each day it stands
	AtEnd    AtEnd
	Sources  []Citation
}

// Counted is the end of a clock by one reading. Ends are never rolled: one on
// a day off stays there.
type Counted struct {
	Date     Date
	Reading  Reading
	From     Date    // the day that the reading counts from, itself not counted
	Start    EventID // the event that set it, "" for the answer to Reading.Answer
	Estimate bool    // a working day was counted in a year not announced yet
	DayOff   bool    // Date is no working day
	Back     bool    // Date comes before From: the clock ends ahead of what it is about
	Stated   bool    // a notice set it: Term is what it says, and From is zero where that is a day
	Guessed  bool    // Stated, and counted from the date of the notice because its receipt is not known
	Term     Term

	still []span // that were left out
}

// Deadlines returns the clocks that run, the earliest end first. Once the
// application has ended, only those do that the end, or an event after it,
// has set.
func Deadlines(p *Procedure, a *Application, w Workdays) []Deadline {
	state := StateOf(p, a)
	ended := len(a.Events)
	for state.End && ended > 0 && stateAfter(p, a.Events[:ended]).End {
		ended--
	}
	var next []*EventRule
	if state.Turn == Applicant {
		next = Allowed(p, a)
	}
	var ds []Deadline
	for i := range p.Clocks {
		c := p.Clocks[i]
		if c.Whose == Officials {
			c.Readings = withoutRestarting(c.Readings, next)
		}
		if state.End {
			c.Readings = setSince(c.Readings, a.Events, ended)
		}
		if d, ok := c.run(p, a, w); ok {
			ds = append(ds, d)
		}
	}
	slices.SortStableFunc(ds, func(x, y Deadline) int { return x.Earliest.Compare(y.Earliest) })
	return ds
}

// withoutRestarting drops the readings that one of the next events starts
// anew: after a return, the days since the submission that it came back from
// are void.
func withoutRestarting(rs []Reading, next []*EventRule) []Reading {
	return slices.DeleteFunc(slices.Clone(rs), func(r Reading) bool {
		return r.Answer == "" && slices.ContainsFunc(next, func(e *EventRule) bool { return slices.Contains(r.From, e.ID) })
	})
}

// setSince keeps the readings that were set by the event at an index, or by a
// later one.
func setSince(rs []Reading, events []Event, index int) []Reading {
	return slices.DeleteFunc(slices.Clone(rs), func(r Reading) bool { return lastOf(events, r.From) < index })
}

// Forecast tells when a decision would come if the application was submitted
// on that day: the readings of the authority's clock that an approval stops.
// Readings that start at the acceptance suppose it on the last day that the
// authority has for it. Ok is false where the procedure has no such clock.
func Forecast(p *Procedure, on Date, w Workdays) (d Deadline, ok bool) {
	notice, decision := p.officialsUntil(accepted, ""), p.officialsUntil(approved, accepted)
	if decision == nil || on.IsZero() {
		return Deadline{}, false
	}
	planned := &Application{Events: []Event{{ID: submitted, Date: on}}}
	until := Deadline{Latest: on}
	if notice != nil {
		if n, ok := notice.run(p, planned, w); ok {
			until = n
		}
	}
	planned.Events = append(planned.Events, Event{ID: accepted, Date: until.Latest})
	d, ok = decision.run(p, planned, w)
	for i := range d.Dates {
		if d.Dates[i].Start == accepted && until.Estimate {
			d.Dates[i].Estimate, d.Estimate = true, true
		}
	}
	return d, ok
}

// officialsUntil returns the authority's clock that one event stops and another
// does not, or nil.
func (p *Procedure) officialsUntil(stop, on EventID) *Clock {
	i := slices.IndexFunc(p.Clocks, func(c Clock) bool {
		return c.Whose == Officials && slices.Contains(c.Stops, stop) && !slices.Contains(c.Stops, on)
	})
	if i < 0 {
		return nil
	}
	return &p.Clocks[i]
}

// run counts the readings that have started and were not stopped since.
func (c *Clock) run(p *Procedure, a *Application, w Workdays) (Deadline, bool) {
	d := Deadline{Clock: c.ID, Whose: c.Whose, AtEnd: c.AtEnd, Sources: c.Sources}
	if stated, unstated := c.stated(p, a, w); unstated {
		d.Unstated = true
	} else if stated != nil {
		d.Dates, d.Estimate, d.Stated = []Counted{*stated}, stated.Estimate || stated.Guessed, true
		d.Start, d.Earliest, d.Latest = stated.Start, stated.Date, stated.Date
		d.From = a.Events[lastOf(a.Events, []EventID{stated.Start})].Date
		return d, true
	}
	for _, r := range c.Readings {
		if r.Stated {
			continue // without the notice there is nothing to count
		}
		from, start, ok := c.start(p, a, r)
		if !ok {
			continue
		}
		n, still, open := r.Length, []span(nil), false
		if c.Before {
			n = -r.Length
		} else {
			still, open = c.pauses(p, a.Events)
		}
		var end Date
		var estimate bool
		if r.Yearly != (MonthDay{}) {
			end = Date{from.Year + 1, r.Yearly.Month, r.Yearly.Day}
			if until := validUntil(a.Events); !until.IsZero() && end.After(until) {
				continue // there is no licence any more
			}
		} else {
			end, estimate = count(from, n, r.Unit, w, still)
		}
		working, _ := w.Working(end)
		if len(d.Dates) == 0 {
			d.From, d.Start = from, start
		}
		d.Dates = append(d.Dates, Counted{Date: end, Reading: r, From: from, Start: start, Estimate: estimate, DayOff: !working, Back: c.Before, still: still})
		d.Paused = d.Paused || open
		d.Estimate = d.Estimate || estimate || open
	}
	if len(d.Dates) == 0 {
		return Deadline{}, false
	}
	slices.SortStableFunc(d.Dates, func(x, y Counted) int { return x.Date.Compare(y.Date) })
	d.Earliest, d.Latest = d.Dates[0].Date, d.Dates[len(d.Dates)-1].Date
	return d, true
}

// stated looks for the term that the notice sets by which this clock of the
// applicant's was started: what an authority wrote beats what is usual.
// Unstated reports whether there is such a notice and it sets none.
func (c *Clock) stated(p *Procedure, a *Application, w Workdays) (term *Counted, unstated bool) {
	if c.Whose != Applicant || c.Before {
		return nil, false
	}
	for _, r := range c.Readings {
		i := lastOf(a.Events, r.From)
		if r.Answer != "" || i < 0 || lastOf(a.Events[i+1:], c.Stops) >= 0 {
			continue
		}
		e := a.Events[i]
		end, _, ok := e.Due.On(e.Date, e.Received, w)
		if rule := p.Event(e.ID); !ok {
			return nil, rule != nil && slices.Contains(rule.Asks, AskItems)
		}
		working, _ := w.Working(end)
		counted := Counted{Date: end, Start: e.ID, DayOff: !working, Stated: true, Term: e.Due}
		if e.Due.Date.IsZero() {
			counted.Reading = Reading{From: []EventID{e.ID}, Length: e.Due.Length, Unit: e.Due.Unit}
			counted.From, counted.Guessed = e.Due.Start(e.Date, e.Received)
			_, counted.Estimate = Add(counted.From, e.Due.Length, e.Due.Unit, w)
		}
		return &counted, false
	}
	return nil, false
}

// start returns the day that a reading counts from and the event that set it.
// Ok is false where it does not run.
func (c *Clock) start(p *Procedure, a *Application, r Reading) (from Date, by EventID, ok bool) {
	if r.Answer != "" {
		from = answeredDay(a, r.Answer)
		ok = !from.IsZero() && Applies(p, a, r.Answer) == True && lastOf(a.Events, c.Stops) < 0
		ok = ok && (len(r.From) == 0 || lastOf(a.Events, r.From) >= 0)
		return from, "", ok
	}
	i := lastOf(a.Events, r.From)
	if i < 0 || lastOf(a.Events[i+1:], c.Stops) >= 0 {
		return Date{}, "", false
	}
	from = a.effective(p, i)
	if c.Before {
		from = a.Events[i].ValidUntil
	}
	return from, a.Events[i].ID, !from.IsZero()
}

// answeredDay is the date that a question was answered with; of a year, its
// last day.
func answeredDay(a *Application, id QuestionID) Date {
	switch v := a.Answers[id].Value.(type) {
	case Date:
		return v
	case Number:
		if v >= FirstYear && v <= LastYear {
			return Date{int(v), time.December, 31}
		}
	}
	return Date{}
}

// validUntil is the last day of the licence by the latest event that names one.
func validUntil(events []Event) Date {
	for _, e := range slices.Backward(events) {
		if !e.ValidUntil.IsZero() {
			return e.ValidUntil
		}
	}
	return Date{}
}

// lastOf returns the index of the latest event that is one of ids, or -1.
func lastOf(events []Event, ids []EventID) int {
	for i := len(events) - 1; i >= 0; i-- {
		if slices.Contains(ids, events[i].ID) {
			return i
		}
	}
	return -1
}

// effective returns the day from which an event has effect. An acceptance that
// is deemed, because no notice came in time, goes back to the day of receipt
// (Administrative Licensing Law, art. 32(4)).
func (a *Application) effective(p *Procedure, i int) Date {
	if a.Events[i].Deemed {
		if day := received(p, a.Events[:i]); !day.IsZero() {
			return day
		}
		return a.Events[max(i-1, 0)].Date // nothing says what hands in: the event before
	}
	return a.Events[i].Date
}

// A span is the days after one day up to and including another: as with every
// count, the day of the first event is not part of it.
type span struct{ after, through Date }

func (s span) contains(d Date) bool { return d.After(s.after) && !d.After(s.through) }

// pauses returns the spans in which the clock stood still, and whether it
// does now. A pause ends with its event, or when the application moves on
// without it, as when an opinion is published straight from the review.
func (c *Clock) pauses(p *Procedure, events []Event) (still []span, open bool) {
	for _, pause := range c.Pauses {
		since := -1
		for i, e := range events {
			switch {
			case e.ID == pause.From && since < 0 && (pause.After == "" || happened(events[:i], pause.After)):
				since = i
			case since >= 0 && (e.ID == pause.To || stateAfter(p, events[:i+1]) != stateAfter(p, events[:since+1])):
				still = append(still, span{events[since].Date, e.Date})
				since = -1
			}
		}
		open = open || since >= 0
	}
	return still, open
}

// Add returns the day n units after from, which itself is not counted; for
// n < 0, before it. Months keep the day and fall back to the last day of a
// shorter month. Nothing is rolled. Estimate is true when working days were
// looked for in a year whose calendar is not known.
func Add(from Date, n int, unit Unit, w Workdays) (end Date, estimate bool) {
	return count(from, n, unit, w, nil)
}

// count is Add, leaving out the days that stood still. Only forward counts do.
func count(from Date, n int, unit Unit, w Workdays, still []span) (end Date, estimate bool) {
	switch unit {
	case ThatDay:
		return from, false
	case Months:
		return moved(from, from.AddMonths(n), still), false
	}
	step := 1
	if n < 0 {
		step = -1
	}
	for end = from; n != 0; {
		end = end.AddDays(step)
		if slices.ContainsFunc(still, func(s span) bool { return s.contains(end) }) {
			continue
		}
		if unit == WorkingDays {
			working, known := w.Working(end)
			estimate = estimate || !known
			if !working {
				continue
			}
		}
		n -= step
	}
	return end, estimate
}

// moved puts an end off by the days since from that stood still before it.
func moved(from, end Date, still []span) Date {
	for d := from.AddDays(1); !d.After(end); d = d.AddDays(1) {
		if slices.ContainsFunc(still, func(s span) bool { return s.contains(d) }) {
			end = end.AddDays(1)
		}
	}
	return end
}

// CountDays returns the working days after from up to and including to, and
// the negative number where to is the earlier of the two.
func CountDays(from, to Date, w Workdays) int {
	if to.Before(from) {
		return -CountDays(to, from, w)
	}
	n := 0
	for d := from.AddDays(1); !d.After(to); d = d.AddDays(1) {
		if working, _ := w.Working(d); working {
			n++
		}
	}
	return n
}
