package collect

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/xuke-cli/xuke/model"
)

// A text is a name as it is compared: full width, capitals and traditional
// characters written the plain way, and all that parts words left out. Where a
// word begins is kept.
type text struct {
	runes  []rune
	begins []bool // at each rune, and one beyond the end: a word, number or Chinese character begins
	apart  []bool // at each rune: something stood before it that parts words
}

// fold makes a text. A word ends where letters turn into digits or Chinese,
// where capitals begin (BusinessLicense), and at anything else.
func fold(s string) text {
	var t text
	before := ' '
	for _, r := range norm.NFKC.String(s) {
		switch {
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r): // unseen, or an accent on a letter
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			before = ' '
			continue
		}
		t.runes = append(t.runes, unicode.ToLower(model.Simplify(r)))
		t.begins = append(t.begins, begins(before, r))
		t.apart = append(t.apart, before == ' ')
		before = r
	}
	t.begins = append(t.begins, true)
	return t
}

func begins(before, r rune) bool {
	switch {
	case isHan(r), isHan(before), before == ' ':
		return true
	case unicode.IsDigit(r) != unicode.IsDigit(before):
		return true
	}
	return unicode.IsUpper(r) && unicode.IsLower(before)
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func hasHan(rs []rune) bool {
	for _, r := range rs {
		if isHan(r) {
			return true
		}
	}
	return false
}

// find calls f with each place of word in t.
func (t text) find(word []rune, f func(lo, hi int)) {
	for lo := range t.runes {
		if t.has(word, lo) {
			f(lo, lo+len(word))
		}
	}
}

// has reports whether word stands at lo. A word of letters has to begin and end
// where one does, a long one at either end: people write the company's name
// before it without a blank.
func (t text) has(word []rune, lo int) bool {
	hi := lo + len(word)
	if hi > len(t.runes) || t.runes[lo] != word[0] || !slices.Equal(t.runes[lo:hi], word) {
		return false
	}
	a, b := t.begins[lo], t.begins[hi]
	return a && b || len(word) >= longLatin && (a || b) || hasHan(word)
}

// longLatin is how many letters hardly ever stand in another word by chance.
const longLatin = 8
