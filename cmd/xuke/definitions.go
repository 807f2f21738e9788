package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
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
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0) // it may have been replaced since
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, mostSmall+1))
	return data, errors.Join(err, f.Close())
}

// readFolder lists a folder. A pipe or a device is refused, not waited for.
func readFolder(dir string) ([]fs.DirEntry, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, errNotAFolder
	}
	return os.ReadDir(dir)
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
