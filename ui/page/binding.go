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
	// Not is why it cannot be done just now; it is said instead of doing it.
	Not string
	// Hidden keys work and are not in the help line.
	Hidden bool
}

// A Binder is a screen with keys of its own, the most useful first. The rows
// are asked for anew before each key, so a row that has no sense just now is
// left out. They come before what a key does on every screen of an
// application: a screen that undoes something of its own has a row for Undo.
type Binder interface{ Bindings() []Binding }

// On is the row of a key that does something.
func On(b key.Binding, do func() Step) Binding { return Binding{Binding: b, Do: do} }

// Shown are the rows of keys that widgets handle.
func Shown(bs ...key.Binding) []Binding {
	rows := make([]Binding, len(bs))
	for i, b := range bs {
		rows[i] = Binding{Binding: b}
	}
	return rows
}

// Unused is the row of a key that works on every other screen and does nothing
// on this one.
func Unused(b key.Binding) Binding { return On(b, func() Step { return nil }).Hide() }

// Hide returns the row without its place in the help line.
func (b Binding) Hide() Binding { b.Hidden = true; return b }

// As is the row with another word in the help line.
func (b Binding) As(word string) Binding { b.Binding = Renamed(b.Binding, word); return b }

// If is the row where can holds; elsewhere the key says why not.
func (b Binding) If(can bool, why string) Binding {
	if !can {
		b.Not = why
	}
	return b
}

// Renamed is a key that does something else here than its name says.
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

// Help are the keys for the help line.
func Help(rows []Binding) []key.Binding {
	var bs []key.Binding
	for _, b := range rows {
		if !b.Hidden {
			bs = append(bs, b.Binding)
		}
	}
	return bs
}

// Back is the row of the key that leaves a screen.
func (e *Env) Back() Binding { return On(e.Keys().Back, func() Step { return Pop(1) }) }
