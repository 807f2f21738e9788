package check

import (
	"errors"

	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A page of a PDF, with what it inherits from the tree above it.
type page struct {
	resources types.Dict
	width     float64 // points, a seventy-second of an inch; 0 where not known
	height    float64
}

var (
	errLoop   = errors.New("the page tree loops")
	errNoTree = errors.New("no page tree")
)

// A pageWalk goes down the tree of pages. The count that the tree claims is
// not believed, and a branch is not walked twice.
type pageWalk struct {
	doc   *pdf.XRefTable
	seen  map[int]bool
	pages []page
}

func pagesOf(doc *pdf.XRefTable) ([]page, error) {
	root, err := doc.Pages()
	if err != nil || root == nil {
		return nil, errors.Join(errNoTree, err)
	}
	w := &pageWalk{doc: doc, seen: make(map[int]bool)}
	err = w.down(*root, page{}, 0)
	return w.pages, err
}

func (w *pageWalk) down(o types.Object, above page, depth int) error {
	const deepest = 64
	if ref, ok := o.(types.IndirectRef); ok {
		if n := ref.ObjectNumber.Value(); w.seen[n] {
			return errLoop
		} else {
			w.seen[n] = true
		}
	}
	d, err := w.doc.DereferenceDict(o)
	switch {
	case err != nil:
		return err
	case d == nil:
		return nil // a reference to nothing is nothing
	case depth > deepest:
		return errLoop
	case len(w.pages) >= maxPages:
		return errTooMuch
	}
	here := w.inherit(d, above)
	kids, err := w.entry(d, "Kids")
	if err != nil || kids == nil {
		w.pages = append(w.pages, here)
		return nil
	}
	for _, kid := range kids {
		if err := w.down(kid, here, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *pageWalk) entry(d types.Dict, key string) (types.Array, error) {
	o, ok := d.Find(key)
	if !ok {
		return nil, nil
	}
	return w.doc.DereferenceArray(o)
}

// inherit takes over from above what the page does not say itself.
func (w *pageWalk) inherit(d types.Dict, p page) page {
	if o, ok := d.Find("Resources"); ok {
		if r, err := w.doc.DereferenceDict(o); err == nil && r != nil {
			p.resources = r
		}
	}
	box, err := w.entry(d, "MediaBox")
	if err != nil || len(box) != 4 {
		return p
	}
	var at [4]float64
	for i := range box {
		if at[i], err = w.doc.DereferenceNumber(box[i]); err != nil {
			return p
		}
	}
	p.width, p.height = abs(at[2]-at[0]), abs(at[3]-at[1])
	return p
}

func abs(x float64) float64 { return max(x, -x) }
