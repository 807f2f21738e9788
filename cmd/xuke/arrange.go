package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) arrangeCommand() *cobra.Command {
	var of string
	cmd := c.sub("arrange", c.args(3, -1), func(args []string) error {
		return c.onRow(args[0], args[1], of, func(s *subject, key model.MaterialKey) error {
			var ids []model.FileID
			for _, name := range args[2:] {
				f, err := c.fileOf(s, s.Materials[key].Files, name)
				if err != nil {
					return err
				}
				ids = append(ids, f.SHA256)
			}
			if err := s.Arrange(s.proc, key, ids...); err != nil {
				return c.refuseValue(s, err)
			}
			return c.refiled(s, key, func() { c.say(locales.CLIArrangeDone, "Material", s.RowName(key, &s.Application)) })
		})
	})
	cmd.Flags().StringVar(&of, "of", "", c.p.T(locales.CLIMaterialFlagOf))
	c.jsonFlag(cmd)
	return cmd
}
