package main

import (
	"io"
	"io/fs"
	"os"
)

// A papers is a folder of definitions and their texts. What is no such file is
// refused and not waited for: a pipe, a device, anything far too large.
type papers struct{ fs.FS }

// mostPaper is the size in bytes of the largest.
const mostPaper = 4 << 20

func papersIn(dir string) fs.FS { return papers{os.DirFS(dir)} }

func (p papers) Open(name string) (fs.File, error) {
	info, err := fs.Stat(p.FS, name)
	if err == nil && !info.IsDir() {
		err = paper(info)
	}
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return p.FS.Open(name)
}

func paper(info fs.FileInfo) error {
	switch {
	case !info.Mode().IsRegular():
		return errNoFile
	case info.Size() > mostPaper:
		return errTooLarge
	}
	return nil
}

// readSmall reads a file that should be a definition, or standard input for
// "-". It refuses what is none: folders, devices, pipes, and files that are
// far too large.
func (c *command) readSmall(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(c.in, mostPaper))
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if err := paper(info); err != nil {
		return nil, err
	}
	return os.ReadFile(name)
}
