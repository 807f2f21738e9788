package model

import "sync"

// Simplify returns the simplified form of a Chinese character. Any other
// character stays as it is.
func Simplify(r rune) rune {
	if r < firstTraditional {
		return r
	}
	if s, ok := simple()[r]; ok {
		return s
	}
	return r
}

// firstTraditional is where the unified ideographs begin: what comes before
// them needs no look into the table.
const firstTraditional = 0x4E00

var simple = sync.OnceValue(func() map[rune]rune {
	to := []rune(simplified)
	m := make(map[rune]rune, len(to))
	for i, r := range []rune(traditional) {
		m[r] = to[i]
	}
	return m
})
