package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A screen is one full page. The shell gives it a body of exactly w×h cells.
type screen interface {
	// Update takes keys, pastes and the mouse when the screen is on top, and
	// every reply wherever it stands. shownMsg says that it is on top again.
	Update(tea.Msg) (screen, Step)
	// View draws the body and says where the cursor stands, nil for nowhere.
	View(w, h int) (string, *tea.Cursor)
	// Title is the last part of the title line.
	Title() string
	// Keys lists what works here, the most useful first.
	Keys() []key.Binding
}

// A starter has something to do when it comes onto the stack.
type starter interface{ Init() Step }

// A typist knows whether letters are text just now and not commands.
type typist interface{ Typing() bool }

// A Step is what follows from a message: moves between screens, notices and
// effects, in this order. The shell makes the moves at once, so that the next
// key meets the screen that it was pressed for, and hands the effects to Bubble
// Tea. A screen that has nothing to say returns nil.
type Step []tea.Msg

// Steps joins steps in their order.
func Steps(steps ...Step) Step { return slices.Concat(steps...) }

// An effectMsg is an effect that waits to be carried out.
type effectMsg struct{ run tea.Cmd }

func effect(run func() tea.Msg) Step { return Step{effectMsg{run}} }

// A workMsg is an effect that leaving the program waits for, such as a document
// that is being written.
type workMsg struct{ run tea.Cmd }

func work(run func() tea.Msg) Step { return Step{workMsg{run}} }

// failedMsg is the reply of an effect that went wrong and has nobody waiting
// for it.
type failedMsg struct{ err error }

// changedDeskMsg tells screens that the application is another one than when
// they last looked: a save has come back, or files have come in.
type changedDeskMsg struct{}

type (
	pushMsg    struct{ screen }
	replaceMsg struct {
		screen
		n int // takes the place of the n top screens
	}
	popMsg    struct{ n int }  // leaves n screens
	homeMsg   struct{}         // leaves all but the first
	stayMsg   struct{ screen } // leaves all above the overview, then goes to screen if there is one
	shownMsg  struct{}         // to a screen that is on top again
	noticeMsg struct {         // one line above the keys, until the next key
		text string
		bad  bool
	}
)

// push shows a screen above what is shown; nil, for what is gone, is nothing.
func push(s screen) Step {
	if s == nil {
		return nil
	}
	return Step{pushMsg{s}}
}

func replace(s screen, n int) Step { return Step{replaceMsg{s, n}} }
func pop(n int) Step               { return Step{popMsg{n}} }
func goHome() Step                 { return Step{homeMsg{}} }

// jump leaves for another place of the same application.
func jump(s screen) Step { return Step{stayMsg{s}} }

func notice(text string) Step { return Step{noticeMsg{text: text}} }
func warn(text string) Step   { return Step{noticeMsg{text: text, bad: true}} }

// renamed is a key that does something else here than its name says.
func renamed(b key.Binding, word string) key.Binding {
	b.SetHelp(b.Help().Key, word)
	return b
}

// Below the entries stand two more rows, so that everything can be done with
// arrows and Enter: add one, and go on.
const (
	rowAdd  = 0
	rowDone = 1
)
