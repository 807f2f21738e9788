package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
)

// A Keeper saves the application that is open.
type Keeper interface {
	// Save stores the application over revision app.Rev and returns the new
	// one. The draft, if not nil, is kept in the same transaction.
	Save(app model.Application, sum model.Summary, draft *model.Draft) (rev int64, err error)
	SaveDraft(model.ApplicationID, model.Draft) error
}

type savedMsg struct {
	id  model.ApplicationID
	rev int64
	at  time.Time
	err error
}

type draftedMsg struct {
	id  model.ApplicationID
	err error
}

func (d *desk) save(app model.Application, sum model.Summary, draft *model.Draft) Step {
	return effect(func() tea.Msg {
		rev, err := d.store.Save(app, sum, draft)
		return savedMsg{app.ID, rev, d.env.Now(), err}
	})
}

func (d *desk) saveDraft(id model.ApplicationID, draft model.Draft) Step {
	return effect(func() tea.Msg { return draftedMsg{id, d.store.SaveDraft(id, draft)} })
}
