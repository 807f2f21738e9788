package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/packet"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/store"
)

// A refusal is an error in the language of the user, with an exit code and
// what to do next.
type refusal struct {
	Code    string `json:"code"` // for scripts
	Message string `json:"message"`
	Hint    string `json:"hint"`
	exit    int
	err     error
}

func (r *refusal) Error() string { return r.Message }
func (r *refusal) Unwrap() error { return r.err }

// fail says what went wrong and returns the exit code.
func (s *session) fail(err error) int {
	r := refuse(s.p, err)
	if s.json {
		// If nothing can be printed, the exit code still tells.
		s.write(map[string]*refusal{"error": r}) //nolint:errcheck
	}
	fmt.Fprintf(s.err, "xuke: %s\n", r.Message)
	if r.Hint != "" {
		fmt.Fprintln(s.err, r.Hint)
	}
	return r.exit
}

// refuse finds the words and the exit code for an error.
func refuse(p *locales.Printer, err error) *refusal {
	var (
		worded  *refusal
		value   *model.Error
		busy    *store.BusyError
		stored  *store.Error
		file    *fileError
		damaged *packet.DamagedError
		broken  *procedure.BrokenError
		missing *procedure.NotFoundError
	)
	switch {
	case errors.Is(err, context.Canceled): // Ctrl+C
		return failure(p, "stopped", context.Canceled)
	case errors.As(err, &worded):
		return worded
	case errors.As(err, &value):
		return refuseWith(p, export.Words{Texts: p}, value)
	case errors.As(err, &busy):
		return busyFailure(p, busy)
	case errors.As(err, &stored):
		return storeFailure(p, stored)
	case errors.As(err, &file):
		return fileFailure(p, file)
	case errors.As(err, &damaged):
		return damageFailure(p, damaged)
	case errors.As(err, &broken):
		return brokenFailure(p, broken, err)
	case errors.As(err, &missing):
		return editionFailure(p, missing, err)
	}
	return failure(p, "internal", err)
}

// misuse is the refusal of a use that only the command line can get wrong.
func misuse(p *locales.Printer, id locales.ID, args ...any) *refusal {
	return &refusal{
		exit: exitUsage, Code: strings.TrimPrefix(string(id), "cli.error."),
		Message: fill(p, id, args...), Hint: p.T(locales.CLIHintHelp),
	}
}

// failure is for what no other input would mend.
func failure(p *locales.Printer, name string, err error) *refusal {
	cause := legible.Line(err.Error())
	return &refusal{
		exit: exitFailed, Code: name, err: err,
		Message: p.Text("cli.failure", name, "", "Cause", cause), Hint: p.Text("cli.failure", name, "hint"),
	}
}

// refuseValue words an error of the model with the names of a procedure. It
// passes on other errors, and those that have words.
func refuseValue(p *locales.Printer, w export.Words, err error) error {
	var worded *refusal
	var value *model.Error
	if errors.As(err, &worded) || !errors.As(err, &value) {
		return err
	}
	return refuseWith(p, w, value)
}

func refuseWith(p *locales.Printer, w export.Words, e *model.Error) *refusal {
	return &refusal{exit: exitUsage, Code: string(e.Code), Message: w.Refusal(e), Hint: alternatives(p, w, e), err: e}
}

// alternatives puts names beside the codes that would have been understood.
func alternatives(p *locales.Printer, w export.Words, e *model.Error) string {
	switch {
	case e.Code == model.NoSuchQuestion:
		return p.T(locales.CLIHintQuestions)
	case w.Procedure == nil:
		return ""
	case e.Code == model.NoSuchEvent, e.Code == model.EventNotAllowed:
		return block(columns(e.Accepts, func(id string) []string { return []string{"  " + id, w.Title("event", id)} }))
	case e.Code == model.NotAnOption && e.Row == 0:
		if q := w.Procedure.Question(e.Question); q != nil && slices.Equal(q.Options, e.Accepts) {
			return block(columns(e.Accepts, func(o string) []string { return []string{"  " + o, w.Option(q.ID, o)} }))
		}
	}
	return ""
}

func brokenFailure(p *locales.Printer, e *procedure.BrokenError, err error) *refusal {
	return &refusal{
		exit: exitFailed, Code: "pack-broken", err: err,
		Message: fill(p, locales.CLIFailurePack, "ID", string(e.ID), "Problem", e.Problems[0].Error()),
		Hint:    fill(p, locales.CLIFailurePackHint, "File", e.Problems[0].File),
	}
}

func editionFailure(p *locales.Printer, e *procedure.NotFoundError, err error) *refusal {
	return &refusal{
		exit: exitFailed, Code: "edition", err: err,
		Message: fill(p, locales.CLIFailureEdition, "ID", string(e.ID), "Edition", e.Edition.String()),
		Hint:    p.T(locales.CLIFailureEditionHint),
	}
}

// damageFailure says that a file of the vault is not what it was.
func damageFailure(p *locales.Printer, e *packet.DamagedError) *refusal {
	code, message := "file-damaged", locales.CLIErrorFileDamaged
	if e.Gone() {
		code, message = "file-gone", locales.CLIErrorFileGone
	}
	args := []any{"Name", e.File.Name, "Path", e.Path}
	return &refusal{exit: exitFailed, Code: code, err: e, Message: fill(p, message, args...), Hint: fill(p, locales.CLIErrorFileDamagedHint, args...)}
}
