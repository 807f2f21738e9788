package ui

import (
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
)

// A Backend keeps applications. The store is one; tests have another.
// Every method is one transaction and may be called from any goroutine.
type Backend interface {
	List(model.Query) (model.Listing, error)
	Create(model.Application, model.Summary) (model.Application, error)
	Load(model.ApplicationID) (model.Application, error)
	// Save stores the application over revision app.Rev and returns the new
	// one. The draft, if not nil, is kept in the same transaction.
	Save(app model.Application, sum model.Summary, draft *model.Draft) (rev int64, err error)
	SaveDraft(model.ApplicationID, model.Draft) error
	Draft(model.ApplicationID) (model.Draft, bool, error)
	LastOpen() (model.ApplicationID, bool, error)
	Chronicler
	Board
	// KeepLanguage remembers the language for the next start.
	KeepLanguage(lang string) error
}

type (
	listedMsg struct {
		query   model.Query
		listing model.Listing
		err     error
	}
	openedMsg struct {
		app   model.Application
		draft model.Draft
		how   opening
		err   error
	}
	lastMsg struct {
		id  model.ApplicationID
		err error
	}
	savedMsg struct {
		id  model.ApplicationID
		rev int64
		at  time.Time
		err error
	}
	draftedMsg struct {
		id  model.ApplicationID
		err error
	}
	exportedMsg struct {
		path string // in full
		left int    // files that a packet's merged PDF lacks
		err  error
	}
)

func (e *Env) list(q model.Query) Step {
	return effect(func() tea.Msg {
		l, err := e.Backend.List(q)
		return listedMsg{q, l, err}
	})
}

func (e *Env) create(app model.Application, sum model.Summary) Step {
	return effect(func() tea.Msg {
		app, err := e.Backend.Create(app, sum)
		return openedMsg{app: app, how: opening{how: beginning}, err: err}
	})
}

func (e *Env) load(id model.ApplicationID, how opening) Step {
	return effect(func() tea.Msg {
		app, err := e.Backend.Load(id)
		if err != nil {
			return openedMsg{app: model.Application{ID: id}, how: how, err: err}
		}
		// A draft that cannot be read is no reason to keep the application shut.
		draft, _, _ := e.Backend.Draft(id)
		return openedMsg{app: app, draft: draft, how: how}
	})
}

// lastOpen finds the application that somebody left in the middle of.
func (e *Env) lastOpen() Step {
	return effect(func() tea.Msg {
		id, _, err := e.Backend.LastOpen()
		return lastMsg{id, err}
	})
}

func (e *Env) save(app model.Application, sum model.Summary, draft *model.Draft) Step {
	return effect(func() tea.Msg {
		rev, err := e.Backend.Save(app, sum, draft)
		return savedMsg{app.ID, rev, e.Now(), err}
	})
}

func (e *Env) saveDraft(id model.ApplicationID, d model.Draft) Step {
	return effect(func() tea.Msg { return draftedMsg{id, e.Backend.SaveDraft(id, d)} })
}

func (e *Env) keepLanguage() Step {
	lang := string(e.Lang)
	return effect(func() tea.Msg { return failedMsg{e.Backend.KeepLanguage(lang)} })
}

// export writes a document. The reply names the file in full, so that people
// find it again.
func (e *Env) export(r ExportRequest) Step {
	return work(func() tea.Msg {
		if full, err := filepath.Abs(r.Path); err == nil {
			r.Path = full
		}
		return exportedMsg{path: r.Path, err: e.Export(r)}
	})
}

// Flush saves what the end of the program left unsaved, where replies come no
// more. It may be called when Run has returned, and waits for the disk.
func (s Shell) Flush() error {
	d := s.open
	if d == nil || !d.inFlight && !d.unsaved() {
		return nil
	}
	draft := d.draft
	draft.Saved = s.env.Now()
	if d.appDirty || d.appInFlight {
		// A conflict says that the save on its way has arrived.
		_, err := s.env.Backend.Save(d.app, model.Summarise(d.proc, &d.app, s.env.Workdays), &draft)
		if err == nil || d.appInFlight && !d.appDirty {
			return nil
		}
		return err
	}
	return s.env.Backend.SaveDraft(d.app.ID, draft)
}
