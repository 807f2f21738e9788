package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/keys"
)

// A Confirm is a row of two or three buttons. Left, right and Tab move, Enter
// and a click pick. It may start without a value, for a yes or no that is not
// answered: Enter then picks -1.
//
// (huh's Confirm has two buttons at most and breaks them in the middle where
// they do not fit: these stand below each other then.)
type Confirm struct {
	kit     *Kit
	labels  func() []string
	value   int
	focused bool
	spans   []span // as drawn last
}

// A span is the cells from ≤ x < to of line y.
type span struct{ y, from, to int }

// NewConfirm returns buttons with one of them, the safe one, in focus; -1 for
// none.
func NewConfirm(k *Kit, labels func() []string, value int) *Confirm {
	return &Confirm{kit: k, labels: labels, value: value}
}

// Value is the button in focus, -1 for none.
func (c *Confirm) Value() int { return c.value }

// SetValue puts a button in focus, -1 for none.
func (c *Confirm) SetValue(i int) { c.value = i }

// Line, Focus, Typing, Help: see Widget.
func (c *Confirm) Line() int {
	if c.value < 0 || c.value >= len(c.spans) {
		return 0
	}
	return c.spans[c.value].y
}

func (c *Confirm) Focus(on bool)       { c.focused = on }
func (c *Confirm) Typing() bool        { return false }
func (c *Confirm) Help() []key.Binding { return []key.Binding{c.kit.Keys.Aside} }

// Update moves between the buttons.
func (c *Confirm) Update(msg tea.Msg) Event {
	k, n := &c.kit.Keys, len(c.labels())
	var to int
	switch {
	case n == 0:
		return Ignored
	case keys.Is(msg, k.Continue):
		return Picked
	case keys.Is(msg, k.Right):
		to = min(c.value+1, n-1)
	case keys.Is(msg, k.Left):
		to = max(c.value-1, 0)
	case keys.Is(msg, k.Next):
		to = (c.value + 1) % n
	case keys.Is(msg, k.Previous):
		to = (max(c.value, 0) + n - 1) % n
	default:
		return Ignored
	}
	if to == c.value {
		return Moved
	}
	c.value = to
	return Changed
}

// Click picks the button at a cell.
func (c *Confirm) Click(x, y int) Event {
	for i, s := range c.spans {
		if y == s.y && s.from <= x && x < s.to {
			c.value = i
			return Picked
		}
	}
	return Ignored
}

// Height is one line, or one a button where they do not fit side by side.
func (c *Confirm) Height(w int) (best, least int) {
	n, used := len(c.labels()), -1
	for _, l := range c.labels() {
		used += Width(l) + 5
	}
	if used > w {
		return n, n
	}
	return 1, 1
}

// View draws the buttons.
func (c *Confirm) View(w, h int) (string, *tea.Cursor) {
	t := &c.kit.Theme
	stacked, _ := c.Height(w)
	var lines []string
	var row strings.Builder
	c.spans = c.spans[:0]
	x := 0
	for i, l := range c.labels() {
		style, text := t.Button, "  "+l+"  "
		if i == c.value {
			text = "[ " + l + " ]"
			if c.focused {
				style = t.ButtonFocused
			}
		}
		c.spans = append(c.spans, span{len(lines), x, x + Width(text)})
		row.WriteString(style.Render(text))
		if stacked > 1 {
			lines = append(lines, row.String())
			row.Reset()
			continue
		}
		row.WriteString(" ")
		x += Width(text) + 1
	}
	if stacked <= 1 {
		lines = append(lines, row.String())
	}
	return FitLines(lines, w, h), nil
}
