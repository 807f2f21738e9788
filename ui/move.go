package ui

import "github.com/xuke-cli/xuke/model"

type loadMsg struct { // asks for an application
	id  model.ApplicationID
	how opening
}

type createMsg struct { // asks for a new one
	app model.Application
	sum model.Summary
}

type expectMsg struct{} // an application is on its way

type restartMsg struct{} // shows the overview anew, with nothing of what was open

func restart() Step { return Step{restartMsg{}} }

// expect keeps the keys that are pressed from now on for the application that
// is on its way.
func expect() Step { return Step{expectMsg{}} }

func load(id model.ApplicationID, how opening) Step {
	return Step{loadMsg{id, how}}
}

func open(id model.ApplicationID, how manner) Step { return load(id, opening{how: how}) }

// An opening says what happens to an application that has been loaded.
type opening struct {
	how  manner
	lead model.Due // of entering: what is to be shown of it; zero for the overview
}

type manner int

const (
	offering  manner = iota // it was left in the middle: offer to go on
	entering                // picked by the user
	resuming                // go on where it was left
	beginning               // it is new: the first question
	exporting               // straight to the export dialog
	switching               // from another one
)

// create begins an application.
func create(app model.Application, sum model.Summary) Step { return Step{createMsg{app, sum}} }

type openedMsg struct {
	app   model.Application
	draft model.Draft
	how   opening
	err   error
}
