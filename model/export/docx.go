package export

import (
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuke-cli/xuke/model/docx"
)

// Docx writes the documents one after the other as a Word document, across
// the page, since the tables are wide.
func Docx(out io.Writer, docs ...Document) error {
	return writeDocx(out, docx.Document{Landscape: true}, docs, func(d Document) (string, []docx.Block, string) {
		return d.Title, d.blocks(), d.Footer
	})
}

// writeDocx puts parts into one Word document, each on a page of its own. The
// title is that of the first; the footers of all stand on every page.
func writeDocx[T any](out io.Writer, d docx.Document, parts []T, of func(T) (title string, blocks []docx.Block, footer string)) error {
	var feet []string
	for i, part := range parts {
		title, blocks, foot := of(part)
		if i > 0 {
			d.Body = append(d.Body, docx.Break{})
		} else {
			d.Title = title
		}
		d.Body = append(d.Body, blocks...)
		feet = append(feet, foot)
	}
	d.Footer = footer(feet)
	return d.Write(out)
}

// footer stands on every page: what the document is, and which page it is.
func footer(lines []string) []docx.Run {
	return []docx.Run{{Text: strings.Join(lines, "\n") + "\n"}, {Field: docx.Page}, {Text: " / "}, {Field: docx.Pages}}
}

func (d Document) blocks() []docx.Block {
	blocks := []docx.Block{docx.Paragraph{Style: docx.Title, Runs: docx.Text(d.Title)}}
	add := func(style docx.Style, runs ...docx.Run) {
		blocks = append(blocks, docx.Paragraph{Style: style, Runs: runs})
	}
	for _, n := range d.Notice {
		add(docx.Note, docx.Run{Text: n})
	}
	for _, f := range d.Facts {
		add(docx.Detail, docx.Run{Text: f.Name + "  ", Bold: true}, docx.Run{Text: f.Value})
	}
	for _, p := range d.Parts {
		add(docx.Heading1, docx.Run{Text: p.Title})
		if p.Intro != "" {
			add(docx.Plain, docx.Run{Text: p.Intro})
		}
		for _, t := range p.Tables {
			if t.Caption != "" {
				add(docx.Heading2, docx.Run{Text: t.Caption})
			}
			if len(t.Rows) == 0 {
				add(docx.Plain, docx.Run{Text: t.Empty})
				continue
			}
			blocks = append(blocks, t.block())
		}
	}
	return blocks
}

func (t Table) block() docx.Table {
	out := docx.Table{Header: t.Header, Widths: t.widths(), Dense: true}
	for _, r := range t.Rows {
		row := make([]docx.Cell, len(r))
		for i, c := range r {
			row[i] = docx.Text(c)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// The least and the most share of the width that a column gets, in characters.
const leastWide, mostWide = 8, 30

// widths gives each column as much as its longest text wants, within limits:
// the long texts wrap, the short ones need not.
func (t Table) widths() []int {
	out := make([]int, len(t.Header))
	for i, h := range t.Header {
		longest := utf8.RuneCountInString(h) + 1
		for _, r := range t.Rows {
			longest = max(longest, utf8.RuneCountInString(r[i]))
		}
		out[i] = min(max(longest, leastWide), mostWide)
	}
	return out
}
