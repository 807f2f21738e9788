package docx

import (
	"fmt"
	"strconv"
	"strings"
)

func (p Paragraph) write(w *writer) {
	style := p.Style
	if style == "" {
		style = Body
	}
	w.put(`<w:p><w:pPr><w:pStyle w:val="`, string(style), `"/></w:pPr>`)
	for _, r := range p.Runs {
		r.write(w)
	}
	w.put("</w:p>")
}

func (r Run) write(w *writer) {
	switch r.Field {
	case Page, Pages:
		w.put(`<w:fldSimple w:instr=" `, string(r.Field), ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
		return
	case Box:
		fmt.Fprintf(w, box, w.id())
		return
	}
	w.put("<w:r>", r.properties())
	for i, line := range strings.Split(r.Text, "\n") {
		if i > 0 {
			w.put("<w:br/>")
		}
		w.put(`<w:t xml:space="preserve">`, escape(line), "</w:t>")
	}
	w.put("</w:r>")
}

func (r Run) properties() string {
	var b strings.Builder
	if r.Bold {
		b.WriteString("<w:b/>")
	}
	if r.Mark {
		b.WriteString(`<w:highlight w:val="yellow"/>`)
	}
	if b.Len() == 0 {
		return ""
	}
	return "<w:rPr>" + b.String() + "</w:rPr>"
}

// box is a real check box: it is ticked by a click.
const box = `<w:sdt><w:sdtPr><w:id w:val="%d"/><w14:checkbox><w14:checked w14:val="0"/>` +
	`<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>` +
	`<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>`

func (Break) write(w *writer) {
	w.put(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
}

func (t Table) write(w *writer) {
	widths := t.columns(w.width)
	w.put(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="`, strconv.Itoa(w.width), `" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, c := range widths {
		w.put(`<w:gridCol w:w="`, strconv.Itoa(c), `"/>`)
	}
	w.put("</w:tblGrid>")
	head := make([]Cell, len(t.Header))
	for i, h := range t.Header {
		head[i] = Cell{{Text: h, Bold: true}}
	}
	t.row(w, head, widths, true)
	for _, r := range t.Rows {
		t.row(w, r, widths, false)
	}
	w.put("</w:tbl>", `<w:p><w:pPr><w:pStyle w:val="`, string(cell), `"/></w:pPr></w:p>`)
}

// columns shares the width among the columns.
func (t Table) columns(width int) []int {
	sum, out := 0, make([]int, len(t.Header))
	for i := range out {
		out[i] = 1
		if i < len(t.Widths) && t.Widths[i] > 0 {
			out[i] = t.Widths[i]
		}
		sum += out[i]
	}
	for i := range out {
		out[i] = width * out[i] / sum
	}
	return out
}

func (t Table) row(w *writer, cells []Cell, widths []int, header bool) {
	w.put("<w:tr><w:trPr><w:cantSplit/>")
	if header {
		w.put("<w:tblHeader/>")
	}
	w.put("</w:trPr>")
	for i, width := range widths {
		w.put(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(width), `" w:type="dxa"/>`)
		if header {
			w.put(`<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>`)
		}
		w.put("</w:tcPr>")
		p := Paragraph{Style: cell}
		if t.Dense {
			p.Style = dense
		}
		if i < len(cells) {
			p.Runs = cells[i]
		}
		p.write(w)
		w.put("</w:tc>")
	}
	w.put("</w:tr>")
}
