package main

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// save is writeFile with an error that names the file.
func save(path string, data []byte, replace bool) error {
	if err := writeFile(path, data, replace); err != nil {
		return unwritable(path, err)
	}
	return nil
}

// writeFile writes a file whole or not at all: it writes another one beside it
// and renames that. An existing file is replaced only if the caller wants it.
// What can be written to but not replaced, such as /dev/stdout, is written to.
func writeFile(name string, data []byte, replace bool) error {
	return writeStream(name, replace, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// writeStream is writeFile for content that is not held in memory. An error of
// write leaves nothing behind.
func writeStream(name string, replace bool, write func(io.Writer) error) error {
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
	temp := filepath.Join(filepath.Dir(name), ".xuke-"+rand.Text())
	defer os.Remove(temp) //nolint:errcheck // it is renamed by then, or useless
	if err := create(temp, write); err != nil {
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

// create writes a new file and waits until it is on the disk.
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

// makeFolder makes a folder with those above it, and returns its full path.
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
