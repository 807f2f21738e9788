package model

import "slices"

// A Printed is a fact that stands on a paper: an answer, or a column of the list
// entry that the paper is for.
type Printed struct {
	Question QuestionID `json:"question"`
	Field    string     `json:"field,omitempty"`
}

// recheck puts papers that were checked back to collected where a fact that
// stands on them has changed, and marks which. A first answer changes nothing:
// whoever checked the paper held it against nothing.
func (a *Application) recheck(p *Procedure, before *Application) {
	for key, c := range a.Materials {
		if c.Status != Checked && len(c.Recheck) == 0 {
			continue
		}
		marks := c.Recheck
		for _, f := range changedOn(p, before, a, key) {
			if !slices.Contains(marks, f) {
				marks = append(slices.Clip(marks), f)
			}
		}
		if len(marks) > len(c.Recheck) {
			c.Status, c.Recheck = Got, marks
			a.note(key, c)
		}
	}
}

// changedOn lists what stands on the paper of a row and is another fact now.
func changedOn(p *Procedure, before, after *Application, key MaterialKey) []Printed {
	id, of := key.Split()
	m := p.Material(id)
	if m == nil {
		return nil
	}
	var changed []Printed
	for _, q := range m.Prints {
		was, is := printed(p, before, m, q), printed(p, after, m, q)
		if was != nil && !Equal(was, is) {
			changed = append(changed, Printed{Question: q})
		}
	}
	if m.Per == nil {
		return changed
	}
	was, had := entryOf(before, m.Per.List, of)
	is, has := entryOf(after, m.Per.List, of)
	if !had || !has {
		return changed // whoever has left the list has taken the row along
	}
	for _, field := range m.Per.Prints {
		if v := was.Fields[field]; v != nil && !Equal(v, is.Fields[field]) {
			changed = append(changed, Printed{m.Per.List, field})
		}
	}
	return changed
}

// printed is what a paper says of an answer, nil for nothing. Of a list with
// levels it shows the first, unless it draws all of them.
func printed(p *Procedure, a *Application, m *Material, id QuestionID) Value {
	v := asked(p, a, id).Value
	if es, ok := v.(Entries); ok && m.Shares != id {
		return topLevel(p.Question(id).Fields, es)
	}
	return v
}

// entryOf finds an entry of a list, or what it was when it was taken off it.
func entryOf(a *Application, list QuestionID, id string) (Entry, bool) {
	es, _ := a.Answers[list].Value.(Entries)
	for _, e := range es {
		if e.ID == id {
			return e, true
		}
	}
	for _, g := range a.Gone {
		if g.List == list && g.ID == id && g.Was != nil {
			return g.Was.entry(), true
		}
	}
	return Entry{}, false
}
