package model

// A Standing is how an application stands: everything that the rules say about
// it, found in one pass. Whoever shows more than one part of it takes them from
// here, so that they cannot disagree.
type Standing struct {
	Visits    []Visit      // the pages that are asked, in their order
	Rows      []ListRow    // the material list
	Assessed  []Assessment // the conditions
	Readiness Readiness
	// Obstacles are what is in the way of a submission, and what is open: what
	// keeps it back most comes first. The first of them makes Readiness.
	Obstacles []Obstacle
	// Missing are the questions without an answer on which a condition or a
	// required paper hangs, in the order in which they are asked.
	Missing     []QuestionID
	Unconfirmed []QuestionID // copied answers that nobody has confirmed
	Findings    []Finding    // what is odd about answers, in the order of Visits
	// Inspected is what there is to say about the papers of rows that have files
	// or facts.
	Inspected map[MaterialKey][]Inspection
	Drifted   []Drift // answers that are otherwise than they were handed in last
}

// StandingOf looks at an application as of today. The day tells only which dates
// among the answers are far off.
func StandingOf(p *Procedure, a *Application, today Date) Standing {
	s := Standing{Visits: Visits(p, a), Rows: Checklist(p, a), Assessed: Assess(p, a)}
	s.Findings = findings(p, a, s.Visits, today)
	s.Inspected = make(map[MaterialKey][]Inspection)
	for _, r := range s.Rows {
		if found := Inspect(p, a, r); len(found) > 0 {
			s.Inspected[r.Key] = found
		}
	}
	s.Drifted = Drifted(p, a)
	s.judge(facts{p, a})
	return s
}

// Stops are the obstacles that keep the application from being submitted.
func (s Standing) Stops() []Obstacle {
	return s.those(func(o Obstacle) bool { return !o.Leaves.Submittable() })
}

// Opens are the things that are open and do not keep it from being submitted.
func (s Standing) Opens() []Obstacle {
	return s.those(func(o Obstacle) bool { return o.Leaves == ReadyWithOpen })
}

// Refusals are the obstacles for which no packet is packed.
func (s Standing) Refusals() []Obstacle { return s.those(Obstacle.Refuses) }

func (s Standing) those(fits func(Obstacle) bool) []Obstacle {
	var os []Obstacle
	for _, o := range s.Obstacles {
		if fits(o) {
			os = append(os, o)
		}
	}
	return os
}

// Gaps are the rows among the Refusals, each once, in the order of the list.
func (s Standing) Gaps() []Gap {
	var gaps []Gap
	for _, r := range s.Rows {
		for _, o := range s.Obstacles {
			if o.Row != nil && o.Row.Key == r.Key && o.Refuses() {
				gaps = append(gaps, Gap{Row: r, Code: o.Code, Fails: o.Found})
				break
			}
		}
	}
	return gaps
}

// A Gap is a row for which no packet is packed.
type Gap struct {
	Row   ListRow
	Code  ObstacleCode
	Fails []Inspection // of PaperFails: the inspections that failed
}
