package main

import (
	"bufio"
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/xuke-cli/xuke/store"
)

// A writer writes files whole or not at all: it writes another one beside it,
// which nobody but its owner can read, and renames that. An existing file is
// replaced only if the caller wants it. What can be written to but not
// replaced, such as /dev/stdout, is written to.
//
// When its context ends nothing is left behind; what a killed process leaves is
// removed by the next one that opens the same store.
type writer struct {
	ctx context.Context
	db  *store.Store // nil in tests
}

// writer returns the writer of a command. It ends with ctx.
func (s *session) writer(ctx context.Context) writer { return writer{ctx, s.db} }

// save writes a file that is held in memory. The error names the file.
func (w writer) save(path string, data []byte, replace bool) error {
	return w.saveStream(path, replace, func(to io.Writer) error {
		_, err := to.Write(data)
		return err
	})
}

// save is writer.save for a command that writes one file. Signals end it.
func (s *session) save(path string, data []byte, replace bool) error {
	ctx, stop := untilInterrupted()
	defer stop()
	return s.writer(ctx).save(path, data, replace)
}

// stream writes a file. An error of write leaves nothing behind.
func (w writer) stream(name string, replace bool, write func(io.Writer) error) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(name); err == nil && !replace {
			return fs.ErrExist // a broken link
		}
	case err != nil:
		return err
	case info.IsDir():
		return errNoFile
	case !info.Mode().IsRegular():
		return writeInto(name, write)
	case !replace:
		return fs.ErrExist
	default: // the file behind a link, not the link
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	}
	temp, done := w.tempFile(filepath.Dir(name))
	defer done()
	defer os.Remove(temp) //nolint:errcheck // it is renamed by then, or useless
	err = create(temp, func(f io.Writer) error { return write(interruptible{f, w.ctx}) })
	if err = cmp.Or(err, w.ctx.Err()); err != nil {
		return err
	}
	if !replace {
		// Link fails if there is a file by now; where a file system has no
		// links, the look above has to do.
		if err := os.Link(temp, name); err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return os.Rename(temp, name)
}

func (w writer) tempFile(dir string) (path string, done func()) {
	if w.db == nil {
		return filepath.Join(dir, ".xuke-"+rand.Text()), func() {}
	}
	return w.db.TempFile(dir)
}

// An interruptible takes no more once its context has ended.
type interruptible struct {
	io.Writer
	ctx context.Context
}

func (i interruptible) Write(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.Writer.Write(p)
}

// create writes a new file and waits until it is on the disk. Nobody but its
// owner can read it: documents hold ID numbers, packets hold scans.
func create(name string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := write(f); err != nil {
		return err
	}
	return f.Sync()
}

// writeInto writes to something that exists and cannot be replaced.
func writeInto(name string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return write(f)
}

// isFolder reports whether a path names an existing folder.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// makeFolder makes a folder with those above it, for its owner alone, and
// returns its full path. Those that are there stay as they are.
func makeFolder(dir string) (string, error) {
	full, err := filepath.Abs(dir)
	if err != nil {
		full = dir
	}
	if err := os.MkdirAll(full, 0o700); err != nil {
		return full, unwritable(dir, err)
	}
	return full, nil
}

// saveStream is stream with errors for people: one of the file names it, any
// other is that of write.
func (w writer) saveStream(path string, replace bool, write func(io.Writer) error) error {
	var inner error
	file := new(fileWriter)
	err := w.stream(path, replace, func(to io.Writer) error {
		file.Writer = to
		out := bufio.NewWriterSize(file, 1<<18)
		if inner = write(out); inner != nil {
			return inner
		}
		return out.Flush()
	})
	switch {
	case err == nil:
		return nil
	case inner != nil && file.err == nil:
		return inner
	}
	return unwritable(path, err)
}

// A fileWriter remembers the error with which its file failed.
type fileWriter struct {
	io.Writer
	err error
}

func (f *fileWriter) Write(p []byte) (int, error) {
	n, err := f.Writer.Write(p)
	if err != nil {
		f.err = err
	}
	return n, err
}
