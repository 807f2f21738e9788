package collect

import (
	"strings"
	"sync"
)

// maxSpellings is how many ways to read a word are tried.
const maxSpellings = 8

// spellings returns the pinyin of a word without tones, and its initials, each
// in as many ways as it can be read: "zhangcheng", "changcheng"; "zc", "cc".
// A word that is not all Chinese has none.
func spellings(word []rune) (full, initials []string) {
	full, initials = []string{""}, []string{""}
	for _, r := range word {
		rs := readings(r)
		if len(rs) == 0 {
			return nil, nil
		}
		if len(rs)*len(full) > maxSpellings {
			rs = rs[:1]
		}
		var more, first []string
		for _, reading := range rs {
			for i := range full {
				more = append(more, full[i]+reading)
				first = append(first, initials[i]+reading[:1])
			}
		}
		full, initials = more, first
	}
	return full, initials
}

// readings returns how a character is read, the usual way first.
func readings(r rune) []string {
	if rs, ok := variants()[r]; ok {
		return rs
	}
	i := int(r-firstHan) * 2
	if r < firstHan || i >= len(usual) {
		return nil
	}
	if s := syllable()[int(usual[i]-'0')*64+int(usual[i+1]-'0')]; s != "" {
		return []string{s}
	}
	return nil
}

var syllable = sync.OnceValue(func() []string { return strings.Split(syllables, " ") })

var variants = sync.OnceValue(func() map[rune][]string {
	m := make(map[rune][]string)
	for entry := range strings.FieldsSeq(several) {
		r := []rune(entry)
		m[r[0]] = strings.Split(string(r[1:]), ",")
	}
	return m
})
