package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/xuke-cli/xuke/model"
)

// A kept draft knows its key in the bucket recent.
type kept struct {
	Order string `json:"order"`
	model.Draft
}

// SaveDraft keeps what somebody has typed and where they are. The revision of
// the application stays.
func (s *Store) SaveDraft(id model.ApplicationID, d model.Draft) error {
	return s.update(func(t tx) error {
		if _, found, err := t.entry(id); !found && err == nil {
			return &Error{Code: NotFound, ID: id}
		}
		return t.keepDraft(id, d)
	})
}

// keepDraft writes a draft and makes it the latest. The order is counted and
// not timed: clocks are set back.
func (t tx) keepDraft(id model.ApplicationID, d model.Draft) error {
	last, of, err := t.latestDraft()
	if err != nil {
		if err := t.reorder(); err != nil {
			return err
		}
		if last, of, err = t.latestDraft(); err != nil {
			return err
		}
	}
	order := last
	if of != id || last == "" {
		if err := t.clearDraft(id); err != nil {
			return err
		}
		order = after(last)
		if err := t.put(recent, order, []byte(id)); err != nil {
			return err
		}
	}
	return t.putJSON(drafts, string(id), kept{order, d})
}

// reorder makes the bucket recent again from the drafts.
func (t tx) reorder() error {
	orders := make(map[string]string)
	err := t.scan(drafts, "", func(id, value []byte, err error) bool {
		var k kept
		if err == nil && json.Unmarshal(value, &k) == nil {
			orders[k.Order] = string(id)
		}
		return true
	})
	if err = errors.Join(err, t.empty(recent)); err != nil {
		return err
	}
	for order, id := range orders {
		if err := t.put(recent, order, []byte(id)); err != nil {
			return err
		}
	}
	return nil
}

// after returns the next key of the bucket recent.
func after(last string) string {
	n, _ := strconv.ParseUint(last, 16, 64)
	return fmt.Sprintf("%016x", n+1)
}

// Draft returns the draft of an application, and whether there is one.
func (s *Store) Draft(id model.ApplicationID) (d model.Draft, found bool, err error) {
	err = s.view(func(t tx) error {
		var k kept
		if found, err = t.getJSON(drafts, string(id), &k); err == nil && !found {
			err = t.sound(drafts)
		}
		if err != nil {
			return t.about(id, err)
		}
		d = k.Draft
		return nil
	})
	return d, found && err == nil, err
}

// ClearDraft forgets a draft. It is no error if there is none.
func (s *Store) ClearDraft(id model.ApplicationID) error {
	return s.update(func(t tx) error { return t.clearDraft(id) })
}

// clearDraft drops a draft with its place in the order. Where the draft cannot
// be read, that has to be looked for.
func (t tx) clearDraft(id model.ApplicationID) error {
	var orders []string
	var k kept
	if found, err := t.getJSON(drafts, string(id), &k); found && err == nil {
		orders = append(orders, k.Order)
	} else {
		err := t.scan(recent, "", func(key, value []byte, _ error) bool {
			if string(value) == string(id) {
				orders = append(orders, string(key))
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	for _, order := range orders {
		if _, err := t.delete(recent, order); err != nil {
			return err
		}
	}
	_, err := t.delete(drafts, string(id))
	return err
}

// LastOpen returns the application with the latest draft, unless that is in
// the trash: then the one before.
func (s *Store) LastOpen() (id model.ApplicationID, found bool, err error) {
	err = s.view(func(t tx) (err error) {
		var damage error
		err = t.scanBack(recent, func(key, value []byte, err error) bool {
			if damage = err; err != nil {
				return false
			}
			of := model.ApplicationID(value)
			var k kept
			if has, err := t.getJSON(drafts, string(of), &k); err == nil && (!has || k.Order != string(key)) {
				damage = fmt.Errorf("the draft of %q is missing: %w", of, errDamaged)
				return false
			}
			if found = scope(t.summary(of)) == inScope; found {
				id = of
			}
			return !found
		})
		return errors.Join(err, damage)
	})
	return id, found, err
}

// latestDraft returns the last key of the bucket recent, and whose it is.
func (t tx) latestDraft() (order string, id model.ApplicationID, err error) {
	var damage error
	err = t.scanBack(recent, func(key, value []byte, err error) bool {
		order, id, damage = string(key), model.ApplicationID(value), err
		return false
	})
	return order, id, errors.Join(err, damage)
}
