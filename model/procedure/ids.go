package procedure

import (
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"
)

// kinds are the lists of a definition. Those that share names are unique
// among each other too: what a rule, a text or a hint means is never in
// doubt. States are named after their events by nature.
var kinds = []struct {
	name  string
	share bool
}{
	{"source", true}, {"question", true}, {"derived", true}, {"condition", true}, {"material", true},
	{"step", true}, {"clock", true}, {"hint", true}, {"duty", true},
	{"section", false}, {"authority", false}, {"state", false}, {"event", false},
}

// Places that a hint can name beside ids; and words that an id cannot be,
// because a rule or the list of materials uses them.
var (
	places   = []string{"scan", "file", "check"}
	reserved = append([]string{"sources", "other"}, places...)
)

var idShape = lazy(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// collect looks at the ids of everything before anything is read, so that
// references can be checked where they stand.
func (r *reader) collect(root *node) {
	r.ids = make(map[string]map[string]bool, len(kinds))
	shared := map[string]bool{}
	for _, kind := range kinds {
		taken := map[string]bool{}
		if kind.share {
			taken = shared
		}
		r.ids[kind.name] = map[string]bool{}
		list := root.child(kind.name)
		if list == nil || list.kind != unstable.Array {
			continue
		}
		for _, t := range list.kids {
			r.item = kind.name
			if t.kind != unstable.Table {
				continue // reported when it is read
			}
			n := t.child("id")
			if n == nil {
				r.report(t.at, MissingKey, "id")
				continue
			}
			if n.kind != unstable.String {
				continue
			}
			r.item = kind.name + "." + n.text
			r.checkID(n)
			if taken[n.text] {
				r.report(n.at, Duplicate, n.text)
			}
			taken[n.text] = true
			r.ids[kind.name][n.text] = true
		}
	}
	r.item = ""
}

func (r *reader) checkID(n *node) {
	if !idShape().MatchString(n.text) || slices.Contains(reserved, n.text) {
		r.report(n.at, BadID, n.text)
	}
}

// each reads a list of the definition, item by item.
func each[T any](r *reader, root *node, kind string, read func(t *node, id string) T) []T {
	var items []T
	for _, t := range r.tables(root, kind) {
		id := r.text(t, "id")
		r.item = kind + "." + id
		items = append(items, read(t, id))
	}
	r.item = ""
	return items
}

// head is where a problem of an item as a whole points to: its id.
func head(t *node) int { return valueOf(t, "id") }

// known reports whether a string names a part of one of these kinds.
func (r *reader) known(n *node, kinds ...string) bool {
	for _, k := range kinds {
		if r.ids[k][n.text] {
			return true
		}
	}
	what := "part"
	if len(kinds) == 1 {
		what = kinds[0]
	}
	r.report(n.at, NoSuchID, what+" "+n.text)
	return false
}

// ref reads a reference that has to be there.
func ref[T ~string](r *reader, t *node, key, kind string) T {
	r.need(t, key)
	n := r.get(t, key, unstable.String)
	if n == nil {
		return ""
	}
	r.known(n, kind)
	return T(n.text)
}

// refs reads a list of references.
func refs[T ~string](r *reader, t *node, key, kind string) []T {
	var ids []T
	for _, n := range r.list(t, key, unstable.String) {
		r.known(n, kind)
		ids = append(ids, T(n.text))
	}
	return ids
}
