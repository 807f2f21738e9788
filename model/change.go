package model

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// The changes that a person makes to an application. Each either does all of
// what it says or returns an *Error and leaves the application as it was.

// Answer records the answer to a question, which settles a pending one and
// confirms a copied one. The value has the type that the question's kind
// calls for; Parse makes such values from text.
func (a *Application) Answer(p *Procedure, id QuestionID, v Value) error {
	q := p.Question(id)
	if q == nil {
		return &Error{Code: NoSuchQuestion, Given: string(id), Accepts: nearest(string(id), p)}
	}
	if v == nil {
		return a.Clear(p, id)
	}
	if !q.fits(v) {
		return &Error{Code: NotAnOption, Question: id, Given: Input(v), Accepts: q.Options}
	}
	before := *a // no map of it is changed
	a.setAnswer(id, Answer{Value: v})
	a.moved(p, id, &before)
	return nil
}

// Postpone records "I don't know yet". A value given before is dropped.
func (a *Application) Postpone(p *Procedure, id QuestionID, who Pending) error {
	if p.Question(id) == nil {
		return &Error{Code: NoSuchQuestion, Given: string(id), Accepts: nearest(string(id), p)}
	}
	before := *a
	a.setAnswer(id, Answer{Pending: &who})
	a.moved(p, id, &before)
	return nil
}

// Clear makes a question unanswered again.
func (a *Application) Clear(p *Procedure, id QuestionID) error {
	if p.Question(id) == nil {
		return &Error{Code: NoSuchQuestion, Given: string(id), Accepts: nearest(string(id), p)}
	}
	before := *a
	a.Answers = maps.Clone(a.Answers)
	delete(a.Answers, id)
	a.moved(p, id, &before)
	return nil
}

// moved does what follows from another answer: people leave a list or come
// back, and papers on which the answer stands have to be checked again.
func (a *Application) moved(p *Procedure, id QuestionID, before *Application) {
	a.depart(p, id, before.Answers[id])
	a.recheck(p, before)
}

func (a *Application) setAnswer(id QuestionID, ans Answer) {
	a.Answers = maps.Clone(a.Answers)
	if a.Answers == nil {
		a.Answers = make(map[QuestionID]Answer)
	}
	a.Answers[id] = ans
}

// fits reports whether the value has the type of the kind, and a choice is
// one of the options.
func (f Field) fits(v Value) bool {
	switch v := v.(type) {
	case Text:
		if f.Kind == Choice {
			return slices.Contains(f.Options, string(v))
		}
		return slices.Contains([]Kind{FreeText, USCC, IDNumber, Phone, Email, EntryRef}, f.Kind)
	case Bool:
		return f.Kind == YesNo
	case Number:
		return f.Kind == Count || f.Kind == Money
	case Share:
		return f.Kind == Percent
	case Date:
		return f.Kind == Day
	case Choices:
		return f.Kind == Provinces
	case Entries:
		return f.Kind == List
	}
	return false
}

// number gives out the next number for an entry, a row of one's own or an
// item; none is given twice.
func (a *Application) number() int {
	a.Numbered++
	return a.Numbered
}

// NewEntryID returns an id for a list entry that is being added. Entries may
// have brought ids of their own; those are not given out again.
func (a *Application) NewEntryID() string {
	for {
		id := "p" + strconv.Itoa(a.number())
		if !a.hasEntry(id) {
			return id
		}
	}
}

func (a *Application) hasEntry(id string) bool {
	if slices.ContainsFunc(a.Gone, func(g Gone) bool { return g.ID == id }) {
		return true
	}
	for _, ans := range a.Answers {
		es, _ := ans.Value.(Entries)
		if slices.ContainsFunc(es, func(e Entry) bool { return e.ID == id }) {
			return true
		}
	}
	return false
}

// Note records what a person says about a row of the material list: status,
// owner, due date, note. A waived row needs a reason (ReasonNeeded). Files stay
// as they are.
func (a *Application) Note(p *Procedure, key MaterialKey, c Collected) error {
	had, err := a.noted(p, key)
	if err != nil {
		return err
	}
	c.Files, c.Past, c.Details, c.Recheck = had.Files, had.Past, had.Details, had.Recheck // these have methods of their own
	if !slices.Contains(Statuses, c.Status) {
		return &Error{Code: NoSuchStatus, Given: string(c.Status), Accepts: names(Statuses)}
	}
	if c.Status == Waived && strings.TrimSpace(c.Reason) == "" {
		return &Error{Code: ReasonNeeded, Given: string(key)}
	}
	if c.Status != Waived {
		c.Reason = ""
	}
	a.note(key, c)
	return nil
}

func (a *Application) note(key MaterialKey, c Collected) {
	a.Materials = maps.Clone(a.Materials)
	if a.Materials == nil {
		a.Materials = make(map[MaterialKey]Collected)
	}
	if c.Status != Got {
		c.Recheck = nil // it was checked again, or there is nothing to check
	}
	a.Materials[key] = c
}

// AddOwn adds a row of one's own and returns its key. The name must not be
// empty (Empty).
func (a *Application) AddOwn(o OwnMaterial) (MaterialKey, error) {
	if strings.TrimSpace(o.Name) == "" {
		return "", &Error{Code: Empty, Field: "name"}
	}
	o.Key = MaterialKey(string(OtherMaterial) + "/" + strconv.Itoa(a.number()))
	a.Own = append(slices.Clone(a.Own), o)
	return o.Key, nil
}

// EditOwn changes name, asker and day of a row of one's own.
func (a *Application) EditOwn(o OwnMaterial) error {
	i := slices.IndexFunc(a.Own, func(x OwnMaterial) bool { return x.Key == o.Key })
	if i < 0 {
		return &Error{Code: NoSuchMaterial, Given: string(o.Key)}
	}
	if strings.TrimSpace(o.Name) == "" {
		return &Error{Code: Empty, Field: "name"}
	}
	a.Own = slices.Clone(a.Own)
	a.Own[i] = o
	return nil
}

// RemoveOwn removes a row of one's own with all that was noted about it.
func (a *Application) RemoveOwn(key MaterialKey) {
	a.Own = slices.DeleteFunc(slices.Clone(a.Own), func(o OwnMaterial) bool { return o.Key == key })
	a.Materials = maps.Clone(a.Materials)
	delete(a.Materials, key)
}

// Copy takes over the answers of another application of the same client,
// each marked as copied on that day until somebody confirms it, and who is
// responsible.
func (a *Application) Copy(p *Procedure, from *Application, on Date) {
	for id, ans := range from.Answers {
		if p.Question(id) != nil && ans.Value != nil {
			a.setAnswer(id, Answer{Value: ans.Value, Copied: on})
		}
	}
	a.Numbered = max(a.Numbered, from.Numbered)
	a.Responsible = from.Responsible
}
