package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) assignCommand() *cobra.Command {
	var to string
	cmd := c.sub("assign", c.args(1, -1), nil)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !cmd.Flags().Changed("to") {
			return c.usage(locales.CLIErrorNoName)
		}
		return c.label(args, locales.CLIAssignDone, func(a *model.Application) error { return a.Assign(to) })
	}
	cmd.Flags().StringVar(&to, "to", "", c.p.T(locales.CLIAssignFlagTo))
	c.jsonFlag(cmd)
	return cmd
}
