package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) archiveCommand() *cobra.Command {
	cmd := c.sub("archive", c.args(1, -1), func(args []string) error {
		return c.label(args, locales.CLIArchiveDone, func(a *model.Application) error { a.Archive(c.now()); return nil })
	})
	c.jsonFlag(cmd)
	return cmd
}
