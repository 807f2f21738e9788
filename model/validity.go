package model

import "slices"

// A LicenceTerm is until when a licence is valid, and by when an application to
// renew it has to be filed to be in time.
type LicenceTerm struct {
	Until   Date        `json:"until"`
	RenewBy Date        `json:"renew_by,omitzero"`
	Renewal ProcedureID `json:"renewal,omitempty"` // that renews it
}

// IsZero reports whether there is no licence whose end is known.
func (t LicenceTerm) IsZero() bool { return t.Until.IsZero() }

// Past reports whether the last day of validity is over.
func (t LicenceTerm) Past(today Date) bool { return !t.IsZero() && t.Until.Before(today) }

// A Validity says how it is with a licence whose last day is over.
type Validity string

// Validities.
const (
	InForce Validity = ""
	Expired Validity = "expired"
	Deemed  Validity = "extended" // renewal was applied for in time and is undecided: it counts as extended (Administrative Licensing Law, art. 50(2))
)

// LicenceTermOf returns the term of the licence that an application has led to.
func LicenceTermOf(p *Procedure, a *Application) LicenceTerm {
	until := validUntil(a.Events)
	if until.IsZero() || !Licensed(p, a) {
		return LicenceTerm{}
	}
	t := LicenceTerm{Until: until, RenewBy: until}
	for _, d := range p.Duties {
		if c := p.Clock(d.Clock); c != nil && c.Before && d.Opens != "" {
			t.Renewal = d.Opens
			t.RenewBy, _ = Add(until, -c.Readings[0].Length, c.Readings[0].Unit, everyDay{})
		}
	}
	return t
}

// everyDay is a calendar for counts without working days.
type everyDay struct{}

func (everyDay) Working(Date) (working, known bool) { return true, true }

// Validity tells how it is with the licence on a day, given the applications
// that may renew it.
func (s *Summary) Validity(others []Summary, today Date) Validity {
	switch {
	case !s.Licence.Past(today):
		return InForce
	case slices.ContainsFunc(others, func(o Summary) bool { return s.renewedBy(o) }):
		return Deemed
	}
	return Expired
}

// renewedBy reports whether an application to renew the licence was filed in
// time and is undecided.
func (s *Summary) renewedBy(o Summary) bool {
	return o.Origin == s.ID && o.Procedure == s.Licence.Renewal && o.Trashed.IsZero() && !o.Filed.IsZero() && !o.Filed.After(s.Licence.RenewBy)
}

// handedIn returns the day on which an application was handed in first, while it
// is undecided; the zero Date otherwise.
func (a *Application) handedIn(p *Procedure) Date {
	if StateOf(p, a).End {
		return Date{}
	}
	for _, e := range a.Events {
		if r := p.Event(e.ID); r != nil && r.Freezes {
			return e.Date
		}
	}
	return Date{}
}

// next is what to do once the last day is over.
func (t LicenceTerm) next(state StateID) *Next {
	return &Next{Code: NextExpired, What: string(state), Date: t.Until, Whose: Applicant}
}

// NextOn is what to do next on a day, by what the summary holds.
func (s *Summary) NextOn(today Date) *Next {
	if s.Licence.Past(today) {
		return s.Licence.next(s.State)
	}
	return nextOn(s.Next, s.Deem, today)
}

// KeepsClocks reports whether the days of an application count also in the
// archive: what is put away is done, and its licence has to be kept all the same.
func (s *Summary) KeepsClocks() bool {
	return s.Finished && (len(s.Dues) > 0 || !s.Licence.IsZero())
}

// WithArchived adds to the applications in work those of the archive that keep
// their clocks.
func WithArchived(live, archived []Summary) []Summary {
	all := slices.Clone(live)
	for i := range archived {
		if archived[i].KeepsClocks() {
			all = append(all, archived[i])
		}
	}
	return all
}
