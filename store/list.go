package store

import (
	"errors"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// errIndex says that an index cannot be relied on.
var errIndex = errors.New("an index is damaged")

// List returns a stretch of the list. Without a search or a filter, the first
// page takes the same time however many applications there are; a search or a
// filter takes some 20 ms for every 100,000. An application whose summary cannot be read has
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
	switch {
	case q.Trash:
		return inTrash
	case q.Archived:
		return inArchive
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
	matching, err := t.matching(q)
	if err != nil {
		return model.Listing{}, err
	}
	criteria := criteriaOf(q)
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
		if !found(matching, id) || !criteria.fit(mark) {
			return true
		}
		if n++; n > q.Offset && (q.Limit == 0 || len(l.Rows) < q.Limit) {
			l.Rows = append(l.Rows, t.summary(model.ApplicationID(id)).On(q.Today))
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
	switch {
	case q.Trash:
		return n.Trash
	case q.Archived:
		return n.Archived
	}
	return n.Live
}

// total returns how many rows a query has, if that is known beforehand.
func (n counts) total(q model.Query) (total int, known bool) {
	wants := q.Wants()
	state, byState := wants[model.OfState]
	turn, byTurn := wants[model.OfTurn]
	switch {
	case wanted(q) != "":
		return 0, false
	case len(wants) == 0:
		return n.in(q), true
	case len(wants) > 1, q.Trash, q.Archived:
		return 0, false
	case byState && state == string(Damaged):
		return n.State[Damaged], true
	case byState:
		return n.State[model.StateID(state)] + n.State[Damaged], true
	case byTurn && turn != string(model.Nobody): // which is that of the damaged ones
		return n.turns(q.Today)[model.Turn(turn)] + n.State[Damaged], true
	}
	return 0, false
}

// listWithoutIndex gives the same answer from the summaries alone: slow, and
// right whatever has happened to the indexes.
func (t tx) listWithoutIndex(q model.Query) (model.Listing, error) {
	ids, err := t.ids()
	if err != nil {
		return model.Listing{}, err
	}
	search, criteria := wanted(q), criteriaOf(q)
	var rows []model.Summary
	for _, id := range ids {
		s := t.summary(id)
		if scope(s) != scopeOf(q) || !criteria.fit([]byte(mark(s))) {
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
	for _, s := range rows[from:to] {
		l.Rows = append(l.Rows, s.On(q.Today))
	}
	return l, nil
}
