package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// An arrangeCommand puts the files of a row into the order of their pages.
type arrangeCommand struct{ rowCommand }

func newArrange(s *session) *cobra.Command {
	c := &arrangeCommand{rowCommand{session: s}}
	cmd := s.command(spec{name: "arrange", least: 3, most: many, json: true, run: c.run})
	c.register(cmd, locales.CLIMaterialFlagOf)
	return cmd
}

func (c *arrangeCommand) run(args []string) error {
	return c.onRow(args[0], args[1], func(a *subject, key model.MaterialKey) error {
		ids, err := c.files(a, key, args[2:])
		if err != nil {
			return err
		}
		if err := a.Arrange(a.proc, key, ids...); err != nil {
			return c.refused(a, err)
		}
		return c.refiled(a, key, func() { c.say(locales.CLIArrangeDone, "Material", a.RowName(key, &a.Application)) })
	})
}
