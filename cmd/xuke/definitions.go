package main

import (
	"io/fs"
	"os"
)

// mostSmall is the size in bytes of the largest file of definitions, texts or
// notices.
const mostSmall = 4 << 20

// smallFiles is a folder of definitions and their texts. A pipe, a device or a
// file that is far too large is refused, not waited for.
type smallFiles struct{ fs.FS }

func smallFilesIn(dir string) fs.FS { return smallFiles{os.DirFS(dir)} }

func (s smallFiles) Open(name string) (fs.File, error) {
	info, err := fs.Stat(s.FS, name)
	if err == nil && !info.IsDir() {
		err = checkSmall(info)
	}
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return s.FS.Open(name)
}

// readSmall reads a file as smallFiles do.
func readSmall(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if err := checkSmall(info); err != nil {
		return nil, err
	}
	return os.ReadFile(name)
}

func checkSmall(info fs.FileInfo) error {
	switch {
	case !info.Mode().IsRegular():
		return errNoFile
	case info.Size() > mostSmall:
		return errTooLarge
	}
	return nil
}
