package widget

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/keys"
)

// Choices is several of several, in as many columns as there is room for.
// Arrows move, Space and a click tick, Ctrl+A ticks all or none, Enter picks
// them as they are. Of more than twelve options letters search; ticking one
// empties the search line.
type Choices struct {
	picker
	ticked  []bool
	columns int   // as drawn last
	cell    int   // width of a column, as drawn last
	starts  []int // first line of each row, as drawn last, and the end
}

// NewChoices returns a choice of several of the options, which are asked for
// at every frame.
func NewChoices(k *Kit, options func() []Option) *Choices {
	return &Choices{picker: newPicker(k, options), columns: 1}
}

// Values lists what is ticked, in order.
func (c *Choices) Values() []int {
	var on []int
	for i, t := range c.ticked {
		if t {
			on = append(on, i)
		}
	}
	return on
}

// SetValues ticks these and no others.
func (c *Choices) SetValues(on ...int) {
	c.ticked = make([]bool, len(c.options()))
	for _, i := range on {
		if i >= 0 && i < len(c.ticked) {
			c.ticked[i] = true
		}
	}
}

// Line, Focus, Typing, Help: see Widget.
func (c *Choices) Line() int {
	if n := c.place(c.found()); n >= 0 && n/c.columns < len(c.starts) {
		return c.offset + c.starts[n/c.columns] - c.scroll.Top()
	}
	return 0
}

func (c *Choices) Focus(on bool) { c.focused = on }
func (c *Choices) Typing() bool  { return c.searching() }
func (c *Choices) Help() []key.Binding {
	return []key.Binding{c.kit.Keys.Move, c.kit.Keys.Toggle, c.kit.Keys.All}
}

// Update moves and ticks.
func (c *Choices) Update(msg tea.Msg) Event {
	found, k := c.found(), &c.kit.Keys
	n := c.place(found)
	by, ok := c.way(msg, n, len(found)-1)
	switch {
	case keys.Is(msg, k.Continue):
		return Picked
	case keys.Is(msg, k.All):
		c.all(found)
		return Changed
	case keys.Is(msg, k.Toggle) && n >= 0:
		return c.tick(c.at)
	case !ok && !keys.Is(msg, k.Toggle):
		return c.find(msg)
	case n < 0:
		return Moved
	}
	return c.step(found, n, by)
}

// way is how many options a key leads on from the one at place n, and whether
// it is a key that moves.
func (c *Choices) way(msg tea.Msg, n, last int) (by int, ok bool) {
	k := &c.kit.Keys
	for _, to := range []struct {
		key key.Binding
		by  int
	}{
		{k.Left, -1}, {k.Right, 1}, {k.Up, -c.columns}, {k.Down, c.columns},
		{k.PageUp, -n}, {k.Home, -n}, {k.PageDown, last - n}, {k.End, last - n},
	} {
		if keys.Is(msg, to.key) {
			return to.by, true
		}
	}
	by = c.columns * wheel(msg)
	return by, by != 0
}

// step moves by so many options, as far as there are any.
func (c *Choices) step(found []int, n, by int) Event {
	last := len(found) - 1
	switch to := n + by; {
	case to >= 0 && to <= last:
		c.at = found[to]
	case by > 1 && n/c.columns < last/c.columns: // the last row is shorter
		c.at = found[last]
	case by == c.columns || by == -c.columns:
		return Ignored
	}
	return Moved
}

func (c *Choices) tick(i int) Event {
	c.grow()
	c.at, c.ticked[i] = i, !c.ticked[i]
	c.search.SetValue("")
	return Changed
}

// all ticks the options found, or unticks them if they all are.
func (c *Choices) all(found []int) {
	c.grow()
	on := slices.ContainsFunc(found, func(i int) bool { return !c.ticked[i] })
	for _, i := range found {
		c.ticked[i] = on
	}
}

func (c *Choices) grow() {
	for len(c.ticked) < len(c.options()) {
		c.ticked = append(c.ticked, false)
	}
}

// Click ticks.
func (c *Choices) Click(x, y int) Event {
	found, line := c.found(), c.scroll.Top()+y-c.offset
	for row := 0; row+1 < len(c.starts) && y >= c.offset && c.cell > 0; row++ {
		n := row*c.columns + x/c.cell
		if c.starts[row] <= line && line < c.starts[row+1] && x/c.cell < c.columns && n < len(found) {
			return c.tick(found[n])
		}
	}
	return Ignored
}

// Height is that of all options.
func (c *Choices) Height(w int) (best, least int) {
	head, _ := c.head(w)
	n := len(head) + len(c.grid(c.found(), w))
	return n, n
}

// View draws the options, and the note of the one in focus below.
func (c *Choices) View(w, h int) (string, *tea.Cursor) {
	if w <= 0 || h <= 0 {
		return Fit("", w, h), nil
	}
	found := c.found()
	n := c.place(found)
	return c.frame(w, h, c.foot(w, min(3, h/3)), func(w int) []string {
		lines := c.grid(found, w)
		if row := n / c.columns; n >= 0 && row+1 < len(c.starts) {
			c.scroll.Show(c.starts[row], c.starts[row+1])
		}
		return lines
	})
}

// grid draws the options found for width w, row by row, and notes where.
func (c *Choices) grid(found []int, w int) []string {
	t, options := &c.kit.Theme, c.options()
	lead := 2 + Width(t.Mark.Box) + 1
	widest := 1
	for _, o := range options {
		widest = max(widest, Width(o.Label))
	}
	c.cell = min(w, lead+widest+2)
	c.columns = clamp(w/c.cell, 1, 6)
	inner := max(1, c.cell-lead)
	c.starts = append(c.starts[:0], 0)
	var lines []string
	for row := range slices.Chunk(found, c.columns) {
		var block []Column
		h := 1
		for _, i := range row {
			label := Wrap(options[i].Label, inner)
			h = max(h, len(label))
			block = append(block, Column{strings.Join(c.option(i, label, lead), "\n"), c.cell})
		}
		lines = append(lines, strings.Split(Columns(h, "", block...), "\n")...)
		c.starts = append(c.starts, len(lines))
	}
	return lines
}

// option sets a label behind its mark.
func (c *Choices) option(i int, label []string, lead int) []string {
	t := &c.kit.Theme
	style, bar, box := t.Text, "  ", t.Mark.Box
	if i < len(c.ticked) && c.ticked[i] {
		box = t.Mark.Tick
	}
	if i == c.at && c.focused {
		style, bar = t.Selected, t.Bar.Render(t.Mark.Here)+" "
	}
	for n, l := range label {
		if n == 0 {
			label[n] = bar + style.Render(box+" "+l)
		} else {
			label[n] = strings.Repeat(" ", lead) + style.Render(l)
		}
	}
	return label
}
