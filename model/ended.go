package model

import "slices"

// Ended reports whether the clock has run out by every reading. One that
// stands still has not.
func (d Deadline) Ended(today Date) bool { return !d.Paused && d.Latest.Before(today) }

// Estimated reports whether a reading that ends on a day counted working days
// in a year whose calendar is not announced, or from a receipt that is not
// known.
func (d Deadline) Estimated(on Date) bool {
	return slices.ContainsFunc(d.Dates, func(c Counted) bool { return c.Date == on && (c.Estimate || c.Guessed) })
}

// Deemable returns the clock that ran out without a notice, and the event that
// may be recorded because of it: the application counts as accepted from the
// day of receipt (Administrative Licensing Law, art. 32(4)). Where the
// Deadline is an Estimate, so is that the clock ran out: whoever offers the
// event has to say so.
func Deemable(p *Procedure, a *Application, w Workdays, today Date) (Deadline, *EventRule, bool) {
	for _, d := range Deadlines(p, a, w) {
		if d.AtEnd != DeemedAccepted || !d.Ended(today) {
			continue
		}
		for _, r := range Allowed(p, a) {
			if slices.Contains(r.Asks, AskDeemed) && slices.Contains(p.Clock(d.Clock).Stops, r.ID) {
				return d, r, true
			}
		}
	}
	return Deadline{}, nil, false
}

// Received returns the day of receipt, from which an application counts as
// accepted when no notice came in time: that of the event which handed it in.
// It is the zero Date where nothing was handed in.
func (a *Application) Received(p *Procedure) Date {
	for _, e := range slices.Backward(a.Events) {
		if r := p.Event(e.ID); r != nil && r.Freezes {
			return e.Date
		}
	}
	return Date{}
}

// NextOn is NextOf on a day: a notice that did not come in time gives the
// person something to do, and so does a licence that has run out.
func NextOn(p *Procedure, a *Application, w Workdays, today Date) *Next {
	if d, _, ok := Deemable(p, a, w, today); ok {
		return &Next{Code: NextDeem, What: string(d.Clock), Date: d.Latest, Whose: Applicant, Estimate: d.Estimated(d.Latest)}
	}
	if t := LicenceTermOf(p, a); t.Past(today) {
		return t.next(StateOf(p, a).ID)
	}
	return NextOf(p, a, w)
}
