package desk

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// A Keeper saves the application that is open.
type Keeper interface {
	// Save stores the application over revision app.Rev and returns the new
	// one. The draft, if not nil, is kept in the same transaction.
	Save(app model.Application, sum model.Summary, draft *model.Draft) (rev int64, err error)
	SaveDraft(model.ApplicationID, model.Draft) error
}

// A saving is what is on the disk, on its way there, and still to be sent.
//
// One save is in flight at most. What changes meanwhile waits and goes out
// together when the reply comes, so a slow disk costs nothing but delay.
type saving struct {
	app, draft  bool      // are newer than what is saved or on its way
	inFlight    bool      // a save is on its way
	appInFlight bool      // and it is of the application, not of the draft alone
	at          time.Time // of the last save of the application
	err         error     // the last save failed: what is on the screen is not on the disk
}

// A savedMsg is the reply to a save.
type savedMsg struct {
	id  model.ApplicationID
	app bool // the application was saved, and not the draft alone
	rev int64
	at  time.Time
	err error
}

// Flush sends what is not saved, unless a save is on its way already.
func (d *Desk) Flush() page.Step {
	s := &d.saving
	if s.inFlight || !d.Unsaved() {
		return nil
	}
	s.inFlight, s.appInFlight = true, s.app
	s.app, s.draft = false, false
	id, draft := d.App.ID, d.savedDraft()
	if !s.appInFlight {
		return page.Effect(func() tea.Msg { return savedMsg{id: id, err: d.store.SaveDraft(id, draft)} })
	}
	app, sum := d.App.Clone(), d.summary()
	return page.Effect(func() tea.Msg {
		rev, err := d.store.Save(app, sum, &draft)
		return savedMsg{id, true, rev, d.Env.Now(), err}
	})
}

// SaveNow saves what is unsaved or on its way, and waits for the disk. It is for
// the end of the program, when replies come no more.
func (d *Desk) SaveNow() error {
	s := d.saving
	switch {
	case !s.inFlight && !d.Unsaved():
		return nil
	case !s.app && !s.appInFlight:
		return d.store.SaveDraft(d.App.ID, d.savedDraft())
	}
	app, sum, draft := d.App, d.summary(), d.savedDraft()
	_, err := d.store.Save(app, sum, &draft)
	if err == nil || !s.appInFlight {
		return err
	}
	// The save on its way may have arrived, and then its revision is the next one.
	app.Rev++
	_, again := d.store.Save(app, sum, &draft)
	if again == nil {
		return nil
	}
	return errors.Join(err, again)
}

func (d *Desk) summary() model.Summary { return model.Summarise(d.Proc, &d.App, d.Env.Workdays) }

func (d *Desk) savedDraft() model.Draft {
	draft := d.Draft
	draft.Saved = d.Env.Now()
	return draft
}

// Unsaved reports whether anything is newer than what is saved or on its way.
func (d *Desk) Unsaved() bool { return d.saving.app || d.saving.draft }

// Busy reports whether a save is on its way. Whatever is unsaved then goes out
// after it; without one, what is unsaved has failed.
func (d *Desk) Busy() bool { return d.saving.inFlight }

// Failed returns why the last save failed, nil if it did not.
func (d *Desk) Failed() error { return d.saving.err }

// Abandon gives up what the disk does not take.
func (d *Desk) Abandon() { d.saving.app, d.saving.draft, d.saving.err = false, false, nil }

// Receive handles the reply to what the desk has asked for, and reports whether
// it was one.
func (d *Desk) Receive(msg tea.Msg) (page.Step, bool) {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.id != d.App.ID {
			return nil, false
		}
		return d.saved(msg), true
	case filedMsg:
		return d.filed(msg), true
	}
	return nil, false
}

// saved handles the reply to a save. What could not be saved is unsaved again,
// and goes out when Flush is called next: with the next key.
func (d *Desk) saved(msg savedMsg) page.Step {
	s := &d.saving
	s.inFlight, s.appInFlight, s.err = false, false, msg.err
	if msg.err != nil {
		s.app, s.draft = s.app || msg.app, true
		return nil
	}
	if msg.app {
		d.App.Rev, s.at = msg.rev, msg.at
	}
	return d.Flush()
}

// Status is the right end of the title line: saved is not submitted.
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
	case d.saving.err != nil:
		return th.Bad.Render(th.Mark.Bad+" "+e.T(locales.UIStatusUnsaved)) + th.Dim.Render(" · "+submitted)
	case d.saving.at.IsZero():
		return th.Dim.Render(submitted)
	}
	return th.Dim.Render(e.T(locales.UIStatusSaved, "Time", d.saving.at.Format("15:04")) + " · " + submitted)
}
