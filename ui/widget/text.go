package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/keys"
)

// DefaultLimit is how many characters (runes) a Text takes.
const DefaultLimit = 4000

// A Text is a field of one line. It keeps what was typed or pasted byte for
// byte, line breaks and control characters too; only what it draws goes
// through Kit.Legible. (The text input of bubbles replaces such characters,
// and counts its cursor in runes instead of cells.)
//
// Three or more lines high it has a box around it; lower, a bar on its left.
type Text struct {
	// Hint is shown while the field is empty: an example. It may be nil.
	Hint func() string

	kit     *Kit
	line    line
	focused bool
	bare    bool
	left    int    // cells scrolled out on the left
	stops   []stop // as drawn last, for clicks
	origin  int    // x of the first cell of text, as drawn last
	row0    int    // and its y
}

// A stop is a place where the cursor can stand.
type stop struct{ byte, cell int }

// NewText returns an empty field for up to limit characters, DefaultLimit if 0.
func NewText(k *Kit, limit int) *Text {
	if limit <= 0 {
		limit = DefaultLimit
	}
	return &Text{kit: k, line: line{limit: limit}}
}

// Value is the text, exactly as it was typed.
func (t *Text) Value() string { return t.line.value }

// SetValue replaces the text and puts the cursor at its end.
func (t *Text) SetValue(s string) { t.line.set(s) }

// Truncated reports whether the last paste was too long and has been cut.
func (t *Text) Truncated() bool { return t.line.cut }

// Line, Focus, Typing, Help, Height: see Widget.
func (t *Text) Line() int                    { return t.row0 }
func (t *Text) Focus(on bool)                { t.focused = on }
func (t *Text) Typing() bool                 { return true }
func (t *Text) Help() []key.Binding          { return nil }
func (t *Text) Height(int) (best, least int) { return 3, 1 }

// Update edits. Enter, Tab, Esc, up and down and all commands are ignored.
func (t *Text) Update(msg tea.Msg) Event {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return t.insert(msg.Content)
	case tea.KeyPressMsg:
		if e := t.edit(msg); e != Ignored {
			return e
		}
		if msg.Text != "" && msg.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper) == 0 {
			return t.insert(msg.Text)
		}
	}
	return Ignored
}

func (t *Text) insert(s string) Event {
	n := len(t.line.value)
	t.line.insert(s)
	if len(t.line.value) == n {
		return Moved // full, or nothing: not for anybody else either
	}
	return Changed
}

// edit does what the editing keys do.
func (t *Text) edit(msg tea.KeyPressMsg) Event {
	l, k := &t.line, &t.kit.Keys.Text
	for _, move := range []struct {
		key key.Binding
		to  func() int
	}{
		{k.Left, func() int { return l.prev(l.at) }},
		{k.Right, func() int { return l.next(l.at) }},
		{k.WordLeft, func() int { return l.prevWord(l.at) }},
		{k.WordRight, func() int { return l.nextWord(l.at) }},
		{k.Start, func() int { return 0 }},
		{k.End, func() int { return len(l.value) }},
	} {
		if keys.Is(msg, move.key) {
			l.at = move.to()
			return Moved
		}
	}
	for _, cut := range []struct {
		key      key.Binding
		from, to func() int
	}{
		{k.Backspace, func() int { return l.prev(l.at) }, func() int { return l.at }},
		{k.Delete, func() int { return l.at }, func() int { return l.next(l.at) }},
		{k.DeleteWord, func() int { return l.prevWord(l.at) }, func() int { return l.at }},
		{k.KillStart, func() int { return 0 }, func() int { return l.at }},
		{k.KillEnd, func() int { return l.at }, func() int { return len(l.value) }},
	} {
		if keys.Is(msg, cut.key) {
			if l.remove(cut.from(), cut.to()) {
				return Changed
			}
			return Moved
		}
	}
	return Ignored
}

// Click puts the cursor at a cell.
func (t *Text) Click(x, _ int) Event {
	x += t.left - t.origin
	to := 0
	for _, s := range t.stops {
		if s.cell > x {
			break
		}
		to = s.byte
	}
	t.line.at = t.line.snap(min(to, len(t.line.value)))
	return Moved
}

// View draws the field.
func (t *Text) View(w, h int) (string, *tea.Cursor) {
	t.row0 = 0
	switch {
	case w <= 0 || h <= 0:
		return Fit("", w, h), nil
	case t.bare || w < 6:
		t.origin = 0
		s, c := t.row(w)
		return Fit(s, w, h), c
	case h < 3:
		t.origin = 2
		s, c := t.row(w - 2)
		bar := t.kit.Theme.Rule.Render(t.kit.Theme.Line.Left)
		if t.focused {
			bar = t.kit.Theme.Bar.Render(t.kit.Theme.Mark.Here)
		}
		return Fit(bar+" "+s, w, h), Shift(c, 2, 0)
	}
	t.origin, t.row0 = 2, 1
	s, c := t.row(w - 4)
	return Fit(t.kit.Box(s, w, 3, t.focused), w, h), Shift(c, 2, 1)
}

// row draws the visible part of the text in w cells.
func (t *Text) row(w int) (string, *tea.Cursor) {
	shown, at := t.shown()
	total := t.stops[len(t.stops)-1].cell
	th := &t.kit.Theme
	if shown == "" && t.Hint != nil {
		shown = th.Dim.Render(Cut(t.Hint(), w-1))
	}
	room, edge := w, 0
	if total+1 > w && w > 4 { // one cell on either side says that there is more
		room, edge = w-2, 1
	}
	t.scroll(at, total, room)
	t.origin += edge
	s := shown
	if total+1 > w {
		s = t.window(shown, room)
	}
	if edge > 0 {
		left, right := " ", " "
		if t.left > 0 {
			left = th.Dim.Render(th.Mark.Left)
		}
		if total > t.left+room {
			right = th.Dim.Render(th.Mark.Right)
		}
		s = left + Pad(s, room) + right
	}
	if !t.focused {
		return Pad(s, w), nil
	}
	c := tea.NewCursor(clamp(edge+at-t.left, 0, w-1), 0)
	c.Shape = tea.CursorBar
	return Pad(s, w), c
}

// scroll keeps the cell at which the cursor stands in a window of room cells,
// begins the window between two characters, and leaves no room unused.
func (t *Text) scroll(at, total, room int) {
	t.left = min(t.left, at, max(0, total+1-room))
	least := max(t.left, at+1-room)
	for _, s := range t.stops {
		if s.cell >= least {
			t.left = s.cell
			return
		}
	}
}

// shown returns the text as it is drawn and the cell of the cursor, and notes
// all stops.
func (t *Text) shown() (string, int) {
	var b strings.Builder
	t.stops = append(t.stops[:0], stop{})
	n, cell, at := 0, 0, 0
	for n < len(t.line.value) {
		c, _ := cluster(t.line.value[n:])
		s := t.kit.legible(c)
		if Width(s) == 0 {
			s = t.kit.Theme.Mark.Quiet
		}
		b.WriteString(s)
		n, cell = n+len(c), cell+Width(s)
		t.stops = append(t.stops, stop{n, cell})
		if n == t.line.at {
			at = cell
		}
	}
	return b.String(), at
}

// window cuts the drawn text to the graphemes that lie in room cells from
// t.left on.
func (t *Text) window(shown string, room int) string {
	for cell := 0; cell < t.left && shown != ""; {
		c, w := cluster(shown)
		cell, shown = cell+w, shown[len(c):]
	}
	return take(shown, room)
}
