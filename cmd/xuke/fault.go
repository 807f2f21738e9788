package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"time"

	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/store"
)

// What the disk and other processes do to us, in words. Each says which file
// it is about and what to do next.

// busy says who has the data.
func (c *command) busy(e *store.BusyError) *refusal {
	r := &refusal{exit: exitBusy, Code: string(store.Busy), err: e, Hint: c.p.Text("cli.store", "busy", "hint")}
	if e.PID == 0 {
		r.Message = c.p.Text("cli.store", "busy", "unknown")
		return r
	}
	r.Message = c.p.Text("cli.store", "busy", "",
		"PID", e.PID, "Program", legible.Line(e.Program), "Since", e.Since.Local().Format(time.DateTime))
	return r
}

// storeFailure words an error of the store. Those about a name that somebody
// gave are a wrong use, all others are failures.
func (c *command) storeFailure(e *store.Error) *refusal {
	r := &refusal{exit: exitFailed, Code: string(e.Code), err: e}
	if e.Code == store.NotFound && e.Path == "" || e.Code == store.Ambiguous {
		r.exit = exitUsage
	}
	if e.Code == store.BadDisk && (errors.Is(e, fs.ErrNotExist) || errors.Is(e, syscall.ENOTDIR)) {
		r.Code = "no-folder" // nor can it be made
	}
	part := ""
	switch {
	case e.Code == store.Corrupt && e.ID != "":
		part = "one"
	case e.Code == store.NotFound && e.Path != "":
		part = "file"
	}
	cause := ""
	if e.Err != nil {
		cause = e.Err.Error()
	}
	args := []any{"Path", legible.Line(e.Path), "ID", legible.Line(string(e.ID)), "Cause", legible.Line(cause)}
	r.Message = c.p.Text("cli.store", r.Code, part, args...)
	r.Hint = c.p.Text("cli.store", r.Code, strings.TrimPrefix(part+"-hint", "-"), args...)
	if e.Code == store.Ambiguous {
		r.Hint += "\n" + lines(columns(e.Candidates, func(o store.Candidate) []string {
			return []string{"  " + string(o.ID), legible.Line(o.Title)}
		}))
	}
	return r
}

// A fileError is about a file that somebody named, beside the store.
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

	// Of what somebody wants to attach.
	errFolder     = errors.New("a folder")
	errNotAFolder = errors.New("no folder")
	errPipe       = errors.New("a pipe")
	errSocket     = errors.New("a socket")
	errDevice     = errors.New("a device")
	errOverCap    = errors.New("larger than what may be attached")
	errChanging   = errors.New("it changed while it was read")
)

// fileFailures are the causes that have words of their own.
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

func (c *command) fileFailure(e *fileError) *refusal {
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
	}
	var cause string
	if p := (*fs.PathError)(nil); errors.As(e.err, &p) {
		cause = p.Err.Error() // without the name of a temporary file
	} else {
		cause = e.err.Error()
	}
	args := []any{"Path", legible.Line(e.path), "Cause", legible.Line(cause)}
	return &refusal{
		exit: exitFailed, Code: name, err: e,
		Message: c.p.Text("cli.file", name, "", args...), Hint: c.p.Text("cli.file", name, "hint", args...),
	}
}
