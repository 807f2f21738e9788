package model

import (
	"strings"
	"unicode"
)

// fold writes what a Chinese input method produces as its ASCII twin: full-
// width digits, letters and punctuation, every sort of space and dash. What
// cannot be seen (marks that come along when text is pasted) is dropped, and
// so are the spaces around. Free text never comes here: it is kept as it is.
func fold(s string) string {
	return strings.TrimSpace(strings.Map(foldRune, s))
}

func foldRune(r rune) rune {
	switch {
	case r >= '！' && r <= '～': // U+FF01–FF5E are ASCII, shifted
		return r - '！' + '!'
	case r == '￥':
		return '¥'
	case r == '。' || r == '｡': // the full stop of an input method left in Chinese
		return '.'
	case r >= '‐' && r <= '―', r == '−', r == '－':
		return '-'
	case unicode.IsSpace(r), unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Cc, r):
		return -1
	}
	return r
}

// without drops every one of the given characters.
func without(s, chars string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(chars, r) {
			return -1
		}
		return r
	}, s)
}

// upper writes ASCII letters as capitals and leaves the rest alone.
func upper(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, s)
}
