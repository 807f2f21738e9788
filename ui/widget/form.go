package widget

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
)

// A Caption is what stands around a field of a form: its label above it, and
// below it a line that echoes or explains (= 8,000,000 元), or what is wrong.
type Caption struct {
	Label string
	Note  string
	Tone  theme.Tone // of the note
}

// A Form is fields below each other. Tab and Shift+Tab move between them, and
// so do up and down where the field itself has no use for them. Enter goes to
// the next field and picks on the last one: the screen then checks the values,
// never before. Where the form is higher than the screen it scrolls to the
// field in focus.
type Form struct {
	kit     *Kit
	caption func(i int) Caption
	fields  []Widget
	at      int
	focused bool
	scroll  *Scroll
	tops    []span // where each field's widget was drawn last, in lines of the form
}

// NewForm returns a form of at least one field, the first in focus. The
// captions are asked for at every frame.
func NewForm(k *Kit, caption func(i int) Caption, fields ...Widget) *Form {
	f := &Form{kit: k, caption: caption, fields: fields, scroll: NewScroll(k), focused: true}
	f.FocusOn(0)
	return f
}

// Line is the first line of the field in focus; see Widget.
func (f *Form) Line() int {
	if f.at >= len(f.tops) {
		return 0
	}
	return f.tops[f.at].y - f.scroll.Top() + f.fields[f.at].Line()
}

// At is the index of the field in focus.
func (f *Form) At() int { return f.at }

// Field returns a field.
func (f *Form) Field(i int) Widget { return f.fields[i] }

// FocusOn puts a field in focus.
func (f *Form) FocusOn(i int) {
	f.at = clamp(i, 0, len(f.fields)-1)
	f.Focus(f.focused)
}

// Focus, Typing: see Widget. A form is in focus to begin with.
func (f *Form) Focus(on bool) {
	f.focused = on
	for i, field := range f.fields {
		field.Focus(on && i == f.at)
	}
}

func (f *Form) Typing() bool { return f.fields[f.at].Typing() }

// Help lists the keys of the field in focus, and those between fields.
func (f *Form) Help() []key.Binding {
	help := f.fields[f.at].Help()
	if len(f.fields) > 1 {
		help = append(slices.Clone(help), f.kit.Keys.Next)
	}
	return help
}

// Update gives the message to the field in focus, and moves.
func (f *Form) Update(msg tea.Msg) Event {
	k, last := &f.kit.Keys, len(f.fields)-1
	switch {
	case last > 0 && keys.Is(msg, k.Next):
		f.FocusOn((f.at + 1) % (last + 1))
		return Moved
	case last > 0 && keys.Is(msg, k.Previous):
		f.FocusOn((f.at + last) % (last + 1))
		return Moved
	}
	e := f.fields[f.at].Update(msg)
	switch {
	case e == Picked, e == Ignored && keys.Is(msg, k.Continue):
		if f.at == last {
			return Picked
		}
		f.FocusOn(f.at + 1)
		if e == Picked {
			return Changed
		}
		return Moved
	case e == Ignored && keys.Is(msg, k.Up) && f.at > 0:
		f.FocusOn(f.at - 1)
		return Moved
	case e == Ignored && keys.Is(msg, k.Down) && f.at < last:
		f.FocusOn(f.at + 1)
		return Moved
	}
	return e
}

// Click puts the field at a cell in focus and clicks on it. It does not pick.
func (f *Form) Click(x, y int) Event {
	y += f.scroll.Top()
	for i, s := range f.tops {
		if s.from <= y && y < s.to {
			f.FocusOn(i)
			if e := f.fields[i].Click(x, y-s.y); e == Changed || e == Picked {
				return Changed
			}
			return Moved
		}
	}
	return Ignored
}

// Height is with boxes and blank lines between the fields, and without.
func (f *Form) Height(w int) (best, least int) {
	for i := range f.fields {
		b, l := f.block(i, w, true), f.block(i, w, false)
		best, least = best+b.height()+1, least+l.height()
	}
	return best - 1, least
}

// A block is one field as it is laid out.
type block struct {
	label, note []string
	widget      int // lines of the widget
}

func (b block) height() int { return len(b.label) + b.widget + len(b.note) }

func (f *Form) block(i, w int, roomy bool) block {
	c, t := f.caption(i), &f.kit.Theme
	var b block
	style := t.Label
	if f.focused && i == f.at {
		style = t.Title
	}
	if c.Label != "" {
		for _, l := range Wrap(c.Label, w) {
			b.label = append(b.label, style.Render(l))
		}
	}
	if c.Note != "" {
		style, mark := t.Tone(c.Tone)
		if mark != "" {
			mark += " "
		}
		for _, l := range Wrap(mark+c.Note, w) {
			b.note = append(b.note, style.Render(l))
		}
	}
	best, least := f.fields[i].Height(w)
	if b.widget = least; roomy {
		b.widget = best
	}
	return b
}

// View draws as much of the form as there is room for, the field in focus in
// any case.
func (f *Form) View(w, h int) (string, *tea.Cursor) {
	if w <= 0 || h <= 0 {
		return Fit("", w, h), nil
	}
	best, _ := f.Height(w)
	var cursor *tea.Cursor
	out := f.scroll.View(w, h, func(w int) []string {
		lines, c := f.lay(w, best <= h)
		cursor = c
		return lines
	})
	cursor = Shift(cursor, 0, -f.scroll.Top())
	if cursor != nil && (cursor.Y < 0 || cursor.Y >= h) {
		cursor = nil
	}
	return out, cursor
}

// lay draws all fields and asks for the one in focus to be shown.
func (f *Form) lay(w int, roomy bool) ([]string, *tea.Cursor) {
	var (
		lines  []string
		cursor *tea.Cursor
	)
	f.tops = f.tops[:0]
	for i, field := range f.fields {
		if roomy && i > 0 {
			lines = append(lines, "")
		}
		b, from := f.block(i, w, roomy), len(lines)
		lines = append(lines, b.label...)
		y := len(lines)
		drawn, c := field.View(w, b.widget)
		if b.widget > 0 {
			lines = append(lines, strings.Split(drawn, "\n")...)
		}
		lines = append(lines, b.note...)
		f.tops = append(f.tops, span{y, from, len(lines)})
		if i == f.at {
			cursor = Shift(c, 0, y)
			f.scroll.ShowLine(from, len(lines), y+field.Line())
		}
	}
	return lines, cursor
}
