package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) resolveCommand() *cobra.Command {
	var waive string
	var cmd *cobra.Command
	cmd = c.sub("resolve", c.args(2, 2), func(args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			if cmd.Flags().Changed("waive") && strings.TrimSpace(waive) == "" {
				return c.refuseValue(s, &model.Error{Code: model.ReasonNeeded, Given: args[1]})
			}
			if err := c.typed(waive); err != nil {
				return err
			}
			if err := s.Settle(args[1], waive); err != nil {
				return c.refuseValue(s, err)
			}
			if err := c.keep(s); err != nil {
				return err
			}
			if c.json {
				return c.write(map[string]any{"open": len(s.OpenItems()), "rev": s.Rev})
			}
			c.say(locales.CLIResolveDone, "Count", len(s.OpenItems()))
			c.sayNext(s)
			return nil
		})
	})
	cmd.Flags().StringVar(&waive, "waive", "", c.p.T(locales.CLIResolveFlagWaive))
	c.jsonFlag(cmd)
	return cmd
}
