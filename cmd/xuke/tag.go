package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// The commands that keep order among many applications. Each takes several and
// does all of them or none.

func (c *command) tagCommand() *cobra.Command {
	var add, remove []string
	cmd := c.sub("tag", c.args(1, -1), func(args []string) error {
		if len(add)+len(remove) == 0 {
			return c.usage(locales.CLIErrorNoTag)
		}
		return c.label(args, locales.CLITagDone, func(a *model.Application) error { return a.Tag(add, remove) })
	})
	cmd.Flags().StringArrayVar(&add, "add", nil, c.p.T(locales.CLITagFlagAdd))
	cmd.Flags().StringArrayVar(&remove, "remove", nil, c.p.T(locales.CLITagFlagRemove))
	c.jsonFlag(cmd)
	return cmd
}
