// Package page is what every screen of the wizard is made of: what a screen is
// and what it may ask for (page.go, move.go, step.go), the keys that work on it
// (binding.go), and the pages that mean nothing by themselves: a question with
// buttons, a text to read, a finder, a form, a list of rows, a file to be
// written.
//
// Package page knows no application that is being worked on. What the screens of
// one share is in package desk; what a user does is in the rooms, which stand on
// both.
package page

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/widget"
)

// A Screen is one full page. The shell gives it a body of exactly w×h cells.
//
// Update writes and View reads: a screen that is drawn twice is drawn alike,
// and the shell finds out what a click hit by drawing once more.
type Screen interface {
	// Update handles keys, pastes, the wheel and clicks (as widget.ClickMsg)
	// when the screen is on top, and every reply wherever it stands. Keys that
	// Bindings has something to do for do not come here.
	Update(tea.Msg) (Screen, Step)
	// View draws the screen.
	View(w, h int) Drawn
	// Title is the last part of the title line, "" for a screen that needs none.
	Title() string
	// Bindings lists the keys of the screen, the most useful first. It is asked
	// before each key, so a row that makes no sense just now is left out. The
	// rows come before what a key does on every screen of an application: a
	// screen that undoes something of its own has a row for Undo.
	Bindings() []Binding
}

// Drawn is what View returns.
type Drawn = widget.Drawn

// A Starter has something to do when it comes onto the stack.
type Starter interface{ Init() Step }

// A Typist knows whether letters are text just now and not commands.
type Typist interface{ Typing() bool }

// ShownMsg tells a screen that it is on top again.
type ShownMsg struct{}
