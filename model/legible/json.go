package legible

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON returns encoded JSON in which every character that a terminal would obey,
// or nobody could see, is written as an escape. Whoever decodes it gets the same
// value. Clean data is returned itself.
func JSON(data []byte) []byte {
	at := bytes.IndexFunc(data, escaped)
	if at < 0 {
		return data
	}
	out := bytes.NewBuffer(make([]byte, 0, len(data)+64))
	out.Write(data[:at])
	for rest := data[at:]; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case !escaped(r):
			out.Write(rest[:n])
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(out, `\u%04x`, r)
		}
		rest = rest[n:]
	}
	return out.Bytes()
}

// escaped reports whether a character of encoded JSON needs an escape. Control
// codes below the space stand between values there, never in them.
func escaped(r rune) bool { return r >= ' ' && r != utf8.RuneError && !plain(r) }
