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

// find loads the application that somebody named.
func (c *command) find(name string) (*subject, error) {
	id, err := c.id(name)
	if err != nil {
		return nil, err
	}
	app, err := c.db.Load(id)
	if err != nil {
		return nil, err
	}
	return c.subject(app)
}

// id finds the application that somebody named. Of one in the trash it says
// so; for a name that none has it proposes some.
func (c *command) id(name string) (model.ApplicationID, error) {
	id, err := c.db.Find(name)
	if store.CodeOf(err) != store.NotFound {
		return id, err
	}
	if trashed, err := c.db.FindTrashed(name); err == nil {
		return "", &refusal{exit: exitUsage, Code: "in-trash", Message: c.text(locales.CLIErrorTrashed, "Given", name),
			Hint: c.text(locales.CLIErrorTrashedHint, "ID", string(trashed))}
	}
	return "", c.unknown(name, err)
}

func (c *command) subject(app model.Application) (*subject, error) {
	p, err := c.edition(app.Procedure, app.Edition)
	if err != nil {
		return nil, err
	}
	p = c.known.For(p, &app)
	return &subject{app, p, export.Words{Texts: c.p, Procedure: p}}, nil
}

// keep saves what has changed.
func (c *command) keep(s *subject) error {
	s.Updated = c.now()
	if base, err := c.edition(s.Application.Procedure, s.Edition); err == nil { // the province may be another now
		s.proc = c.known.For(base, &s.Application)
		s.Words.Procedure = s.proc
	}
	rev, err := c.db.Save(s.Application, model.Summarise(s.proc, &s.Application, c.workdays()), nil)
	s.Rev = rev
	return err
}

// summarise makes the summary of an application under its own edition.
func (c *command) summarise(a *model.Application) (model.Summary, error) {
	s, err := c.subject(*a)
	if err != nil {
		return model.Summary{}, err
	}
	return model.Summarise(s.proc, a, c.workdays()), nil
}

// until says until when a licence is valid.
func (s *subject) until(e model.Event) string {
	if e.ValidUntil.IsZero() {
		return ""
	}
	return "→ " + e.ValidUntil.String()
}
