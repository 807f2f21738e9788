package store

import (
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// Damaged is the state in a summary that cannot be read. Its other fields hold
// what could still be found, at least something in ID.
const Damaged model.StateID = "damaged"

// An entry is a summary as it is kept, with the revision that it was made of.
type entry struct {
	Rev int64 `json:"rev"`
	model.Summary
}

// ids are 10 characters of Crockford's base32: no letter that is mistaken for
// a digit or for another, 50 random bits.
const idLength = 10

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// Create keeps a new application. It returns it with an id and revision 1.
func (s *Store) Create(app model.Application, sum model.Summary) (model.Application, error) {
	err := s.update(func(t tx) error {
		id, err := t.newID()
		if err != nil {
			return err
		}
		app.ID, app.Rev, app.Trashed = id, 1, time.Time{}
		if err := t.logStep(model.Application{}, app, 0); err != nil {
			return err
		}
		return t.keep(app, sum, nil)
	})
	if err != nil {
		return model.Application{}, err
	}
	return app, nil
}

func (t tx) newID() (model.ApplicationID, error) {
	for {
		var random [7]byte
		rand.Read(random[:]) //nolint:errcheck // never fails: it ends the program
		id := idEncoding.EncodeToString(random[:])[:idLength]
		in, err := t.bucket(summaries)
		if err != nil {
			return "", err
		}
		if in.Get([]byte(id)) == nil {
			return model.ApplicationID(id), nil
		}
	}
}

// Load returns an application, in the trash or not. The error is NotFound or,
// where it cannot be read, Corrupt.
func (s *Store) Load(id model.ApplicationID) (app model.Application, err error) {
	err = s.view(func(t tx) (err error) {
		app, err = t.load(id)
		return err
	})
	return app, err
}

func (t tx) load(id model.ApplicationID) (app model.Application, err error) {
	found, err := t.getJSON(applications, string(id), &app)
	if err != nil {
		return model.Application{}, t.about(id, err)
	}
	e, listed, err := t.entry(id)
	switch {
	case !found && !listed && err == nil:
		return app, &Error{Code: NotFound, ID: id}
	case !found, err == nil && listed && e.Rev != app.Rev:
		return model.Application{}, t.about(id, errors.Join(errDamaged, fmt.Errorf("revision %d, listed %d", app.Rev, e.Rev)))
	}
	return app, nil // the application is good, whatever its summary is
}

func (t tx) entry(id model.ApplicationID) (e entry, found bool, err error) {
	found, err = t.getJSON(summaries, string(id), &e)
	if err != nil {
		return entry{}, true, t.about(id, err)
	}
	return e, found, nil
}

// about names the application in an error.
func (t tx) about(id model.ApplicationID, err error) error {
	return &Error{Code: CodeOf(explain(t.path, err)), Path: t.path, ID: id, Err: err}
}

// Save keeps an application over revision app.Rev and returns the new one. If
// the store has another revision the error is a Conflict and nothing changes.
// The draft, if not nil, is kept with it.
//
// What has changed becomes a step of the log in the same transaction.
func (s *Store) Save(app model.Application, sum model.Summary, draft *model.Draft) (rev int64, err error) {
	err = s.update(func(t tx) (err error) {
		rev, err = t.save(app, sum, draft, 0)
		return err
	})
	return rev, err
}

// save is Save; undoes is the step that it takes back, or 0.
func (t tx) save(app model.Application, sum model.Summary, draft *model.Draft, undoes int64) (rev int64, err error) {
	old, err := t.old(app.ID)
	if err != nil {
		return 0, err
	}
	if old.Rev != app.Rev {
		return 0, &Error{Code: Conflict, ID: app.ID, Rev: old.Rev}
	}
	app.Rev, app.Trashed = old.Rev+1, old.Trashed
	if draft != nil {
		if err := t.keepDraft(app.ID, *draft); err != nil {
			return 0, err
		}
	}
	var before model.Application // empty where it can no longer be read
	if loaded, err := t.load(app.ID); err == nil {
		before = loaded
	}
	if err := t.logStep(before, app, undoes); err != nil {
		return 0, err
	}
	return app.Rev, t.keep(app, sum, &old)
}

// old returns the entry of an application that is about to change. One that
// cannot be read is made up from the application.
func (t tx) old(id model.ApplicationID) (entry, error) {
	e, found, err := t.entry(id)
	if found && err == nil {
		return e, nil
	}
	app, err := t.load(id)
	if err != nil {
		return entry{}, err
	}
	return entry{app.Rev, salvaged(app)}, nil
}

// complete fills in what a summary says about its application. The summary
// cannot disagree with it.
func complete(sum *model.Summary, app model.Application) {
	sum.ID, sum.Title, sum.Procedure, sum.Edition = app.ID, app.Title, app.Procedure, app.Edition
	sum.Updated, sum.Trashed, sum.Archived = app.Updated, app.Trashed, app.Archived
	sum.Responsible, sum.Tags = app.Responsible, app.Tags
}

// keep writes an application and everything that is made from it. The summary
// cannot disagree with the application.
func (t tx) keep(app model.Application, sum model.Summary, old *entry) error {
	complete(&sum, app)
	if err := t.putJSON(applications, string(app.ID), app); err != nil {
		return err
	}
	if err := t.refer(app); err != nil {
		return err
	}
	if err := t.putJSON(summaries, string(app.ID), entry{app.Rev, sum}); err != nil {
		return err
	}
	if old == nil {
		return t.move(nil, &sum)
	}
	return t.move(&old.Summary, &sum)
}

// summary returns the summary of an application, or what is left of it.
func (t tx) summary(id model.ApplicationID) model.Summary {
	e, found, err := t.entry(id)
	if found && err == nil {
		return e.Summary
	}
	var app model.Application
	if found, err := t.getJSON(applications, string(id), &app); found && err == nil {
		return salvaged(app)
	}
	return model.Summary{ID: id, State: Damaged}
}

func salvaged(a model.Application) model.Summary {
	return model.Summary{ID: a.ID, State: Damaged, Title: a.Title, Procedure: a.Procedure,
		Edition: a.Edition, Updated: a.Updated, Trashed: a.Trashed, Archived: a.Archived, Responsible: a.Responsible, Tags: a.Tags}
}
