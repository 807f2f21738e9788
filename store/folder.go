package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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

// inDir tells a folder that cannot be entered from one that can only be read.
func inDir(dir string, err error) error {
	if CodeOf(err) != NoPermission {
		return err
	}
	if _, readable := os.ReadDir(dir); readable == nil {
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
