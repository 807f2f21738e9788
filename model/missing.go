package model

import "slices"

// missing lists the unanswered questions that could still settle a rule, in
// the order in which they are asked. Rows that already fail cannot be helped
// by answers and do not count.
func (f facts) missing(t Table) []QuestionID {
	if f.holds(t) != Unknown {
		return nil
	}
	var ids []QuestionID
	for _, r := range t {
		if f.row(r) != Unknown {
			continue
		}
		for _, c := range r.Cells {
			if f.cell(c) == Unknown {
				ids = append(ids, f.missingFact(c.Fact)...)
				if c.Than != "" {
					ids = append(ids, f.missingFact(c.Than)...)
				}
			}
		}
	}
	return f.p.sorted(ids)
}

// missingFact names what has to be answered before a fact is known.
func (f facts) missingFact(id FactID) []QuestionID {
	if d := f.p.index.derived[id]; d != nil {
		ids := f.missingFact(FactID(d.Count))
		for _, c := range d.Where {
			if c.Than != "" {
				ids = append(ids, f.missingFact(c.Than)...)
			}
		}
		if len(ids) == 0 && f.count(d).lo != f.count(d).hi {
			ids = append(ids, d.Count) // an entry lacks a column
		}
		return ids
	}
	q := f.p.Question(QuestionID(id))
	if q == nil {
		return nil
	}
	switch f.holds(q.When) {
	case Unknown:
		return f.missing(q.When)
	case True:
		if f.answer(q) == nil && f.paper(q.ID) == nil {
			return []QuestionID{q.ID}
		}
	}
	return nil
}

// sorted puts questions in the order in which they are asked, each once.
func (p *Procedure) sorted(ids []QuestionID) []QuestionID {
	slices.SortFunc(ids, func(a, b QuestionID) int { return p.index.order[a] - p.index.order[b] })
	return slices.Compact(ids)
}
