package widget

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"github.com/xuke-cli/xuke/ui/keys"
)

// numbered is the most options that get a number to press.
const numbered = 9

// A Choice is one of several. It starts without a value: passing by is no
// answer. Moving chooses, as with the buttons of a radio; so do the number
// keys, Space and a click. Enter, or a click on what is chosen, picks; where
// nothing is chosen yet it chooses first, so that Enter alone answers nothing. At
// either end up and down are ignored, so that a form can go on to the next
// field.
//
// The options are a huh.Select, without its keys, words and titles.
type Choice struct {
	picker
	value  int
	field  *huh.Select[int]
	look   *huh.Styles // huh asks for it often
	width  int         // that huh knows of
	starts []int       // first line of each option found, as drawn last, and the end
}

// NewChoice returns a choice of the options, which are asked for at every
// frame: always the same ones in the same order, in whatever language.
func NewChoice(k *Kit, options func() []Option) *Choice {
	c := &Choice{picker: newPicker(k, options), value: -1, field: huh.NewSelect[int](), look: k.Theme.Huh()}
	c.field.WithTheme(huh.ThemeFunc(func(bool) *huh.Styles { return c.look }))
	c.field.WithKeyMap(&huh.KeyMap{Select: huh.SelectKeyMap{
		Up: k.Keys.Up, Down: k.Keys.Down, GotoTop: k.Keys.Home, GotoBottom: k.Keys.End,
		HalfPageUp: k.Keys.PageUp, HalfPageDown: k.Keys.PageDown,
	}})
	return c
}

// Value is the index of what is chosen, -1 for nothing yet.
func (c *Choice) Value() int { return c.value }

// SetValue chooses an option and puts it in focus; -1 takes the choice back.
func (c *Choice) SetValue(i int) { c.value, c.at = i, max(0, i) }

// Line, Focus, Typing, Help: see Widget.
func (c *Choice) Line() int {
	if n := c.place(c.found()); n >= 0 && n < len(c.starts) {
		return c.offset + c.starts[n] - c.scroll.Top()
	}
	return 0
}

func (c *Choice) Focus(on bool)       { c.focused = on }
func (c *Choice) Typing() bool        { return c.searching() }
func (c *Choice) Help() []key.Binding { return []key.Binding{c.kit.Keys.Move} }

// Update chooses.
func (c *Choice) Update(msg tea.Msg) Event {
	found, k := c.found(), &c.kit.Keys
	n := c.place(found)
	switch by := wheel(msg); {
	case by < 0:
		msg = tea.KeyPressMsg{Code: tea.KeyUp}
	case by > 0:
		msg = tea.KeyPressMsg{Code: tea.KeyDown}
	}
	switch {
	case keys.Is(msg, k.Continue):
		return c.goOn(n)
	case n < 0:
		return c.find(msg)
	case keys.Is(msg, k.Up, k.Down, k.PageUp, k.PageDown, k.Home, k.End):
		return c.hover(msg, found, n)
	case c.searching():
		return c.find(msg)
	case keys.Is(msg, k.Toggle):
		return c.choose(c.at)
	case digit(msg) > 0 && digit(msg) <= len(found) && len(found) <= numbered:
		return c.choose(digit(msg) - 1)
	}
	return Ignored
}

// goOn is what Enter does on the option at place n: where nothing was chosen it
// chooses, and only then goes on.
func (c *Choice) goOn(n int) Event {
	switch {
	case n < 0:
		return Moved
	case c.value < 0:
		return c.choose(c.at)
	}
	return Picked
}

// hover moves to another option, which is chosen by that. At either end it
// ignores the keys that lead beyond.
func (c *Choice) hover(msg tea.Msg, found []int, n int) Event {
	k := &c.kit.Keys
	if keys.Is(msg, k.Up, k.PageUp) && n == 0 || keys.Is(msg, k.Down, k.PageDown) && n == len(found)-1 {
		return Ignored
	}
	c.load(found, nil)
	c.field.Update(msg)
	if at, ok := c.field.Hovered(); ok {
		return c.choose(at)
	}
	return Ignored
}

func (c *Choice) choose(i int) Event {
	c.at = i
	if c.value == i {
		return Moved
	}
	c.value = i
	return Changed
}

// digit returns the number of a number key, 0 for any other.
func digit(msg tea.Msg) int {
	if k, ok := msg.(tea.KeyPressMsg); ok && len(k.Text) == 1 && k.Text[0] >= '1' && k.Text[0] <= '9' {
		return int(k.Text[0] - '0')
	}
	return 0
}

// Click chooses; see Choice.
func (c *Choice) Click(_, y int) Event {
	line := c.scroll.Top() + y - c.offset
	for n, i := range c.found() {
		if y >= c.offset && n+1 < len(c.starts) && c.starts[n] <= line && line < c.starts[n+1] {
			if c.choose(i) == Moved {
				return Picked
			}
			return Changed
		}
	}
	return Ignored
}

// Height is with all notes, and with none.
func (c *Choice) Height(w int) (best, least int) {
	head, _ := c.head(w)
	found := c.found()
	return len(head) + height(c.labels(found, w, true)), len(head) + height(c.labels(found, w, false))
}

func height(blocks []string) (n int) {
	for _, b := range blocks {
		n += 1 + strings.Count(b, "\n")
	}
	return n
}

// View draws the options: with all notes if there is room for them, else with
// that of the option in focus below.
func (c *Choice) View(w, h int) (string, *tea.Cursor) {
	if w <= 0 || h <= 0 {
		return Fit("", w, h), nil
	}
	c.look = c.kit.Theme.Huh()
	found := c.found()
	n := c.place(found)
	best, _ := c.Height(w)
	var foot []string
	if best > h {
		foot = c.foot(w, min(3, h/3))
	}
	return c.frame(w, h, foot, func(w int) []string {
		if n < 0 {
			return nil
		}
		labels := c.labels(found, w, best <= h)
		c.starts = c.starts[:0]
		line := 0
		for i, l := range labels {
			c.starts = append(c.starts, line)
			line += 1 + strings.Count(l, "\n")
			if i == n {
				c.scroll.Show(c.starts[n], line)
			}
		}
		c.starts = append(c.starts, line)
		if c.focused {
			c.field.Focus()
		} else {
			c.field.Blur()
		}
		if w != c.width {
			c.field.WithWidth(w)
			c.width = w
		}
		c.load(found, labels)
		return strings.Split(c.field.View(), "\n")
	})
}

// load gives huh the options found, each drawn as its label.
func (c *Choice) load(found []int, labels []string) {
	options := make([]huh.Option[int], len(found))
	for n, i := range found {
		options[n].Value = i
		if labels != nil {
			options[n].Key = labels[n]
		}
	}
	at := c.at
	c.field.Accessor(&huh.EmbeddedAccessor[int]{}) // Options writes the old value
	c.field.Options(options...)
	c.field.Value(&at)
}

// labels draws the options found for width w, without the bar of the one in
// focus.
func (c *Choice) labels(found []int, w int, notes bool) []string {
	t, options := &c.kit.Theme, c.options()
	out := make([]string, len(found))
	for n, i := range found {
		lead := t.Mark.Off
		if i == c.value {
			lead = t.Mark.On
		}
		if len(options) <= numbered {
			lead += fmt.Sprintf(" %d", n+1)
		}
		lead += " "
		style := t.Text
		if i == c.at && c.focused {
			style = t.Selected
		}
		out[n] = strings.Join(c.hang(lead, options[i], w-2, notes, style.Render), "\n")
	}
	return out
}

// hang sets an option behind its mark, all lines in w cells.
func (c *Choice) hang(lead string, o Option, w int, note bool, render func(...string) string) []string {
	indent := strings.Repeat(" ", Width(lead))
	inner := max(1, w-len(indent))
	lines := Wrap(o.Label, inner)
	for i, l := range lines {
		lines[i] = render(lead + l)
		lead = indent
	}
	if note && o.Note != "" {
		notes := Wrap(o.Note, inner)
		for i, l := range notes {
			notes[i] = indent + c.kit.Theme.Dim.Render(l)
		}
		lines = slices.Concat(lines, notes)
	}
	return lines
}
