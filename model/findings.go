package model

// Findings looks at every answer that applies and says what is odd about it,
// in the order in which the questions are asked. Today tells dates that are
// far off; the zero Date knows of none.
func Findings(p *Procedure, a *Application, today Date) []Finding {
	return findings(p, a, Visits(p, a), today)
}

func findings(p *Procedure, a *Application, visits []Visit, today Date) []Finding {
	f := facts{p, a}
	var found []Finding
	for _, v := range visits {
		for _, q := range v.Questions {
			if a.Answers[q.ID].Value != nil {
				found = append(found, f.findings(q, today)...)
			}
		}
	}
	return found
}

// findings looks at one answer, also against the other answers.
func (f facts) findings(q *Question, today Date) []Finding {
	value := f.a.Answers[q.ID].Value
	least, most := f.limits(q)
	found := CheckValue(*q, value, least, most, today)
	until, _ := value.(Date)
	if other, ok := f.a.Answers[q.Outlast].Value.(Date); ok && until.Before(other) {
		found = append(found, Finding{Code: DateEarly, Level: Warn, Question: q.ID, Given: until.String(), Want: other.String()})
	}
	return append(found, f.contradicts(q)...)
}

// FindingsOf looks at the answer to one question.
func FindingsOf(p *Procedure, a *Application, id QuestionID, today Date) []Finding {
	q := p.Question(id)
	if q == nil || a.Answers[id].Value == nil {
		return nil
	}
	return facts{p, a}.findings(q, today)
}

// limits returns the bounds that the other answers set.
func (f facts) limits(q *Question) (least, most *int64) {
	for _, l := range q.Limits {
		if f.holds(l.When) == True {
			return l.Min, l.Max
		}
	}
	return nil, nil
}
