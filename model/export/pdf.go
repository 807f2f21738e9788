package export

import (
	"io"
	"strconv"
)

// Sizes of the page, in points.
const (
	a4Short, a4Long = 595.28, 841.89
	margin          = 42
	footerHeight    = 24 // of which the last line of text keeps clear
	wide            = 5  // columns from which on a table is laid across the page
)

// Sizes of letters, in points, and of the line that they stand in.
const (
	titleSize   = 17
	partSize    = 13
	captionSize = 10.5
	textSize    = 9.5
	cellSize    = 8
	leading     = 1.5
)

// PDF writes the documents one after the other as A4 pages with their own
// font, page numbers and bookmarks. Tables repeat their header on every page.
// A character that the font lacks is shown by its number. The same documents
// give the same bytes: the file holds no time and nothing random.
func PDF(w io.Writer, docs ...Document) error {
	p, err := newPaper(docs)
	if err != nil {
		return err
	}
	for _, d := range docs {
		d.pdf(p)
	}
	return p.finish(w)
}

func (d Document) pdf(p *paper) {
	p.page(d.Footer)
	p.bookmark(d.Title)
	p.paragraph(d.Title, titleSize, ink)
	p.space(4)
	for _, n := range d.Notice {
		p.paragraph(n, textSize, grey)
	}
	p.space(6)
	for _, f := range d.Facts {
		p.pair(f)
	}
	for _, part := range d.Parts {
		part.pdf(p)
	}
}

func (part Part) pdf(p *paper) {
	p.space(10)
	p.keep(partSize*leading + 4*textSize*leading) // a heading alone at the foot of a page heads nothing
	p.bookmark(part.Title)
	p.paragraph(part.Title, partSize, accent)
	p.rule()
	if part.Intro != "" {
		p.paragraph(part.Intro, textSize, ink)
	}
	for _, t := range part.Tables {
		t.pdf(p)
	}
}

func (t Table) pdf(p *paper) {
	p.space(4)
	if t.Caption != "" {
		p.keep(captionSize*leading + 4*cellSize*leading)
		p.paragraph(t.Caption, captionSize, ink)
	}
	if len(t.Rows) == 0 {
		p.paragraph(t.Empty, textSize, ink)
		return
	}
	g := newGrid(p, t)
	g.row(t.Header, true)
	for _, r := range t.Rows {
		g.row(r, false)
	}
	p.space(2)
}

// pair writes a name and, beside it, its value.
func (p *paper) pair(f Pair) {
	name := min(150, p.width()/3)
	left := p.wrap(f.Name, textSize, name-8)
	right := p.wrap(f.Value, textSize, p.width()-name)
	line := textSize * leading
	p.keep(line * float64(min(3, max(len(left), len(right)))))
	for i := range max(len(left), len(right)) {
		p.keep(line)
		if i < len(left) {
			p.write(left[i], margin, textSize, grey)
		}
		if i < len(right) {
			p.write(right[i], margin+name, textSize, ink)
		}
		p.y += line
	}
}

func (p *paper) paragraph(text string, size float64, c colour) {
	for _, l := range p.wrap(text, size, p.width()) {
		p.keep(size * leading)
		p.write(l, margin, size, c)
		p.y += size * leading
	}
}

// number writes the foot of every page, when it is known how many there are.
func (p *paper) number() {
	for i, foot := range p.feet {
		p.turnTo(i + 1)
		p.y = p.height() - margin + 6
		count := strconv.Itoa(i+1) + " / " + strconv.Itoa(len(p.feet))
		p.write(count, margin+p.width()-p.measure(count, cellSize), cellSize, grey)
		if lines := p.wrap(foot, cellSize, p.width()-80); len(lines) > 0 {
			p.write(lines[0], margin, cellSize, grey)
		}
	}
}
