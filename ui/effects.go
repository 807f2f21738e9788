package ui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
)

// A Store keeps applications. Every method is one transaction and may be
// called from any goroutine.
type Store interface {
	Keeper
	Board
	Log
	Links
	Draft(model.ApplicationID) (model.Draft, bool, error)
	LastOpen() (model.ApplicationID, bool, error)
	// KeepLanguage remembers the language for the next start.
	KeepLanguage(lang string) error
}

type lastMsg struct {
	id  model.ApplicationID
	err error
}

func (s Shell) create(app model.Application, sum model.Summary) Step {
	return effect(func() tea.Msg {
		app, err := s.world.Store.Create(app, sum)
		return openedMsg{app: app, how: opening{how: beginning}, err: err}
	})
}

func (s Shell) load(id model.ApplicationID, how opening) Step {
	return effect(func() tea.Msg {
		app, err := s.world.Store.Load(id)
		if err != nil {
			return openedMsg{app: model.Application{ID: id}, how: how, err: err}
		}
		// A draft that cannot be read is no reason to keep the application shut.
		draft, _, _ := s.world.Store.Draft(id)
		return openedMsg{app: app, draft: draft, how: how}
	})
}

// lastOpen finds the application that the user left in the middle of.
func (s Shell) lastOpen() Step {
	return effect(func() tea.Msg {
		id, _, err := s.world.Store.LastOpen()
		return lastMsg{id, err}
	})
}

func (s Shell) keepLanguage() Step {
	lang := string(s.env.Lang)
	return effect(func() tea.Msg { return failedMsg{s.world.Store.KeepLanguage(lang)} })
}
