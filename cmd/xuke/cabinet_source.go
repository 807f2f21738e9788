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

// attachCap is the size in bytes of the largest file that may be attached.
// Scans are far smaller; a larger file was named by mistake.
const attachCap = 2 << 30

// A source is a file of the user while it is copied. Nothing is written to it,
// and only regular files are opened: a pipe would block until there is a
// writer.
type source struct {
	*os.File
	info fs.FileInfo // of the time when it was opened
	read int64       // bytes so far
}

// openSource opens a file to attach. It follows symbolic links. The error is a
// *fileError.
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
		err = attachable(info) // it may have been replaced since
	}
	if err != nil {
		return nil, unreadable(path, errors.Join(err, f.Close()))
	}
	return &source{File: f, info: info}, nil
}

// steady makes a source of a file that was opened elsewhere.
func steady(in io.Reader) (io.Reader, error) {
	f, ok := in.(*os.File)
	if !ok {
		return in, nil // a file of an archive, which knows its length
	}
	info, err := f.Stat()
	if err == nil {
		err = attachable(info)
	}
	return &source{File: f, info: info}, err
}

// attachable returns an error that says what a file is if it cannot be
// attached.
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

// Read fails unless the file ends where it ended when it was opened: otherwise
// something is writing to it, or it is no real file (those of /proc have no
// size).
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

// named returns the paths that an argument of a command means: the file of that
// name, or those that a pasted text names.
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

// expand replaces "~" by the home folder.
func expand(path, home string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		return filepath.Join(home, rest)
	}
	return path
}
