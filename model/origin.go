package model

import "slices"

// Follow returns a new application under p for the holder of the licence that
// from, an application under before, has led to. It takes over what the two
// procedures both ask and what was recorded about the licence, each marked as
// copied on that day until somebody confirms it. Where p has nothing to do
// with a licence of before it is a copy of the answers alone.
func Follow(p, before *Procedure, from *Application, title string, on Date) Application {
	a := New(p, title)
	a.Copy(p, from, on)
	if !before.opens(p.ID) {
		return a
	}
	a.Origin = from.ID
	licence, ok := Licence(before, from)
	if !ok {
		return a
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		v := licence.carried(q.Carry)
		if year := before.owedFor(from, p.ID); q.Carry == CarryYear && year != 0 {
			v = Number(year)
		}
		if v != nil && q.fits(v) {
			a.setAnswer(q.ID, Answer{Value: v, Copied: on})
		}
	}
	return a
}

// opens reports whether a duty is done by that procedure.
func (p *Procedure) opens(id ProcedureID) bool {
	return slices.ContainsFunc(p.Duties, func(d Duty) bool { return d.Opens == id })
}

// owedFor returns the year that the duty done by a procedure is next about: the
// report that is due next year is on this one. It is 0 where no clock of the
// duty comes round every year.
func (p *Procedure) owedFor(a *Application, by ProcedureID) int {
	for _, d := range p.Duties {
		c := p.Clock(d.Clock)
		if d.Opens != by || c == nil {
			continue
		}
		for _, r := range c.Readings {
			if from, _, ok := c.start(p, a, r); ok && r.Yearly != (MonthDay{}) {
				return from.Year
			}
		}
	}
	return 0
}

// Licence returns the event that gave the licence, or last prolonged it: the
// latest that is recorded with the day until which it is valid.
func Licence(p *Procedure, a *Application) (Event, bool) {
	for _, e := range slices.Backward(a.Events) {
		if r := p.Event(e.ID); r != nil && slices.Contains(r.Asks, AskValidUntil) {
			return e, true
		}
	}
	return Event{}, false
}

func (e Event) carried(c Carry) Value {
	switch c {
	case CarryNumber:
		if e.Number != "" {
			return Text(e.Number)
		}
	case CarryDate:
		if !e.Date.IsZero() {
			return e.Date
		}
	case CarryValidUntil:
		if !e.ValidUntil.IsZero() {
			return e.ValidUntil
		}
	}
	return nil
}

// SoleProvince returns the province in which an application is to be decided,
// where it is one alone.
func SoleProvince(p *Procedure, a *Application) string {
	if ps, ok := a.Answers["provinces"].Value.(Choices); ok && len(ps) == 1 && Applies(p, a, "provinces") == True {
		return ps[0]
	}
	return ""
}

// Licensed reports whether there is a licence to keep: it is nobody's turn, and
// not the end.
func Licensed(p *Procedure, a *Application) bool {
	s := StateOf(p, a)
	return s.Turn == Nobody && !s.End
}

// Owed is a duty, and by when.
type Owed struct {
	*Duty
	By Deadline // without dates where no clock of the duty runs
}

// Duties returns what is due while there is a licence, in the order of the
// procedure.
func Duties(p *Procedure, a *Application, w Workdays) []Owed {
	if !Licensed(p, a) {
		return nil
	}
	running := Deadlines(p, a, w)
	owed := make([]Owed, len(p.Duties))
	for i := range p.Duties {
		owed[i].Duty = &p.Duties[i]
		for _, d := range running {
			if d.Clock == p.Duties[i].Clock {
				owed[i].By = d
			}
		}
	}
	return owed
}
