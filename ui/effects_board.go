package ui

import (
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A Board keeps order among many applications; the store is one.
type Board interface {
	Totals(today model.Date) (model.Totals, error)
	Tally(model.Query) (model.Tally, error)
	IDs(model.Query) ([]model.ApplicationID, error)
	// Change does the same to all of them, or to none.
	Change([]model.ApplicationID, func(*model.Application) error) error
	// Trash moves all of them into the trash, or out of it at a zero time.
	Trash([]model.ApplicationID, time.Time) error
	Purge(model.ApplicationID) error
	Views() ([]model.View, error)
	KeepViews([]model.View) error
}

type (
	totalsMsg struct {
		totals model.Totals
		err    error
	}
	tallyMsg struct {
		query model.Query
		tally model.Tally
		err   error
	}
	idsMsg struct {
		query model.Query
		ids   []model.ApplicationID
		err   error
	}
	changedMsg struct {
		done locales.ID // says what was done
		ids  []model.ApplicationID
		back *takeBack // how to take it back, nil if that cannot be
		err  error
	}
	purgedMsg struct {
		title string
		err   error
	}
	viewsMsg struct {
		views []model.View
		err   error
	}
)

func (e *Env) totals() Step {
	today := e.Today()
	return effect(func() tea.Msg {
		t, err := e.Backend.Totals(today)
		return totalsMsg{t, err}
	})
}

func (e *Env) tally(q model.Query) Step {
	return effect(func() tea.Msg {
		t, err := e.Backend.Tally(q)
		return tallyMsg{q, t, err}
	})
}

// ids finds everything that a query has, for Select all.
func (e *Env) ids(q model.Query) Step {
	return effect(func() tea.Msg {
		ids, err := e.Backend.IDs(q)
		return idsMsg{q, ids, err}
	})
}

func (e *Env) change(ids []model.ApplicationID, done locales.ID, back *takeBack, change func(*model.Application) error) Step {
	now := e.Now()
	return effect(func() tea.Msg {
		err := e.Backend.Change(ids, func(a *model.Application) error {
			a.Updated = now
			return change(a)
		})
		return changedMsg{done, ids, back, err}
	})
}

// discard moves into the trash, and back.
func (e *Env) discard(ids []model.ApplicationID, into bool) Step {
	at, done, back := e.Now(), locales.UIHomeTrashed, &takeBack{ids, true}
	if !into {
		at, done, back = time.Time{}, locales.UIHomeRestored, nil
	}
	return effect(func() tea.Msg { return changedMsg{done, ids, back, e.Backend.Trash(ids, at)} })
}

func (e *Env) purge(s model.Summary) Step {
	return effect(func() tea.Msg { return purgedMsg{s.Title, e.Backend.Purge(s.ID)} })
}

func (e *Env) views() Step {
	return effect(func() tea.Msg {
		vs, err := e.Backend.Views()
		return viewsMsg{vs, err}
	})
}

func (e *Env) keepViews(vs []model.View) Step {
	return effect(func() tea.Msg { return viewsMsg{vs, e.Backend.KeepViews(vs)} })
}

// clone makes a new application of the same procedure with the answers of
// another one, each to be confirmed.
func (e *Env) clone(id model.ApplicationID) Step {
	today, now := e.Today(), e.Now()
	return effect(func() tea.Msg {
		fail := func(err error) tea.Msg {
			return openedMsg{app: model.Application{ID: id}, how: opening{how: beginning}, err: err}
		}
		from, err := e.Backend.Load(id)
		if err != nil {
			return fail(err)
		}
		p, err := e.Procedures.Latest(from.Procedure)
		if err != nil {
			return fail(err)
		}
		app := model.New(p, from.Title)
		app.Copy(p, &from, today)
		app.Created, app.Updated = now, now
		made, err := e.Backend.Create(app, model.Summarise(p, &app, e.Workdays))
		if err != nil {
			return fail(err)
		}
		return openedMsg{app: made, how: opening{how: beginning}}
	})
}

// makeFolder makes the folder of an export of many. The reply names it in
// full, so that people find it again.
func (e *Env) makeFolder(dir string) Step {
	return effect(func() tea.Msg {
		full, err := e.MakeFolder(dir)
		return madeFolderMsg{full, err}
	})
}

type madeFolderMsg struct {
	dir string
	err error
}

// exportInto writes the document of one application of many, under a name
// that no other one has. Leaving waits for it as for any export.
func (e *Env) exportInto(dir, format string, id model.ApplicationID, langs []locales.Lang, replace bool) Step {
	return work(func() tea.Msg {
		app, err := e.Backend.Load(id)
		if err != nil {
			return exportedMsg{path: string(id), err: err}
		}
		path := filepath.Join(dir, export.FileName(app.Title)+"-"+string(id)+"."+format)
		p, err := e.Procedures.Edition(app.Procedure, app.Edition)
		if err == nil {
			err = e.Export(ExportRequest{App: app, Procedure: p, Path: path, Langs: langs, Replace: replace})
		}
		return exportedMsg{path: path, err: err}
	})
}
