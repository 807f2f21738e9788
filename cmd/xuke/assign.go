package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// An assignCommand makes someone responsible for applications, or nobody.
type assignCommand struct {
	*session
	cmd *cobra.Command
	to  string
}

func newAssign(s *session) *cobra.Command {
	c := &assignCommand{session: s}
	c.cmd = s.command(spec{name: "assign", least: 1, most: many, json: true, run: c.run})
	c.cmd.Flags().StringVar(&c.to, "to", "", s.p.T(locales.CLIAssignFlagTo))
	return c.cmd
}

func (c *assignCommand) run(args []string) error {
	if !c.cmd.Flags().Changed("to") {
		return c.usage(locales.CLIErrorNoName)
	}
	return c.label(args, locales.CLIAssignDone, func(a *model.Application) error { return a.Assign(c.to) })
}
