package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is the cells that a line takes, escape sequences not counted.
func Width(s string) int { return ansi.StringWidth(s) }

// cluster returns the first grapheme of s and its width in cells.
func cluster(s string) (string, int) { return ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth) }

// Cut shortens a line to w cells, with … at its end if something is missing.
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if Width(s) <= w {
		return s
	}
	var (
		b     strings.Builder
		state byte
		full  bool
	)
	for len(s) > 0 {
		if escape(s[0]) { // styles end behind the cut, too
			seq, _, n, next := ansi.DecodeSequence(s, state, nil)
			b.WriteString(seq)
			s, state = s[n:], next
			continue
		}
		c, cw := cluster(s) // ansi.Truncate counts a keycap (1️⃣) as one cell
		s = s[len(c):]
		switch {
		case full:
		case cw > w-1:
			b.WriteString("…")
			full = true
		default:
			b.WriteString(c)
			w -= cw
		}
	}
	return b.String()
}

// escape reports whether a control sequence may begin with c.
func escape(c byte) bool { return c == ansi.ESC || c >= 0x80 && c < 0xA0 }

// Pad cuts or fills a line to exactly w cells.
func Pad(s string, w int) string {
	s = Cut(footing(s), w)
	return s + strings.Repeat(" ", max(0, w-Width(s)))
}

// PadLeft is Pad with the text on the right.
func PadLeft(s string, w int) string {
	s = Cut(footing(s), w)
	return strings.Repeat(" ", max(0, w-Width(s))) + s
}

// footing gives a combining mark at the beginning something to stand on, lest
// it joins what comes before it on the screen, and widens that.
func footing(s string) string {
	if r, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.M, r) {
		return "·" + s
	}
	return s
}

// Spread puts left and right at the two ends of w cells. Where there is not
// room for both and a gap of two, left is cut, as far as to a third of w; then
// right is.
func Spread(left, right string, w int) string {
	if right == "" {
		return Pad(left, w)
	}
	l := min(Width(left), max(w-2-Width(right), w/3))
	if l == 0 {
		return PadLeft(right, w)
	}
	gap := min(2, w-l)
	return Pad(left, l) + strings.Repeat(" ", gap) + PadLeft(right, w-l-gap)
}

// tame takes out what would move the cursor in the middle of a line.
var tame = strings.NewReplacer("\t", " ", "\r", "", "\v", " ", "\f", " ", "\b", "", "\x00", "")

// Fit cuts or fills text, which may be styled, to exactly w×h cells.
func Fit(text string, w, h int) string {
	if w <= 0 || h <= 0 {
		return strings.Repeat("\n", max(0, h-1))
	}
	return FitLines(strings.Split(text, "\n"), w, h)
}

// FitLines is Fit for lines.
func FitLines(lines []string, w, h int) string {
	if w <= 0 || h <= 0 {
		return strings.Repeat("\n", max(0, h-1))
	}
	var b strings.Builder
	for i := range h {
		line := ""
		if i < len(lines) {
			line = tame.Replace(lines[i])
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(Pad(line, w))
	}
	return b.String()
}

// A Column is a block of text and the cells it gets. Of no Width it is left
// out.
type Column struct {
	Text  string
	Width int
}

// Columns joins blocks side by side, all h lines high, with gap between them
// on every line.
func Columns(h int, gap string, columns ...Column) string {
	rows := make([]strings.Builder, max(0, h))
	first := true
	for _, c := range columns {
		if c.Width <= 0 {
			continue
		}
		for i, line := range strings.Split(Fit(c.Text, c.Width, h), "\n") {
			if i >= h {
				break
			}
			if !first {
				rows[i].WriteString(gap)
			}
			rows[i].WriteString(line)
		}
		first = false
	}
	lines := make([]string, len(rows))
	for i := range rows {
		lines[i] = rows[i].String()
	}
	return strings.Join(lines, "\n")
}
