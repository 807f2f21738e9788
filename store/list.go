package store

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// errIndex says that an index cannot be relied on.
var errIndex = errors.New("an index is damaged")

// List returns a stretch of the list. Without a search or a state, the first
// page takes the same time however many applications there are; a search takes
// some 20 ms for every 100,000. An application whose summary cannot be read has
// a row with the state Damaged.
func (s *Store) List(q model.Query) (l model.Listing, err error) {
	err = s.view(func(t tx) (err error) {
		if l, err = t.list(q); errors.Is(err, errIndex) {
			l, err = t.listWithoutIndex(q)
		}
		return err
	})
	return l, err
}

func indexOf(o model.Order) index {
	if x, ok := indexes[o]; ok {
		return x
	}
	return indexes[model.ByDue]
}

func scopeOf(q model.Query) string {
	if q.Trash {
		return inTrash
	}
	return inScope
}

// wanted returns what to search for, "" for everything.
func wanted(q model.Query) string { return fold(strings.TrimSpace(q.Search)) }

// list walks the index and decodes the rows that are shown.
func (t tx) list(q model.Query) (model.Listing, error) {
	c, err := t.counts()
	if err != nil {
		return model.Listing{}, err
	}
	total, known := c.total(q)
	var matching map[fixedID]struct{}
	if search := wanted(q); search != "" {
		if matching, err = t.matches([]byte(search)); err != nil {
			return model.Listing{}, err
		}
	}
	var l model.Listing
	all, n := 0, 0 // keys in the index, and rows that the query has, up to here
	stopped := false
	var damage error
	err = t.scan(indexOf(q.Sort).bucket, scopeOf(q), func(key, mark []byte, err error) bool {
		if damage = err; err != nil {
			return false
		}
		all++
		id := idOf(key)
		if _, found := matching[fixed(id)]; matching != nil && !found || !inState(q.State, mark) {
			return true
		}
		if n++; n > q.Offset && (q.Limit == 0 || len(l.Rows) < q.Limit) {
			l.Rows = append(l.Rows, t.summary(model.ApplicationID(id)))
		}
		stopped = known && len(l.Rows) == q.Limit && q.Limit > 0
		return !stopped
	})
	switch {
	case err != nil:
		return model.Listing{}, err
	case damage != nil, !stopped && all != c.in(q):
		return model.Listing{}, errIndex
	}
	l.Total = n
	if known {
		l.Total = total
	}
	return l, nil
}

// in returns how many applications are where a query looks.
func (n counts) in(q model.Query) int {
	if q.Trash {
		return n.Trash
	}
	return n.Live
}

// total returns how many rows a query has, if that is known beforehand.
func (n counts) total(q model.Query) (total int, known bool) {
	switch {
	case wanted(q) != "", q.Trash && q.State != "":
		return 0, false
	case q.State == Damaged:
		return n.State[Damaged], true
	case q.State != "":
		return n.State[q.State] + n.State[Damaged], true
	}
	return n.in(q), true
}

func inState(want model.StateID, mark []byte) bool {
	state, _, _ := bytes.Cut(mark, []byte{0})
	return want == "" || string(state) == string(want) || string(state) == string(Damaged)
}

// listWithoutIndex gives the same answer from the summaries alone: slow, and
// right whatever has happened to the indexes.
func (t tx) listWithoutIndex(q model.Query) (model.Listing, error) {
	ids, err := t.ids()
	if err != nil {
		return model.Listing{}, err
	}
	search := wanted(q)
	var rows []model.Summary
	for _, id := range ids {
		s := t.summary(id)
		if scope(s) != scopeOf(q) || !inState(q.State, []byte(s.State)) {
			continue
		}
		if s.State == Damaged || strings.Contains(searchText(s), search) {
			rows = append(rows, s)
		}
	}
	x := indexOf(q.Sort)
	slices.SortFunc(rows, func(a, b model.Summary) int { return strings.Compare(x.key(a), x.key(b)) })
	l := model.Listing{Total: len(rows)}
	from := min(max(q.Offset, 0), len(rows))
	to := len(rows)
	if q.Limit > 0 {
		to = min(to, from+q.Limit)
	}
	l.Rows = rows[from:to]
	return l, nil
}
