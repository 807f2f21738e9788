package model

import (
	"slices"
	"strings"
)

// keepIDs refuses an id that two rows give.
func keepIDs(es Entries) error {
	seen := make(map[string]bool)
	for i, e := range es {
		if e.ID != "" && seen[e.ID] {
			return &Error{Code: TwiceID, Row: i + 1, Field: "id", Given: e.ID}
		}
		seen[e.ID] = true
	}
	return nil
}

// nameIDs gives an id to the rows that have none.
func nameIDs(es, before Entries, number func() string) {
	used, free := make(map[string]bool), make(map[string][]Entry)
	for _, e := range es {
		used[e.ID] = true
	}
	for _, e := range before {
		if !used[e.ID] {
			free[e.Text("name")] = append(free[e.Text("name")], e)
		}
		used[e.ID] = true
	}
	for i := range es {
		if es[i].ID != "" {
			continue
		}
		name := es[i].Text("name")
		if same := free[name]; name != "" && len(same) > 0 {
			k := mostLike(es[i], same)
			es[i].ID = same[k].ID
			free[name] = slices.Delete(same, k, k+1)
			continue
		}
		for es[i].ID == "" || used[es[i].ID] {
			es[i].ID = number()
		}
		used[es[i].ID] = true
	}
}

// mostLike returns the index of the row that shares most columns with e, the
// first of several.
func mostLike(e Entry, rows []Entry) int {
	best, most := 0, -1
	for i, r := range rows {
		n := 0
		for k, v := range e.Fields {
			if Equal(v, r.Fields[k]) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// resolve turns what an entry column names into ids and refuses a row that is
// above itself.
func resolve(es Entries, column string) error {
	index, named := make(map[string]int), make(map[string][]string)
	for i, e := range es {
		index[e.ID] = i
		named[strings.TrimSpace(e.Text("name"))] = append(named[strings.TrimSpace(e.Text("name"))], e.ID)
	}
	for i, e := range es {
		ref := e.Text(column)
		if _, ok := index[ref]; ok || ref == "" {
			continue
		}
		switch ids := named[ref]; len(ids) {
		case 0:
			return &Error{Code: UnknownEntry, Row: i + 1, Field: column, Given: ref, Accepts: entryIDs(es)}
		case 1:
			e.Fields[column] = Text(ids[0])
		default:
			return &Error{Code: AmbiguousEntry, Row: i + 1, Field: column, Given: ref, Accepts: ids}
		}
	}
	return es.Cycle(column)
}

// Cycle refuses a list in which a row comes to stand above itself
// (ParentCycle). A column that names no row of the list ends the way up.
func (es Entries) Cycle(column string) error {
	parent := make(map[string]string)
	for _, e := range es {
		parent[e.ID] = e.Text(column)
	}
	settled := make(map[string]bool) // known to lead to a row without a parent
	for i, e := range es {
		path := make(map[string]bool)
		for id := e.ID; id != "" && !settled[id]; id = parent[id] {
			if path[id] {
				return &Error{Code: ParentCycle, Row: i + 1, Field: column, Given: e.Text(column)}
			}
			path[id] = true
		}
		for id := range path {
			settled[id] = true
		}
	}
	return nil
}

func entryIDs(es Entries) []string {
	ids := make([]string, len(es))
	for i, e := range es {
		ids[i] = e.ID
	}
	return ids
}
