package docx

import "fmt"

// A Drawing stands in the text, centred. Its measures are millimetres; Text is
// what programs show that cannot draw it, and what a screen reader reads.
type Drawing struct {
	W, H   int
	Shapes []Shape
	Text   string
}

// A Shape is a rectangle with text in its middle, or a line.
type Shape struct {
	X, Y, W, H float64
	Line       bool // from the top left to the bottom right corner
	Dashed     bool
	Strong     bool // a thick border
	Text       []Paragraph
}

// emu is a millimetre in the unit of drawings.
const emu = 36000

func (d Drawing) write(w *writer) {
	size := fmt.Sprintf(`cx="%d" cy="%d"`, d.W*emu, d.H*emu)
	id := w.id()
	fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="Normal"/><w:jc w:val="center"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>`+
		`<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent %s/><wp:effectExtent l="0" t="0" r="0" b="0"/>`+
		`<wp:docPr id="%d" name="Drawing %d" descr="%s"/><wp:cNvGraphicFramePr/>`+
		`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/>`+
		`<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext %s/><a:chOff x="0" y="0"/><a:chExt %s/></a:xfrm></wpg:grpSpPr>`,
		size, id, id, escape(d.Text), size, size)
	for _, s := range d.Shapes {
		s.write(w)
	}
	w.put("</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>",
		"<mc:Fallback><w:t>", escape(d.Text), "</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>")
}

func (s Shape) write(w *writer) {
	id := w.id()
	kind, geometry, fill := "cNvSpPr", "rect", `<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>`
	if s.Line {
		kind, geometry, fill = "cNvCnPr", "line", ""
	}
	thick, dash := 9525, ""
	if s.Strong {
		thick = 19050
	}
	if s.Dashed {
		dash = `<a:prstDash val="dash"/>`
	}
	fmt.Fprintf(w, `<wps:wsp><wps:cNvPr id="%d" name="Shape %d"/><wps:%s/><wps:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`+
		`<a:prstGeom prst="%s"><a:avLst/></a:prstGeom>%s<a:ln w="%d"><a:solidFill><a:srgbClr val="404040"/></a:solidFill>%s</a:ln></wps:spPr>`,
		id, id, kind, length(s.X), length(s.Y), length(s.W), length(s.H), geometry, fill, thick, dash)
	if len(s.Text) > 0 {
		w.put("<wps:txbx><w:txbxContent>")
		for _, p := range s.Text {
			p.Style = boxed
			p.write(w)
		}
		w.put("</w:txbxContent></wps:txbx>")
	}
	w.put(`<wps:bodyPr lIns="36000" tIns="18000" rIns="36000" bIns="18000" anchor="ctr"/></wps:wsp>`)
}

// boxed is the style of text in a shape.
const boxed Style = "BoxText"

func length(mm float64) int { return int(mm * emu) }
