package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

func (c *command) deleteCommand() *cobra.Command {
	cmd := c.sub("delete", c.args(1, 1), func(args []string) error {
		return c.withStore(func() error {
			id, err := c.id(args[0])
			if err != nil {
				return err
			}
			if err := c.db.Delete(id, c.now()); err != nil {
				return err
			}
			if c.json {
				return c.write(map[string]any{"id": id})
			}
			c.say(locales.CLIDeleteDone, "ID", string(id))
			return nil
		})
	})
	c.jsonFlag(cmd)
	return cmd
}
