package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/keys"
)

// gutter is the cells on the right that the marks for "more" take, where there
// is more.
const gutter = 2

// A Scroll is a window on lines: as wide as the widget, but maybe not as high.
// It is moved by keys, for text that is read, or follows what Show names, for
// a field or an option in focus. Marks on the right say that there is more.
type Scroll struct {
	kit         *Kit
	top         int
	seen, total int // as drawn last
	from, to    int // lines to show at the next frame, if follow
	follow      bool
}

// NewScroll returns a window at the top.
func NewScroll(k *Kit) *Scroll { return &Scroll{kit: k} }

// Show asks for the lines from ≤ i < to to be visible from the next frame on.
// Of more lines than there is room for the first ones are.
func (s *Scroll) Show(from, to int) { s.from, s.to, s.follow = from, to, true }

// ShowLine is Show for something that may be too high: line is seen in any
// case.
func (s *Scroll) ShowLine(from, to, line int) {
	if to-from > s.seen {
		from, to = line, line+1
	}
	s.Show(from, to)
}

// Top is the first visible line; a click on row y is on line Top()+y.
func (s *Scroll) Top() int { return s.top }

// Reset goes back to the top.
func (s *Scroll) Reset() { s.top, s.follow = 0, false }

// More reports whether there is anything that cannot be seen.
func (s *Scroll) More() bool { return s.total > s.seen }

// Update moves the window. At its end it ignores the keys.
func (s *Scroll) Update(msg tea.Msg) Event {
	k, by := &s.kit.Keys, wheel(msg)
	page := max(1, s.seen-1)
	switch {
	case keys.Is(msg, k.Up):
		by = -1
	case keys.Is(msg, k.Down):
		by = 1
	case keys.Is(msg, k.PageUp):
		by = -page
	case keys.Is(msg, k.PageDown):
		by = page
	case keys.Is(msg, k.Home):
		by = -s.total
	case keys.Is(msg, k.End):
		by = s.total
	}
	top := clamp(s.top+by, 0, s.total-s.seen)
	if top == s.top {
		return Ignored
	}
	s.top, s.follow = top, false
	return Moved
}

// View draws the lines that render returns for a width. It is called once, or
// twice if they are more than h.
func (s *Scroll) View(w, h int, render func(w int) []string) string {
	s.seen = max(0, h)
	lines, inner := render(w), w
	if len(lines) > h && w > gutter {
		inner = w - gutter
		lines = render(inner)
	}
	s.total = len(lines)
	if s.follow {
		s.top = reveal(s.top, s.seen, s.from, s.to)
	}
	s.top = clamp(s.top, 0, s.total-s.seen)
	end := min(s.top+s.seen, s.total)
	return s.kit.marked(lines[s.top:end], w, inner, h, s.top > 0, end < s.total)
}

// marked draws lines of inner cells on w×h, with marks for more above and
// below in the gutter.
func (k *Kit) marked(lines []string, w, inner, h int, above, below bool) string {
	if inner >= w || w <= 0 || h <= 0 {
		return FitLines(lines, w, h)
	}
	out := strings.Split(FitLines(lines, inner, h), "\n")
	for i := range out {
		mark := " "
		switch {
		case i == 0 && above:
			mark = k.Theme.Dim.Render(k.Theme.Mark.Above)
		case i == h-1 && below:
			mark = k.Theme.Dim.Render(k.Theme.Mark.Below)
		}
		out[i] += strings.Repeat(" ", w-inner-1) + mark
	}
	return strings.Join(out, "\n")
}

// reveal moves top as little as it takes to have the lines from ≤ i < to in a
// window of h lines.
func reveal(top, h, from, to int) int {
	if to > top+h {
		top = to - h
	}
	return min(top, from)
}

func clamp(n, least, most int) int { return max(least, min(n, most)) }
