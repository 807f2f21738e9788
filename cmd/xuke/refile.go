package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) refileCommand() *cobra.Command {
	var of string
	cmd := c.sub("refile", c.args(3, -1), func(args []string) error {
		return c.onFiled(args[0], args[1], "", func(s *subject, from model.MaterialKey) error {
			to, err := c.rowKey(s, args[2], of, "", "")
			if err != nil {
				return err
			}
			var ids []model.FileID
			for _, name := range args[3:] {
				f, err := c.fileOf(s, s.Materials[from].Files, name)
				if err != nil {
					return err
				}
				ids = append(ids, f.SHA256)
			}
			what := s.RowName(from, &s.Application)
			if err := s.Refile(s.proc, from, to, ids...); err != nil {
				return c.refuseValue(s, err)
			}
			return c.refiled(s, to, func() { c.say(locales.CLIRefileDone, "From", what, "To", s.RowName(to, &s.Application)) })
		})
	})
	cmd.Flags().StringVar(&of, "of", "", c.p.T(locales.CLIRefileFlagOf))
	c.jsonFlag(cmd)
	return cmd
}
