package page

import (
	"github.com/xuke-cli/xuke/model"
)

type LoadMsg struct { // asks for an application
	Id  model.ApplicationID
	How Opening
}

type CreateMsg struct { // asks for a new one
	App model.Application
	Sum model.Summary
}

type ExpectMsg struct{} // an application is on its way

type RestartMsg struct{} // shows the overview anew, with nothing of what was open

func Restart() Step { return Step{RestartMsg{}} }

// expect keeps the keys that are pressed from now on for the application that
// is on its way.
func Expect() Step { return Step{ExpectMsg{}} }

func Load(id model.ApplicationID, how Opening) Step {
	return Step{LoadMsg{id, how}}
}

func Open(id model.ApplicationID, how manner) Step { return Load(id, Opening{How: how}) }

// An opening says what happens to an application that has been loaded.
type Opening struct {
	How  manner
	Lead model.Due // of entering: what is to be shown of it; zero for the overview
}

type manner int

const (
	Offering  manner = iota // it was left in the middle: offer to go on
	Entering                // picked by the user
	Resuming                // go on where it was left
	Beginning               // it is new: the first question
	Exporting               // straight to the export dialog
	Switching               // from another one
)

// create begins an application.
func Create(app model.Application, sum model.Summary) Step { return Step{CreateMsg{app, sum}} }

type OpenedMsg struct {
	App   model.Application
	Draft model.Draft
	How   Opening
	Err   error
}
