package main

import (
	"github.com/spf13/cobra"
)

func (c *command) procedureCommand() *cobra.Command {
	cmd := c.sub("procedure", nil, nil)
	cmd.Args, cmd.RunE = nil, c.unknownCommand
	list := c.sub("procedure-list", c.args(0, 0), func([]string) error { return c.procedureList() })
	show := c.sub("procedure-show", c.args(1, 1), func(args []string) error { return c.procedureShow(args[0]) })
	check := c.sub("procedure-check", c.args(1, -1), c.procedureCheck)
	for _, sub := range []*cobra.Command{list, show, check} {
		c.jsonFlag(sub)
		cmd.AddCommand(sub)
	}
	return cmd
}
