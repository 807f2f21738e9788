package page

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/keys"
)

// A Binding is a key of a screen and what it does. The help line and the
// handling come from the same rows, so they cannot disagree.
type Binding struct {
	key.Binding
	// Do is what the key does; nil where a widget of the screen handles it and
	// the row is there for the help line alone.
	Do func() Step
	// Not is why it cannot be done just now, and is said instead of doing it.
	Not string
	// Hidden keys work and are not in the help line.
	Hidden bool
}

// On returns the row of a key that does something.
func On(b key.Binding, do func() Step) Binding { return Binding{Binding: b, Do: do} }

// Shown returns the rows of keys that widgets handle.
func Shown(bs ...key.Binding) []Binding {
	rows := make([]Binding, len(bs))
	for i, b := range bs {
		rows[i] = Binding{Binding: b}
	}
	return rows
}

// Unused returns the row of a key that works on every other screen and does
// nothing on this one.
func Unused(b key.Binding) Binding { return On(b, func() Step { return nil }).Hide() }

// Hide returns the row without its place in the help line.
func (b Binding) Hide() Binding { b.Hidden = true; return b }

// As returns the row with another word in the help line.
func (b Binding) As(word string) Binding { b.Binding = Renamed(b.Binding, word); return b }

// If returns the row as it is where can holds; otherwise the key says why not.
func (b Binding) If(can bool, why string) Binding {
	if !can {
		b.Not = why
	}
	return b
}

// Renamed returns a key with another word in the help line, for one that does
// something else here than its name says.
func Renamed(b key.Binding, word string) key.Binding {
	b.SetHelp(b.Help().Key, word)
	return b
}

// Press does what the first row for a key says, and reports whether there was
// one.
func Press(rows []Binding, msg tea.Msg) (Step, bool) {
	for _, b := range rows {
		if b.Do == nil || !keys.Is(msg, b.Binding) {
			continue
		}
		if b.Not != "" {
			return Warn(b.Not), true
		}
		return b.Do(), true
	}
	return nil, false
}

// Help returns the keys that the help line shows.
func Help(rows []Binding) []key.Binding {
	var bs []key.Binding
	for _, b := range rows {
		if !b.Hidden {
			bs = append(bs, b.Binding)
		}
	}
	return bs
}

// Back returns the row of the key that leaves a screen.
func (e *Env) Back() Binding { return On(e.Keys().Back, Pop) }
