package page

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A screen is one full page. The shell gives it a body of exactly w×h cells.
type Screen interface {
	// Update takes keys, pastes and the mouse when the screen is on top, and
	// every reply wherever it stands. shownMsg says that it is on top again.
	Update(tea.Msg) (Screen, Step)
	// View draws the body and says where the cursor stands, nil for nowhere.
	View(w, h int) (string, *tea.Cursor)
	// Title is the last part of the title line.
	Title() string
	// Keys lists what works here, the most useful first.
	Keys() []key.Binding
}

// A starter has something to do when it comes onto the stack.
type Starter interface{ Init() Step }

// A typist knows whether letters are text just now and not commands.
type Typist interface{ Typing() bool }

// A Step is what follows from a message: moves between screens, notices and
// effects, in this order. The shell makes the moves at once, so that the next
// key meets the screen that it was pressed for, and hands the effects to Bubble
// Tea. A screen that has nothing to say returns nil.
type Step []tea.Msg

// Steps joins steps in their order.
func Steps(steps ...Step) Step { return slices.Concat(steps...) }

// An effectMsg is an effect that waits to be carried out.
type EffectMsg struct{ Run tea.Cmd }

func Effect(run func() tea.Msg) Step { return Step{EffectMsg{run}} }

// A workMsg is an effect that leaving the program waits for, such as a document
// that is being written.
type WorkMsg struct{ Run tea.Cmd }

func Work(run func() tea.Msg) Step { return Step{WorkMsg{run}} }

// failedMsg is the reply of an effect that went wrong and has nobody waiting
// for it.
type FailedMsg struct{ Err error }

// changedDeskMsg tells screens that the application is another one than when
// they last looked: a save has come back, or files have come in.
type ChangedDeskMsg struct{}

type (
	PushMsg    struct{ Screen }
	ReplaceMsg struct {
		Screen
		N int // takes the place of the n top screens
	}
	PopMsg    struct{ N int }  // leaves n screens
	HomeMsg   struct{}         // leaves all but the first
	StayMsg   struct{ Screen } // leaves all above the overview, then goes to screen if there is one
	ShownMsg  struct{}         // to a screen that is on top again
	NoticeMsg struct {         // one line above the keys, until the next key
		Text string
		Bad  bool
	}
)

// push shows a screen above what is shown; nil, for what is gone, is nothing.
func Push(s Screen) Step {
	if s == nil {
		return nil
	}
	return Step{PushMsg{s}}
}

func Replace(s Screen, n int) Step { return Step{ReplaceMsg{s, n}} }

func Pop(n int) Step { return Step{PopMsg{n}} }

func GoHome() Step { return Step{HomeMsg{}} }

// jump leaves for another place of the same application.
func Jump(s Screen) Step { return Step{StayMsg{s}} }

func Notice(text string) Step { return Step{NoticeMsg{Text: text}} }

func Warn(text string) Step { return Step{NoticeMsg{Text: text, Bad: true}} }

// renamed is a key that does something else here than its name says.
func Renamed(b key.Binding, word string) key.Binding {
	b.SetHelp(b.Help().Key, word)
	return b
}

// Below the entries stand two more rows, so that everything can be done with
// arrows and Enter: add one, and go on.
const (
	RowAdd  = 0
	RowDone = 1
)
