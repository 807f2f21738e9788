package packet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/xuke-cli/xuke/model"
)

const (
	patience = 20 * time.Second // for one PDF to be read
	maxDepth = 100              // of what is nested in a PDF
)

var errShape = errors.New("not the shape of a PDF")

// addPDF copies the pages of a PDF with all that they draw with. Actions,
// forms and outlines stay behind: what is seen is what is merged.
func (b *book) addPDF(from io.ReadSeekCloser) (err error) {
	defer func() {
		if bug := recover(); bug != nil { // the reader has met a file that it did not foresee
			err = refuse(model.Broken, fmt.Errorf("%v", bug))
		}
	}()
	ctx, err := b.read(from)
	if err != nil {
		return err
	}
	s := &source{book: b, ctx: ctx, numbers: make(map[int]int)}
	root, err := ctx.Pages()
	if err != nil || root == nil {
		return refuse(model.Broken, errors.Join(err, errShape))
	}
	pages, err := s.leaves(*root, types.Dict{}, nil, nil)
	if err != nil {
		return refuse(model.Broken, err)
	}
	if len(pages) == 0 {
		return refuse(model.Broken, errShape)
	}
	// All is put into words before the first byte is written: a page that
	// cannot be copied is no half of a file.
	bodies := make([]string, len(pages))
	for i, p := range pages {
		if bodies[i], err = s.pageKeys(p); err != nil {
			return refuse(model.Broken, err)
		}
	}
	objects, err := s.objects()
	if err != nil {
		return refuse(model.Broken, err)
	}
	for _, o := range objects {
		o.write(b)
	}
	for _, body := range bodies {
		b.page(body)
	}
	return b.err
}

// read parses a PDF, for a while. One that takes longer is left to itself.
func (b *book) read(from io.ReadSeekCloser) (*pdf.Context, error) {
	type reply struct {
		ctx *pdf.Context
		err error
	}
	done := make(chan reply, 1)
	go func() {
		defer from.Close()
		defer func() {
			if bug := recover(); bug != nil {
				done <- reply{nil, fmt.Errorf("%v", bug)}
			}
		}()
		pdf.ConfigPath = "disable" // or it makes a folder for its settings
		conf := pdf.NewDefaultConfiguration()
		conf.Offline = true
		ctx, err := api.ReadAndValidate(from, conf)
		done <- reply{ctx, err}
	}()
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case <-b.ctx.Done():
		return nil, b.ctx.Err()
	case <-late.C:
		return nil, refuse(model.TooSlow, errors.New("the PDF takes too long to be read"))
	case r := <-done:
		switch {
		case errors.Is(r.err, pdfcpu.ErrWrongPassword), r.err == nil && r.ctx.Encrypt != nil:
			return nil, refuse(model.Protected, r.err)
		case r.err != nil:
			return nil, refuse(model.Broken, r.err)
		}
		return r.ctx, nil
	}
}

// A source is a PDF that is being copied.
type source struct {
	*book
	ctx     *pdf.Context
	numbers map[int]int // of objects: there, here
	queue   []int       // objects there that are referred to and not yet copied
}

// inherited are the attributes of a page that may stand further up the tree.
var inherited = []string{"Resources", "MediaBox", "CropBox", "Rotate"}

// leaves collects the pages below a node of the page tree.
func (s *source) leaves(node types.Object, above types.Dict, path []int, pages []types.Dict) ([]types.Dict, error) {
	if ref, ok := node.(types.IndirectRef); ok {
		n := ref.ObjectNumber.Value()
		if slices.Contains(path, n) || len(path) > maxDepth {
			return nil, errShape
		}
		path = append(slices.Clip(path), n)
	}
	d, err := s.ctx.DereferenceDict(node)
	if err != nil || d == nil {
		return nil, errors.Join(err, errShape)
	}
	own := maps.Clone(above)
	for _, key := range inherited {
		if v, ok := d[key]; ok {
			own[key] = v
		}
	}
	kids, ok := d["Kids"]
	if !ok {
		for _, key := range []string{"Contents", "UserUnit", "Group", "Annots"} {
			if v, ok := d[key]; ok {
				own[key] = v
			}
		}
		return append(pages, own), nil
	}
	list, err := s.ctx.DereferenceArray(kids)
	if err != nil {
		return nil, err
	}
	for _, kid := range list {
		if pages, err = s.leaves(kid, own, path, pages); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// pageKeys puts a page into words.
func (s *source) pageKeys(page types.Dict) (string, error) {
	if err := s.annotations(page); err != nil {
		return "", err
	}
	var b bytes.Buffer
	for _, key := range slices.Sorted(maps.Keys(page)) {
		b.WriteString("/" + key + " ")
		if err := s.put(&b, page[key], 0); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// acts are the keys of an annotation that say what it does, or lead to what
// it belongs to, and not how it looks.
var acts = []string{"A", "AA", "PA", "Dest", "P", "Parent", "Popup", "IRT", "StructParent"}

// annotations keeps of what lies on a page (stamps, filled-in fields) how it
// looks. Links go.
func (s *source) annotations(page types.Dict) error {
	annots, ok := page["Annots"]
	if !ok {
		return nil
	}
	list, err := s.ctx.DereferenceArray(annots)
	if err != nil {
		return err
	}
	var kept types.Array
	for _, a := range list {
		d, err := s.ctx.DereferenceDict(a)
		if err != nil {
			return err
		}
		if kind := d.NameEntry("Subtype"); kind == nil || *kind == "Link" || *kind == "Popup" {
			continue
		}
		look := maps.Clone(d)
		for _, key := range acts {
			delete(look, key)
		}
		kept = append(kept, look)
	}
	page["Annots"] = kept
	return nil
}

// objects puts into words all that the pages refer to, and what that refers to.
func (s *source) objects() (all []copied, err error) {
	for len(s.queue) > 0 {
		n := s.queue[0]
		s.queue = s.queue[1:]
		o, err := s.ctx.Dereference(*types.NewIndirectRef(n, 0))
		if err != nil {
			return nil, err
		}
		c := copied{number: s.numbers[n]}
		var b bytes.Buffer
		switch o := o.(type) {
		case types.StreamDict:
			if o.Raw == nil && o.Content != nil {
				if err := o.Encode(); err != nil {
					return nil, err
				}
			}
			c.stream, c.data = true, o.Raw
			err = s.dict(&b, o.Dict, 0, "Length")
		case types.Dict:
			if kind := o.Type(); kind != nil && (*kind == "Page" || *kind == "Pages" || *kind == "Catalog") {
				b.WriteString("null") // the way to other pages
				break
			}
			err = s.put(&b, o, 0)
		default:
			err = s.put(&b, o, 0)
		}
		if err != nil {
			return nil, err
		}
		c.text = b.String()
		all = append(all, c)
	}
	return all, nil
}

// put writes a value with the numbers that its references have here.
func (s *source) put(b *bytes.Buffer, o types.Object, depth int) error {
	if depth > maxDepth {
		return errShape
	}
	switch o := o.(type) {
	case nil:
		b.WriteString("null")
	case types.IndirectRef:
		n := o.ObjectNumber.Value()
		if s.numbers[n] == 0 {
			s.numbers[n] = s.reserve()
			s.queue = append(s.queue, n)
		}
		b.WriteString(strconv.Itoa(s.numbers[n]) + " 0 R")
	case types.Dict:
		b.WriteString("<<")
		if err := s.dict(b, o, depth); err != nil {
			return err
		}
		b.WriteString(">>")
	case types.Array:
		b.WriteByte('[')
		for _, e := range o {
			if err := s.put(b, e, depth+1); err != nil {
				return err
			}
			b.WriteByte(' ')
		}
		b.WriteByte(']')
	default:
		b.WriteString(o.PDFString())
	}
	return nil
}

func (s *source) dict(b *bytes.Buffer, d types.Dict, depth int, without ...string) error {
	for _, key := range slices.Sorted(maps.Keys(d)) {
		if slices.Contains(without, key) {
			continue
		}
		b.WriteString("/" + types.EncodeName(key) + " ")
		if err := s.put(b, d[key], depth+1); err != nil {
			return err
		}
	}
	return nil
}

// copied is an object ready to be written.
type copied struct {
	number int
	text   string
	stream bool
	data   []byte
}

func (c copied) write(b *book) {
	if !c.stream {
		b.object(c.number, "%s", c.text)
		return
	}
	b.stream(c.number, c.text, func(w io.Writer) error {
		_, err := w.Write(c.data)
		return err
	})
}
