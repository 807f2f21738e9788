package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A tagCommand adds tags to applications and removes others.
type tagCommand struct {
	*session
	add, remove []string
}

func newTag(s *session) *cobra.Command {
	c := &tagCommand{session: s}
	cmd := s.command(spec{name: "tag", least: 1, most: many, json: true, run: c.run})
	cmd.Flags().StringArrayVar(&c.add, "add", nil, s.p.T(locales.CLITagFlagAdd))
	cmd.Flags().StringArrayVar(&c.remove, "remove", nil, s.p.T(locales.CLITagFlagRemove))
	return cmd
}

func (c *tagCommand) run(args []string) error {
	if len(c.add)+len(c.remove) == 0 {
		return c.usage(locales.CLIErrorNoTag)
	}
	return c.label(args, locales.CLITagDone, func(a *model.Application) error { return a.Tag(c.add, c.remove) })
}
