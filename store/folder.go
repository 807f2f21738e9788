package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// makeDir makes the folder for its owner alone. One that is there is left as
// it is: somebody else may have a reason for its mode.
func makeDir(dir string, readOnly bool) error {
	info, err := os.Stat(dir)
	switch {
	case err == nil && !info.IsDir():
		return &Error{Code: NotOurs, Path: dir, Err: errors.New("not a folder")}
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return explain(dir, err)
	case readOnly:
		return &Error{Code: NotFound, Path: dir, Err: err}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return inDir(filepath.Dir(dir), explain(dir, err))
	}
	return explain(dir, syncDir(filepath.Dir(dir)))
}

// errOdd is the fault of a pipe, a device or a folder where a file should be.
var errOdd = errors.New("not a file")

// openFile opens a file for reading. Anything else is refused before it is
// opened: a pipe would block until somebody writes, a device may never end.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errOdd
	}
	return os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) // it may have been replaced since
}

// readDir lists a folder. Anything else is refused before it is opened.
func readDir(dir string) ([]fs.DirEntry, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, &Error{Code: NotOurs, Path: dir, Err: errors.New("not a folder")}
	}
	return os.ReadDir(dir)
}

// inDir tells a folder that cannot be entered from one that can only be read.
func inDir(dir string, err error) error {
	if CodeOf(err) != NoPermission {
		return err
	}
	if _, readable := readDir(dir); readable == nil {
		return &Error{Code: ReadOnlyDir, Path: dir, Err: err}
	}
	return &Error{Code: NoPermission, Path: dir, Err: err}
}

// withPath adds the path to an error that has none.
func withPath(path string, err error) error {
	if e, ok := errors.AsType[*Error](err); ok && e.Path == "" {
		e.Path = path
	}
	return err
}
