package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) unarchiveCommand() *cobra.Command {
	cmd := c.sub("unarchive", c.args(1, -1), func(args []string) error {
		return c.label(args, locales.CLIUnarchiveDone, func(a *model.Application) error { a.Unarchive(); return nil })
	})
	c.jsonFlag(cmd)
	return cmd
}
