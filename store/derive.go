package store

import (
	"errors"

	"github.com/xuke-cli/xuke/model"
)

// move brings the indexes, what a search looks at and the counts from one
// summary to the next; nil is none. Where they do not hold what they should,
// all of them are made again.
func (t tx) move(from, to *model.Summary) error {
	if from != nil && from.State == Damaged {
		return t.reindex()
	}
	var sound bool
	err := errors.Join(
		t.moveIndexes(from, to, &sound),
		t.moveSearch(from, to),
	)
	if err != nil {
		return err
	}
	if !sound || t.moveCounts(from, to) != nil {
		return t.reindex()
	}
	return nil
}

func (t tx) moveIndexes(from, to *model.Summary, sound *bool) error {
	*sound = true
	for _, x := range indexes {
		var old, now, oldMark, nowMark string
		if from != nil {
			old, oldMark = x.key(*from), mark(*from)
		}
		if to != nil {
			now, nowMark = x.key(*to), mark(*to)
		}
		if old == now && oldMark == nowMark {
			continue
		}
		if from != nil {
			found, err := t.delete(x.bucket, old)
			if err != nil {
				return err
			}
			*sound = *sound && found
		}
		if to != nil {
			if err := t.put(x.bucket, now, []byte(nowMark)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t tx) moveSearch(from, to *model.Summary) error {
	if to == nil {
		_, err := t.delete(searched, string(from.ID))
		return err
	}
	text := searchText(*to)
	if from != nil && searchText(*from) == text {
		return nil
	}
	return t.put(searched, string(to.ID), []byte(text))
}

// reindex makes everything again that is made from summaries.
func (t tx) reindex() error {
	for _, x := range indexes {
		if err := t.empty(x.bucket); err != nil {
			return err
		}
	}
	if err := errors.Join(t.empty(searched), t.putJSON(meta, countsKey, counts{})); err != nil {
		return err
	}
	ids, err := t.ids()
	if err != nil {
		return err
	}
	var n counts
	var sound bool
	for _, id := range ids {
		sum := t.summary(id)
		if err := errors.Join(t.moveIndexes(nil, &sum, &sound), t.moveSearch(nil, &sum)); err != nil {
			return err
		}
		n.add(sum, 1)
	}
	return t.putJSON(meta, countsKey, n)
}

// ids returns every application there is a trace of, in order.
func (t tx) ids() ([]model.ApplicationID, error) {
	seen := make(map[string]bool)
	var ids []model.ApplicationID
	for _, b := range []bucket{summaries, applications} {
		err := t.scan(b, "", func(key, _ []byte, _ error) bool {
			if !seen[string(key)] {
				seen[string(key)] = true
				ids = append(ids, model.ApplicationID(key))
			}
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	return ids, nil
}
