package check

import (
	"bytes"

	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/xuke-cli/xuke/model"
)

// A scan is the one picture that makes up a page.
type scan struct {
	stream        *types.StreamDict
	width, height int
	dpi           int
}

// How many scanned pages are unpacked to see whether there is colour.
const unpackedPages = 3

// scans looks at the pages that are scans: the poorest resolution counts, and
// one page in colour makes a file in colour.
func (f *file) scans(l *model.Look, doc *pdf.XRefTable, pages []page) {
	var all []scan
	for _, p := range pages {
		if s, ok := scanOf(doc, p); ok {
			all = append(all, s)
			if l.DPI == 0 || s.dpi < l.DPI {
				l.DPI, l.Width, l.Height = s.dpi, s.width, s.height
			}
		}
	}
	if len(all) < len(pages) || len(all) == 0 {
		l.DPI, l.Width, l.Height = 0, 0, 0 // some pages were never scanned: nothing to say of the whole
		return
	}
	for i, s := range all {
		tone := model.Tone("")
		if greySpace(doc, s.stream) {
			tone = model.Grey
		} else if i < unpackedPages {
			tone = f.pictureTone(s)
		}
		switch tone {
		case model.Colour:
			l.Tone = model.Colour
			return
		case "":
			l.Tone = ""
			return
		}
		l.Tone = model.Grey
	}
}

// scanOf returns the picture of a page that has just one, of the shape of the
// page. A page with other pictures, or with one of another shape, may be
// anything.
func scanOf(doc *pdf.XRefTable, p page) (scan, bool) {
	o, ok := p.resources.Find("XObject")
	if !ok || p.width <= 0 || p.height <= 0 {
		return scan{}, false
	}
	d, err := doc.DereferenceDict(o)
	if err != nil {
		return scan{}, false
	}
	var found []scan
	for _, o := range d {
		sd, _, err := doc.DereferenceStreamDict(o)
		if err != nil || sd == nil || sd.Subtype() == nil || *sd.Subtype() != "Image" {
			continue
		}
		w, h := sd.IntEntry("Width"), sd.IntEntry("Height")
		if w == nil || h == nil || *w <= 0 || *h <= 0 {
			continue
		}
		found = append(found, scan{stream: sd, width: *w, height: *h})
	}
	if len(found) != 1 {
		return scan{}, false
	}
	s := found[0]
	// Page and picture may lie on different sides: long is held against long.
	long, short := max(p.width, p.height), min(p.width, p.height)
	x := float64(max(s.width, s.height)) * 72 / long
	y := float64(min(s.width, s.height)) * 72 / short
	const alike = 0.05
	if abs(x-y) > alike*max(x, y) {
		return scan{}, false
	}
	s.dpi = int(min(x, y) + 0.5)
	return s, true
}

func greySpace(doc *pdf.XRefTable, sd *types.StreamDict) bool {
	if mask := sd.BooleanEntry("ImageMask"); mask != nil && *mask {
		return true
	}
	o, ok := sd.Find("ColorSpace")
	if !ok {
		return false
	}
	o, err := doc.Dereference(o)
	if err != nil {
		return false
	}
	name, _ := o.(types.Name)
	if a, ok := o.(types.Array); ok && len(a) > 0 {
		name, _ = a[0].(types.Name)
	}
	return name == "DeviceGray" || name == "CalGray"
}

// pictureTone unpacks a page that is a JPEG, as scanners write them.
func (f *file) pictureTone(s scan) model.Tone {
	if len(s.stream.FilterPipeline) != 1 || s.stream.FilterPipeline[0].Name != "DCTDecode" {
		return ""
	}
	c := codecs[model.JPEG]
	config, err := c.config(bytes.NewReader(s.stream.Raw))
	if err != nil || !affordable(config, true) {
		return ""
	}
	picture, err := f.unpack(c, bytes.NewReader(s.stream.Raw))
	if err != nil {
		return ""
	}
	return toneOf(picture)
}
