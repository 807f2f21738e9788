package model

import (
	"regexp"
	"strings"
)

// The ways in which authorities number what they ask for. A number alone is
// none: "10 份" and "3.31" begin a sentence.
var numbering = []func() *regexp.Regexp{
	lazy(`^[（(\[【]\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,4}|[A-Za-z]|[ivx]{1,4})\s*[）)\]】]\s*[、，,.．:：]?`), // （2）
	lazy(`^[0-9０-９]{1,3}\s*(?:[、．)）]|[.,:：]([^0-9０-９]|$))`),                                            // 1. but not 1.5
	lazy(`^第?[一二三四五六七八九十百]{1,4}\s*[、，．.)）:：]`),                                                         // 一、
	lazy(`^(?:[A-Za-z]|[ivx]{1,4})(?:[)）、．]|\.(\s))`),                                                  // a) but not e.g.
	lazy(`^[\x{2460}-\x{249B}\x{24EA}-\x{24FF}\x{2776}-\x{2793}]\s*[、.．]?`),                            // ①
	lazy(`^(?:[•·●○◆◇■□▪※►]|[-–—*](\s))`),                                                              // bullets
}

// SplitNotice cuts the text of a correction notice into what it asks for: one
// piece a line, without the number in front. Empty lines are left out. What is
// left of a line is as it was.
func SplitNotice(text string) []string {
	var pieces []string
	for _, line := range strings.FieldsFunc(text, lineBreak) {
		if piece := unnumbered(strings.TrimSpace(line)); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

func lineBreak(r rune) bool { return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r) }

// unnumbered takes one number from the front of a line. What a pattern only
// looked at, in a group, stays.
func unnumbered(line string) string {
	for _, form := range numbering {
		m := form().FindStringSubmatchIndex(line)
		if m == nil {
			continue
		}
		end := m[1]
		if len(m) > 2 && m[2] >= 0 {
			end = m[2]
		}
		return strings.TrimSpace(line[end:])
	}
	return line
}
