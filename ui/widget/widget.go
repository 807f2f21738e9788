// Package widget holds what screens are built of: text fields, choices, lists,
// forms, and the functions that cut text to cells.
//
// Widgets are pointers. Update takes a message and says what it did, as an
// Event; what it ignored the screen may use. No widget takes Esc, F-keys or
// Ctrl+C, so nobody is trapped in one, and none validates or hides anything by
// itself. View draws into w×h cells, exactly, and says where the terminal's
// cursor belongs, so that an input method opens its window there. Positions
// are relative to the widget's top left cell: Shift moves them.
//
// There are no words in here: texts come in through functions that are called
// at every frame, so the language can change under a widget. Style and keys
// come from a Kit that all widgets of a program share.
//
// All widths are cells of a terminal, measured as lipgloss does: a Chinese
// character is two, a combining mark none. What people typed has to pass
// through Kit.Legible before it is drawn; texts handed to a widget as captions,
// options or lines are taken to be harmless.
package widget

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
)

// An Event is what a message did to a widget.
type Event int

// The events.
const (
	Ignored Event = iota // it was not for this widget
	Moved                // something moved, the value is the same
	Changed              // the value is another one
	Picked               // the value is settled: go on
)

// A Widget is something that takes keys and is drawn in cells.
type Widget interface {
	// Update handles a key, a paste or the mouse wheel.
	Update(tea.Msg) Event
	// Click handles a click on a cell of what View drew last.
	Click(x, y int) Event
	// View draws exactly w×h cells. The cursor is nil where nothing is typed.
	View(w, h int) (string, *tea.Cursor)
	// Height is how many lines it would like at width w, and the fewest that
	// do.
	Height(w int) (best, least int)
	// Line is the line in focus of what View drew last.
	Line() int
	// Focus says whether keys come here.
	Focus(bool)
	// Typing reports whether letters are text here and not commands.
	Typing() bool
	// Help lists the keys that are worth a mention.
	Help() []key.Binding
}

// A Kit is what widgets draw and listen with. All widgets of a program point
// to one; changing it changes them all at the next frame.
type Kit struct {
	Theme theme.Theme
	Keys  keys.Map
	// Legible makes characters visible that would be invisible or would do
	// something to a terminal (controls, bidirectional marks). It is given a
	// grapheme at a time. The default shows them as a dot.
	Legible func(string) string
}

// legible returns s as it may be drawn.
func (k *Kit) legible(s string) string {
	if k.Legible != nil {
		return k.Legible(s)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return '·'
		}
		return r
	}, strings.ToValidUTF8(s, "·"))
}

// Shift moves a cursor by x and y cells. It takes nil too.
func Shift(c *tea.Cursor, x, y int) *tea.Cursor {
	if c == nil {
		return nil
	}
	moved := *c
	moved.X, moved.Y = c.X+x, c.Y+y
	return &moved
}

// wheel returns the lines that a turn of the mouse wheel scrolls, 0 for none.
func wheel(msg tea.Msg) int {
	if m, ok := msg.(tea.MouseWheelMsg); ok {
		switch m.Button {
		case tea.MouseWheelUp:
			return -1
		case tea.MouseWheelDown:
			return 1
		}
	}
	return 0
}
