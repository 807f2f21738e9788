package board

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// A Room is the part of the world that the screens of the board need.
type Room struct {
	*page.Env
	Store  Store
	Output page.Output

	notes notes // half-typed tags, names and names of views
}

// A Store lists many applications and changes several at once.
type Store interface {
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
	// Copies lists the files that still hold a purged application, such as
	// backups.
	Copies(model.ApplicationID) []string
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
		undo *reversal // nil if it cannot be undone
		err  error
	}
	purgedMsg struct {
		title  string
		copies []string // that still hold it
		err    error
	}
)

// totals counts all applications.
func (e *Room) totals() page.Step {
	today := e.Today()
	return page.Effect(func() tea.Msg {
		t, err := e.Store.Totals(today)
		return totalsMsg{t, err}
	})
}

// tally counts the applications of a query by the values that they have.
func (e *Room) tally(q model.Query) page.Step {
	return page.Effect(func() tea.Msg {
		t, err := e.Store.Tally(q)
		return tallyMsg{q, t, err}
	})
}

// ids lists every application of a query, for Select all.
func (e *Room) ids(q model.Query) page.Step {
	return page.Effect(func() tea.Msg {
		ids, err := e.Store.IDs(q)
		return idsMsg{q, ids, err}
	})
}

// change makes the same change to all applications. Done says so, undo is how
// it is undone, nil if it cannot be.
func (e *Room) change(ids []model.ApplicationID, done locales.ID, undo *reversal, change func(*model.Application) error) page.Step {
	now := e.Now()
	return page.Effect(func() tea.Msg {
		err := e.Store.Change(ids, func(a *model.Application) error {
			a.Updated = now
			return change(a)
		})
		return changedMsg{done, ids, undo, err}
	})
}

// unarchive moves applications from the archive back to the board.
func (e *Room) unarchive(ids []model.ApplicationID) page.Step {
	return e.change(ids, locales.UIBoardUnarchived, nil, func(a *model.Application) error {
		a.Unarchive()
		return nil
	})
}

// trash moves applications into the trash.
func (e *Room) trash(ids []model.ApplicationID) page.Step {
	now := e.Now()
	return page.Effect(func() tea.Msg {
		return changedMsg{locales.UIHomeTrashed, ids, &reversal{ids, true}, e.Store.Trash(ids, now)}
	})
}

// untrash moves applications out of the trash.
func (e *Room) untrash(ids []model.ApplicationID) page.Step {
	return page.Effect(func() tea.Msg {
		return changedMsg{locales.UIHomeRestored, ids, nil, e.Store.Trash(ids, time.Time{})}
	})
}

// purge removes an application for good.
func (e *Room) purge(s model.Summary) page.Step {
	return page.Effect(func() tea.Msg {
		err := e.Store.Purge(s.ID)
		return purgedMsg{s.Title, e.Store.Copies(s.ID), err}
	})
}

// clone creates an application of the same procedure with the answers of
// another one, each of which is to be confirmed.
func (e *Room) clone(id model.ApplicationID) page.Step {
	today, now := e.Today(), e.Now()
	return page.Effect(func() tea.Msg {
		fail := func(err error) tea.Msg {
			return page.OpenedMsg{App: model.Application{ID: id}, How: page.Opening{How: page.Beginning}, Err: err}
		}
		from, err := e.Store.Load(id)
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
		made, err := e.Store.Create(app, model.Summarise(p, &app, e.Workdays))
		if err != nil {
			return fail(err)
		}
		return page.OpenedMsg{App: made, How: page.Opening{How: page.Beginning}}
	})
}

type listedMsg struct {
	query   model.Query
	listing model.Listing
	err     error
}

// list reads the applications that a query asks for.
func (e *Room) list(q model.Query) page.Step {
	return page.Effect(func() tea.Msg {
		l, err := e.Store.List(q)
		return listedMsg{q, l, err}
	})
}
