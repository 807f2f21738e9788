package paper

import (
	"context"
	"io"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// A Room is the desk, and where its documents go.
type Room struct {
	*desk.Desk
	Output page.Output
	Packer Packer
}

// A Packer writes packets, which hold the files of the vault.
type Packer interface {
	// Pack writes a packet to a file as page.Output does, and ends early with
	// the error of ctx. Left is how many files its merged PDF lacks.
	Pack(ctx context.Context, path string, replace bool, p *export.Packet, tell func(done, of int)) (full string, left int, err error)
}

// An encoder writes a document about an application, in words of each of its
// languages.
type encoder func(out io.Writer, a *model.Application, words []export.Words) error

// write returns what writes a document about the application as it is now.
func (d *Room) write(o page.Order, encode encoder) page.Writing {
	app, proc := d.App.Clone(), d.Proc
	return func(context.Context, func(done, of int)) (page.Saved, error) {
		words, err := d.Env.WordsIn(proc, o.Langs...)
		if err != nil {
			return page.Saved{Path: o.Path}, err
		}
		full, err := d.Output.Write(o.Path, o.Replace, func(out io.Writer) error { return encode(out, &app, words) })
		return page.Saved{Path: full}, err
	}
}

// pack returns what writes the packet of the application as it is now.
func (d *Room) pack(o page.Order) page.Writing {
	app, proc, opt := d.App.Clone(), d.Proc, d.options()
	return func(ctx context.Context, tell func(done, of int)) (page.Saved, error) {
		names, err := d.Env.WordsIn(proc, locales.ZH)
		if err != nil {
			return page.Saved{Path: o.Path}, err
		}
		words, err := d.Env.WordsIn(proc, o.Langs...)
		if err != nil {
			return page.Saved{Path: o.Path}, err
		}
		full, left, err := d.Packer.Pack(ctx, o.Path, o.Replace, export.NewPacket(&app, opt, names[0], words...), tell)
		return page.Saved{Path: full, Left: left}, err
	}
}

// options are those of every document: the day that it is written on.
func (d *Room) options() export.Options { return export.Options{Today: d.Env.Today()} }
