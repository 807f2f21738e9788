// Package legible makes any text harmless where it meets a screen or a
// document. Everything that people type, paste, import or name a file by is
// stored as it is; on its way out it passes through here, once:
//
//	legible.Line(title)  // for a cell of a table, a title, an error
//	legible.Block(note)  // where a text may have several lines
//
// What a terminal would obey, or nobody could see, becomes a mark that names
// it: an escape becomes 〔U+001B〕, a right-to-left override 〔U+202E〕, a byte
// that is not UTF-8 〔xFF〕. Nothing disappears but what changes no meaning
// (how a tab is wide, how an emoji is joined), so a text that hides something
// never looks like one that does not. The marks are made of characters that
// Chinese fonts have.
//
// The output is clean: passed through again it stays the same. Typing the
// mark itself therefore looks like what it stands for, which harms nobody.
//
// legible knows nothing of HTML, Markdown or spreadsheets: escaping for a
// format is the encoder's, after this.
package legible

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxMarks is the most combining marks that one character keeps; more grow
// over the lines around it. Vietnamese needs two, the richest Tibetan stack
// about six.
const MaxMarks = 8

const (
	newline = '⏎'
	circle  = '◌' // carries a combining mark that has nothing to sit on
)

// Line returns s as one line. A line break becomes ⏎, a tab a space. A clean
// s is returned itself, without an allocation.
func Line(s string) string { return show(s, false) }

// Block returns s with its line breaks, of which each is one \n.
func Block(s string) string { return show(s, true) }

// Args makes every text among the arguments of a text one line: those are pairs
// of name and value. It returns the slice itself, with other values as they
// are.
func Args(pairs []any) []any {
	for i := 1; i < len(pairs); i += 2 {
		if s, ok := pairs[i].(string); ok {
			pairs[i] = Line(s)
		}
	}
	return pairs
}

// Clean reports whether Line returns s itself.
func Clean(s string) bool { return clean(s, false) }

// bare stands for a place where a combining mark has nothing to sit on.
const bare = -1

// clean reports whether show would change nothing.
func clean(s string, block bool) bool {
	marks := bare
	for i, r := range s {
		switch {
		case r >= ' ' && r <= '~', r >= 0x4E00 && r <= 0x9FFF: // most text, told quickly
			marks = 0
		case r == '\n' && block, r == newline, r == '〕':
			marks = bare
		case !plain(r), r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			return false
		case unicode.Is(unicode.M, r):
			if marks == bare || marks == MaxMarks {
				return false
			}
			marks++
		default:
			marks = 0
		}
	}
	return true
}

// plain reports whether a character can be seen and does nothing else.
func plain(r rune) bool {
	switch {
	case unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r), unicode.Is(unicode.Variation_Selector, r), r == '\uFFFC':
		return false
	case r >= 0x20000 && r <= 0x3FFFF: // set aside for hanzi, of which names need ones newer than our tables
		return r&0xFFFE != 0xFFFE
	}
	return unicode.IsGraphic(r)
}

func show(s string, block bool) string {
	if clean(s, block) {
		return s
	}
	w := writer{block: block, marks: bare}
	w.Grow(len(s) + len(s)/4)
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 {
			w.name(fmt.Sprintf("x%02X", s[0]))
		} else {
			w.rune(r, s[n:])
		}
		s = s[n:]
	}
	w.flush()
	return w.String()
}

// A writer builds what is shown, a character after the other.
type writer struct {
	strings.Builder
	block   bool
	marks   int  // combining marks on the character before, or bare
	dropped int  // marks beyond MaxMarks
	base    rune // the character that they sit on
	styled  bool // a variation selector of base was left out
}

// rune shows one character; rest is what follows it.
func (w *writer) rune(r rune, rest string) {
	switch {
	case r == '\r' && strings.HasPrefix(rest, "\n"): // the \n speaks for both
	case r == '\n' && w.block:
		w.put('\n', bare)
	case r == '\n':
		w.put(newline, bare)
	case r == '\t':
		w.put(' ', 0)
	case r == '\u200D' && pictograph(w.base) && pictograph(first(rest)):
		// A joined emoji is shown as its parts: terminals disagree on its width.
	case (r == '\uFE0E' || r == '\uFE0F') && !w.styled && w.styles(rest):
		// For the same reason a symbol keeps the width of its own. One is
		// style; more would be a message that nobody sees.
		w.styled = true
	case !plain(r):
		w.name(fmt.Sprintf("U+%04X", r))
	case unicode.Is(unicode.M, r):
		w.mark(r)
	case r == newline, r == '〕':
		w.put(r, bare)
	default:
		w.put(r, 0)
	}
}

func (w *writer) put(r rune, marks int) {
	w.flush()
	w.WriteRune(r)
	w.marks, w.base, w.styled = marks, r, false
}

// name writes a mark in place of what cannot be shown.
func (w *writer) name(s string) {
	w.flush()
	w.WriteString("〔" + s + "〕")
	w.marks, w.base, w.styled = bare, 0, false
}

func (w *writer) mark(r rune) {
	if w.marks == bare {
		w.put(circle, 0)
	}
	if w.marks == MaxMarks {
		w.dropped++
		return
	}
	w.WriteRune(r)
	w.marks++
}

// flush says how many combining marks were left out.
func (w *writer) flush() {
	if n := w.dropped; n > 0 {
		w.dropped = 0
		w.name(fmt.Sprintf("+%d", n))
	}
}

// styles reports whether a variation selector only chooses between the text
// and the emoji form of a symbol or keycap.
func (w *writer) styles(rest string) bool {
	keycap := strings.ContainsRune("0123456789#*", w.base) && first(rest) == '\u20E3'
	return pictograph(w.base) || w.base != 0 && keycap
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// pictograph reports whether a character may be part of a joined emoji.
func pictograph(r rune) bool {
	switch {
	case r == circle, r == newline, r == utf8.RuneError: // the last is also what first returns at the end
		return false
	case r >= 0x1F3FB && r <= 0x1F3FF: // skin tones
		return true
	}
	return r >= 0x2190 && unicode.Is(unicode.So, r)
}
