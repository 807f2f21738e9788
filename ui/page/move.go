package page

import "github.com/xuke-cli/xuke/model"

// The moves between screens. No screen counts those below it: a move that leads
// back names the screen that it returns to.
type (
	// PushMsg shows a screen above what is shown.
	PushMsg struct{ Screen }
	// PopMsg leaves the screen on top.
	PopMsg struct{}
	// BackMsg leaves everything above a screen, and that screen too if Over;
	// then it shows Next there, if it is not nil.
	BackMsg struct {
		To   Screen
		Over bool
		Next Screen
	}
	// HomeMsg leaves everything but the board.
	HomeMsg struct{}
	// RestartMsg shows the overview anew, with nothing of what was open.
	RestartMsg struct{}
)

// Push shows a screen above what is shown. A nil screen, for something that is
// not there any more, is no move.
func Push(s Screen) Step {
	if s == nil {
		return nil
	}
	return Step{PushMsg{s}}
}

// Pop leaves the screen on top.
func Pop() Step { return Step{PopMsg{}} }

// BackTo leaves everything above a screen.
func BackTo(s Screen) Step { return Step{BackMsg{To: s}} }

// Leave leaves a screen and everything above it.
func Leave(s Screen) Step { return Step{BackMsg{To: s, Over: true}} }

// Above shows next above s, in the place of everything that stands there.
func Above(s, next Screen) Step { return Step{BackMsg{To: s, Next: next}} }

// Instead shows next in the place of s and everything above it.
func Instead(s, next Screen) Step { return Step{BackMsg{To: s, Over: true, Next: next}} }

// GoHome leaves everything but the board.
func GoHome() Step { return Step{HomeMsg{}} }

// Restart shows the overview anew.
func Restart() Step { return Step{RestartMsg{}} }

// LoadMsg asks the shell to open an application.
type LoadMsg struct {
	ID  model.ApplicationID
	How Opening
}

// CreateMsg asks the shell to begin an application.
type CreateMsg struct {
	App model.Application
	Sum model.Summary
}

// ExpectMsg says that an application is on its way.
type ExpectMsg struct{}

// An OpenedMsg brings an application that was loaded or created.
type OpenedMsg struct {
	App   model.Application
	Draft model.Draft
	How   Opening
	Err   error
}

// An Opening says what happens to an application that has been loaded.
type Opening struct {
	How  Manner
	Lead model.Due // of Entering: what is to be shown of it; zero for the overview
}

// A Manner is why an application is opened.
type Manner int

// The manners.
const (
	Offering  Manner = iota // it was left in the middle: offer to go on
	Entering                // picked by the user
	Resuming                // go on where it was left
	Beginning               // it is new: the first question
	Exporting               // straight to the export dialog
	Switching               // from another one
)

// Expect keeps the keys that are pressed from now on for the application that
// is on its way.
func Expect() Step { return Step{ExpectMsg{}} }

// Load opens an application.
func Load(id model.ApplicationID, how Opening) Step { return Step{LoadMsg{id, how}} }

// Open opens an application in a manner that says all.
func Open(id model.ApplicationID, how Manner) Step { return Load(id, Opening{How: how}) }

// Create begins an application.
func Create(app model.Application, sum model.Summary) Step { return Step{CreateMsg{app, sum}} }
