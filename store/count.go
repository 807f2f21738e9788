package store

import "github.com/xuke-cli/xuke/model"

// Counts says how many applications there are.
type Counts struct {
	Live     int // neither in the trash nor put away
	Trash    int
	Archived int
	State    map[model.StateID]int // of the live ones
	Turn     map[model.Turn]int    // of the live ones: who has to act
}

// Counts returns how many applications there are, in a time that does not
// depend on how many.
func (s *Store) Counts() (Counts, error) {
	var n counts
	err := s.view(func(t tx) (err error) {
		n, err = t.counts()
		n.Turn = n.turns(model.Date{})
		return err
	})
	return Counts(n), err
}

// turns says how many applications are whose turn on a day.
func (n counts) turns(today model.Date) map[model.Turn]int {
	turns := make(map[model.Turn]int)
	for t, of := range n.Turn {
		turns[model.Turn(turnOn(string(t), today.String()))] += of
	}
	return turns
}

// Totals returns what stands above a list. It looks at the index as far as
// something is due, and does not walk the rest.
func (s *Store) Totals(today model.Date) (model.Totals, error) {
	var out model.Totals
	err := s.view(func(t tx) error {
		n, err := t.counts()
		if err != nil {
			return err
		}
		out = model.Totals{Live: n.Live, Archived: n.Archived, Trash: n.Trash, Turn: n.turns(today)}
		now, soon := inScope+dayKey(today), inScope+dayKey(today.AddDays(model.SoonDays))
		return t.scan(byDue, inScope, func(key, _ []byte, _ error) bool {
			day := string(key[:min(len(key), len(soon))])
			if day > soon {
				return false
			}
			if out.Soon++; day < now {
				out.Overdue++
			}
			return true
		})
	})
	return out, err
}

// counts are kept in the meta bucket and brought up to date with every save. As
// they are kept, turns are told apart as in a mark.
type counts Counts

const countsKey = "counts"

// counts returns them as kept, or counted again where those are damaged.
func (t tx) counts() (counts, error) {
	var n counts
	if found, err := t.getJSON(meta, countsKey, &n); found && err == nil {
		return n, nil
	}
	n = counts{}
	ids, err := t.ids()
	for _, id := range ids {
		n.add(t.summary(id), 1)
	}
	return n, err
}

func (t tx) moveCounts(from, to *model.Summary) error {
	if from != nil && to != nil && scope(*from) == scope(*to) && mark(*from) == mark(*to) {
		return nil
	}
	var n counts
	if found, err := t.getJSON(meta, countsKey, &n); !found || err != nil {
		return errDamaged
	}
	if from != nil {
		n.add(*from, -1)
	}
	if to != nil {
		n.add(*to, 1)
	}
	return t.putJSON(meta, countsKey, n)
}

func (n *counts) add(s model.Summary, by int) {
	switch scope(s) {
	case inTrash:
		n.Trash += by
		return
	case inArchive:
		n.Archived += by
		return
	}
	n.Live += by
	if n.State == nil {
		n.State, n.Turn = make(map[model.StateID]int), make(map[model.Turn]int)
	}
	bump(n.State, s.State, by)
	bump(n.Turn, model.Turn(turn(s)), by)
}

// bump leaves no zeros behind, so that equal counts look equal.
func bump[K comparable](m map[K]int, k K, by int) {
	if m[k] += by; m[k] == 0 {
		delete(m, k)
	}
}
