package model

// Some questions have a twin among the papers: whether there is a technical plan
// is asked, and the plan itself is on the list. Once the paper has been checked it
// settles the question, whatever was answered and whether or not anything was.

// SettledBy returns the checked paper that settles a question, or "".
func SettledBy(p *Procedure, a *Application, id QuestionID) MaterialKey {
	if m := (facts{p, a}).paper(id); m != nil {
		return MaterialKey(m.ID)
	}
	return ""
}

// paper returns the material whose checked paper settles a question, or nil.
func (f facts) paper(id QuestionID) *Material {
	for _, m := range f.p.index.papers[id] {
		if f.a.Materials[MaterialKey(m.ID)].Status == Checked {
			return m
		}
	}
	return nil
}

// contradicts says that a question is answered otherwise than the paper which
// settles it.
func (f facts) contradicts(q *Question) []Finding {
	m := f.paper(q.ID)
	value := f.a.Answers[q.ID].Value
	if m == nil || value == nil || Equal(value, m.Settles.Value) {
		return nil
	}
	return []Finding{{
		Code: PaperSays, Level: Warn, Question: q.ID, Given: Input(value), Want: Input(m.Settles.Value), Material: MaterialKey(m.ID),
	}}
}

// answered reports whether a question has nothing left to be answered: it has a
// value, or a paper settles it.
func (f facts) answered(q *Question) bool {
	return f.a.Answers[q.ID].Value != nil || f.paper(q.ID) != nil
}
