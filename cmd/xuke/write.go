package main

import (
	"bufio"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// isFolder reports whether a path names an existing folder.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// writeFile writes a file whole or not at all: under another name beside it,
// then renamed. An existing file is replaced only when that is wanted. What is
// no file but can be written to, such as /dev/stdout, is written to.
func writeFile(name string, data []byte, replace bool) error {
	return writeStream(name, replace, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// writeStream is writeFile for what is not held in memory. An error of write
// leaves nothing behind.
func writeStream(name string, replace bool, write func(io.Writer) error) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(name); err == nil && !replace {
			return fs.ErrExist // a link to nowhere
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
	temp := filepath.Join(filepath.Dir(name), ".xuke-"+rand.Text())
	defer os.Remove(temp) //nolint:errcheck // it has its name by then, or is of no use
	if err := create(temp, write); err != nil {
		return err
	}
	if !replace {
		// Link fails where a file has come up meanwhile; where links are not
		// to be had, the look above has to do.
		if err := os.Link(temp, name); err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return os.Rename(temp, name)
}

func create(name string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := write(f); err != nil {
		return err
	}
	return f.Sync()
}

func writeInto(name string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return write(f)
}

// makeFolder makes a folder to export into, and returns its full path.
func makeFolder(dir string) (string, error) {
	full, err := filepath.Abs(dir)
	if err != nil {
		full = dir
	}
	if err := os.MkdirAll(full, 0o777); err != nil {
		return full, unwritable(dir, err)
	}
	return full, nil
}

// saveStream is writeStream with errors for people: one of the file names it,
// any other is that of write.
func saveStream(path string, replace bool, write func(io.Writer) error) error {
	var inner error
	file := new(fileWriter)
	err := writeStream(path, replace, func(w io.Writer) error {
		file.Writer = w
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
