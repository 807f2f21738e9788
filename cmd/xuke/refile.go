package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A refileCommand moves files to another row. Here --of is about that one.
type refileCommand struct{ rowCommand }

func newRefile(s *session) *cobra.Command {
	c := &refileCommand{rowCommand{session: s}}
	cmd := s.command(spec{name: "refile", least: 3, most: many, json: true, run: c.run})
	c.register(cmd, locales.CLIRefileFlagOf)
	return cmd
}

func (c *refileCommand) run(args []string) error {
	return c.onFiled(args[0], args[1], "", func(a *subject, from model.MaterialKey) error {
		to, err := c.rowKey(a, args[2], c.of)
		if err != nil {
			return err
		}
		ids, err := c.files(a, from, args[3:])
		if err != nil {
			return err
		}
		name := a.RowName(from, &a.Application) // the row may go with its last file
		if err := a.Refile(a.proc, from, to, ids...); err != nil {
			return c.refused(a, err)
		}
		return c.refiled(a, to, func() { c.say(locales.CLIRefileDone, "From", name, "To", a.RowName(to, &a.Application)) })
	})
}
