package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

// An undoCommand takes the last change of an application back.
type undoCommand struct {
	*session
	dryRun bool
}

func newUndo(s *session) *cobra.Command {
	c := &undoCommand{session: s}
	cmd := s.command(spec{name: "undo", least: 1, most: 1, json: true, run: func(args []string) error { return s.on(args[0], c.undo) }})
	cmd.Flags().BoolVar(&c.dryRun, "dry-run", false, s.p.T(locales.CLIUndoFlagDryRun))
	return cmd
}

func (c *undoCommand) undo(a *subject) error {
	edit, ok, err := c.db.LastStep(a.ID)
	if err == nil && ok && !c.dryRun {
		a.Application, edit, ok, err = c.db.Undo(a.ID, c.now(), c.summarise)
	}
	switch {
	case err != nil:
		return err
	case !ok:
		return c.usage(locales.CLIErrorNothingToUndo)
	}
	if c.json {
		record := editRecord(a, edit)
		record["undone"], record["rev"] = !c.dryRun, a.Rev
		return c.write(record)
	}
	id := locales.CLIUndoDone
	if c.dryRun {
		id = locales.CLIUndoWould
	}
	c.say(id, "Seq", edit.Seq, "At", minute(edit.At))
	fmt.Fprintln(c.out, indent(block(a.Changes(edit, &a.Application))))
	return nil
}
