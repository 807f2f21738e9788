package desk

import (
	"time"

	tea "charm.land/bubbletea/v2"
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

func (d *Desk) save(app model.Application, sum model.Summary, draft *model.Draft) page.Step {
	return page.Effect(func() tea.Msg {
		rev, err := d.store.Save(app, sum, draft)
		return savedMsg{app.ID, rev, d.Env.Now(), err}
	})
}

func (d *Desk) saveDraft(id model.ApplicationID, draft model.Draft) page.Step {
	return page.Effect(func() tea.Msg { return draftedMsg{id, d.store.SaveDraft(id, draft)} })
}
