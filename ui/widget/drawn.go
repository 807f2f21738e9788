package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A Drawn is what a screen looks like: its text, where the cursor stands (nil
// where nothing is typed), and the parts that the mouse can hit. Positions are
// relative to the top left cell of the text.
type Drawn struct {
	Text    string
	Cursor  *tea.Cursor
	Targets []Target
}

// A Target is the cells in which a click is for somebody.
type Target struct {
	X, Y, W, H int
	On         Clickable
}

// A Clickable handles a click on a cell of what it drew last.
type Clickable interface{ Click(x, y int) Event }

// A ClickMsg is a click on a target, in its own coordinates.
type ClickMsg struct {
	On   Clickable
	X, Y int
}

// Do clicks, and says what that did.
func (m ClickMsg) Do() Event { return m.On.Click(m.X, m.Y) }

// A viewer is a widget that can be drawn by itself.
type viewer interface {
	Clickable
	View(w, h int) (string, *tea.Cursor)
}

// Draw draws a widget in w×h cells, all of which are its target.
func Draw(v viewer, w, h int) Drawn {
	text, cursor := v.View(w, h)
	return Drawn{text, cursor, []Target{{0, 0, w, h, v}}}
}

// DrawLines draws lines that nothing can be done with.
func DrawLines(lines ...string) Drawn { return Drawn{Text: strings.Join(lines, "\n")} }

// Shift moves cursor and targets by x and y cells, for a text that now stands
// within another one.
func (d Drawn) Shift(x, y int) Drawn {
	targets := make([]Target, len(d.Targets))
	for i, t := range d.Targets {
		t.X, t.Y = t.X+x, t.Y+y
		targets[i] = t
	}
	return Drawn{d.Text, Shift(d.Cursor, x, y), targets}
}

// Under puts lines above what is drawn.
func (d Drawn) Under(lines ...string) Drawn {
	if len(lines) == 0 {
		return d
	}
	head := strings.Join(lines, "\n")
	d = d.Shift(0, strings.Count(head, "\n")+1)
	d.Text = head + "\n" + d.Text
	return d
}

// Over puts lines below what is drawn.
func (d Drawn) Over(lines ...string) Drawn {
	if len(lines) > 0 {
		d.Text += "\n" + strings.Join(lines, "\n")
	}
	return d
}

// Then puts another drawn part below this one, which is h lines high.
func (d Drawn) Then(h int, below Drawn) Drawn {
	below = below.Shift(0, h)
	d.Text += "\n" + below.Text
	d.Targets = append(d.Targets[:len(d.Targets):len(d.Targets)], below.Targets...)
	if d.Cursor == nil {
		d.Cursor = below.Cursor
	}
	return d
}

// Hit returns the click on the target at a cell; of several there the one drawn
// last.
func (d Drawn) Hit(x, y int) (ClickMsg, bool) {
	for i := len(d.Targets) - 1; i >= 0; i-- {
		if t := d.Targets[i]; t.X <= x && x < t.X+t.W && t.Y <= y && y < t.Y+t.H {
			return ClickMsg{t.On, x - t.X, y - t.Y}, true
		}
	}
	return ClickMsg{}, false
}
