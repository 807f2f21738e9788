package draft

import (
	"unicode/utf8"

	"github.com/xuke-cli/xuke/model/docx"
)

// The chart is drawn as a tree with the company at its foot while there is
// room for that, and else as an outline with a row for each shareholder,
// which goes on over any number of pages. Measures are millimetres.
const (
	across    = 155 // the width of the page
	boxHigh   = 20
	boxGap    = 11 // between levels
	boxWide   = 42 // at most
	mostLeafs = 5
	mostHigh  = 6
	mostName  = 18 // characters, in three lines of a narrow box
	rowHigh   = 9
	rowBox    = 7.4
	firstRows = 12 // on the first page, where the title is
	pageRows  = 24
)

func (b *builder) drawing(root *holder) []docx.Block {
	leafs, high, name := 0, 0, 0
	root.each(func(h *holder) {
		if len(h.above) == 0 {
			leafs++
		}
		high, name = max(high, h.level+1), max(name, utf8.RuneCountInString(h.name))
	})
	if leafs > mostLeafs || high > mostHigh || name > mostName {
		return b.outline(root)
	}
	unit := min(boxWide+4, float64(across)/float64(leafs))
	d := docx.Drawing{W: int(unit*float64(leafs)) + 1, H: high*boxHigh + (high-1)*boxGap + 1, Text: b.say("chart.text")}
	t := treeDrawing{b: b, unit: unit, foot: float64(d.H)}
	t.place(root, 0)
	d.Shapes = append(t.lines, t.boxes...)
	return []docx.Block{d}
}

// A treeDrawing places boxes level by level, each in the middle below those
// above it.
type treeDrawing struct {
	b            *builder
	unit, foot   float64
	lines, boxes []docx.Shape
}

// place draws h and all above it from x on, and says where its middle is and
// how wide it all is.
func (t *treeDrawing) place(h *holder, x float64) (middle, width float64) {
	top := t.foot - float64(h.level)*(boxHigh+boxGap) - boxHigh - 0.5
	middle, width = x+t.unit/2, t.unit
	if len(h.above) > 0 {
		var mids []float64
		width = 0
		for _, up := range h.above {
			m, w := t.place(up, x+width)
			mids, width = append(mids, m), width+w
		}
		first, last := mids[0], mids[len(mids)-1]
		middle = (first + last) / 2
		bus := top - boxGap/2.0
		for _, m := range mids {
			t.line(m, top-boxGap, 0, boxGap/2.0)
		}
		if last > first {
			t.line(first, bus, last-first, 0)
		}
		t.line(middle, bus, 0, boxGap/2.0)
	}
	wide := t.unit - 4
	t.boxes = append(t.boxes, docx.Shape{X: middle - wide/2, Y: top, W: wide, H: boxHigh, Dashed: h.open, Strong: h.level == 0, Text: h.lines()})
	return middle, width
}

func (t *treeDrawing) line(x, y, w, h float64) {
	t.lines = append(t.lines, docx.Shape{Line: true, X: x, Y: y, W: w, H: h})
}

// lines are the texts in a box: the name, the kind, the share.
func (h *holder) lines() []docx.Paragraph {
	ps := []docx.Paragraph{{Runs: []docx.Run{{Text: h.name, Bold: true, Mark: h.open}}}}
	for _, text := range []string{h.kind, h.share} {
		if text != "" {
			ps = append(ps, docx.Paragraph{Runs: docx.Text(text)})
		}
	}
	return ps
}

// outline draws a row for each holder, the company first, those above it
// further to the right.
func (b *builder) outline(root *holder) []docx.Block {
	deepest := 1
	root.each(func(h *holder) { deepest = max(deepest, h.level) })
	o := outlineDrawing{step: min(10, 70/float64(deepest))}
	o.rows(root, nil)
	blocks := []docx.Block{docx.Paragraph{Style: docx.Note, Runs: docx.Text(b.say("chart.outline"))}}
	for room := firstRows; len(o.all) > 0; room = pageRows {
		n := min(room, len(o.all))
		d := docx.Drawing{W: across, H: n * rowHigh, Text: b.say("chart.text")}
		for i, row := range o.all[:n] {
			for _, s := range row {
				s.Y += float64(i * rowHigh)
				d.Shapes = append(d.Shapes, s)
			}
		}
		blocks, o.all = append(blocks, d), o.all[n:]
	}
	return blocks
}

// An outlineDrawing holds the shapes of each row, as if it were the first.
type outlineDrawing struct {
	step float64
	all  [][]docx.Shape
}

// rows draws h and all above it. More tells, for each level below, whether
// another one follows there, to which its line leads on.
func (o *outlineDrawing) rows(h *holder, more []bool) {
	var row []docx.Shape
	stem := func(level int) float64 { return float64(level)*o.step + o.step/2 }
	for i, goes := range more {
		last := i == len(more)-1
		switch {
		case last && !goes:
			row = append(row, docx.Shape{Line: true, X: stem(i), W: 0, H: rowHigh / 2.0})
		case goes:
			row = append(row, docx.Shape{Line: true, X: stem(i), W: 0, H: rowHigh})
		}
		if last {
			row = append(row, docx.Shape{Line: true, X: stem(i), Y: rowHigh / 2.0, W: o.step / 2})
		}
	}
	left := float64(len(more)) * o.step
	if len(h.above) > 0 { // down to those that follow
		row = append(row, docx.Shape{Line: true, X: stem(len(more)), Y: rowHigh / 2.0, H: rowHigh / 2.0})
	}
	box := docx.Shape{X: left, Y: (rowHigh - rowBox) / 2, W: across - left - 0.5, H: rowBox, Dashed: h.open, Strong: h.level == 0}
	box.Text = []docx.Paragraph{{Runs: h.inline(int((box.W - 4) / 3.2))}}
	o.all = append(o.all, append(row, box))
	for i, up := range h.above {
		o.rows(up, append(more[:len(more):len(more)], i < len(h.above)-1))
	}
}

// inline is the same in one line of that many characters. A name that is
// longer is cut: the table has it in full.
func (h *holder) inline(room int) []docx.Run {
	rest := ""
	for _, text := range []string{h.kind, h.share} {
		if text != "" {
			rest += "　" + text
		}
	}
	name := []rune(h.name)
	if most := max(4, room-utf8.RuneCountInString(rest)); len(name) > most {
		name = append(name[:most-1], '…')
	}
	return []docx.Run{{Text: string(name), Bold: true, Mark: h.open}, {Text: rest}}
}
