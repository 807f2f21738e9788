package uitest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// Noon is when all of it happens.
var Noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// A Memory is a store without a disk.
type Memory struct {
	Apps     map[model.ApplicationID]model.Application
	Sums     map[model.ApplicationID]model.Summary
	Drafts   map[model.ApplicationID]model.Draft
	Logs     map[model.ApplicationID][]model.Edit // the latest last
	Last     model.ApplicationID
	Kept     []model.View
	Language string
	Fail     error // of every write
	Saves    int
	Listed   int      // the most rows that were listed at once
	Backups  []string // files that hold everything that was purged
}

// NewMemory returns an empty store.
func NewMemory() *Memory {
	return &Memory{
		Apps: map[model.ApplicationID]model.Application{}, Sums: map[model.ApplicationID]model.Summary{},
		Drafts: map[model.ApplicationID]model.Draft{}, Logs: map[model.ApplicationID][]model.Edit{},
	}
}

// Create implements board.Store.
func (m *Memory) Create(app model.Application, sum model.Summary) (model.Application, error) {
	if m.Fail != nil {
		return app, m.Fail
	}
	app.ID = model.ApplicationID(fmt.Sprintf("app%d", len(m.Apps)+1))
	app.Rev, sum.ID = 1, app.ID
	m.Apps[app.ID], m.Sums[app.ID] = app, sum
	m.log(model.Application{}, app, 0)
	return app, nil
}

// Load implements board.Store.
func (m *Memory) Load(id model.ApplicationID) (model.Application, error) {
	app, ok := m.Apps[id]
	if !ok {
		return app, errors.New("no such application")
	}
	return app, nil
}

// Save implements desk.Keeper.
func (m *Memory) Save(app model.Application, sum model.Summary, draft *model.Draft) (int64, error) {
	switch {
	case m.Fail != nil:
		return 0, m.Fail
	case m.Apps[app.ID].Rev != app.Rev:
		return 0, fmt.Errorf("revision %d over %d", app.Rev, m.Apps[app.ID].Rev)
	}
	m.Saves++
	app.Rev++
	m.log(m.Apps[app.ID], app, 0)
	m.Apps[app.ID], m.Sums[app.ID] = app, sum
	if draft != nil {
		m.Drafts[app.ID], m.Last = *draft, app.ID
	}
	return app.Rev, nil
}

// Draft implements ui.Store.
func (m *Memory) Draft(id model.ApplicationID) (model.Draft, bool, error) {
	d, ok := m.Drafts[id]
	return d, ok, nil
}

// SaveDraft implements desk.Keeper.
func (m *Memory) SaveDraft(id model.ApplicationID, d model.Draft) error {
	if m.Fail == nil {
		m.Drafts[id], m.Last = d, id
	}
	return m.Fail
}

// LastOpen implements ui.Store.
func (m *Memory) LastOpen() (model.ApplicationID, bool, error) { return m.Last, m.Last != "", nil }

// KeepLanguage implements ui.Store.
func (m *Memory) KeepLanguage(lang string) error {
	m.Language = lang
	return m.Fail
}

// Answer is a saved answer of the first application.
func (m *Memory) Answer(id model.QuestionID) model.Answer { return m.Apps["app1"].Answers[id] }

// Only is the one application that there is.
func (m *Memory) Only(t *testing.T) model.Application {
	t.Helper()
	for _, a := range m.Apps {
		return a
	}
	t.Fatal("no application")
	return model.Application{}
}
