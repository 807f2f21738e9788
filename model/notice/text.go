package notice

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/xuke-cli/xuke/model"
)

// A source is a text and its plain form, in which patterns are looked for.
type source struct {
	text  string
	plain string
	flow  string  // plain with blanks for line breaks: sentences are wrapped
	at    []int32 // by byte of plain, and one beyond: where that begins in text
}

// A span is a part of the plain form.
type span struct{ lo, hi int }

func (s span) within(o span) bool   { return o.lo <= s.lo && s.hi <= o.hi }
func (s span) overlaps(o span) bool { return s.lo < o.hi && o.lo < s.hi }

// newSource makes the plain form: full width, capitals and traditional
// characters written the plain way, every line break a \n, every sort of blank
// a blank, what cannot be seen left out.
func newSource(text string) *source {
	s := &source{text: text, at: make([]int32, 0, len(text)+1)}
	var b strings.Builder
	b.Grow(len(text))
	for i, r := range text {
		if r == '\r' && strings.HasPrefix(text[i+1:], "\n") {
			continue
		}
		if r = plainRune(r); r < 0 {
			continue
		}
		b.WriteRune(r)
		for range utf8.RuneLen(r) {
			s.at = append(s.at, int32(i))
		}
	}
	s.plain = b.String()
	s.flow = strings.ReplaceAll(s.plain, "\n", " ")
	s.at = append(s.at, int32(len(text)))
	return s
}

func plainRune(r rune) rune {
	switch {
	case r > ' ' && r < 0x7F:
		return unicode.ToLower(r)
	case strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r):
		return '\n'
	case r >= '！' && r <= '～':
		return unicode.ToLower(r - '！' + '!')
	case r == '｡':
		return '。'
	case r == '◯' || r == '\u3007':
		return '〇'
	case r >= '‐' && r <= '―', r == '−':
		return '-'
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Cc, r):
		return -1
	}
	return model.Simplify(r)
}

// said returns a part of the text as it was written.
func (s *source) said(p span) string {
	return strings.TrimFunc(s.text[s.at[p.lo]:s.at[p.hi]], func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r)
	})
}

// trim takes the blanks and line breaks off both ends.
func (s *source) trim(p span) span {
	for p.lo < p.hi && isBlank(s.plain[p.lo]) {
		p.lo++
	}
	for p.lo < p.hi && isBlank(s.plain[p.hi-1]) {
		p.hi--
	}
	return p
}

func isBlank(b byte) bool { return b == ' ' || b == '\n' }

// lines returns the lines of a part, without the blanks around them and
// without those that hold nothing.
func (s *source) lines(p span) (out []span) {
	for p.lo < p.hi {
		end := strings.IndexByte(s.plain[p.lo:p.hi], '\n')
		if end < 0 {
			end = p.hi - p.lo
		}
		if l := s.trim(span{p.lo, p.lo + end}); l.lo < l.hi {
			out = append(out, l)
		}
		p.lo += end + 1
	}
	return out
}

// sentences cuts a line where one ends. The stop belongs to what it ends.
func (s *source) sentences(line span) (out []span) {
	lo := line.lo
	for i, r := range s.plain[line.lo:line.hi] {
		end := line.lo + i + utf8.RuneLen(r)
		if !stops(r) && !(r == '.' && s.endsSentence(line, end)) {
			continue
		}
		if p := s.trim(span{lo, end}); p.lo < p.hi {
			out = append(out, p)
		}
		lo = end
	}
	if p := s.trim(span{lo, line.hi}); p.lo < p.hi {
		out = append(out, p)
	}
	return out
}

func stops(r rune) bool { return strings.ContainsRune("。;!?", r) }

// endsSentence reports whether the dot before end ends an English sentence,
// and no abbreviation or number.
func (s *source) endsSentence(line span, end int) bool {
	if end < line.hi && s.plain[end] != ' ' {
		return false
	}
	word := s.plain[line.lo : end-1]
	if i := strings.LastIndexAny(word, " ("); i >= 0 {
		word = word[i+1:]
	}
	return len(word) > 3 && !strings.Contains(word, ".")
}

// before returns up to n bytes ahead of a place, whole characters, and
// after those from it on. Line breaks are blanks.
func (s *source) before(at, n int) string {
	lo := max(0, at-n)
	for lo < at && !utf8.RuneStart(s.flow[lo]) {
		lo++
	}
	return s.flow[lo:at]
}

func (s *source) after(at, n int) string {
	hi := min(len(s.flow), at+n)
	for hi > at && hi < len(s.flow) && !utf8.RuneStart(s.flow[hi]) {
		hi--
	}
	return s.flow[at:hi]
}

// lazy compiles a pattern when it is first used.
func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// maxFound is how many places one pattern is looked at in: far more than a
// notice has, and few enough that no text takes long.
const maxFound = 500
