package page

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// A Step is what follows from a message: moves between screens, notices and
// effects, in this order. The shell makes the moves at once, so that the next
// key meets the screen that it was pressed for, and hands the effects to Bubble
// Tea. A screen that has nothing to say returns nil.
type Step []tea.Msg

// Steps joins steps in their order.
func Steps(steps ...Step) Step { return slices.Concat(steps...) }

// An EffectMsg is an effect that waits to be carried out.
type EffectMsg struct{ Run tea.Cmd }

// Effect has run carried out in the background; what it returns comes back as a
// message.
func Effect(run func() tea.Msg) Step { return Step{EffectMsg{run}} }

// A WorkMsg is an effect that leaving the program waits for, such as a document
// that is being written.
type WorkMsg struct{ Run tea.Cmd }

// Work is Effect for what must not be cut short.
func Work(run func() tea.Msg) Step { return Step{WorkMsg{run}} }

// FailedMsg is the reply of an effect that nobody waits for. A nil Err is no
// failure.
type FailedMsg struct{ Err error }

// A NoticeMsg is a line above the keys, until the next key.
type NoticeMsg struct {
	Text string
	Bad  bool
}

// Notice says that something was done.
func Notice(text string) Step { return Step{NoticeMsg{Text: text}} }

// Warn says why something was not done.
func Warn(text string) Step { return Step{NoticeMsg{Text: text, Bad: true}} }
