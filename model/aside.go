package model

import (
	"maps"
	"slices"
	"strings"
)

// What hangs on a person of a list (a shareholder's licence) is kept under the
// person's id, so a new name changes nothing. When the person is taken off the
// list, the rows go and what was collected stays, set aside: it comes back with
// the person, also under a new entry of the same name, and until then can be
// moved to another row.

// A Gone is an entry that was taken off a list, with something collected for
// it.
type Gone struct {
	List QuestionID `json:"list"`
	ID   string     `json:"id"`
	Name string     `json:"name,omitempty"`

	Was *boxedEntry `json:"was,omitempty"` // what stood on its papers; nil in what was kept before this was
}

// An AsideRow is a row that is not on the list now and has files.
type AsideRow struct {
	Key      MaterialKey
	Material *Material // nil if the procedure has none such
	Person   string    // whose it was, "" for nobody's or where that is not known
	Collected
}

// SetAside lists the rows that have files and are not on the list, because a
// person went or an answer changed, in the order of their keys.
func SetAside(p *Procedure, a *Application) []AsideRow {
	listed := make(map[MaterialKey]bool)
	for _, r := range Checklist(p, a) {
		listed[r.Key] = true
	}
	var rows []AsideRow
	for _, key := range slices.Sorted(maps.Keys(a.Materials)) {
		if c := a.Materials[key]; !listed[key] && len(c.Files) > 0 {
			rows = append(rows, a.asideRow(p, key))
		}
	}
	return rows
}

func (a *Application) asideRow(p *Procedure, key MaterialKey) AsideRow {
	id, of := key.Split()
	row := AsideRow{Key: key, Material: p.Material(id), Collected: a.collected(key)}
	if row.Material == nil || row.Material.Per == nil {
		return row
	}
	list := QuestionID(row.Material.Per.List)
	es, _ := a.Answers[list].Value.(Entries) // somebody whose kind has changed
	for _, e := range es {
		if e.ID == of {
			row.Person = e.Text("name")
		}
	}
	for _, g := range a.Gone {
		if g.List == list && g.ID == of {
			row.Person = g.Name
		}
	}
	return row
}

// Leaving lists the rows with files that are set aside in after and were on
// the list in before.
func Leaving(p *Procedure, before, after *Application) []AsideRow {
	was := SetAside(p, before)
	return slices.DeleteFunc(SetAside(p, after), func(r AsideRow) bool {
		return slices.ContainsFunc(was, func(o AsideRow) bool { return o.Key == r.Key })
	})
}

// Refile moves files from one row to another, behind those that it has: all of
// them where none is named. The row that they leave may be one that is set
// aside. The error is an *Error with NoSuchMaterial or NoSuchFile.
func (a *Application) Refile(p *Procedure, from, to MaterialKey, ids ...FileID) error {
	source, err := a.filed(p, from)
	if err != nil {
		return err
	}
	if from == to {
		return nil
	}
	for _, id := range ids {
		if !slices.ContainsFunc(source.Files, func(f File) bool { return f.SHA256 == id }) {
			return &Error{Code: NoSuchFile, Given: string(id)}
		}
	}
	var moved, left []File
	for _, f := range source.Files {
		if len(ids) == 0 || slices.Contains(ids, f.SHA256) {
			moved = append(moved, f)
		} else {
			left = append(left, f)
		}
	}
	if err := a.Attach(p, to, moved...); err != nil {
		return err
	}
	if source.Files = left; len(left) == 0 {
		a.handFacts(&source, from, to)
	}
	source.emptied()
	a.note(from, source)
	return nil
}

// handFacts takes what is known of a document along with its files, where the
// other row is of the same material and knows nothing yet.
func (a *Application) handFacts(source *Collected, from, to MaterialKey) {
	material, _ := from.Split()
	other, _ := to.Split()
	if target := a.Materials[to]; material == other && len(target.Details) == 0 {
		target.Details, source.Details = source.Details, nil
		a.note(to, target)
	}
}

// depart remembers who has left a list with something collected, and forgets who
// is back.
func (a *Application) depart(p *Procedure, list QuestionID, before Answer) {
	was, _ := before.Value.(Entries)
	is, _ := a.Answers[list].Value.(Entries)
	there := func(id string) bool { return slices.ContainsFunc(is, func(e Entry) bool { return e.ID == id }) }
	gone := slices.DeleteFunc(slices.Clone(a.Gone), func(g Gone) bool { return g.List == list && there(g.ID) })
	for _, e := range was {
		if !there(e.ID) && a.collectedFor(p, list, e.ID) {
			gone = append(gone, Gone{List: list, ID: e.ID, Name: e.Text("name"), Was: boxEntry(e)})
		}
	}
	a.Gone = gone
}

// collectedFor reports whether something is noted for an entry of a list.
func (a *Application) collectedFor(p *Procedure, list QuestionID, id string) bool {
	for key := range a.Materials {
		material, of := key.Split()
		if m := p.Material(material); of == id && m != nil && m.Per != nil && QuestionID(m.Per.List) == list {
			return true
		}
	}
	return false
}

// EntriesOf returns the entries of a list and those that were taken off it, as
// ParseAnswer wants them: who comes back under the same name gets the same id,
// and with it what was collected.
func (a *Application) EntriesOf(list QuestionID) Value {
	v := a.Answers[list].Value
	es, ok := v.(Entries)
	if !ok && v != nil {
		return v
	}
	es = slices.Clip(es)
	for _, g := range a.Gone {
		if g.List == list {
			es = append(es, Entry{ID: g.ID, Fields: map[string]Value{"name": Text(g.Name)}})
		}
	}
	if es == nil {
		return nil
	}
	return es
}

// EntryIDFor returns the id for an entry that is being added to a list: that
// of an entry of this name that was there before, or a new one.
func (a *Application) EntryIDFor(list QuestionID, name string) string {
	name = strings.TrimSpace(name)
	for _, g := range a.Gone {
		if g.List == list && name != "" && strings.TrimSpace(g.Name) == name {
			return g.ID
		}
	}
	return a.NewEntryID()
}
