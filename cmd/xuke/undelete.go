package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/store"
)

func (c *command) undeleteCommand() *cobra.Command {
	cmd := c.sub("undelete", c.args(1, 1), func(args []string) error {
		return c.withStore(func() error {
			id, err := c.db.FindTrashed(args[0])
			if store.CodeOf(err) == store.NotFound {
				return c.usage(locales.CLIErrorNotTrashed, "Given", args[0])
			} else if err != nil {
				return err
			}
			if err := c.db.Undelete(id); err != nil {
				return err
			}
			if c.json {
				return c.write(map[string]any{"id": id})
			}
			c.say(locales.CLIUndeleteDone, "ID", string(id))
			return nil
		})
	})
	c.jsonFlag(cmd)
	return cmd
}
