package check

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// Limit is how long one file may take.
const Limit = 10 * time.Second

// Look finds out what is in a file of size bytes. It always returns: when ctx
// ends or Limit has passed, with what the first bytes tell and a Doubt. R may
// be closed as soon as Look has returned.
func Look(ctx context.Context, r io.ReaderAt, size int64) model.Look {
	if size <= 0 {
		return model.Look{Defects: []model.Defect{model.EmptyFile}}
	}
	ctx, cancel := context.WithTimeout(ctx, Limit)
	defer cancel()
	f := &file{ctx: ctx, r: r, size: size}
	format, err := f.sniff()
	if err != nil {
		return model.Look{Doubt: f.doubt(err)}
	}
	done := make(chan model.Look, 1) // a look that comes too late is let go
	go func() { done <- f.lookInto(format) }()
	select {
	case l := <-done:
		return l
	case <-ctx.Done():
		return model.Look{Format: format, Doubt: model.TookTooLong}
	}
}

// A file is one that is being looked at. Reading it fails once its time is
// over, so that a decoder which nobody waits for any more ends too.
type file struct {
	ctx  context.Context
	r    io.ReaderAt
	size int64
	ioe  error // the disk's, as decoders hide it behind their own
}

func (f *file) ReadAt(p []byte, off int64) (int, error) {
	if err := f.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := f.r.ReadAt(p, off)
	if err != nil && !errors.Is(err, io.EOF) {
		f.ioe = err
	}
	return n, err
}

// reader returns the content from its beginning.
func (f *file) reader() *io.SectionReader { return io.NewSectionReader(f, 0, f.size) }

// doubt tells why a look could not be finished, or "" where err is about the
// content and not about the reading of it.
func (f *file) doubt(err error) model.Doubt {
	switch {
	case f.ctx.Err() != nil:
		return model.TookTooLong
	case f.ioe != nil:
		return model.NotReadable
	case errors.Is(err, errTooMuch):
		return model.NotLookedInto
	case errors.Is(err, errTooManyPixels):
		return model.TooManyPixels
	}
	return ""
}

// What would cost more than a stranger's file is worth.
var (
	errTooMuch       = errors.New("too much to look into")
	errTooManyPixels = errors.New("too many pixels")
)

// lookInto looks closer, in the way of the format. A decoder that panics has
// met a file that is damaged in a way nobody thought of.
func (f *file) lookInto(format model.Format) (l model.Look) {
	defer func() {
		if recover() != nil {
			l = model.Look{Format: format}
			f.conclude(&l, model.Damaged, errPanic)
		}
	}()
	switch {
	case format == model.PDF:
		return f.pdf()
	case format == model.HEIC:
		return model.Look{Format: format, Pages: 1, Doubt: model.NotLookedInto}
	case format == model.DOCX:
		return f.document()
	case format.Image():
		return f.image(format)
	}
	return model.Look{Format: format}
}

var errPanic = errors.New("decoder panicked")

// conclude notes the defect that an error stands for, unless the error came
// from reading: then nothing is known.
func (f *file) conclude(l *model.Look, d model.Defect, err error) {
	if doubt := f.doubt(err); doubt != "" {
		l.Doubt = doubt
		return
	}
	if !l.Has(d) && !l.Has(model.Truncated) {
		l.Defects = append(l.Defects, d)
	}
}
