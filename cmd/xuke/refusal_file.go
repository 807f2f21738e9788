package main

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
)

// A fileError is about a file outside the store: one that the user named.
type fileError struct {
	path    string
	writing bool
	err     error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

func unwritable(path string, err error) error { return &fileError{path, true, err} }
func unreadable(path string, err error) error { return &fileError{path, false, err} }

var (
	errNoFile   = errors.New("a folder, a device or the like")
	errTooLarge = errors.New("far larger than such files are")

	// Why something cannot be attached.
	errFolder     = errors.New("a folder")
	errNotAFolder = errors.New("no folder")
	errPipe       = errors.New("a pipe")
	errSocket     = errors.New("a socket")
	errDevice     = errors.New("a device")
	errOverCap    = errors.New("larger than what may be attached")
	errChanging   = errors.New("it changed while it was read")

	// Why an attached file cannot be shown.
	errNoViewer = errors.New("there is no program to show files with")
	errVanished = errors.New("it is gone from the data directory")
)

// fileFailures are the causes that have texts of their own: cli.file.NAME.
var fileFailures = []struct {
	is   error
	name string
}{
	{fs.ErrExist, "exists"},
	{fs.ErrNotExist, "no-file"},
	{fs.ErrPermission, "no-permission"},
	{syscall.ENOTDIR, "no-folder"},
	{syscall.EROFS, "read-only"},
	{syscall.ENOSPC, "disk-full"},
	{syscall.EDQUOT, "disk-full"},
	{syscall.EFBIG, "over-limit"},
	{syscall.EMFILE, "too-many-files"},
	{syscall.ENFILE, "too-many-files"},
	{syscall.EISDIR, "not-a-file"},
	{errNoFile, "not-a-file"},
	{errTooLarge, "too-large"},
	{errFolder, "folder"},
	{errNotAFolder, "not-a-folder"},
	{errPipe, "pipe"},
	{errSocket, "socket"},
	{errDevice, "device"},
	{errOverCap, "over-cap"},
	{errChanging, "changing"},
	{errNoViewer, "no-viewer"},
	{errVanished, "vanished"},
}

func fileFailure(p *locales.Printer, e *fileError) *refusal {
	name := "unreadable"
	if e.writing {
		name = "unwritable"
	}
	for _, f := range fileFailures {
		if errors.Is(e.err, f.is) {
			name = f.name
		}
	}
	switch {
	case e.path == "-":
		name = "output"
	case e.writing && name == "no-file":
		name = "no-folder"
	case !e.writing && name == "no-folder":
		name = "no-file"
	}
	var cause string
	if path := (*fs.PathError)(nil); errors.As(e.err, &path) {
		cause = path.Err.Error() // without the name of a temporary file
	} else {
		cause = e.err.Error()
	}
	args := []any{"Path", legible.Line(e.path), "Cause", legible.Line(cause)}
	return &refusal{
		exit: exitFailed, Code: name, err: e,
		Message: p.Text("cli.file", name, "", args...), Hint: p.Text("cli.file", name, "hint", args...),
	}
}
