package notice

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A style is a way of numbering. The items of one list share it.
type style int

const (
	hanComma      style = iota + 1 // 一、
	hanBracket                     // （一）
	hanIs                          // 一是
	digitPoint                     // 1. 1、 1）
	digitBlank                     // 1 and a blank, as tables are pasted
	digitBracket                   // (1) [1] ⑴
	circled                        // ①
	letterPoint                    // a. a)
	letterBracket                  // (a)
	romanPoint                     // i. i)
	romanBracket                   // (i)
	bullet                         // •
	heading                        // a line that only names a material, with a list below it
)

// A place says what stands before a mark.
type place int

const (
	tight      place = iota // running text
	afterBlank              // a blank
	afterStop               // the end of a sentence or clause
	atLine                  // nothing: it begins the line
)

// A mark is a number in front of what it numbers.
type mark struct {
	span
	style style
	n     int // from 1; 0 for a bullet
	place place
	or    *mark // another way to read it: (i) as a letter
}

// marks finds everything that may be a number of a list.
func (s *source) marks() (out []mark) {
	before, place := ' ', atLine
	for i, r := range s.plain {
		if m, ok := s.markAt(i, r, before, place); ok && (len(out) == 0 || out[len(out)-1].hi <= i) {
			out = append(out, m)
		}
		switch {
		case r == '\n':
			place = atLine
		case r == ' ' && place == tight:
			place = afterBlank
		case r == ' ':
		case strings.ContainsRune("。;:!?,、)】\"”’-…", r), r == '.' && !isDigit(before):
			place = afterStop
		default:
			place = tight
		}
		before = r
	}
	return out
}

// markAt reads one at a place.
func (s *source) markAt(i int, r, before rune, place place) (mark, bool) {
	switch {
	case place == tight && (isLetter(r) || strings.ContainsRune(noMarkAfter, before)):
		return mark{}, false
	case r == '(' || r == '[' || r == '【':
		return s.bracketed(i, place)
	case place == atLine && strings.ContainsRune(bullets, r):
		end := i + utf8.RuneLen(r)
		if (r == '-' || r == '*') && !strings.HasPrefix(s.plain[end:], " ") {
			return mark{}, false
		}
		return mark{span: span{i, end}, style: bullet, place: place}, true
	case r >= '①':
		if style, n := sign(r); n > 0 {
			m := mark{span: span{i, i + utf8.RuneLen(r)}, style: style, n: n, place: place}
			m.hi = s.skip(m.hi, "、.")
			return m, true
		}
	}
	return s.numbered(i, before, place)
}

const (
	bullets     = "•·●○◆◇■□▪※►★☆-*"
	noMarkAfter = "第附件图表页约近共至到前后达满条款项类(〔[《年月个" // 附件1、 is no item, and neither is 第一、
)

// signs are characters that are a number already, each with how it numbers.
var signs = []struct {
	first, last rune
	style       style
	from        int
}{
	{'①', '⑳', circled, 1}, {'㉑', '㉟', circled, 21}, {'❶', '❿', circled, 1}, {'➀', '➉', circled, 1}, {'➊', '➓', circled, 1},
	{'⑴', '⒇', digitBracket, 1}, {'⒈', '⒛', digitPoint, 1}, {'⒜', '⒵', letterBracket, 1}, {'㈠', '㈩', hanBracket, 1},
}

func sign(r rune) (style, int) {
	for _, s := range signs {
		if r >= s.first && r <= s.last {
			return s.style, s.from + int(r-s.first)
		}
	}
	return 0, 0
}

// bracketed reads （一）, (1), (a) and (i).
func (s *source) bracketed(i int, place place) (mark, bool) {
	lo := s.skip(i+utf8.RuneLen(first(s.plain[i:])), " ")
	word, end := s.number(lo)
	end = s.skip(end, " ")
	r := first(s.plain[end:])
	if word == "" || !strings.ContainsRune(")]】", r) {
		return mark{}, false
	}
	end += utf8.RuneLen(r)
	if strings.ContainsRune("项款条目类点期次级号", first(s.plain[s.skip(end, " "):])) { // 第六条（二）项
		return mark{}, false
	}
	m := numberMark(word, hanBracket, digitBracket, letterBracket, romanBracket)
	m.span, m.place = span{i, s.skip(end, "、,.:")}, place
	return m.settled(), m.style != 0
}

// numbered reads 一、, 1., a) and the like.
func (s *source) numbered(i int, before rune, place place) (mark, bool) {
	lo, nth := i, false
	if rest, ok := strings.CutPrefix(s.plain[i:], "第"); ok && isHanDigit(first(rest)) {
		lo, nth = i+len("第"), true
	}
	if !nth && (isDigit(before) || isHanDigit(before) || isLetter(before) || strings.ContainsRune("./-¥", before)) {
		return mark{}, false
	}
	word, end := s.number(lo)
	r, next := s.two(end)
	if word == "" || place == tight && isDigit(next) {
		return mark{}, false
	}
	m := numberMark(word, hanComma, digitPoint, letterPoint, romanPoint)
	m.style = m.style.before(r, next, place == atLine, nth)
	m.span, m.place = span{i, end + utf8.RuneLen(r)}, place
	return m.settled(), m.style != 0
}

// before says what style a number is by the character behind it and the next;
// 0 where that makes it no mark. Nth is whether 第 is ahead of it.
func (k style) before(r, next rune, atLine, nth bool) style {
	switch {
	case k == 0:
	case r == '、', r == ')', k.pointed(r, next):
		return k
	case r == '是' && k == hanComma && !nth:
		return hanIs
	case r == ' ' && k == digitPoint && atLine && unicode.Is(unicode.Han, next):
		return digitBlank
	case (r == ',' || r == ':') && (k == hanComma || k == digitPoint) && !isDigit(next) && (atLine || nth):
		return k
	}
	return 0
}

// pointed reports whether a dot makes a number a mark: not that of 1.5 or e.g.
func (k style) pointed(r, next rune) bool {
	return r == '.' && !isDigit(next) && (k != letterPoint || next == ' ' || unicode.Is(unicode.Han, next))
}

// settled gives the other reading of a mark its place.
func (m mark) settled() mark {
	if m.or != nil {
		m.or.span, m.or.place = m.span, m.place
	}
	return m
}

// number reads a number of up to three digits, of Chinese numerals, or one
// letter or Roman numeral, and returns where it ends.
func (s *source) number(lo int) (string, int) {
	for _, is := range []func(rune) bool{isDigit, isHanDigit, isLetter} {
		end := lo
		for end < len(s.plain) && end-lo <= 12 {
			r, n := utf8.DecodeRuneInString(s.plain[end:])
			if !is(r) {
				break
			}
			end += n
		}
		if n := utf8.RuneCountInString(s.plain[lo:end]); n > 0 {
			if n > 4 || isDigit(rune(s.plain[lo])) && n > 3 {
				return "", lo
			}
			return s.plain[lo:end], end
		}
	}
	return "", lo
}

// numberMark says what a number is; the styles are those for each sort. The
// style is 0 for none.
func numberMark(word string, han, digits, letter, roman style) mark {
	r := first(word)
	switch {
	case !isLetter(r):
		n, ok := numeral(word)
		if !ok || n < 1 || n > 199 {
			return mark{}
		}
		if isDigit(r) {
			return mark{style: digits, n: n}
		}
		return mark{style: han, n: n}
	case len(word) == 1:
		m := mark{style: letter, n: int(r-'a') + 1}
		if n := romans[word]; n > 0 {
			m.or = &mark{style: roman, n: n}
		}
		return m
	}
	if n := romans[word]; n > 0 {
		return mark{style: roman, n: n}
	}
	return mark{}
}

var romans = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}

// skip goes past any of the characters.
func (s *source) skip(i int, chars string) int {
	for i < len(s.plain) && strings.ContainsRune(chars, first(s.plain[i:])) {
		i += utf8.RuneLen(first(s.plain[i:]))
	}
	return i
}

// two returns the characters from a place on.
func (s *source) two(i int) (a, b rune) {
	a = first(s.plain[i:])
	if a == 0 {
		return 0, 0
	}
	return a, first(s.plain[i+utf8.RuneLen(a):])
}

// first returns the first character, 0 for none.
func first(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }
func isHanDigit(r rune) bool {
	return r != 0 && strings.ContainsRune("一二三四五六七八九十百", r)
}
