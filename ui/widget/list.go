package widget

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/ui/keys"
)

// A List is any number of rows of equal height, of which only the visible ones
// are ever drawn: a hundred thousand cost as much as ten. Arrows, PgUp, PgDn,
// Home, End and the wheel move, Enter and a click on the row in focus pick.
type List struct {
	// Header returns the line above row i where a group begins, "" elsewhere.
	// It may be nil.
	Header func(i int) string

	kit     *Kit
	row     func(i, w int, focused bool) []string
	height  int
	n       int
	at, top int
	seen    int   // rows on the screen, as drawn last
	hits    []int // row behind each line, as drawn last; -1 for none
	focused bool
}

// NewList returns a list of rows of height lines each. The function row draws
// row i in w cells; before its lines stand two more cells, with a bar where
// the row is in focus.
func NewList(k *Kit, height int, row func(i, w int, focused bool) []string) *List {
	return &List{kit: k, row: row, height: max(1, height), focused: true}
}

// SetCount says how many rows there are. The focus stays on its index as far as
// there is one.
func (l *List) SetCount(n int) { l.n = max(0, n); l.Select(l.at) }

// Count is the number of rows.
func (l *List) Count() int { return l.n }

// At is the row in focus, -1 if there are no rows.
func (l *List) At() int {
	if l.n == 0 {
		return -1
	}
	return l.at
}

// Select puts a row in focus.
func (l *List) Select(i int) { l.at = max(0, min(i, l.n-1)) }

// Line, Focus, Typing, Help: see Widget. A list is in focus to begin with.
func (l *List) Line() int           { return max(0, slices.Index(l.hits, l.at)) }
func (l *List) Focus(on bool)       { l.focused = on }
func (l *List) Typing() bool        { return false }
func (l *List) Help() []key.Binding { return []key.Binding{l.kit.Keys.Move, l.kit.Keys.Open} }

// Update moves. At either end it ignores the keys that lead beyond.
func (l *List) Update(msg tea.Msg) Event {
	k, to := &l.kit.Keys, l.at+wheel(msg)
	page := max(1, l.seen-1)
	switch {
	case l.n == 0:
		return Ignored
	case keys.Is(msg, k.Open):
		return Picked
	case keys.Is(msg, k.Up):
		to--
	case keys.Is(msg, k.Down):
		to++
	case keys.Is(msg, k.PageUp):
		to -= page
	case keys.Is(msg, k.PageDown):
		to += page
	case keys.Is(msg, k.Home):
		to = 0
	case keys.Is(msg, k.End):
		to = l.n - 1
	}
	was := l.at
	l.Select(to)
	if l.at == was {
		return Ignored
	}
	return Moved
}

// RowAt returns the row drawn on line y.
func (l *List) RowAt(y int) (int, bool) {
	if y < 0 || y >= len(l.hits) || l.hits[y] < 0 {
		return 0, false
	}
	return l.hits[y], true
}

// Click puts a row in focus, or picks it if it is.
func (l *List) Click(_, y int) Event {
	i, ok := l.RowAt(y)
	if !ok {
		return Ignored
	}
	if i == l.at {
		return Picked
	}
	l.at = i
	return Moved
}

// Height is that of all rows, headers not counted.
func (l *List) Height(int) (best, least int) { return l.n * l.height, min(l.n, 3) * l.height }

// header returns the line above row i, "" for none.
func (l *List) header(i int) string {
	if l.Header == nil {
		return ""
	}
	return l.Header(i)
}

// tall is the number of lines that row i takes with its header.
func (l *List) tall(i int) int {
	if l.header(i) != "" {
		return l.height + 1
	}
	return l.height
}

// settle moves the window as little as it takes to show the row in focus and
// to leave no line empty. It looks at no more rows than fit on the screen.
func (l *List) settle(h int) {
	l.top = max(min(l.top, l.at), l.at-h/l.height)
	used := 0
	for i := l.top; i <= l.at; i++ {
		used += l.tall(i)
	}
	for ; used > h && l.top < l.at; l.top++ {
		used -= l.tall(l.top)
	}
	for i := l.at + 1; i < l.n && used < h; i++ {
		used += l.tall(i)
	}
	for l.top > 0 && used+l.tall(l.top-1) <= h {
		l.top--
		used += l.tall(l.top)
	}
}

// overflows reports whether the rows take more than h lines.
func (l *List) overflows(h int) bool {
	used := 0
	for i := 0; i < l.n && used <= h; i++ {
		used += l.tall(i)
	}
	return used > h
}

// View draws the visible rows.
func (l *List) View(w, h int) (string, *tea.Cursor) {
	l.hits, l.seen = l.hits[:0], 0
	if w <= 0 || h <= 0 {
		return Fit("", w, h), nil
	}
	l.settle(h)
	inner := w
	if w > gutter && l.overflows(h) {
		inner = w - gutter
	}
	var lines []string
	i := l.top
	for ; i < l.n && len(lines) < h; i++ {
		lines = append(lines, l.draw(i, inner)...)
		if len(lines) <= h {
			l.seen++
		}
	}
	below := i < l.n || len(lines) > h
	lines, l.hits = lines[:min(len(lines), h)], l.hits[:min(len(l.hits), h)]
	return l.kit.marked(lines, w, inner, h, l.top > 0, below), nil
}

// draw draws row i with its header and notes which lines it is on.
func (l *List) draw(i, w int) []string {
	var lines []string
	if head := l.header(i); head != "" {
		lines = append(lines, l.kit.Theme.Dim.Render(Cut(head, w)))
		l.hits = append(l.hits, -1)
	}
	focused := l.focused && i == l.at
	bar := "  "
	if focused {
		bar = l.kit.Theme.Bar.Render(l.kit.Theme.Mark.Here) + " "
	}
	rows := strings.Split(FitLines(l.row(i, max(0, w-2), focused), max(0, w-2), l.height), "\n")
	for n, row := range rows {
		if n > 0 && blank(ansi.Strip(row)) {
			bar = "  " // a gap below the row belongs to nobody
		}
		lines = append(lines, bar+row)
		l.hits = append(l.hits, i)
	}
	return lines
}
