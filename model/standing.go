package model

// A Standing is how an application stands: everything that the rules say about
// it, found in one pass. Whoever shows more than one part of it takes them from
// here, so that they cannot disagree.
type Standing struct {
	Visits    []Visit      // the pages that are asked, in their order
	Rows      []ListRow    // the material list
	Assessed  []Assessment // the conditions
	Readiness Readiness
	Findings  []Finding // what is odd about answers, in the order of Visits
	// Inspected is what there is to say about the papers of rows that have files
	// or facts.
	Inspected map[MaterialKey][]Inspection
}

// StandingOf looks at an application as of today.
func StandingOf(p *Procedure, a *Application, today Date) Standing {
	s := Standing{Visits: Visits(p, a), Rows: Checklist(p, a), Assessed: Assess(p, a)}
	s.Readiness = readiness(s.Assessed, s.Rows, len(unconfirmed(s.Visits, a)) > 0)
	s.Findings = findings(p, a, s.Visits, today)
	s.Inspected = make(map[MaterialKey][]Inspection)
	for _, r := range s.Rows {
		if found := Inspect(p, a, r); len(found) > 0 {
			s.Inspected[r.Key] = found
		}
	}
	return s
}
