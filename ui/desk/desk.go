package desk

import (
	"maps"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
)

// A Desk holds the application that is being worked on, and what the model says
// about it. All screens above the overview look at the same desk, and tell it
// what to change.
type Desk struct {
	Env   *page.Env
	Base  *model.Procedure // the edition of the application
	Proc  *model.Procedure // the same, with what its province asks besides
	App   model.Application
	Draft model.Draft // where the user is, and what is half typed

	// What the model says about App, computed when it changes.
	model.Standing

	store  Keeper
	vault  Vault
	saving saving
	filing *filing // work on files in the background, nil for none
}

// ChangedMsg tells screens that the application is another one than when they
// last looked: a save has come back, or files have come in.
type ChangedMsg struct{}

// New puts an application on a desk, as the store has it.
func New(e *page.Env, store Keeper, vault Vault, proc *model.Procedure, app model.Application, draft model.Draft) *Desk {
	d := &Desk{Env: e, store: store, vault: vault, Draft: draft}
	d.Put(proc, app)
	return d
}

// Put puts an application on the desk as the store has it, in the place of what
// is there. Base is the edition of its procedure, without what its province asks
// besides.
func (d *Desk) Put(base *model.Procedure, app model.Application) {
	d.Base, d.App = base, app
	d.saving.at, d.saving.err, d.saving.app = app.Updated, nil, false
	d.look()
}

// look asks the model about the application.
func (d *Desk) look() {
	d.Proc = d.Env.Procedures.For(d.Base, &d.App)
	d.Standing = model.StandingOf(d.Proc, &d.App, d.Env.Today())
}

// Commit makes app the application and saves it. The half-typed text of the
// confirmed fields has become answers, and is dropped in the same transaction.
//
// Clone the application right before it is changed and committed, not when a
// question about the change is asked: what comes in meanwhile would be lost.
func (d *Desk) Commit(app model.Application, confirmed ...string) page.Step {
	app.Updated = d.Env.Now()
	app.Rev = d.App.Rev // a save may have come back since app was cloned
	d.App = app
	d.look()
	d.saving.app = true
	if len(confirmed) > 0 {
		d.Draft.Text = maps.Clone(d.Draft.Text)
		for _, f := range confirmed {
			delete(d.Draft.Text, f)
		}
		d.saving.draft = true
	}
	return d.Flush()
}

// Move commits an application that has gone over to another edition.
func (d *Desk) Move(base *model.Procedure, app model.Application) page.Step {
	d.Base = base
	return d.Commit(app)
}

// Words returns what words the codes of the application.
func (d *Desk) Words() export.Words { return d.Env.Words(d.Proc) }

// DayWords shows how a date is understood.
func (d *Desk) DayWords(v model.Value) string {
	day, _ := v.(model.Date)
	return d.Words().Day(day)
}

// Next returns what to do next, as of today.
func (d *Desk) Next() *model.Next {
	return model.NextOn(d.Proc, &d.App, d.Env.Workdays, d.Env.Today())
}
