package notice

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mention is a word where a text has it.
type mention struct {
	*word
	span // in the plain text
	at   int
}

// letters are what of a text is compared with words: letters and digits, and
// a gap wherever no word goes on.
type letters struct {
	runes  []rune
	at     []int  // where each is in the plain text, and one beyond
	begins []bool // a word may begin here, or end before it; one beyond
}

const gap = 0

func lettersOf(plain string) letters {
	l := letters{}
	before := rune(gap)
	for i, r := range plain {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			l.put(r, i, unicode.Is(unicode.Han, r) || unicode.Is(unicode.Han, before) || before == gap || unicode.IsDigit(r) != unicode.IsDigit(before))
			before = r
		case strings.ContainsRune(" -_'’·&/", r):
			before = gap
		default:
			l.put(gap, i, true)
			before = gap
		}
	}
	l.at, l.begins = append(l.at, len(plain)), append(l.begins, true)
	return l
}

func (l *letters) put(r rune, at int, begins bool) {
	l.runes, l.at, l.begins = append(l.runes, r), append(l.at, at), append(l.begins, begins)
}

// mentions finds the words that a plain text has, in its order. Of words
// within one another the longest is meant.
func (w *Words) mentions(plain string) []mention {
	if w == nil {
		return nil
	}
	l := lettersOf(plain)
	var all []mention
	for lo, r := range l.runes {
		if !l.begins[lo] {
			continue
		}
		for _, word := range w.byFirst[r] {
			hi := lo + len(word.runes)
			if hi > len(l.runes) || !l.begins[hi] || !slices.Equal(l.runes[lo:hi], word.runes) {
				continue
			}
			end := l.at[hi-1] + utf8.RuneLen(l.runes[hi-1])
			if word.question == "" || !signedBy().MatchString(plain[end:]) {
				all = append(all, mention{word: word, span: span{l.at[lo], end}, at: lo})
			}
		}
	}
	return longest(all)
}

// signedBy follows a fact that is no answer here: 法定代表人签字.
var signedBy = lazy(`^ {0,2}(?:本人|亲笔|未|没有|须|需|应)*(?:签|盖|印|授权|手写|to sign|sign|'s sign)`)

// longest drops the mentions that are part of a longer one which tells as
// much: 股东营业执照 does not speak of the company's 营业执照.
func longest(all []mention) (out []mention) {
	slices.SortStableFunc(all, func(a, b mention) int { return cmp.Or(a.lo-b.lo, b.hi-a.hi) })
	for i, m := range all {
		within := func(o mention) bool {
			return m.within(o.span) && o.span != m.span && (o.person || m.person || o.strength >= min(m.strength, hint))
		}
		if !slices.ContainsFunc(all[max(0, i-nearby):i], within) {
			out = append(out, m)
		}
	}
	return out
}

// nearby is how many mentions are looked back at for one that holds another,
// which begins before it or with it.
const nearby = 64
