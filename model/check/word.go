package check

import (
	"archive/zip"
	"bufio"
	"io"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// What is read of a document at most, unpacked. A plan of a hundred pages has a
// tenth of it.
const maxDocument = 8 << 20

// document counts the places of a Word document that are still to be filled in.
// Its pages are laid out by whoever opens it, and not known here.
func (f *file) document() model.Look {
	l := model.Look{Format: model.DOCX}
	z, err := zip.NewReader(f, f.size)
	if err != nil {
		f.conclude(&l, model.Damaged, err)
		return l
	}
	for _, part := range z.File {
		if part.Name != "word/document.xml" {
			continue
		}
		places, err := f.places(part)
		if err != nil {
			f.conclude(&l, model.Damaged, err)
			return l
		}
		l.Places = places
	}
	return l
}

func (f *file) places(part *zip.File) (int, error) {
	in, err := part.Open()
	if err != nil {
		return 0, err
	}
	defer in.Close()
	limited := &io.LimitedReader{R: in, N: maxDocument + 1}
	n, err := countPlaces(bufio.NewReader(limited))
	if err == nil && limited.N == 0 {
		err = errTooMuch
	}
	return n, err
}

// countPlaces counts the marks in the text of a document: 【待填写：…】 as drafts
// have it, and its like. Word cuts a line of text into runs wherever it pleases,
// so tags are passed over; a mark does not go beyond its paragraph.
func countPlaces(in *bufio.Reader) (n int, err error) {
	var tag, mark strings.Builder
	inTag, inMark := false, false
	for {
		r, _, err := in.ReadRune()
		switch {
		case err == io.EOF:
			return n, nil
		case err != nil:
			return n, err
		case r == '<':
			inTag = true
			tag.Reset()
		case inTag && r == '>':
			inTag = false
			if tag.String() == "/w:p" {
				inMark = false
			}
		case inTag:
			if tag.Len() < 8 {
				tag.WriteRune(r)
			}
		case r == '【':
			inMark = true
			mark.Reset()
		case r == '】' && inMark:
			inMark = false
			if open(mark.String()) {
				n++
			}
		case inMark && mark.Len() < 300:
			mark.WriteRune(r)
		}
	}
}

// open reports whether what stands between brackets is still to be replaced:
// it says so, or is nothing but room to write in. Brackets also stand around
// headings and the years of notices.
func open(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "待") || strings.HasPrefix(text, "请") || strings.Contains(text, "填写") ||
		strings.Trim(text, "_＿.…·xX×　 -—") == ""
}
