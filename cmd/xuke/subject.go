package main

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/store"
)

// A subject is an application with its procedure and the words for it.
type subject struct {
	model.Application
	proc *model.Procedure
	export.Words
}

// on runs f on an application, by any of its names, in the open store.
func (s *session) on(name string, f func(*subject) error) error {
	return s.withStore(func() error {
		app, err := s.find(name)
		if err != nil {
			return err
		}
		return f(app)
	})
}

// find loads an application by any of its names.
func (s *session) find(name string) (*subject, error) {
	id, err := s.id(name)
	if err != nil {
		return nil, err
	}
	app, err := s.db.Load(id)
	if err != nil {
		return nil, err
	}
	return s.subject(app)
}

// id finds an application by any of its names. The error says if it is in the
// trash, or which names are alike.
func (s *session) id(name string) (model.ApplicationID, error) {
	id, err := s.db.Find(name)
	if store.CodeOf(err) != store.NotFound {
		return id, err
	}
	if trashed, err := s.db.FindTrashed(name); err == nil {
		return "", &refusal{exit: exitUsage, Code: "in-trash", Message: s.text(locales.CLIErrorTrashed, "Given", name),
			Hint: s.text(locales.CLIErrorTrashedHint, "ID", string(trashed))}
	}
	return "", s.suggest(name, err)
}

// subject adds to an application the edition that it was begun under, with
// what its province asks besides.
func (s *session) subject(app model.Application) (*subject, error) {
	p, err := s.edition(app.Procedure, app.Edition)
	if err != nil {
		return nil, err
	}
	p = s.known.For(p, &app)
	return &subject{app, p, export.Words{Texts: s.p, Procedure: p}}, nil
}

// keep saves an application that was changed.
func (s *session) keep(a *subject) error {
	a.Updated = s.now()
	if base, err := s.edition(a.Application.Procedure, a.Edition); err == nil { // the province may have changed
		a.proc = s.known.For(base, &a.Application)
		a.Words.Procedure = a.proc
	}
	rev, err := s.db.Save(a.Application, model.Summarise(a.proc, &a.Application, s.workdays()), nil)
	a.Rev = rev
	return err
}

// summarise makes the summary of an application under its own edition.
func (s *session) summarise(a *model.Application) (model.Summary, error) {
	of, err := s.subject(*a)
	if err != nil {
		return model.Summary{}, err
	}
	return model.Summarise(of.proc, a, s.workdays()), nil
}
