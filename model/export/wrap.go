package export

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// wrap breaks text into lines where Chinese and English may be broken: never
// before a closing mark, never after an opening one, never inside a word that
// fits a line of its own.
func (p *paper) wrap(text string, size, width float64) []string {
	var lines []string
	line := ""
	for _, piece := range p.pieces(text) {
		whole := line + piece
		if p.measure(strings.TrimRight(whole, " \n"), size) <= width {
			line = whole
		} else {
			if line != "" {
				lines = append(lines, strings.TrimRight(line, " "))
			}
			var full []string
			full, line = p.chop(piece, size, width)
			lines = append(lines, full...)
		}
		if strings.HasSuffix(line, "\n") {
			lines = append(lines, strings.TrimRight(line, " \n"))
			line = ""
		}
	}
	if line = strings.TrimRight(line, " "); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// pieces splits text where lines may end. A unit stays with its number.
func (p *paper) pieces(text string) []string {
	text = p.visible(text)
	var out []string
	state := -1
	for text != "" {
		var piece string
		piece, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		first, _ := utf8.DecodeRuneInString(piece)
		if n := len(out); n > 0 && (squared(first) || first == '%' || first == '％') && endsInDigit(out[n-1]) {
			out[n-1] += piece
			continue
		}
		out = append(out, piece)
	}
	return out
}

// squared reports whether a character is a unit such as ㎡.
func squared(r rune) bool { return r >= 0x3371 && r <= 0x33DF || r == '℃' }

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}

// chop breaks a piece that is wider than a line between its characters, and
// returns the full lines and the rest.
func (p *paper) chop(piece string, size, width float64) (full []string, rest string) {
	g := uniseg.NewGraphemes(piece)
	for g.Next() {
		if rest != "" && p.measure(strings.TrimRight(rest+g.Str(), " \n"), size) > width {
			full = append(full, rest)
			rest = ""
		}
		rest += g.Str()
	}
	return full, rest
}

// measure returns the width of a text in points.
func (p *paper) measure(text string, size float64) (width float64) {
	for _, r := range text {
		width += p.advance(r)
	}
	return width * size / 1000
}

func (p *paper) advance(r rune) float64 {
	w, ok := p.widths[r]
	if !ok {
		p.note(p.pdf.SetFontSize(1000))
		var err error
		w, err = p.pdf.MeasureTextWidth(string(r))
		p.note(err)
		p.widths[r] = w
	}
	return w
}

// visible puts the number of a character in place of one that the font lacks.
// The quotation marks of the font are Chinese, as wide as a Chinese character:
// beside Latin letters straight ones stand for them.
func (p *paper) visible(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return p.lacks(r) || straight[r] != 0 }) < 0 {
		return text
	}
	var b strings.Builder
	before := rune(0)
	for i, r := range text {
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case p.lacks(r):
			fmt.Fprintf(&b, "〔U+%04X〕", r)
		case straight[r] != 0 && (latin(before) || latin(after)):
			b.WriteRune(straight[r])
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

var straight = map[rune]rune{'‘': '\'', '’': '\'', '“': '"', '”': '"'}

func latin(r rune) bool { return r > ' ' && r < 0x250 }

func (p *paper) lacks(r rune) bool {
	lacking, ok := p.lacking[r]
	if !ok && r != '\n' {
		has, err := p.pdf.IsCurrFontContainGlyph(r)
		p.note(err)
		lacking = !has
		p.lacking[r] = lacking
	}
	return lacking
}
