package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// What may not begin and what may not end a line of Chinese text (kinsoku).
const (
	noStart = "，。、；：？！”’）》」』】〕〉…—～·%‰℃,.;:?!)]}"
	noEnd   = "（《“‘「『【〔〈([{￥$"
)

// Wrap breaks plain text into lines of at most w cells, by the rules of UAX #14
// and those of Chinese typesetting. Nothing but blanks at a break is dropped; a
// word longer than a line is broken. Of the two rules about punctuation and
// width, width wins. A character too wide for the line (w = 1) becomes "…".
//
// Style lines after wrapping, not before.
func Wrap(s string, w int) []string {
	w = max(1, w)
	var lines []string
	for _, paragraph := range strings.Split(paragraphs.Replace(s), "\n") {
		lines = append(lines, wrap(paragraph, w)...)
	}
	return lines
}

// WrapAll wraps each of several paragraphs.
func WrapAll(paragraphs []string, w int) []string {
	var lines []string
	for _, p := range paragraphs {
		lines = append(lines, Wrap(p, w)...)
	}
	return lines
}

var paragraphs = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")

func wrap(s string, w int) []string {
	var (
		lines []string
		line  strings.Builder
		used  int // cells of line
	)
	flush := func() {
		lines = append(lines, strings.TrimRight(line.String(), " "))
		line.Reset()
		used = 0
	}
	for _, seg := range segments(s) {
		word := strings.TrimRight(seg, " ")
		wide := cells(word)
		if used > 0 && used+wide > w {
			flush()
		}
		for wide > w { // longer than a line: fill it by characters
			head := take(word, w)
			if head == "" {
				c, cw := cluster(word)
				lines = append(lines, "…")
				word, seg, wide = word[len(c):], seg[len(c):], wide-cw
				continue
			}
			lines = append(lines, head)
			word, seg, wide = word[len(head):], seg[len(head):], wide-cells(head)
		}
		blanks := min(len(seg)-len(word), max(0, w-used-wide))
		line.WriteString(seg[:len(word)+blanks])
		used += wide + blanks
	}
	if line.Len() > 0 || len(lines) == 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// cells is the width of s, a grapheme at a time: what it is wherever it is
// broken.
func cells(s string) (n int) {
	for len(s) > 0 {
		c, w := cluster(s)
		n, s = n+w, s[len(c):]
	}
	return n
}

// take returns as many graphemes of s as fit into w cells.
func take(s string, w int) string {
	n := 0
	for n < len(s) {
		c, cw := cluster(s[n:])
		if cw > w {
			break
		}
		n, w = n+len(c), w-cw
	}
	return s[:n]
}

// segments cuts s where a line may end.
func segments(s string) []string {
	var out []string
	state := -1
	for len(s) > 0 {
		var seg string
		seg, s, _, state = uniseg.FirstLineSegmentInString(s, state)
		for _, part := range quotes(seg) {
			if n := len(out); n > 0 && glued(out[n-1], part) {
				out[n-1] += part
			} else {
				out = append(out, part)
			}
		}
	}
	return out
}

// quotes cuts a segment before “ and after ” where Chinese stands beside them:
// UAX #14 cannot tell which way a quotation mark faces and never breaks there.
func quotes(seg string) []string {
	var out []string
	start, last := 0, rune(0)
	for i, r := range seg {
		opens := (r == '“' || r == '‘') && chinese(last)
		closed := (last == '”' || last == '’') && chinese(r)
		if i > start && (opens || closed) {
			out, start = append(out, seg[start:i]), i
		}
		last = r
	}
	return append(out, seg[start:])
}

func chinese(r rune) bool { return r >= 0x2E80 && Width(string(r)) == 2 }

// glued reports whether no line may end between a and b.
func glued(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if last == ' ' && first < utf8.RuneSelf {
		return false // "see .profile"
	}
	return strings.ContainsRune(noEnd, last) || strings.ContainsRune(noStart, first)
}
