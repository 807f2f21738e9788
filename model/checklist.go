package model

// A Group is where a row stands in the list.
type Group string

// Groups, in the order of the list.
const (
	Always    Group = "always"     // needed by everybody
	Situation Group = "situation"  // needed because of an answer
	IfAskedBy Group = "if-asked"   // some authorities ask for it
	Later     Group = "may-follow" // may be handed in afterwards
	Own       Group = "own"        // added by the person
)

// Groups lists them.
var Groups = []Group{Always, Situation, IfAskedBy, Later, Own}

// A ListRow is a row of the material list.
type ListRow struct {
	Key      MaterialKey
	Group    Group
	Material *Material    // nil for a row of one's own
	Own      *OwnMaterial // nil otherwise
	Of       *Entry       // the list entry that it is for, where it repeats
	Needed   Truth        // Unknown: may be needed, an answer is missing
	Awaits   []QuestionID // the unanswered questions that decide, where Needed is Unknown
	Collected
}

// Required says whether the row has to be there. Rows of one's own are there
// because somebody asked for them.
func (r ListRow) Required() Required {
	if r.Material == nil {
		return Yes
	}
	return r.Material.Required
}

// MaterialID returns the id of the material, "other" for a row of one's own.
func (r ListRow) MaterialID() MaterialID {
	if r.Material == nil {
		return OtherMaterial
	}
	return r.Material.ID
}

// OtherMaterial is the id that rows of one's own share.
const OtherMaterial MaterialID = "other"

// Done reports whether a person has settled the row.
func (r ListRow) Done() bool { return r.Status == Checked || r.Status == Waived }

// Blocks reports whether the row keeps the application from being ready.
func (r ListRow) Blocks() bool { return r.Required() == Yes && r.Needed == True && !r.Done() }

// Checklist computes the material list from the answers: one row each, one
// for every fitting entry where a material repeats. What the answers rule out
// is left out; what still depends on an answer is there with Needed Unknown.
func Checklist(p *Procedure, a *Application) []ListRow {
	f := facts{p, a}
	var rows []ListRow
	for _, g := range Groups {
		for i := range p.Materials {
			if m := &p.Materials[i]; m.group() == g {
				rows = append(rows, f.rowsOf(m)...)
			}
		}
	}
	for i := range a.Own {
		o := &a.Own[i]
		rows = append(rows, ListRow{Key: o.Key, Group: Own, Own: o, Needed: True, Collected: a.collected(o.Key)})
	}
	return rows
}

func (m *Material) group() Group {
	switch {
	case m.Required == MayFollow:
		return Later
	case m.Required == IfAsked:
		return IfAskedBy
	case m.Per != nil || len(m.When) > 0:
		return Situation
	}
	return Always
}

func (f facts) rowsOf(m *Material) []ListRow {
	needed := f.holds(m.When)
	if needed == False || m.Event != "" && !happened(f.a.Events, m.Event) {
		return nil
	}
	row := ListRow{Key: MaterialKey(m.ID), Group: m.group(), Material: m, Needed: needed}
	if needed == Unknown {
		row.Awaits = f.missing(m.When)
	}
	if m.Per == nil {
		row.Collected = f.a.collected(row.Key)
		return []ListRow{row}
	}
	list := f.known(FactID(m.Per.List))
	entries, ok := list.value.(Entries)
	if !ok {
		if list.excluded {
			return nil
		}
		row.Needed, row.Status = Unknown, Missing
		if len(row.Awaits) == 0 {
			row.Awaits = f.missingFact(FactID(m.Per.List))
		}
		return []ListRow{row}
	}
	var rows []ListRow
	for i := range entries {
		e := &entries[i]
		fits := f.entry(m.Per.Where, *e)
		if fits == False {
			continue
		}
		row.Of = e
		row.Key = MaterialKey(string(m.ID) + "/" + e.ID)
		row.Needed = min(needed, fits)
		row.Collected = f.a.collected(row.Key)
		rows = append(rows, row)
	}
	return rows
}

func (a *Application) collected(key MaterialKey) Collected {
	c := a.Materials[key]
	if c.Status == "" {
		c.Status = Missing
	}
	return c
}

// Settled counts the rows that have to be there.
func Settled(rows []ListRow) Progress {
	var g Progress
	for _, r := range rows {
		if r.Required() == Yes && r.Needed == True {
			g.Of++
			if r.Done() {
				g.Done++
			}
		}
	}
	return g
}

// FindRow returns the row with that key.
func FindRow(rows []ListRow, key MaterialKey) (ListRow, bool) {
	for _, r := range rows {
		if r.Key == key {
			return r, true
		}
	}
	return ListRow{}, false
}
