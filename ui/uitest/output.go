package uitest

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"

	"github.com/xuke-cli/xuke/model/export"
)

// An Output is a page.Output and a paper.Packer without a disk.
type Output struct {
	Documents []Document      // that were written, the latest last
	There     map[string]bool // paths in full where a file exists already
	Fail      error           // of everything that is written
	// Packing takes the place of writing a packet, if it is not nil.
	Packing func(ctx context.Context, tell func(done, of int)) (left int, err error)
}

// A Document is what was written.
type Document struct {
	Path    string // in full
	Replace bool
	Text    string         // what is in the file
	Packet  *export.Packet // of a packet, which has no text
}

// Last is the document that was written last.
func (o *Output) Last() Document {
	if len(o.Documents) == 0 {
		return Document{}
	}
	return o.Documents[len(o.Documents)-1]
}

// full is a path in full; the current folder is /here.
func full(name string) string {
	if path.IsAbs(name) {
		return name
	}
	return path.Join("/here", name)
}

// check refuses what cannot be written.
func (o *Output) check(path string, replace bool) error {
	if o.Fail == nil && o.There[path] && !replace {
		return fs.ErrExist
	}
	return o.Fail
}

// Write implements page.Output.
func (o *Output) Write(name string, replace bool, write func(io.Writer) error) (string, error) {
	name = full(name)
	if err := o.check(name, replace); err != nil {
		return name, err
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return name, err
	}
	o.Documents = append(o.Documents, Document{Path: name, Replace: replace, Text: b.String()})
	return name, nil
}

// MakeFolder implements page.Output. It returns the path as it is.
func (o *Output) MakeFolder(dir string) (string, error) { return dir, nil }

// Pack implements paper.Packer.
func (o *Output) Pack(ctx context.Context, name string, replace bool, p *export.Packet, tell func(done, of int)) (string, int, error) {
	name = full(name)
	if err := o.check(name, replace); err != nil {
		return name, 0, err
	}
	left := 1
	if o.Packing != nil {
		var err error
		if left, err = o.Packing(ctx, tell); err != nil {
			return name, 0, err
		}
	}
	o.Documents = append(o.Documents, Document{Path: name, Replace: replace, Packet: p})
	return name, left, nil
}
