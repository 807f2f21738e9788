package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSpellings is how many ways to spell a text are kept: four characters of
// two readings.
const maxSpellings = 16

// initials returns what somebody types who looks for Chinese text by the first
// letters of its pinyin: bjlj for 北京蓝鲸. Letters and digits stand for
// themselves, everything else is left out. A text with characters of several
// readings has several spellings, one without Chinese has none.
func initials(s string) []string {
	spellings := [][]byte{make([]byte, 0, len(s))}
	chinese := false
	for _, r := range fold(s) {
		letters := readings(r)
		switch {
		case letters != "":
			chinese = true
		case isSpoken(r):
			letters = string(r)
		default:
			continue
		}
		ways := []rune(letters)
		if len(ways)*len(spellings) > maxSpellings {
			ways = ways[:1]
		}
		spellings = spell(spellings, ways)
	}
	if !chinese {
		return nil
	}
	all := make([]string, len(spellings))
	for i, s := range spellings {
		all[i] = string(s)
	}
	return all
}

// spell continues every spelling in each of the ways. The first way goes on in
// place: a long text is not copied once a character.
func spell(spellings [][]byte, ways []rune) [][]byte {
	longer := make([][]byte, 0, len(spellings)*len(ways))
	for _, s := range spellings {
		longer = append(longer, utf8.AppendRune(s, ways[0]))
		for _, w := range ways[1:] {
			longer = append(longer, utf8.AppendRune(slices.Clone(s), w))
		}
	}
	return longer
}

// firstInitials is the spelling by the usual readings, also of text without
// Chinese.
func firstInitials(s string) string {
	var b strings.Builder
	for _, r := range fold(s) {
		if letters := readings(r); letters != "" {
			b.WriteByte(letters[0])
		} else if isSpoken(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Initials is how somebody types a name by the first letters of its pinyin, in
// the usual readings; letters and digits stand for themselves.
func Initials(name string) string { return firstInitials(name) }

// isSpoken reports whether a character without a reading stands for itself.
func isSpoken(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}

// readings returns the first letters of the readings of a Chinese character,
// the usual one first; "" for any other.
func readings(r rune) string {
	if i := r - firstHan; i < 0 || int(i) >= len(usual) || usual[i] == '.' {
		return ""
	}
	if i := strings.IndexRune(several, r); i >= 0 {
		letters, _, _ := strings.Cut(several[i+len(string(r)):], " ")
		return letters
	}
	return usual[r-firstHan : r-firstHan+1]
}
