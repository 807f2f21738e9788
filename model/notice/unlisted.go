package notice

import (
	"strings"
	"unicode"
)

// unlisted offers what a text without any list may ask for: the lines that
// belong to no letter; of running text, the sentences that name a material or
// a fault.
func (rd *reader) unlisted() Layout {
	var lines [][]span
	for _, l := range rd.paragraphs() {
		var kept []span
		for _, p := range rd.src.sentences(l) {
			if rd.around(p, frames, topics, edges) {
				rd.left = append(rd.left, p)
			} else {
				kept = append(kept, p)
			}
		}
		if len(kept) > 0 {
			lines = append(lines, kept)
		}
	}
	layout := Lines
	if len(lines) == 1 {
		lines, layout = rd.telling(lines[0]), Prose
	}
	for _, l := range lines {
		if len(rd.asked) == maxItems || rd.textOf(l) == "" {
			rd.left = append(rd.left, l...)
			continue
		}
		rd.ask(asked{mark: span{l[0].lo, l[0].lo}, lines: l})
	}
	if len(rd.asked) == 0 {
		return Bare
	}
	return layout
}

// telling returns the sentences that name a material or a fault, each for
// itself, and leaves the others.
func (rd *reader) telling(sentences []span) (out [][]span) {
	for _, p := range sentences {
		plain := rd.src.flow[p.lo:p.hi]
		if rd.words.names(plain) || faulty(plain) {
			out = append(out, []span{p})
		} else {
			rd.left = append(rd.left, p)
		}
	}
	return out
}

// A line is full where it is at least this wide, and nearly as wide as the
// widest: what follows goes on with it.
const (
	fullWidth = 56
	ragged    = 6
)

// paragraphs returns the lines, those joined that were only wrapped.
func (rd *reader) paragraphs() (out []span) {
	lines := rd.src.lines(span{0, len(rd.src.plain)})
	widest := fullWidth
	for _, l := range lines {
		widest = max(widest, rd.width(l))
	}
	goesOn := false
	for _, l := range lines {
		if goesOn && !rd.indented(l) {
			out[len(out)-1].hi = l.hi
		} else {
			out = append(out, l)
		}
		goesOn = rd.width(l) >= widest-ragged && !rd.ends(l)
	}
	return out
}

// width is how wide a line is on the screen, roughly.
func (rd *reader) width(l span) (n int) {
	for _, r := range rd.src.plain[l.lo:l.hi] {
		n++
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// indented reports whether a line begins with blanks, as paragraphs do.
func (rd *reader) indented(l span) bool { return strings.HasSuffix(rd.src.plain[:l.lo], " ") }
