package model

import "slices"

// A Verdict is how a condition stands.
type Verdict string

// Verdicts. Unknown never becomes met by waiting: only an answer settles it.
const (
	Met        Verdict = "met"
	NotMet     Verdict = "not-met"
	CannotTell Verdict = "unknown"
)

// An Assessment is a condition with its verdict and the reasons in facts.
type Assessment struct {
	*Condition
	Verdict Verdict
	Missing []QuestionID // unanswered questions that would settle it
	Reasons []Reason     // what decided: the cells that hold, or those that fail
	Ways    []Cell       // answers of which each alone would meet it
	Notes   []Note       // remarks that apply
	Pending bool         // answered, but not settled by the answer (Condition.Open)
	Assumed []QuestionID // unanswered questions whose default decided with
}

// A Reason is a comparison and what was compared.
type Reason struct {
	Cell
	Got    Value  // nil where a derived fact was counted
	Lo, Hi int64  // bounds of a counted fact
	Of     int64  // how many entries its list has
	Where  []Cell // what was counted of them, with the amounts that other answers set
	Holds  bool
	Paper  MaterialKey // the paper that says so, where it is not the answer
}

// Assess returns every condition that applies, or may apply, in the order of
// the procedure.
func Assess(p *Procedure, a *Application) []Assessment {
	f := facts{p, a}
	var as []Assessment
	for i := range p.Conditions {
		c := &p.Conditions[i]
		if applies := f.holds(c.When); applies != False {
			as = append(as, f.assess(c, applies))
		}
	}
	return as
}

// Turned returns those of the assessments after a change whose verdict was
// another one before it, or whose condition did not apply.
func Turned(before, after []Assessment) []Assessment {
	was := make(map[ConditionID]Verdict)
	for _, s := range before {
		was[s.ID] = s.Verdict
	}
	return slices.DeleteFunc(slices.Clone(after), func(s Assessment) bool { return was[s.ID] == s.Verdict })
}

// Fails reports whether the condition is not met and has a page of its own that
// says so: the application would fail, or belongs elsewhere.
func (s Assessment) Fails() bool { return s.Outcome && s.Verdict == NotMet }

func (f facts) assess(c *Condition, applies Truth) Assessment {
	s := Assessment{Condition: c}
	for _, n := range c.Notes {
		if f.holds(n.When) == True {
			s.Notes = append(s.Notes, n)
		}
	}
	met, open := f.holds(c.Met), False
	if len(c.Open) > 0 {
		open = f.holds(c.Open)
	}
	switch {
	case applies == Unknown:
		s.Verdict, s.Missing = CannotTell, f.missing(c.When)
	case met == True:
		s.Verdict, s.Reasons = Met, f.why(c.Met, True)
	case met == Unknown:
		s.Verdict, s.Missing = CannotTell, f.missing(c.Met)
	case open != False:
		s.Verdict, s.Missing, s.Pending = CannotTell, f.missing(c.Open), open == True
	default:
		s.Verdict, s.Reasons, s.Ways = NotMet, f.why(c.Met, False), f.ways(c.Met)
	}
	if s.Verdict != CannotTell {
		s.Assumed = f.assumed(c.Met)
	}
	return s
}

// why explains a settled rule. Where it holds, by the first row that does.
// Where it fails, by the row that is nearest: the one whose choices all hold,
// so that only an amount is short.
func (f facts) why(t Table, settled Truth) []Reason {
	row := -1
	for i, r := range t {
		if settled == True && f.row(r) == True {
			row = i
			break
		}
		if settled == False && (row < 0 || f.failedChoices(r) < f.failedChoices(t[row])) {
			row = i
		}
	}
	if row < 0 {
		return nil
	}
	var rs []Reason
	for _, c := range t[row].Cells {
		if f.cell(c) == settled {
			rs = append(rs, f.reason(c, settled == True))
		}
	}
	return rs
}

func (f facts) reason(c Cell, holds bool) Reason {
	k := f.known(c.Fact)
	r := Reason{Cell: f.fixed(c), Got: k.value, Lo: k.lo, Hi: k.hi, Holds: holds, Paper: k.paper}
	if d := f.p.index.derived[c.Fact]; d != nil {
		r.Of = f.known(FactID(d.Count)).lo
		for _, w := range d.Where {
			r.Where = append(r.Where, f.fixed(w))
		}
	}
	return r
}

// fixed replaces a fact to compare with by its value, so that a reason says a
// number.
func (f facts) fixed(c Cell) Cell {
	if c.Than != "" {
		switch v := f.known(c.Than).value.(type) {
		case nil:
		case Date:
			c.Values = []Value{v.AddDays(c.Days)}
		default:
			c.Values = []Value{v}
		}
	}
	return c
}

func (f facts) failedChoices(r Row) int {
	n := 0
	for _, c := range r.Cells {
		if c.Op == Is && f.cell(c) == False {
			n++
		}
	}
	return n
}

// ways lists the other answers that would do: the rows in which nothing but
// one choice fails.
func (f facts) ways(t Table) []Cell {
	nearest := f.why(t, False)
	var ways []Cell
	for _, r := range t {
		var failed []Cell
		for _, c := range r.Cells {
			if f.cell(c) != True {
				failed = append(failed, c)
			}
		}
		if len(failed) != 1 || failed[0].Op != Is {
			continue
		}
		if len(nearest) > 0 && nearest[0].Fact == failed[0].Fact {
			continue // the fact itself is no way round it
		}
		ways = append(ways, failed[0])
	}
	return ways
}

// Requirement returns the comparisons that the answers make decisive: those
// of the first row whose choices all hold.
func Requirement(p *Procedure, a *Application, c *Condition) []Cell {
	f := facts{p, a}
	for _, r := range c.Met {
		var amounts []Cell
		chosen := True
		for _, cell := range r.Cells {
			if cell.Op == Is {
				chosen = min(chosen, f.cell(cell))
			} else {
				amounts = append(amounts, f.fixed(cell))
			}
		}
		switch {
		case len(amounts) == 0 || chosen == False:
			continue
		case chosen == Unknown:
			return nil // another answer decides which amount it is
		}
		return amounts
	}
	return nil
}

// AuthorityFor returns who decides, or nil while an answer is missing.
func AuthorityFor(p *Procedure, a *Application) *Authority {
	f := facts{p, a}
	for i := range p.Authorities {
		switch f.holds(p.Authorities[i].When) {
		case True:
			return &p.Authorities[i]
		case Unknown:
			return nil
		}
	}
	return nil
}
