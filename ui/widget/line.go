package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// A line is text under edit: any bytes, kept exactly, and a place in them that
// is always between two graphemes.
type line struct {
	value string
	at    int // bytes before the cursor
	limit int // runes, at most
	cut   bool
}

func (l *line) set(s string) {
	l.value, l.cut = head(s, l.limit)
	l.at = len(l.value)
}

// insert puts s in at the cursor, as much of it as the limit allows.
func (l *line) insert(s string) {
	s, l.cut = head(s, l.limit-utf8.RuneCountInString(l.value))
	l.value = l.value[:l.at] + s + l.value[l.at:]
	l.at = l.snap(l.at + len(s))
}

// head returns the first n runes of s, and whether that is not all. It looks
// at no more than n runes: a megabyte on the clipboard costs nothing.
func head(s string, n int) (string, bool) {
	for i := range s {
		if n--; n < 0 {
			return s[:i], true
		}
	}
	return s, false
}

// snap returns the first boundary between graphemes at or after byte i: what
// is typed may join with what stands before it.
func (l *line) snap(i int) int {
	n := 0
	for n < i {
		n = l.next(n)
	}
	return n
}

func (l *line) next(i int) int {
	c, _ := cluster(l.value[i:])
	return i + len(c)
}

func (l *line) prev(i int) int {
	p := 0
	for n := l.next(0); n < i; n = l.next(n) {
		p = n
	}
	return p
}

// nextWord and prevWord find the far end of the word (UAX #29: a Chinese
// character is one) after and before byte i, blanks between skipped.
func (l *line) nextWord(i int) int {
	for i < len(l.value) {
		word, _, _ := uniseg.FirstWordInString(l.value[i:], -1)
		i = l.snap(i + len(word))
		if !blank(word) {
			break
		}
	}
	return i
}

func (l *line) prevWord(i int) int {
	p, state := 0, -1
	for n, rest := 0, l.value[:i]; rest != ""; {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		if !blank(word) {
			p = n
		}
		n += len(word)
	}
	return l.snap(p)
}

func blank(s string) bool { return strings.TrimFunc(s, unicode.IsSpace) == "" }

// remove deletes the bytes from ≤ i < to and leaves the cursor there.
func (l *line) remove(from, to int) bool {
	l.cut = false
	if from >= to {
		return false
	}
	l.value = l.value[:from] + l.value[to:]
	l.at = l.snap(from)
	return true
}
