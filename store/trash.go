package store

import (
	"time"

	"github.com/xuke-cli/xuke/model"
)

// Delete puts an application into the trash. Its revision goes up, so that
// nobody saves it without having seen that.
func (s *Store) Delete(id model.ApplicationID, now time.Time) error {
	return s.Trash([]model.ApplicationID{id}, now)
}

// Undelete takes an application out of the trash.
func (s *Store) Undelete(id model.ApplicationID) error {
	return s.Trash([]model.ApplicationID{id}, time.Time{})
}

// Trash is Delete for several applications, all of them or none; a zero time
// takes them out of the trash again.
func (s *Store) Trash(ids []model.ApplicationID, at time.Time) error {
	return s.update(func(t tx) error {
		for _, id := range ids {
			if err := t.trash(id, at); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t tx) trash(id model.ApplicationID, at time.Time) error {
	app, err := t.load(id)
	if err != nil {
		return err
	}
	if app.Trashed.IsZero() == at.IsZero() {
		return nil
	}
	old, err := t.old(id)
	if err != nil {
		return err
	}
	app.Rev, app.Trashed = app.Rev+1, at
	return t.keep(app, old.Summary, &old)
}

// Purge removes an application for good, in the trash or not, readable or not.
// With it go its log and the files that no other application refers to, and
// then the bytes that they have left in free pages. The error is NotWiped where
// only that has failed.
func (s *Store) Purge(id model.ApplicationID) error {
	var free []model.FileID
	err := s.update(func(t tx) (err error) {
		sum := t.summary(id)
		gone := false
		for _, b := range []bucket{applications, summaries} {
			found, err := t.delete(b, string(id))
			if err != nil {
				return err
			}
			gone = gone || found
		}
		if !gone {
			return &Error{Code: NotFound, ID: id}
		}
		if err := t.clearDraft(id); err != nil {
			return err
		}
		if err := t.forget(id); err != nil {
			return err
		}
		if free, err = t.unrefer(id); err != nil {
			return err
		}
		if err := t.put(meta, wipeKey, []byte("1")); err != nil {
			return err
		}
		return t.move(&sum, nil)
	})
	if err != nil {
		return err
	}
	s.erase(free)
	s.clearScratch()
	if err := s.wipe(); err != nil {
		return &Error{Code: NotWiped, Path: s.path, ID: id, Err: err}
	}
	return nil
}
