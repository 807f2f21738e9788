package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (c *command) versionCommand() *cobra.Command {
	cmd := c.sub("version", c.args(0, 0), func([]string) error {
		if c.json {
			return c.write(map[string]string{"version": version})
		}
		_, err := fmt.Fprintln(c.out, "xuke", version)
		return err
	})
	c.jsonFlag(cmd)
	return cmd
}
