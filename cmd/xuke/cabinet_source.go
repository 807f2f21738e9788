package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/xuke-cli/xuke/model"
)

// The most bytes that a file may have which is attached. Scans are far smaller;
// what is larger was named by mistake.
const attachCap = 2 << 30

// A source is somebody's file while it is copied. It is read and never
// written, and what is no regular file is not even waited for: opening a pipe
// would wait until somebody writes to it.
type source struct {
	*os.File
	info fs.FileInfo // when it was opened
	read int64
}

// openSource opens a file that is to be attached, through symbolic links. The
// error is a *fileError.
func openSource(path string) (*source, error) {
	info, err := os.Stat(path)
	if err == nil {
		err = attachable(info)
	}
	if err != nil {
		return nil, unreadable(path, err)
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if info, err = f.Stat(); err == nil {
		err = attachable(info) // it may have become another thing since
	}
	if err != nil {
		return nil, unreadable(path, errors.Join(err, f.Close()))
	}
	return &source{File: f, info: info}, nil
}

// steady holds what is read of a file that somebody else has opened to the same.
func steady(in io.Reader) (io.Reader, error) {
	f, ok := in.(*os.File)
	if !ok {
		return in, nil // of an archive, which says how long each is
	}
	info, err := f.Stat()
	if err == nil {
		err = attachable(info)
	}
	return &source{File: f, info: info}, err
}

func attachable(info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return errFolder
	case mode&fs.ModeNamedPipe != 0:
		return errPipe
	case mode&fs.ModeSocket != 0:
		return errSocket
	case mode&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		return errDevice
	case !mode.IsRegular():
		return errNoFile
	case info.Size() > attachCap:
		return errOverCap
	}
	return nil
}

// Read ends where the file ended when it was opened, and fails where it does
// not end there: somebody is writing to it, or it is no real file (those of
// /proc have no size).
func (s *source) Read(p []byte) (int, error) {
	n, err := s.File.Read(p)
	s.read += int64(n)
	switch {
	case s.read > s.info.Size():
		return 0, errChanging
	case err == io.EOF && s.read < s.info.Size():
		return 0, errChanging
	case err == io.EOF:
		if now, e := s.Stat(); e == nil && !now.ModTime().Equal(s.info.ModTime()) {
			return 0, errChanging
		}
	}
	return n, err
}

// named finds the paths that an argument of a command means: the file of that
// name, or what a pasted text names.
func named(arg, home string) []string {
	if _, err := os.Lstat(arg); err == nil {
		return []string{arg}
	}
	paths := model.SplitPaths(arg)
	for i, p := range paths {
		paths[i] = expand(p, home)
	}
	if len(paths) == 0 {
		return []string{arg}
	}
	return paths
}

// expand puts the home folder in the place of "~".
func expand(path, home string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		return filepath.Join(home, rest)
	}
	return path
}
