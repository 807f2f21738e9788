package ui

import (
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A desk holds the application that is being worked on, and what the model
// says about it. All screens above it look at the same desk.
//
// One save is in flight at most. What changes meanwhile waits and goes out
// together when the reply comes, so a slow disk costs nothing but delay and
// nothing typed is ever left behind.
type desk struct {
	env   *Env
	store Keeper
	vault Vault
	base  *model.Procedure // the edition of the application
	proc  *model.Procedure // the same, with what its province asks besides
	app   model.Application

	// What the model says about app, computed when app changes.
	visits    []model.Visit
	rows      []model.ListRow
	assessed  []model.Assessment
	readiness model.Readiness
	findings  []model.Finding
	inspected map[model.MaterialKey][]model.Inspection // of rows with files or facts

	filing *filing // work on files in the background, nil for none

	draft       model.Draft
	savedAt     time.Time
	err         error // the last save failed: what is on the screen is not on the disk
	inFlight    bool
	appInFlight bool // and it is the application, not the draft alone
	appDirty    bool // app is newer than what is saved or on its way
	textDirty   bool // so is draft
}

func newDesk(e *Env, store Keeper, vault Vault, proc *model.Procedure, app model.Application, draft model.Draft) *desk {
	d := &desk{env: e, store: store, vault: vault, draft: draft}
	d.put(proc, app)
	return d
}

// put is the one way onto the desk: an application as the store has it, and
// the edition of its procedure without what its province asks besides.
func (d *desk) put(base *model.Procedure, app model.Application) {
	d.base, d.app, d.savedAt, d.err, d.appDirty = base, app, app.Updated, nil, false
	d.look()
}

// move commits an application that has gone to another edition.
func (d *desk) move(base *model.Procedure, app model.Application) Step {
	d.base = base
	return d.commit(app)
}

// abandon gives up what the disk does not take.
func (d *desk) abandon() { d.err, d.appDirty, d.textDirty = nil, false, false }

// look asks the model again.
func (d *desk) look() {
	d.proc = d.env.Procedures.For(d.base, &d.app)
	d.visits = model.Visits(d.proc, &d.app)
	d.rows = model.Checklist(d.proc, &d.app)
	d.assessed = model.Assess(d.proc, &d.app)
	d.readiness = d.app.Readiness(d.proc, d.assessed, d.rows)
	d.findings = model.Findings(d.proc, &d.app, d.env.Today())
	d.inspect()
}

// commit makes app the state of affairs and saves it. The half-typed text of
// the given fields has become answers and is dropped in the same transaction.
func (d *desk) commit(app model.Application, confirmed ...string) Step {
	app.Updated = d.env.Now()
	app.Rev = d.app.Rev // a save may have come back since app was cloned
	d.app = app
	d.look()
	d.appDirty = true
	if len(confirmed) > 0 {
		d.draft.Text = maps.Clone(d.draft.Text)
		for _, f := range confirmed {
			delete(d.draft.Text, f)
		}
		d.textDirty = true
	}
	return d.flush()
}

// typed keeps what somebody is typing.
func (d *desk) typed(field, text string) Step {
	if old, ok := d.draft.Text[field]; ok && old == text {
		return nil
	}
	d.draft.Text = maps.Clone(d.draft.Text)
	if d.draft.Text == nil {
		d.draft.Text = make(map[string]string)
	}
	d.draft.Text[field] = text
	d.textDirty = true
	return d.flush()
}

// forget drops half-typed text.
func (d *desk) forget(fields ...string) Step {
	n := len(d.draft.Text)
	d.draft.Text = maps.Clone(d.draft.Text)
	for _, f := range fields {
		delete(d.draft.Text, f)
	}
	if len(d.draft.Text) == n {
		return nil
	}
	d.textDirty = true
	return d.flush()
}

// at keeps where somebody is.
func (d *desk) at(place, focus string) Step {
	if d.draft.Place == place && d.draft.Focus == focus {
		return nil
	}
	d.draft.Place, d.draft.Focus = place, focus
	d.textDirty = true
	return d.flush()
}

// flush sends what is not saved, unless something is on its way already.
func (d *desk) flush() Step {
	if d.inFlight || !d.unsaved() {
		return nil
	}
	d.inFlight = true
	draft := d.draft
	draft.Saved = d.env.Now()
	if !d.appDirty {
		d.textDirty = false
		return d.saveDraft(d.app.ID, draft)
	}
	d.appDirty, d.textDirty, d.appInFlight = false, false, true
	return d.save(d.app.Clone(), model.Summarise(d.proc, &d.app, d.env.Workdays), &draft)
}

func (d *desk) unsaved() bool { return d.appDirty || d.textDirty }

// busy reports whether leaving now would lose something.
func (d *desk) busy() bool { return d.inFlight || d.unsaved() && d.err == nil }

// receive takes the reply to what the desk has asked for, and reports whether
// it was one.
func (d *desk) receive(msg tea.Msg) (Step, bool) {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.id != d.app.ID {
			return nil, false
		}
		d.inFlight, d.appInFlight, d.err = false, false, msg.err
		if msg.err != nil {
			d.appDirty, d.textDirty = true, true
			return nil, true // the next key tries again
		}
		d.app.Rev, d.savedAt = msg.rev, msg.at
	case draftedMsg:
		if msg.id != d.app.ID {
			return nil, false
		}
		d.inFlight, d.err = false, msg.err
		if msg.err != nil {
			d.textDirty = true
			return nil, true
		}
	case filedMsg:
		return d.filed(msg), true
	default:
		return nil, false
	}
	return d.flush(), true
}

func (d *desk) words() export.Words { return d.env.words(d.proc) }

// status is the right end of the title line: saved is not submitted.
func (d *desk) status(short bool) string {
	th, e := d.env.theme(), d.env
	submitted := e.t(locales.UIStatusUnsubmitted)
	if short {
		submitted = e.t(locales.UIStatusUnsubmittedShort)
	}
	if len(d.app.Events) > 0 {
		submitted = d.words().Title("state", string(model.StateOf(d.proc, &d.app).ID))
	}
	switch {
	case d.err != nil:
		return th.Bad.Render(th.Mark.Bad+" "+e.t(locales.UIStatusUnsaved)) + th.Dim.Render(" · "+submitted)
	case d.savedAt.IsZero():
		return th.Dim.Render(submitted)
	}
	return th.Dim.Render(e.t(locales.UIStatusSaved, "Time", d.savedAt.Format("15:04")) + " · " + submitted)
}

// inspect asks the model about all rows that have something to look at.
func (d *desk) inspect() {
	d.inspected = make(map[model.MaterialKey][]model.Inspection)
	for _, r := range d.rows {
		if found := model.Inspect(d.proc, &d.app, r); len(found) > 0 {
			d.inspected[r.Key] = found
		}
	}
}

// dayWords shows how a date is understood.
func (d *desk) dayWords(v model.Value) string {
	day, _ := v.(model.Date)
	return d.words().Day(day)
}
