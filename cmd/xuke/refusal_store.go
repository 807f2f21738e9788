package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/store"
)

// busyFailure says which program has the data open.
func busyFailure(p *locales.Printer, e *store.BusyError) *refusal {
	r := &refusal{exit: exitBusy, Code: string(store.Busy), err: e, Hint: p.Text("cli.store", "busy", "hint")}
	if e.PID == 0 {
		r.Message = p.Text("cli.store", "busy", "unknown")
		return r
	}
	r.Message = p.Text("cli.store", "busy", "",
		"PID", e.PID, "Program", legible.Line(e.Program), "Since", e.Since.Local().Format(time.DateTime))
	return r
}

// storeFailure words an error of the store. Those about a name that the user
// gave are a wrong use, all others are failures.
func storeFailure(p *locales.Printer, e *store.Error) *refusal {
	r := &refusal{exit: exitFailed, Code: string(e.Code), err: e}
	if e.Code == store.NotFound && e.Path == "" || e.Code == store.Ambiguous {
		r.exit = exitUsage
	}
	if e.Code == store.BadDisk && (errors.Is(e, fs.ErrNotExist) || errors.Is(e, syscall.ENOTDIR)) {
		r.Code = "no-folder" // and it cannot be made
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
	r.Message = p.Text("cli.store", r.Code, part, args...)
	r.Hint = p.Text("cli.store", r.Code, strings.TrimPrefix(part+"-hint", "-"), args...)
	if e.Code == store.Ambiguous {
		r.Hint += "\n" + block(columns(e.Candidates, func(o store.Candidate) []string {
			return []string{"  " + string(o.ID), legible.Line(o.Title)}
		}))
	}
	return r
}
