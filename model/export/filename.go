package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFileName is the most bytes that FileName returns. File systems take 255,
// encrypted ones 143; what is left is for a date and an ending.
const maxFileName = 99

// reserved are the names that Windows keeps for devices, whatever the ending.
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
}

// FileName makes a title the beginning of a file name that Windows, macOS and
// Linux all take: no separators, wildcards or characters that nobody sees, no
// dot or blank at either end, no dash in front, at most 99 bytes. Each run of
// what is not allowed becomes one "_". Of a title with nothing left it returns
// "xuke".
func FileName(title string) string {
	var b strings.Builder
	run := false // of what is not allowed
	for _, r := range title {
		ok := allowed(r)
		switch {
		case ok:
			b.WriteRune(r)
		case !run:
			b.WriteByte('_')
		}
		run = !ok
	}
	name := strings.TrimLeft(b.String(), " ._-~")
	if len(name) > maxFileName {
		name = name[:maxFileName]
		for !utf8.ValidString(name) { // a character cut in two
			name = name[:len(name)-1]
		}
	}
	name = strings.TrimRight(name, " ._")
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case name == "":
		return "xuke"
	case reserved[strings.ToLower(strings.TrimSpace(stem))]:
		return "_" + name
	}
	return name
}

// allowed reports whether a character can be seen and may be in a file name.
func allowed(r rune) bool {
	switch {
	case r == utf8.RuneError, strings.ContainsRune(`/\:*?"<>|`, r):
		return false
	case r == ' ':
		return true
	}
	return unicode.IsGraphic(r) && !unicode.IsSpace(r)
}
