package model

import (
	"slices"
	"strconv"
	"strings"
)

// A Facet is one of the sides by which a list of applications is narrowed.
type Facet string

// The facets, and the values that each has. An empty value is "none": nobody's
// turn, nobody responsible, no tag.
const (
	OfTurn        Facet = "turn"      // a Turn
	OfDue         Facet = "due"       // Overdue, Within, or Undated
	OfState       Facet = "state"     // a StateID
	OfResponsible Facet = "owner"     // a name
	OfTag         Facet = "tag"       // a tag; an application has several
	OfProcedure   Facet = "procedure" // a ProcedureID
)

// Facets lists them in the order in which they are offered.
var Facets = []Facet{OfTurn, OfDue, OfState, OfResponsible, OfTag, OfProcedure}

// Values of OfDue beside Within.
const (
	Overdue = "overdue"
	Undated = "none"
)

// Within is the value of OfDue for a next date at most that many days ahead.
// What is overdue is due as well and counts.
func Within(days int) string { return strconv.Itoa(days) + "d" }

// ParseWithin reads what Within writes.
func ParseWithin(value string) (days int, ok bool) {
	digits, ok := strings.CutSuffix(value, "d")
	days, err := strconv.Atoi(digits)
	return days, ok && err == nil && days >= 0 && days <= 36600
}

// A Filter narrows a list: an application is on it if it has the wanted value
// of every facet that the filter names. Filters are not changed once made.
type Filter map[Facet]string

// With returns the filter with another value of a facet, or without the facet
// if that was the value already.
func (f Filter) With(facet Facet, value string) Filter {
	out := make(Filter, len(f)+1)
	for k, v := range f {
		out[k] = v
	}
	if old, ok := f[facet]; ok && old == value {
		delete(out, facet)
	} else {
		out[facet] = value
	}
	return out
}

// Fits reports whether an application with this summary is wanted, today.
func (f Filter) Fits(s Summary, today Date) bool {
	s = s.On(today)
	for facet, value := range f {
		if !s.has(facet, value, today) {
			return false
		}
	}
	return true
}

func (s Summary) has(facet Facet, value string, today Date) bool {
	switch facet {
	case OfState:
		return string(s.State) == value
	case OfTurn:
		return string(s.Turn()) == value
	case OfProcedure:
		return string(s.Procedure) == value
	case OfResponsible:
		return s.Responsible == value
	case OfTag:
		return slices.Contains(s.Tags, value) || value == "" && len(s.Tags) == 0
	case OfDue:
		return DueIs(s.Due(), value, today)
	}
	return false
}

// DueIs reports whether a next date, zero for none, has a value of OfDue.
func DueIs(date Date, value string, today Date) bool {
	switch days, within := ParseWithin(value); {
	case value == Undated:
		return date.IsZero()
	case date.IsZero():
		return false
	case value == Overdue:
		return date.Before(today)
	case within:
		return !date.After(today.AddDays(days))
	}
	return false
}

// Turn says who has to act.
func (s Summary) Turn() Turn {
	if s.Next == nil {
		return Nobody
	}
	return s.Next.Whose
}

// Due is the first day that the application has to keep or waits for: that of
// the next step, or of anything else that is due before it. Zero for none.
func (s Summary) Due() Date {
	var day Date
	if s.Next != nil {
		day = s.Next.Date
	}
	if d, ok := s.Soonest(); ok {
		day = d.day()
	}
	return day
}

// Soonest returns what is due before the next step is. False where nothing is.
func (s Summary) Soonest() (first Due, ok bool) {
	var day Date
	if s.Next != nil {
		day = s.Next.Date
	}
	for _, d := range s.Dues {
		if d.Right {
			continue // it would stay first for ever once it has gone
		}
		if day.IsZero() || d.day().Before(day) {
			first, day, ok = d, d.day(), true
		}
	}
	return first, ok
}

// A Tally says how many applications there are with each value of each facet.
type Tally map[Facet]map[string]int

// Totals say how many applications there are, of those that are worked on also
// whose turn it is and what is due.
type Totals struct {
	Live, Archived, Trash int
	Turn                  map[Turn]int
	Overdue, Soon         int // within SoonDays; what is overdue included
}

// SoonDays is how many days ahead are soon.
const SoonDays = 7

// A View is a filter, a search and an order under a name.
type View struct {
	Name   string `json:"name"`
	Filter Filter `json:"filter,omitempty"`
	Search string `json:"search,omitempty"`
	Sort   Order  `json:"sort,omitempty"`
}
