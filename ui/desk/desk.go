package desk

import (
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
)

// A desk holds the application that is being worked on, and what the model
// says about it. All screens above it look at the same desk.
//
// One save is in flight at most. What changes meanwhile waits and goes out
// together when the reply comes, so a slow disk costs nothing but delay and
// nothing typed is ever left behind.
type Desk struct {
	Env   *page.Env
	store Keeper
	vault Vault
	Base  *model.Procedure // the edition of the application
	Proc  *model.Procedure // the same, with what its province asks besides
	App   model.Application

	// What the model says about App, computed when it changes.
	model.Standing

	filing   *filing // work on files in the background, nil for none
	numbered int     // steps of such work so far

	Draft       model.Draft
	savedAt     time.Time
	Err         error // the last save failed: what is on the screen is not on the disk
	InFlight    bool
	AppInFlight bool // and it is the application, not the draft alone
	AppDirty    bool // app is newer than what is saved or on its way
	textDirty   bool // so is draft
}

func New(e *page.Env, store Keeper, vault Vault, proc *model.Procedure, app model.Application, draft model.Draft) *Desk {
	d := &Desk{Env: e, store: store, vault: vault, Draft: draft}
	d.Put(proc, app)
	return d
}

// put is the one way onto the desk: an application as the store has it, and
// the edition of its procedure without what its province asks besides.
func (d *Desk) Put(base *model.Procedure, app model.Application) {
	d.Base, d.App, d.savedAt, d.Err, d.AppDirty = base, app, app.Updated, nil, false
	d.look()
}

// move commits an application that has gone to another edition.
func (d *Desk) Move(base *model.Procedure, app model.Application) page.Step {
	d.Base = base
	return d.Commit(app)
}

// abandon gives up what the disk does not take.
func (d *Desk) Abandon() { d.Err, d.AppDirty, d.textDirty = nil, false, false }

// look asks the model again.
func (d *Desk) look() {
	d.Proc = d.Env.Procedures.For(d.Base, &d.App)
	d.Standing = model.StandingOf(d.Proc, &d.App, d.Env.Today())
}

// commit makes app the state of affairs and saves it. The half-typed text of
// the given fields has become answers and is dropped in the same transaction.
func (d *Desk) Commit(app model.Application, confirmed ...string) page.Step {
	app.Updated = d.Env.Now()
	app.Rev = d.App.Rev // a save may have come back since app was cloned
	d.App = app
	d.look()
	d.AppDirty = true
	if len(confirmed) > 0 {
		d.Draft.Text = maps.Clone(d.Draft.Text)
		for _, f := range confirmed {
			delete(d.Draft.Text, f)
		}
		d.textDirty = true
	}
	return d.Flush()
}

// Kept returns half-typed text.
func (d *Desk) Kept(field string) (string, bool) {
	text, ok := d.Draft.Text[field]
	return text, ok
}

// Typed keeps what is being typed.
func (d *Desk) Typed(field, text string) page.Step {
	if old, ok := d.Draft.Text[field]; ok && old == text {
		return nil
	}
	d.Draft.Text = maps.Clone(d.Draft.Text)
	if d.Draft.Text == nil {
		d.Draft.Text = make(map[string]string)
	}
	d.Draft.Text[field] = text
	d.textDirty = true
	return d.Flush()
}

// forget drops half-typed text.
func (d *Desk) Forget(fields ...string) page.Step {
	n := len(d.Draft.Text)
	d.Draft.Text = maps.Clone(d.Draft.Text)
	for _, f := range fields {
		delete(d.Draft.Text, f)
	}
	if len(d.Draft.Text) == n {
		return nil
	}
	d.textDirty = true
	return d.Flush()
}

// at keeps where somebody is.
func (d *Desk) At(place, focus string) page.Step {
	if d.Draft.Place == place && d.Draft.Focus == focus {
		return nil
	}
	d.Draft.Place, d.Draft.Focus = place, focus
	d.textDirty = true
	return d.Flush()
}

// flush sends what is not saved, unless something is on its way already.
func (d *Desk) Flush() page.Step {
	if d.InFlight || !d.Unsaved() {
		return nil
	}
	d.InFlight = true
	draft := d.Draft
	draft.Saved = d.Env.Now()
	if !d.AppDirty {
		d.textDirty = false
		return d.saveDraft(d.App.ID, draft)
	}
	d.AppDirty, d.textDirty, d.AppInFlight = false, false, true
	return d.save(d.App.Clone(), model.Summarise(d.Proc, &d.App, d.Env.Workdays), &draft)
}

func (d *Desk) Unsaved() bool { return d.AppDirty || d.textDirty }

// busy reports whether leaving now would lose something.
func (d *Desk) Busy() bool { return d.InFlight || d.Unsaved() && d.Err == nil }

// receive takes the reply to what the desk has asked for, and reports whether
// it was one.
func (d *Desk) Receive(msg tea.Msg) (page.Step, bool) {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.id != d.App.ID {
			return nil, false
		}
		d.InFlight, d.AppInFlight, d.Err = false, false, msg.err
		if msg.err != nil {
			d.AppDirty, d.textDirty = true, true
			return nil, true // the next key tries again
		}
		d.App.Rev, d.savedAt = msg.rev, msg.at
	case draftedMsg:
		if msg.id != d.App.ID {
			return nil, false
		}
		d.InFlight, d.Err = false, msg.err
		if msg.err != nil {
			d.textDirty = true
			return nil, true
		}
	case filedMsg:
		return d.filed(msg), true
	default:
		return nil, false
	}
	return d.Flush(), true
}

func (d *Desk) Words() export.Words { return d.Env.Words(d.Proc) }

// status is the right end of the title line: saved is not submitted.
func (d *Desk) Status(short bool) string {
	th, e := d.Env.Theme(), d.Env
	submitted := e.T(locales.UIStatusUnsubmitted)
	if short {
		submitted = e.T(locales.UIStatusUnsubmittedShort)
	}
	if len(d.App.Events) > 0 {
		submitted = d.Words().StateAlone(&d.App, e.Today())
	}
	switch {
	case d.Err != nil:
		return th.Bad.Render(th.Mark.Bad+" "+e.T(locales.UIStatusUnsaved)) + th.Dim.Render(" · "+submitted)
	case d.savedAt.IsZero():
		return th.Dim.Render(submitted)
	}
	return th.Dim.Render(e.T(locales.UIStatusSaved, "Time", d.savedAt.Format("15:04")) + " · " + submitted)
}

// dayWords shows how a date is understood.
func (d *Desk) DayWords(v model.Value) string {
	day, _ := v.(model.Date)
	return d.Words().Day(day)
}
