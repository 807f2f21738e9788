package ui

import (
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A boardRoom is what the screens of the board stand on.
type boardRoom struct {
	*Env
	store      Board
	export     func(ExportRequest) error // fails with fs.ErrExist rather than replace what it was not told to
	calendar   func(CalendarRequest) error
	makeFolder func(dir string) (string, error)
}

// A Board keeps order among many applications; the store is one.
type Board interface {
	List(model.Query) (model.Listing, error)
	Load(model.ApplicationID) (model.Application, error)
	Create(model.Application, model.Summary) (model.Application, error)
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

func (e *boardRoom) totals() Step {
	today := e.Today()
	return effect(func() tea.Msg {
		t, err := e.store.Totals(today)
		return totalsMsg{t, err}
	})
}

func (e *boardRoom) tally(q model.Query) Step {
	return effect(func() tea.Msg {
		t, err := e.store.Tally(q)
		return tallyMsg{q, t, err}
	})
}

// ids finds everything that a query has, for Select all.
func (e *boardRoom) ids(q model.Query) Step {
	return effect(func() tea.Msg {
		ids, err := e.store.IDs(q)
		return idsMsg{q, ids, err}
	})
}

func (e *boardRoom) change(ids []model.ApplicationID, done locales.ID, back *takeBack, change func(*model.Application) error) Step {
	now := e.Now()
	return effect(func() tea.Msg {
		err := e.store.Change(ids, func(a *model.Application) error {
			a.Updated = now
			return change(a)
		})
		return changedMsg{done, ids, back, err}
	})
}

// discard moves into the trash, and back.
func (e *boardRoom) discard(ids []model.ApplicationID, into bool) Step {
	at, done, back := e.Now(), locales.UIHomeTrashed, &takeBack{ids, true}
	if !into {
		at, done, back = time.Time{}, locales.UIHomeRestored, nil
	}
	return effect(func() tea.Msg { return changedMsg{done, ids, back, e.store.Trash(ids, at)} })
}

func (e *boardRoom) purge(s model.Summary) Step {
	return effect(func() tea.Msg { return purgedMsg{s.Title, e.store.Purge(s.ID)} })
}

func (e *boardRoom) views() Step {
	return effect(func() tea.Msg {
		vs, err := e.store.Views()
		return viewsMsg{vs, err}
	})
}

func (e *boardRoom) keepViews(vs []model.View) Step {
	return effect(func() tea.Msg { return viewsMsg{vs, e.store.KeepViews(vs)} })
}

// clone makes a new application of the same procedure with the answers of
// another one, each to be confirmed.
func (e *boardRoom) clone(id model.ApplicationID) Step {
	today, now := e.Today(), e.Now()
	return effect(func() tea.Msg {
		fail := func(err error) tea.Msg {
			return openedMsg{app: model.Application{ID: id}, how: opening{how: beginning}, err: err}
		}
		from, err := e.store.Load(id)
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
		made, err := e.store.Create(app, model.Summarise(p, &app, e.Workdays))
		if err != nil {
			return fail(err)
		}
		return openedMsg{app: made, how: opening{how: beginning}}
	})
}

// prepareFolder makes the folder of an export of many. The reply names it in
// full, so that people find it again.
func (e *boardRoom) prepareFolder(dir string) Step {
	return effect(func() tea.Msg {
		full, err := e.makeFolder(dir)
		return madeFolderMsg{full, err}
	})
}

type madeFolderMsg struct {
	dir string
	err error
}

// exportInto writes the document of one application of many, under a name
// that no other one has. Leaving waits for it as for any export.
func (e *boardRoom) exportInto(dir, format string, id model.ApplicationID, langs []locales.Lang, replace bool) Step {
	return work(func() tea.Msg {
		app, err := e.store.Load(id)
		if err != nil {
			return exportedMsg{path: string(id), err: err}
		}
		path := filepath.Join(dir, export.FileName(app.Title)+"-"+string(id)+"."+format)
		p, err := e.Procedures.Edition(app.Procedure, app.Edition)
		if err == nil {
			err = e.export(ExportRequest{App: app, Procedure: p, Path: path, Langs: langs, Replace: replace})
		}
		return exportedMsg{path: path, err: err}
	})
}

type listedMsg struct {
	query   model.Query
	listing model.Listing
	err     error
}

func (e *boardRoom) list(q model.Query) Step {
	return effect(func() tea.Msg {
		l, err := e.store.List(q)
		return listedMsg{q, l, err}
	})
}
