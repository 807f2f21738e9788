package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A detachCommand takes a file off a row. The vault keeps it.
type detachCommand struct{ rowCommand }

func newDetach(s *session) *cobra.Command {
	c := &detachCommand{rowCommand{session: s}}
	cmd := s.command(spec{name: "detach", least: 3, most: 3, json: true, run: c.run})
	c.register(cmd, locales.CLIMaterialFlagOf)
	return cmd
}

func (c *detachCommand) run(args []string) error {
	return c.onFiled(args[0], args[1], c.of, func(a *subject, key model.MaterialKey) error {
		f, err := c.file(a, a.Materials[key].Files, args[2])
		if err != nil {
			return err
		}
		if err := a.Detach(a.proc, key, f.SHA256, c.now()); err != nil {
			return c.refused(a, err)
		}
		return c.refiled(a, key, func() {
			c.say(locales.CLIDetachDone, "Name", f.Name, "Material", a.RowName(key, &a.Application))
		})
	})
}
