package export

import (
	"slices"
	"strings"
)

// A format goes by the ending of its files. What is written in one format
// alone has it here; the others have tables of encoders.
const (
	DraftFormat    = "docx" // of a document that the company writes itself
	PacketFormat   = "zip"
	CalendarFormat = "ics"
)

// formats are the encoders of a document by format, the one that is wanted
// most first.
type formats[E any] []struct {
	ending string
	encode E
}

func (fs formats[E]) endings() []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.ending
	}
	return out
}

func (fs formats[E]) encoder(ending string) (encode E, err error) {
	for _, f := range fs {
		if f.ending == ending {
			return f.encode, nil
		}
	}
	return encode, ErrFormat
}

// endings are those of all that is written.
var endings = slices.Concat(Formats, RequestFormats, []string{DraftFormat, PacketFormat, CalendarFormat})

// FormatOf returns the format that the ending of a path names, in whatever
// case, or "" for none that anything is written in.
func FormatOf(path string) string {
	for _, f := range endings {
		if n := len(path) - len(f) - 1; n >= 0 && strings.EqualFold(path[n:], "."+f) {
			return f
		}
	}
	return ""
}

// WithEnding gives a path the ending of a format, in place of that of another
// format. An ending alone is a name, and gets another one.
func WithEnding(path, format string) string {
	old := FormatOf(path)
	switch stem := path[:max(0, len(path)-len(old)-1)]; {
	case old == "", stem == "":
		return path + "." + format
	case old == format:
		return path
	default:
		return stem + "." + format
	}
}
