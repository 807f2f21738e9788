package model

import (
	"reflect"
	"slices"
)

// An EditionChange is a part of a procedure that is otherwise in another
// edition.
type EditionChange struct {
	Kind string `json:"kind"` // "question", "condition", … as its texts are named
	ID   string `json:"id"`
	How  How    `json:"how"`
}

// How says how a part differs.
type How string

// Ways to differ.
const (
	Added   How = "added"
	Removed How = "removed"
	Changed How = "changed"
)

// CompareEditions lists what is otherwise in after than in before: what was
// added, removed and changed in its rules and sources, each in the order of
// the procedure. Words are not compared; all editions share them.
func CompareEditions(before, after *Procedure) []EditionChange {
	var cs []EditionChange
	cs = append(cs, compare("question", before.Questions, after.Questions, func(q Question) string { return string(q.ID) })...)
	cs = append(cs, compare("derived", before.Derived, after.Derived, func(d Derived) string { return string(d.ID) })...)
	cs = append(cs, compare("condition", before.Conditions, after.Conditions, func(c Condition) string { return string(c.ID) })...)
	cs = append(cs, compare("material", before.Materials, after.Materials, func(m Material) string { return string(m.ID) })...)
	cs = append(cs, compare("step", before.Steps, after.Steps, func(s Step) string { return string(s.ID) })...)
	cs = append(cs, compare("state", before.States, after.States, func(s State) string { return string(s.ID) })...)
	cs = append(cs, compare("event", before.Events, after.Events, func(e EventRule) string { return string(e.ID) })...)
	cs = append(cs, compare("clock", before.Clocks, after.Clocks, func(c Clock) string { return string(c.ID) })...)
	cs = append(cs, compare("duty", before.Duties, after.Duties, func(d Duty) string { return string(d.ID) })...)
	cs = append(cs, compare("hint", before.Hints, after.Hints, func(h Hint) string { return string(h.ID) })...)
	cs = append(cs, compare("authority", before.Authorities, after.Authorities, func(a Authority) string { return string(a.ID) })...)
	cs = append(cs, compare("source", before.Sources, after.Sources, func(s Source) string { return string(s.ID) })...)
	if !reflect.DeepEqual(before.Scan, after.Scan) {
		cs = append(cs, EditionChange{"scan", "scan", Changed})
	}
	slices.SortStableFunc(cs, func(a, b EditionChange) int { return rank(a.How) - rank(b.How) })
	return cs
}

// Hows lists them in the order in which they are shown.
var Hows = []How{Added, Removed, Changed}

func rank(h How) int { return slices.Index(Hows, h) }

func compare[T any](kind string, before, after []T, id func(T) string) []EditionChange {
	var cs []EditionChange
	find := func(among []T, want string) int {
		return slices.IndexFunc(among, func(t T) bool { return id(t) == want })
	}
	for _, now := range after {
		switch i := find(before, id(now)); {
		case i < 0:
			cs = append(cs, EditionChange{kind, id(now), Added})
		case !reflect.DeepEqual(before[i], now):
			cs = append(cs, EditionChange{kind, id(now), Changed})
		}
	}
	for _, was := range before {
		if find(after, id(was)) < 0 {
			cs = append(cs, EditionChange{kind, id(was), Removed})
		}
	}
	return cs
}

// Adopt takes the application to another edition of its procedure. Nothing is
// lost on the way: answers to questions that are not asked any more stay where
// they are; those that their question cannot take any more are shelved, and
// come back with an edition that can. What was submitted stays as it was.
func (a *Application) Adopt(to *Procedure) {
	left, before := a.Edition, *a
	a.Edition, a.Declined = to.Edition, Date{}
	if to.Edition.Before(left) {
		a.Declined = left // whoever goes back has seen it
	}
	unfit := make(map[QuestionID]Answer)
	for id, ans := range a.Answers {
		if q := to.Question(id); q != nil && ans.Value != nil && !q.fits(ans.Value) {
			unfit[id] = ans
		}
	}
	answers, shelved := make(map[QuestionID]Answer), make(map[QuestionID][]Answer)
	for id, ans := range a.Answers {
		if _, out := unfit[id]; !out {
			answers[id] = ans
		}
	}
	for id, kept := range a.Shelved {
		q := to.Question(id)
		for _, ans := range slices.Backward(kept) { // the latest first
			if _, there := answers[id]; !there && q != nil && q.fits(ans.Value) {
				answers[id] = ans
				continue
			}
			shelved[id] = append([]Answer{ans}, shelved[id]...)
		}
	}
	for id, ans := range unfit {
		shelved[id] = append(shelved[id], ans)
	}
	a.Answers, a.Shelved = answers, shelved
	a.recheck(to, &before)
}

// Stay remembers that somebody has seen a newer edition and does not want it.
func (a *Application) Stay(newer *Procedure) { a.Declined = newer.Edition }

// Newer reports whether a newer edition is to be offered.
func (a *Application) Newer(latest *Procedure) bool {
	return latest.ID == a.Procedure && latest.Edition.After(a.Edition) && latest.Edition.After(a.Declined)
}
