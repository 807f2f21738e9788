package export

import "math"

// Sizes of a table, in points.
const (
	cellPad    = 3.5
	leastWidth = 30
)

// A grid is a table on paper: its columns have widths, its header comes again
// on every page.
type grid struct {
	*paper
	header []string
	widths []float64
}

// newGrid gives every column what its longest word needs, and shares out the
// rest by how much text there is.
func newGrid(p *paper, t Table) *grid {
	n := len(t.Header)
	least, want := make([]float64, n), make([]float64, n)
	for _, r := range append([][]string{t.Header}, t.Rows...) {
		for i := range n {
			text := p.visible(r[i])
			want[i] = max(want[i], p.measure(text, cellSize))
			for _, piece := range p.pieces(text) {
				least[i] = max(least[i], p.measure(piece, cellSize))
			}
		}
	}
	room := p.width()
	g := &grid{paper: p, header: t.Header, widths: make([]float64, n)}
	var base, wish float64
	for i := range n {
		least[i] = min(max(least[i]+2*cellPad, leastWidth), room/float64(n))
		// A long text wraps well, so that twice the text is not twice the width.
		want[i] = max(0, math.Sqrt(want[i])*12-least[i]+2*cellPad)
		base += least[i]
		wish += want[i]
	}
	for i := range n {
		g.widths[i] = least[i]
		if wish > 0 {
			g.widths[i] += (room - base) * want[i] / wish
		} else {
			g.widths[i] += (room - base) / float64(n)
		}
	}
	return g
}

// row draws a row. One that does not fit goes to the next page as a whole; one
// that is taller than a page is continued there.
func (g *grid) row(cells []string, header bool) {
	lines := make([][]string, len(g.widths))
	tallest := 1
	for i, w := range g.widths {
		lines[i] = g.wrap(cells[i], cellSize, w-2*cellPad)
		tallest = max(tallest, len(lines[i]))
	}
	height := float64(tallest)*cellSize*leading + 2*cellPad
	if room := g.bottom() - margin - 4*cellSize*leading; height > room && !header {
		g.tall(lines, tallest)
		return
	}
	if g.keep(height) && !header {
		g.row(g.header, true)
	}
	g.band(lines, 0, tallest, header)
}

// tall draws a row over several pages, as many lines as there is room for.
func (g *grid) tall(lines [][]string, n int) {
	for from := 0; from < n; {
		fit := int((g.bottom() - g.y - 2*cellPad) / (cellSize * leading))
		if fit < 1 {
			g.page(g.footer)
			g.row(g.header, true)
			continue
		}
		to := min(n, from+fit)
		g.band(lines, from, to, false)
		from = to
	}
}

// band draws the lines from, up to but not including to, of a row.
func (g *grid) band(lines [][]string, from, to int, header bool) {
	height := float64(to-from)*cellSize*leading + 2*cellPad
	top := g.y
	if header {
		g.fill(margin, top, g.width(), height, head)
	}
	x := float64(margin)
	for i, w := range g.widths {
		g.y = top + cellPad
		for _, l := range lines[i][min(from, len(lines[i])):min(to, len(lines[i]))] {
			g.write(l, x+cellPad, cellSize, ink)
			g.y += cellSize * leading
		}
		x += w
	}
	g.frame(top, height)
	g.y = top + height
}

func (g *grid) frame(top, height float64) {
	x := float64(margin)
	g.line(x, top, x+g.width(), top)
	g.line(x, top+height, x+g.width(), top+height)
	for _, w := range append([]float64{0}, g.widths...) {
		x += w
		g.line(x, top, x, top+height)
	}
}
