package model

import "slices"

// A Difference is what a change of answers does.
type Difference struct {
	Added, Removed    []ListRow // needed rows of the material list
	Asked, Dropped    []QuestionID
	Replaced          []QuestionID // whose answer is taken back or becomes another one
	Before, After     *Authority   // who decides; equal where it stays the same
	Requirements      []RequirementChange
	Verdicts          []VerdictChange
	RemovedWithStatus int       // removed rows that somebody had worked on
	Recheck           []ListRow // rows that were checked and have to be again, for what Collected.Recheck says
}

// A RequirementChange is a condition whose threshold moves.
type RequirementChange struct {
	Condition     *Condition
	Before, After []Cell
}

// A VerdictChange is a condition that comes to stand otherwise. A side is ""
// where the condition does not apply.
type VerdictChange struct {
	Condition     *Condition
	Before, After Verdict
}

// Matters reports whether a person should see the difference before it is
// made: it moves the list, the authority, a threshold, what is asked or what has
// been checked.
func (d Difference) Matters() bool {
	return len(d.Added)+len(d.Removed)+len(d.Dropped)+len(d.Requirements)+len(d.Recheck) > 0 || d.Before != nil && d.Before != d.After
}

// NeedsConfirming reports whether the user confirms the change before it is
// made: it matters, and it replaces an answer. A first answer takes nothing
// away.
func (d Difference) NeedsConfirming() bool { return len(d.Replaced) > 0 && d.Matters() }

// Differ compares an application before and after a change.
func Differ(p *Procedure, before, after *Application) Difference {
	var d Difference
	rowsBefore, rowsAfter := Checklist(p, before), Checklist(p, after)
	d.Added = needed(rowsAfter, rowsBefore)
	d.Removed = needed(rowsBefore, rowsAfter)
	for _, r := range d.Removed {
		if r.Status != Missing {
			d.RemovedWithStatus++
		}
	}
	for _, r := range rowsAfter {
		if was, ok := FindRow(rowsBefore, r.Key); ok && len(r.Recheck) > len(was.Recheck) {
			d.Recheck = append(d.Recheck, r)
		}
	}
	d.Before, d.After = AuthorityFor(p, before), AuthorityFor(p, after)
	for i := range p.Questions {
		id := p.Questions[i].ID
		was, is := Applies(p, before, id), Applies(p, after, id)
		if was != True && is == True {
			d.Asked = append(d.Asked, id)
		}
		if was == True && is != True && before.Answers[id].Value != nil {
			d.Dropped = append(d.Dropped, id)
		}
		if old := before.Answers[id].Value; old != nil && !Equal(old, after.Answers[id].Value) {
			d.Replaced = append(d.Replaced, id)
		}
	}
	d.conditions(p, before, after)
	return d
}

func needed(in, notIn []ListRow) []ListRow {
	var rows []ListRow
	for _, r := range in {
		if r.Needed != True {
			continue
		}
		if o, ok := FindRow(notIn, r.Key); !ok || o.Needed != True {
			rows = append(rows, r)
		}
	}
	return rows
}

func (d *Difference) conditions(p *Procedure, before, after *Application) {
	was, is := verdicts(p, before), verdicts(p, after)
	for i := range p.Conditions {
		c := &p.Conditions[i]
		if was[c.ID] != is[c.ID] {
			d.Verdicts = append(d.Verdicts, VerdictChange{c, was[c.ID], is[c.ID]})
		}
		b, a := Requirement(p, before, c), Requirement(p, after, c)
		if len(b) > 0 && len(a) > 0 && !slices.EqualFunc(a, b, equalCell) {
			d.Requirements = append(d.Requirements, RequirementChange{c, b, a})
		}
	}
}

func equalCell(a, b Cell) bool {
	return a.Fact == b.Fact && a.Op == b.Op && a.Than == b.Than && a.Days == b.Days && slices.EqualFunc(a.Values, b.Values, Equal)
}

func verdicts(p *Procedure, a *Application) map[ConditionID]Verdict {
	m := make(map[ConditionID]Verdict)
	for _, s := range Assess(p, a) {
		m[s.ID] = s.Verdict
	}
	return m
}
