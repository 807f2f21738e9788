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
	if d, r, ok := deemable(p, a, w); ok && d.Ended(today) {
		return d, r, true
	}
	return Deadline{}, nil, false
}

// deemable returns the clock that may run out without a notice, if it has not
// yet.
func deemable(p *Procedure, a *Application, w Workdays) (Deadline, *EventRule, bool) {
	for _, d := range Deadlines(p, a, w) {
		if d.AtEnd != DeemedAccepted || d.Paused {
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
func (a *Application) Received(p *Procedure) Date { return received(p, a.Events) }

func received(p *Procedure, events []Event) Date {
	for _, e := range slices.Backward(events) {
		if r := p.Event(e.ID); r != nil && r.Freezes {
			return e.Date
		}
	}
	return Date{}
}

// NextOn is NextOf on a day: a notice that did not come in time gives the
// person something to do, and so does a licence that has run out.
func NextOn(p *Procedure, a *Application, w Workdays, today Date) *Next {
	if t := LicenceTermOf(p, a); t.Past(today) {
		return t.next(StateOf(p, a).ID)
	}
	return nextOn(NextOf(p, a, w), deemOf(p, a, w), today)
}

// deemOf returns what there is to do once a notice has not come in time, nil
// where none is awaited.
func deemOf(p *Procedure, a *Application, w Workdays) *Next {
	d, _, ok := deemable(p, a, w)
	if !ok {
		return nil
	}
	return &Next{Code: NextDeem, What: string(d.Clock), Date: d.Latest, Whose: Applicant, Estimate: d.Estimated(d.Latest)}
}

// nextOn returns what is next on a day: deem, once its day has passed.
func nextOn(next, deem *Next, today Date) *Next {
	if deem != nil && deem.Date.Before(today) {
		return deem
	}
	return next
}
