package packet

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// A Plan says what a packet is made of.
type Plan struct {
	Folders []model.PacketFolder
	Day     model.Date // the date that the files in the ZIP bear
	Merged  string     // the name of the merged PDF
	// Note makes a PDF that says what is missing from the merged one, with the
	// title of its bookmark. It becomes the last pages.
	Note func(left []model.PacketFile) (title string, pdf []byte, err error)
	// Papers makes the documents that lie beside the folders, once it is known
	// what is in them.
	Papers func(*model.PacketContent) ([]model.PacketPaper, error)
}

// An Opener opens the content of a file for reading. The error is an
// fs.ErrNotExist where it is not there.
type Opener func(model.FileID) (io.ReadSeekCloser, error)

// A DamagedError says that a file is not what it was when it came in.
type DamagedError struct {
	Path string // in the packet
	File model.File
	Got  model.FileID // "" of a file that is gone
}

// Gone reports whether the file is not there at all.
func (e *DamagedError) Gone() bool { return e.Got == "" }

func (e *DamagedError) Error() string {
	if e.Gone() {
		return fmt.Sprintf("%s: %s is not there", e.Path, e.File.SHA256)
	}
	return fmt.Sprintf("%s: the content of %s hashes to %s", e.Path, e.File.SHA256, e.Got)
}

// packing is a packet on its way.
type packing struct {
	ctx     context.Context
	plan    Plan
	open    Opener
	zip     *zip.Writer
	content model.PacketContent
	tell    func(done, of int)
}

// Write writes a packet. Tell, which may be nil, is told how many of the steps
// are done: each file is copied, and then merged. Whatever the error, what was
// written so far is of no use.
func Write(ctx context.Context, w io.Writer, plan Plan, open Opener, tell func(done, of int)) (*model.PacketContent, error) {
	p := &packing{ctx: ctx, plan: plan, open: open, zip: zip.NewWriter(w), tell: tell}
	if tell == nil {
		p.tell = func(int, int) {}
	}
	for i, f := range plan.Folders {
		for j, file := range f.Files {
			p.content.Files = append(p.content.Files, model.PacketFile{Folder: i, Path: pathOf(f, j), File: file})
		}
	}
	for i := range p.content.Files {
		if err := p.copy(&p.content.Files[i]); err != nil {
			return nil, err
		}
		p.tell(i+1, 2*len(p.content.Files))
	}
	if err := p.merge(); err != nil {
		return nil, err
	}
	docs, err := plan.Papers(&p.content)
	if err != nil {
		return nil, err
	}
	for _, d := range docs {
		out, err := p.entry(d.Name, zip.Deflate)
		if err != nil {
			return nil, err
		}
		if _, err := out.Write(d.Data); err != nil {
			return nil, err
		}
	}
	return &p.content, p.zip.Close()
}

// pathOf names the file with index i of a folder: "03-股权结构图/03-1 股权结构图.pdf".
// The numbers keep apart what names alone would not.
func pathOf(f model.PacketFolder, i int) string {
	return fmt.Sprintf("%02d-%s/%02d-%d %s%s", f.Number, f.Name, f.Number, i+1, f.Name, ending(f.Files[i]))
}

// ending is that of the original name, or what the content says where that has
// none that is harmless.
func ending(f model.File) string {
	e := model.EndingOf(f.Name)
	if len(e) > 8 || strings.IndexFunc(e, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) >= 0 {
		e = ""
	}
	if e == "" && f.Look != nil {
		e = f.Look.Format.Ending()
	}
	if e == "" {
		return ""
	}
	return "." + e
}

var errName = errors.New("no name for a file in a packet")

// entry begins a file in the ZIP. Without time and mode some programs make
// Chinese names illegible.
func (p *packing) entry(name string, method uint16) (io.Writer, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) || path.Clean(name) != name {
		return nil, fmt.Errorf("%w: %q", errName, name)
	}
	d := p.plan.Day
	h := &zip.FileHeader{Name: name, Method: method, Modified: time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)}
	h.SetMode(0o644)
	return p.zip.CreateHeader(h)
}

// copy streams a file into the packet and holds it against its hash. Scans do
// not get smaller, so they are stored as they are.
func (p *packing) copy(it *model.PacketFile) (err error) {
	from, err := p.open(it.File.SHA256)
	if errors.Is(err, fs.ErrNotExist) {
		return &DamagedError{Path: it.Path, File: it.File}
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	out, err := p.entry(it.Path, zip.Store)
	if err != nil {
		return err
	}
	hash := sha256.New()
	if _, err := io.Copy(io.MultiWriter(out, hash), &reader{p.ctx, from}); err != nil {
		return err
	}
	if got := model.FileID(hex.EncodeToString(hash.Sum(nil))); got != it.File.SHA256 {
		return &DamagedError{it.Path, it.File, got}
	}
	return nil
}

// A reader ends with its context.
type reader struct {
	ctx context.Context
	io.Reader
}

func (r *reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(b)
}
