package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A screen is one full page. The shell gives it a body of exactly w×h cells.
type screen interface {
	// Init is called when the screen comes onto the stack.
	Init() tea.Cmd
	// Update takes keys, pastes and the mouse when the screen is on top, and
	// every reply wherever it stands. shownMsg says that it is on top again.
	Update(tea.Msg) (screen, tea.Cmd)
	// View draws the body and says where the cursor stands, nil for nowhere.
	View(w, h int) (string, *tea.Cursor)
	// Title is the last part of the title line.
	Title() string
	// Keys lists what works here, the most useful first.
	Keys() []key.Binding
	// Typing reports whether letters are text just now and not commands.
	Typing() bool
}

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

func push(s screen) tea.Cmd { return func() tea.Msg { return pushMsg{s} } }
func replace(s screen, n int) tea.Cmd {
	return func() tea.Msg { return replaceMsg{s, n} }
}
func pop(n int) tea.Cmd { return func() tea.Msg { return popMsg{n} } }
func goHome() tea.Msg   { return homeMsg{} }

// jump leaves for another place of the same application.
func jump(s screen) tea.Cmd { return func() tea.Msg { return stayMsg{s} } }

func notice(text string) tea.Cmd { return func() tea.Msg { return noticeMsg{text: text} } }
func warn(text string) tea.Cmd   { return func() tea.Msg { return noticeMsg{text: text, bad: true} } }
