package export

import (
	"bytes"
	"compress/gzip"
	_ "embed" // the font
	"fmt"
	"io"
	"strings"

	"github.com/signintech/gopdf"
)

// notoSansSC is the whole font: names of people use characters that no short
// list has. It is unpacked only where a PDF is written. Its licence is
// font/OFL.txt.
//
//go:embed font/NotoSansSC-Regular.ttf.gz
var notoSansSC string

const fontName = "NotoSansSC"

// A colour is red, green and blue.
type colour [3]uint8

var (
	ink    = colour{0x1a, 0x1a, 0x1a}
	grey   = colour{0x66, 0x66, 0x66}
	accent = colour{0x1f, 0x4e, 0x79}
	head   = colour{0xea, 0xf0, 0xf6}
	hair   = colour{0xb8, 0xc2, 0xcc}
)

// A paper is written on from top to bottom; y is where the next line begins.
// The first error stays and makes the rest do nothing.
type paper struct {
	pdf     gopdf.GoPdf
	size    gopdf.Rect
	y       float64
	feet    []string // what stands at the foot of each page
	footer  string
	widths  map[rune]float64 // of characters, in thousandths of their size
	lacking map[rune]bool    // whether the font has no such character
	err     error
}

// newPaper takes pages that lie across where a table has many columns.
func newPaper(docs []Document) (*paper, error) {
	p := &paper{size: gopdf.Rect{W: a4Short, H: a4Long}, widths: make(map[rune]float64), lacking: make(map[rune]bool)}
	for _, d := range docs {
		if d.columns() > wide {
			p.size = gopdf.Rect{W: a4Long, H: a4Short}
		}
	}
	p.pdf.Start(gopdf.Config{PageSize: p.size})
	font, err := unpack(notoSansSC)
	if err != nil {
		return nil, fmt.Errorf("the font of PDF files: %w", err)
	}
	if err := p.pdf.AddTTFFontData(fontName, font); err != nil {
		return nil, fmt.Errorf("the font of PDF files: %w", err)
	}
	info := gopdf.PdfInfo{Creator: "xuke", Producer: "xuke"}
	if err := p.pdf.SetFont(fontName, "", textSize); err != nil {
		return nil, err
	}
	if len(docs) > 0 {
		info.Title = label(docs[0].Title)
	}
	p.pdf.SetInfo(info)
	return p, nil
}

func (d Document) columns() (n int) {
	for _, part := range d.Parts {
		for _, t := range part.Tables {
			n = max(n, len(t.Header))
		}
	}
	return n
}

func unpack(packed string) ([]byte, error) {
	z, err := gzip.NewReader(strings.NewReader(packed))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(2 * len(packed))
	_, err = b.ReadFrom(z)
	return b.Bytes(), err
}

func (p *paper) width() float64  { return p.size.W - 2*margin }
func (p *paper) height() float64 { return p.size.H }
func (p *paper) bottom() float64 { return p.size.H - margin - footerHeight/2 }

// page begins a new page with that foot.
func (p *paper) page(footer string) {
	p.pdf.AddPage()
	p.footer = footer
	p.feet = append(p.feet, footer)
	p.y = margin
}

// keep begins a new page unless so much room is left. It reports whether it
// did.
func (p *paper) keep(height float64) bool {
	if p.y+height <= p.bottom() {
		return false
	}
	p.page(p.footer)
	return true
}

func (p *paper) space(height float64) { p.y += height }

func (p *paper) turnTo(page int) { p.note(p.pdf.SetPage(page)) }

func (p *paper) note(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *paper) bookmark(title string) {
	p.pdf.SetXY(margin, p.y)
	p.pdf.AddOutlineWithPosition(label(title))
}

// label is a text outside the pages: a bookmark or the title of the file. The
// library writes only characters up to U+FFFF there.
func label(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r > 0xFFFF {
			fmt.Fprintf(&b, "〔U+%04X〕", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// write puts one line of text at x, its letters in the middle of the line.
func (p *paper) write(text string, x, size float64, c colour) {
	if text == "" {
		return
	}
	p.note(p.pdf.SetFontSize(size))
	p.pdf.SetTextColor(c[0], c[1], c[2])
	p.pdf.SetXY(x, p.y+size*(leading/2+0.36)) // the base line
	p.note(p.pdf.Text(text))
}

func (p *paper) fill(x, y, w, h float64, c colour) {
	p.pdf.SetFillColor(c[0], c[1], c[2])
	p.pdf.RectFromUpperLeftWithStyle(x, y, w, h, "F")
}

func (p *paper) line(x1, y1, x2, y2 float64) {
	p.pdf.SetLineWidth(0.5)
	p.pdf.SetStrokeColor(hair[0], hair[1], hair[2])
	p.pdf.Line(x1, y1, x2, y2)
}

// rule draws a line across the page.
func (p *paper) rule() {
	p.line(margin, p.y, margin+p.width(), p.y)
	p.y += 4
}

func (p *paper) finish(w io.Writer) error {
	p.number()
	if p.err != nil {
		return p.err
	}
	_, err := p.pdf.WriteTo(w)
	return err
}
