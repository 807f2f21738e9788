package ui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/board"
	"github.com/xuke-cli/xuke/ui/cover"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/track"
)

// A Store keeps applications: it is all that the desk and the rooms ask of one.
// Every method is one transaction and may be called from any goroutine.
type Store interface {
	desk.Keeper
	board.Store
	cover.Log
	track.Links
	Draft(model.ApplicationID) (model.Draft, bool, error)
	LastOpen() (model.ApplicationID, bool, error)
	// KeepLanguage remembers the language for the next start.
	KeepLanguage(lang string) error
}

// A lastMsg brings the application that the user was in the middle of when the
// program ended, "" for none.
type lastMsg struct {
	id  model.ApplicationID
	err error
}

// create begins an application.
func (s Shell) create(app model.Application, sum model.Summary) page.Step {
	return page.Effect(func() tea.Msg {
		app, err := s.world.Store.Create(app, sum)
		return page.OpenedMsg{App: app, How: page.Opening{How: page.Beginning}, Err: err}
	})
}

// load reads an application with its draft.
func (s Shell) load(id model.ApplicationID, how page.Opening) page.Step {
	return page.Effect(func() tea.Msg {
		app, err := s.world.Store.Load(id)
		if err != nil {
			return page.OpenedMsg{App: model.Application{ID: id}, How: how, Err: err}
		}
		// A draft that cannot be read is no reason to keep the application shut.
		draft, _, _ := s.world.Store.Draft(id)
		return page.OpenedMsg{App: app, Draft: draft, How: how}
	})
}

// lastOpen asks for the application that the user left in the middle of.
func (s Shell) lastOpen() page.Step {
	return page.Effect(func() tea.Msg {
		id, _, err := s.world.Store.LastOpen()
		return lastMsg{id, err}
	})
}

// keepLanguage remembers the language for the next start.
func (s Shell) keepLanguage() page.Step {
	lang := string(s.env.Lang)
	return page.Effect(func() tea.Msg { return page.FailedMsg{Err: s.world.Store.KeepLanguage(lang)} })
}
