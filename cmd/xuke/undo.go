package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

func (c *command) undoCommand() *cobra.Command {
	var dry bool
	cmd := c.sub("undo", c.args(1, 1), func(args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			return c.undo(s, dry)
		})
	})
	cmd.Flags().BoolVar(&dry, "dry-run", false, c.p.T(locales.CLIUndoFlagDryRun))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) undo(s *subject, dry bool) error {
	edit, ok, err := c.db.LastStep(s.ID)
	if err == nil && ok && !dry {
		s.Application, edit, ok, err = c.db.Undo(s.ID, c.now(), c.summarise)
	}
	switch {
	case err != nil:
		return err
	case !ok:
		return c.usage(locales.CLIErrorNothingToUndo)
	}
	if c.json {
		record := c.editRecord(s, edit)
		record["undone"], record["rev"] = !dry, s.Rev
		return c.write(record)
	}
	id := locales.CLIUndoDone
	if dry {
		id = locales.CLIUndoWould
	}
	c.say(id, "Seq", edit.Seq, "At", when(edit.At))
	fmt.Fprintln(c.out, indent(lines(s.Changes(edit, &s.Application))))
	return nil
}
