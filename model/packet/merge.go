package packet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// A refusal leaves a file out of the merged PDF. Other errors end the packet.
type refusal struct {
	why model.Unmerged
	err error
}

func (r *refusal) Error() string { return fmt.Sprintf("%s: %v", r.why, r.err) }
func (r *refusal) Unwrap() error { return r.err }

func refuse(why model.Unmerged, err error) error { return &refusal{why, err} }

// A book is the merged PDF.
type book struct {
	*writer
	ctx    context.Context
	parent int   // the object that lists the pages
	pages  []int // their objects
	marks  []mark
}

// merge writes all scans as one PDF: a bookmark for each material, below it
// one for each of its files where there are several.
func (p *packing) merge() error {
	if len(p.content.Files) == 0 {
		return nil
	}
	out, err := p.entry(p.plan.Merged, zip.Store)
	if err != nil {
		return err
	}
	b := &book{writer: newWriter(out), ctx: p.ctx}
	b.parent = b.reserve()
	for i := range p.content.Files {
		if err := p.bind(b, &p.content.Files[i]); err != nil {
			return err
		}
		p.tell(len(p.content.Files)+i+1, 2*len(p.content.Files))
	}
	if err := p.bindNote(b); err != nil {
		return err
	}
	p.content.Pages = len(b.pages)
	return b.finish()
}

// bind adds the pages of one file, or notes why it has none.
func (p *packing) bind(b *book, it *model.PacketFile) (err error) {
	from, err := p.open(it.File.SHA256)
	if err != nil {
		return err
	}
	before := len(b.pages)
	err = b.add(from)
	if r, ok := errors.AsType[*refusal](err); ok {
		it.Why = r.why
		return p.ctx.Err()
	}
	if err != nil {
		return err
	}
	it.First, it.Pages = before+1, len(b.pages)-before
	folder := &p.plan.Folders[it.Folder]
	title := fmt.Sprintf("%02d %s", folder.Number, folder.Name)
	if n := len(b.marks); n == 0 || b.marks[n-1].title != title {
		b.marks = append(b.marks, mark{title: title, page: b.pages[before]})
	}
	if len(folder.Files) > 1 {
		last := &b.marks[len(b.marks)-1]
		name := strings.TrimSuffix(path.Base(it.Path), path.Ext(it.Path))
		last.kids = append(last.kids, mark{title: name, page: b.pages[before]})
	}
	return nil
}

// bindNote adds the pages that say what is not there.
func (p *packing) bindNote(b *book) error {
	left := p.content.Left()
	if len(left) == 0 {
		return nil
	}
	title, pdf, err := p.plan.Note(left)
	if err != nil {
		return err
	}
	before := len(b.pages)
	if err := b.add(nopCloser{bytes.NewReader(pdf)}); err != nil {
		return err
	}
	b.marks = append(b.marks, mark{title: title, page: b.pages[before]})
	return nil
}

type nopCloser struct{ io.ReadSeeker }

func (nopCloser) Close() error { return nil }

// add adds the pages of a file, and closes it. Either all of them are added,
// or none and the error is a *refusal.
func (b *book) add(from io.ReadSeekCloser) error {
	begin := make([]byte, 1024)
	n, err := io.ReadFull(from, begin)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && err != io.EOF {
		return errors.Join(err, from.Close())
	}
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return errors.Join(err, from.Close())
	}
	begin = begin[:n]
	if bytes.Contains(begin, []byte("%PDF-")) {
		return b.addPDF(from) // closes it, which may be later
	}
	return errors.Join(b.addPicture(begin, from), from.Close())
}

// page writes a page under the next number.
func (b *book) page(keys string) {
	n := b.reserve()
	b.object(n, "<</Type/Page/Parent %d 0 R%s>>", b.parent, keys)
	b.pages = append(b.pages, n)
}

func (b *book) finish() error {
	kids := make([]string, len(b.pages))
	for i, n := range b.pages {
		kids[i] = fmt.Sprintf("%d 0 R", n)
	}
	b.object(b.parent, "<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " "))
	root, info := b.reserve(), b.reserve()
	outline := b.outline(b.marks)
	b.object(root, "<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines>>", b.parent, outline)
	b.object(info, "<</Creator(xuke)/Producer(xuke)>>")
	return b.writer.finish(root, info)
}
