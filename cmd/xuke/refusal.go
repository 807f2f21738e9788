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

// A refusal is an error in the words of the user's language, with an exit
// code and what to do next.
type refusal struct {
	Code    string `json:"code"` // for scripts
	Message string `json:"message"`
	Hint    string `json:"hint"`
	exit    int
	err     error
}

func (r *refusal) Error() string { return r.Message }

func (r *refusal) Unwrap() error { return r.err }

// usage is a wrong use that only the command line can make.
func (c *command) usage(id locales.ID, args ...any) error {
	name := strings.TrimPrefix(string(id), "cli.error.")
	return &refusal{exit: exitUsage, Code: name, Message: c.text(id, args...), Hint: c.text(locales.CLIHintHelp)}
}

// fail says what went wrong and returns the exit code.
func (c *command) fail(err error) int {
	r := c.refuse(err)
	if c.json {
		// Where nothing can be printed, the exit code still tells.
		c.write(map[string]*refusal{"error": r}) //nolint:errcheck
	}
	fmt.Fprintf(c.err, "xuke: %s\n", r.Message)
	if r.Hint != "" {
		fmt.Fprintln(c.err, r.Hint)
	}
	return r.exit
}

// refuse finds the words and the exit code for an error. It needs nothing of c
// but its language.
func (c *command) refuse(err error) *refusal {
	var (
		said  *refusal
		value *model.Error
		busy  *store.BusyError
		kept  *store.Error
		file  *fileError
		bad   *packet.DamagedError
	)
	switch {
	case errors.Is(err, context.Canceled): // Ctrl+C
		return c.failure("stopped", context.Canceled)
	case errors.As(err, &said):
		return said
	case errors.As(err, &value):
		return c.refusedValue(export.Words{Texts: c.p}, value)
	case errors.As(err, &busy):
		return c.busy(busy)
	case errors.As(err, &kept):
		return c.storeFailure(kept)
	case errors.As(err, &file):
		return c.fileFailure(file)
	case errors.As(err, &bad):
		return c.spoilt(bad)
	}
	if r := c.notFound(err); r != nil {
		return r
	}
	return c.failure("internal", err)
}

// failure has words for what is nobody's wrong use.
func (c *command) failure(name string, err error) *refusal {
	cause := legible.Line(err.Error())
	return &refusal{
		exit: exitFailed, Code: name, err: err,
		Message: c.p.Text("cli.failure", name, "", "Cause", cause), Hint: c.p.Text("cli.failure", name, "hint"),
	}
}

// refuseValue words an error of the model with the names of the procedure.
// Other errors are passed on.
func (c *command) refuseValue(s *subject, err error) error {
	var said *refusal
	var value *model.Error
	if errors.As(err, &said) || !errors.As(err, &value) {
		return err
	}
	return c.refusedValue(s.Words, value)
}

func (c *command) refusedValue(w export.Words, e *model.Error) *refusal {
	return &refusal{exit: exitUsage, Code: string(e.Code), Message: w.Refusal(e), Hint: c.choices(w, e), err: e}
}

// choices puts names beside the codes that would have been understood.
func (c *command) choices(w export.Words, e *model.Error) string {
	switch {
	case e.Code == model.NoSuchQuestion:
		return c.text(locales.CLIHintQuestions)
	case w.Procedure == nil:
		return ""
	case e.Code == model.NoSuchEvent, e.Code == model.EventNotAllowed:
		return lines(columns(e.Accepts, func(id string) []string { return []string{"  " + id, w.Title("event", id)} }))
	case e.Code == model.NotAnOption && e.Row == 0:
		if q := w.Procedure.Question(e.Question); q != nil && slices.Equal(q.Options, e.Accepts) {
			return lines(columns(e.Accepts, func(o string) []string { return []string{"  " + o, w.Option(q.ID, o)} }))
		}
	}
	return ""
}

// notFound words the error about a procedure or an edition that is not there.
func (c *command) notFound(err error) *refusal {
	broken, missing := (*procedure.BrokenError)(nil), (*procedure.NotFoundError)(nil)
	switch {
	case errors.As(err, &broken):
		return &refusal{exit: exitFailed, Code: "pack-broken", err: err,
			Message: c.text(locales.CLIFailurePack, "ID", string(broken.ID), "Problem", broken.Problems[0].Error()),
			Hint:    c.text(locales.CLIFailurePackHint, "File", broken.Problems[0].File)}
	case errors.As(err, &missing):
		return &refusal{exit: exitFailed, Code: "edition", err: err,
			Message: c.text(locales.CLIFailureEdition, "ID", string(missing.ID), "Edition", missing.Edition.String()),
			Hint:    c.text(locales.CLIFailureEditionHint)}
	}
	return nil
}

// spoilt words that a file of the vault is not what it was.
func (c *command) spoilt(e *packet.DamagedError) *refusal {
	code, message := "file-damaged", locales.CLIErrorFileDamaged
	if e.Gone() {
		code, message = "file-gone", locales.CLIErrorFileGone
	}
	args := []any{"Name", e.File.Name, "Path", e.Path}
	return &refusal{exit: exitFailed, Code: code, err: e, Message: c.text(message, args...), Hint: c.text(locales.CLIErrorFileDamagedHint, args...)}
}
