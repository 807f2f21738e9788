package model

// A Visit is a page of questions as this application meets it: without those
// that its answers rule out.
type Visit struct {
	Section   SectionID
	Page      PageID
	Questions []*Question
}

// Visits returns the pages that are asked, in order. A question whose turn
// depends on an unanswered one is not asked yet.
func Visits(p *Procedure, a *Application) []Visit {
	f := facts{p, a}
	var vs []Visit
	for _, s := range p.Sections {
		for _, page := range s.Pages {
			v := Visit{Section: s.ID, Page: page.ID}
			for _, id := range page.Questions {
				if q := p.Question(id); f.holds(q.When) == True {
					v.Questions = append(v.Questions, q)
				}
			}
			if len(v.Questions) > 0 {
				vs = append(vs, v)
			}
		}
	}
	return vs
}

// Applies reports whether a question is asked, given the answers so far.
func Applies(p *Procedure, a *Application, id QuestionID) Truth {
	q := p.Question(id)
	if q == nil {
		return False
	}
	return facts{p, a}.holds(q.When)
}

// PageOf returns the page on which a question stands.
func (p *Procedure) PageOf(id QuestionID) PageID {
	for _, s := range p.Sections {
		for _, page := range s.Pages {
			for _, q := range page.Questions {
				if q == id {
					return page.ID
				}
			}
		}
	}
	return ""
}

// Open reports whether something on the page still waits for a first answer,
// or for a copied one to be confirmed. An optional question does not wait for
// an answer, and "I don't know yet" is one here.
func (v Visit) Open(a *Application) bool {
	for _, q := range v.Questions {
		if ans := a.Answers[q.ID]; !q.Optional && ans.Value == nil && ans.Pending == nil || ans.Unconfirmed() {
			return true
		}
	}
	return false
}

// Unconfirmed reports whether the answer was copied and nobody has confirmed
// it yet.
func (a Answer) Unconfirmed() bool { return a.Value != nil && !a.Copied.IsZero() }

// Unconfirmed lists the questions that are asked and whose copied answers
// nobody has confirmed.
func Unconfirmed(p *Procedure, a *Application) []QuestionID { return unconfirmed(Visits(p, a), a) }

func unconfirmed(visits []Visit, a *Application) []QuestionID {
	var ids []QuestionID
	for _, v := range visits {
		for _, q := range v.Questions {
			if a.Answers[q.ID].Unconfirmed() {
				ids = append(ids, q.ID)
			}
		}
	}
	return ids
}

// FirstOpen returns the index of the first page that is open, or -1.
func FirstOpen(vs []Visit, a *Application) int {
	for i, v := range vs {
		if v.Open(a) {
			return i
		}
	}
	return -1
}

// Progress counts what is settled of what applies.
type Progress struct{ Done, Of int }

// Percent is 0 to 100; nothing to do is 100. It is 100 only when everything
// is done.
func (g Progress) Percent() int {
	if g.Of == 0 {
		return 100
	}
	return g.Done * 100 / g.Of
}

func (g Progress) plus(o Progress) Progress { return Progress{g.Done + o.Done, g.Of + o.Of} }

// Answered counts the answers of a section, or of all sections for "".
// Optional questions do not count; "I don't know yet" is not settled, and
// neither is a copied answer until somebody confirms it.
func Answered(p *Procedure, a *Application, s SectionID) Progress {
	var g Progress
	f := facts{p, a}
	for _, v := range Visits(p, a) {
		if s != "" && v.Section != s {
			continue
		}
		for _, q := range v.Questions {
			if q.Optional {
				continue
			}
			g.Of++
			if f.answered(q) && !a.Answers[q.ID].Unconfirmed() {
				g.Done++
			}
		}
	}
	return g
}

// Overall counts answers and required materials together.
func Overall(p *Procedure, a *Application) Progress {
	return Answered(p, a, "").plus(Settled(Checklist(p, a)))
}

// Asked returns the question behind a fact: the question itself, or the list
// that a derived fact counts. It is "" for neither.
func (p *Procedure) Asked(id FactID) QuestionID {
	if d := p.index.derived[id]; d != nil {
		return d.Count
	}
	if q := p.Question(QuestionID(id)); q != nil {
		return q.ID
	}
	return ""
}
