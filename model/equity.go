package model

import "slices"

// The equity chain is a list whose entries name each other: an entry's parent is
// the company that it owns a share of, and who has no parent owns a share of the
// applicant. An entry that the definition wants traced needs owners of its own.

// Untraced returns the entries of a list that need owners below them and have
// none: where the chain breaks off. It is nil for a list without levels.
func Untraced(q Question, es Entries) Entries {
	_, parent := levels(q.Fields)
	if parent == "" || len(q.Traced) == 0 {
		return nil
	}
	owned := make(map[string]bool)
	for _, e := range es {
		owned[e.Text(parent)] = true
	}
	var open Entries
	for _, e := range es {
		if !owned[e.ID] && (facts{}).entry(q.Traced, e) == True {
			open = append(open, e)
		}
	}
	return open
}

// levels names the columns of a list that hold an entry's share and its parent,
// "" for none.
func levels(fields []Field) (share, parent string) {
	for _, f := range fields {
		switch f.Kind {
		case Percent:
			share = f.Name
		case EntryRef:
			parent = f.Name
		}
	}
	return share, parent
}

func checkOwners(q Question, es Entries) []Finding {
	var found []Finding
	for _, e := range Untraced(q, es) {
		found = append(found, Finding{Code: NoOwners, Level: Warn, Entry: e.ID, Field: "name", Given: e.Text("name")})
	}
	return found
}

// checkShares finds levels whose shares do not add up to the whole, give or take
// a hundredth of a percent. A level counts only if each of its entries has a
// share.
func checkShares(fields []Field, es Entries) []Finding {
	column, parent := levels(fields)
	sums := sharesByLevel(column, parent, es)
	var found []Finding
	for _, above := range append(Entries{{}}, es...) {
		sum, ok := sums[above.ID]
		if !ok || wholeShare(sum) {
			continue
		}
		f := Finding{Code: SharesNot100, Level: Warn, Field: column, Sum: sum}
		if above.ID != "" {
			f.Code, f.Entry, f.Given = SharesBelow, above.ID, above.Text("name")
		}
		found = append(found, f)
	}
	return found
}

func wholeShare(sum Share) bool {
	off := sum - Whole
	return off >= -100 && off <= 100
}

// sharesByLevel adds up the shares in each entry, and under "" those of the
// entries without a parent. A level with a share that is not known is left out.
func sharesByLevel(column, parent string, es Entries) map[string]Share {
	sums := make(map[string]Share)
	for _, e := range es {
		if share, ok := e.Fields[column].(Share); ok {
			sums[e.Text(parent)] += share
		}
	}
	for _, e := range es {
		if _, ok := e.Fields[column].(Share); !ok {
			delete(sums, e.Text(parent))
		}
	}
	return sums
}

// topLevel returns the entries without a parent: those that
// hold a share of the applicant itself.
func topLevel(fields []Field, es Entries) Entries {
	_, parent := levels(fields)
	return slices.DeleteFunc(slices.Clone(es), func(e Entry) bool { return parent != "" && e.Text(parent) != "" })
}
