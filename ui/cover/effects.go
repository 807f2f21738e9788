package cover

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// A Room is the desk, and the log of its application.
type Room struct {
	*desk.Desk
	Log Log
}

// A Log keeps what has been changed in applications; the store is one.
type Log interface {
	// History returns up to limit steps, the latest first, after skipping offset.
	History(id model.ApplicationID, offset, limit int) ([]model.Edit, error)
	// LastStep returns the step that Undo would take back.
	LastStep(model.ApplicationID) (edit model.Edit, ok bool, err error)
	// Undo takes it back and returns the application as it is then.
	Undo(id model.ApplicationID, now time.Time, summarise func(*model.Application) (model.Summary, error)) (app model.Application, edit model.Edit, ok bool, err error)
}

type (
	lastStepMsg struct {
		id   model.ApplicationID
		edit model.Edit
		ok   bool
		err  error
	}
	undoneMsg struct {
		app  model.Application
		proc *model.Procedure
		edit model.Edit
		ok   bool
		err  error
	}
	historyMsg struct {
		id    model.ApplicationID
		edits []model.Edit
		err   error
	}
)

// lastStep reads the step that would be undone.
func (d *Room) lastStep() page.Step {
	id := d.App.ID
	return page.Effect(func() tea.Msg {
		edit, ok, err := d.Log.LastStep(id)
		return lastStepMsg{id, edit, ok, err}
	})
}

// undoStep undoes the latest step. That may lead to another edition of the
// procedure.
func (d *Room) undoStep() page.Step {
	id := d.App.ID
	return page.Effect(func() tea.Msg {
		m := undoneMsg{app: model.Application{ID: id}}
		var app model.Application
		app, m.edit, m.ok, m.err = d.Log.Undo(id, d.Env.Now(), func(a *model.Application) (model.Summary, error) {
			p, err := d.Env.Procedures.Edition(a.Procedure, a.Edition)
			if err != nil {
				return model.Summary{}, err
			}
			m.proc = p
			return model.Summarise(p, a, d.Env.Workdays), nil
		})
		if m.err == nil && m.ok {
			m.app = app
		}
		return m
	})
}

// history reads the latest steps.
func (d *Room) history(limit int) page.Step {
	id := d.App.ID
	return page.Effect(func() tea.Msg {
		edits, err := d.Log.History(id, 0, limit)
		return historyMsg{id, edits, err}
	})
}
