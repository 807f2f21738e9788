// Package docx writes documents that Word, WPS and LibreOffice open: A4 pages
// in Song and Hei type with headings, tables whose header row repeats, places
// to complete, page numbers and drawings made of boxes and lines.
//
// A Document is a value; Write turns it into a file:
//
//	err := docx.Document{Title: "…", Footer: []docx.Run{{Text: "…"}, {Field: docx.Page}}, Body: []docx.Block{
//		docx.Paragraph{Style: docx.Heading1, Runs: []docx.Run{{Text: "…"}}},
//		docx.Table{Header: []string{"…"}, Rows: [][]docx.Cell{{{{Text: "…"}}}}},
//	}}.Write(w)
//
// The same Document gives the same bytes: nothing in the file tells when or
// where it was made. What XML cannot hold becomes U+FFFD; nothing else in a
// text is interpreted but a line break.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// A Document is what one file holds.
type Document struct {
	Title     string
	Landscape bool
	Footer    []Run // at the foot of every page
	Body      []Block
}

// A Block is a Paragraph, a Table, a Drawing or a Break.
type Block interface{ write(*writer) }

// A Style is how a paragraph looks.
type Style string

// Styles.
const (
	Body     Style = "BodyText" // indented by two characters, as Chinese prose is
	Plain    Style = "Normal"
	Title    Style = "Title"
	Heading1 Style = "Heading1"
	Heading2 Style = "Heading2"
	Heading3 Style = "Heading3"
	Item     Style = "ListParagraph" // hangs, for what begins with a mark or a box
	Detail   Style = "Detail"        // under an item
	Note     Style = "Note"          // a remark to whoever completes the document
	Closing  Style = "Closing"       // signatures, at the right
	cell     Style = "TableText"
	dense    Style = "DenseText"
	footer   Style = "Footer"
)

// A Paragraph is text in one style.
type Paragraph struct {
	Style Style
	Runs  []Run
}

// A Run is a stretch of text that looks the same, or a field.
type Run struct {
	Text  string
	Bold  bool
	Mark  bool // highlighted: a place to complete
	Field Field
}

// A Field is what the reader's program fills in, or clicks.
type Field string

// Fields.
const (
	Page  Field = "PAGE"     // the number of this page
	Pages Field = "NUMPAGES" // how many there are
	Box   Field = "box"      // a box to tick
)

// A Cell is the text of a table's cell.
type Cell []Run

// A Table has a header row that repeats on every page. Widths are shares of
// the page's width; without them all columns are as wide.
type Table struct {
	Header []string
	Widths []int
	Rows   [][]Cell
	Dense  bool // smaller type, for many columns
}

// A Break begins a new page.
type Break struct{}

// Text makes one plain run of a text.
func Text(s string) []Run { return []Run{{Text: s}} }

// Write writes the file.
func (d Document) Write(out io.Writer) error {
	z := zip.NewWriter(out)
	for _, part := range d.parts() {
		h := &zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: epoch}
		h.SetMode(0o644)
		f, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// epoch is the first day that a zip file can hold.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

type part struct{ name, text string }

func (d Document) parts() []part {
	body := &writer{width: d.width()}
	for _, b := range d.Body {
		b.write(body)
	}
	foot := &writer{width: d.width()}
	Paragraph{footer, d.Footer}.write(foot)
	return []part{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", relations},
		{"docProps/core.xml", fmt.Sprintf(core, escape(d.Title))},
		{"word/document.xml", declaration + "<w:document " + namespaces + "><w:body>" + body.String() + d.section() + "</w:body></w:document>"},
		{"word/_rels/document.xml.rels", documentRelations},
		{"word/styles.xml", styles},
		{"word/settings.xml", settings},
		{"word/footer1.xml", declaration + "<w:ftr " + namespaces + ">" + foot.String() + "</w:ftr>"},
	}
}

// A4 and its margins, in twentieths of a point.
const (
	short, long    = 11906, 16838
	side, topOrEnd = 1531, 1440
)

func (d Document) size() (w, h int) {
	if d.Landscape {
		return long, short
	}
	return short, long
}

// width is that of the text.
func (d Document) width() int {
	w, _ := d.size()
	return w - 2*side
}

func (d Document) section() string {
	w, h := d.size()
	orient := ""
	if d.Landscape {
		orient = ` w:orient="landscape"`
	}
	return fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`,
		w, h, orient, topOrEnd, side, topOrEnd, side)
}

// A writer collects the body.
type writer struct {
	strings.Builder
	width int // of the text, in twentieths of a point
	ids   int // given to drawings and boxes so far
}

func (w *writer) id() int {
	w.ids++
	return w.ids
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

// escape makes a text harmless between tags and in attributes.
func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) //nolint:errcheck // a Buffer takes everything
	return b.String()
}
