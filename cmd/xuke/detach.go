package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) detachCommand() *cobra.Command {
	var of string
	cmd := c.sub("detach", c.args(3, 3), func(args []string) error {
		return c.onFiled(args[0], args[1], of, func(s *subject, key model.MaterialKey) error {
			f, err := c.fileOf(s, s.Materials[key].Files, args[2])
			if err != nil {
				return err
			}
			if err := s.Detach(s.proc, key, f.SHA256, c.now()); err != nil {
				return c.refuseValue(s, err)
			}
			return c.refiled(s, key, func() {
				c.say(locales.CLIDetachDone, "Name", f.Name, "Material", s.RowName(key, &s.Application))
			})
		})
	})
	cmd.Flags().StringVar(&of, "of", "", c.p.T(locales.CLIMaterialFlagOf))
	c.jsonFlag(cmd)
	return cmd
}
