package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/ui"
)

func (c *command) openCommand() *cobra.Command {
	return c.sub("open", c.args(1, 1), func(args []string) error { return c.wizard(args[0]) })
}

// wizard opens the store and runs the terminal interface until somebody
// leaves. With a name it resumes that application.
func (c *command) wizard(name string) error {
	if c.accessible {
		return c.plain(name)
	}
	if !isTerminal(c.in) || !isTerminal(c.out) {
		return c.usage(locales.CLIErrorNoTerminal)
	}
	go procedure.Builtin() //nolint:errcheck // they are read while the store opens; procedures tells of errors
	return c.withStore(func() error {
		start := ui.Start{}
		if name != "" {
			id, err := c.db.Find(name)
			if err != nil {
				return err
			}
			start.Open = id
		}
		known, err := c.procedures()
		if err != nil {
			return err
		}
		shell, err := ui.New(c.world(known), start)
		if err != nil {
			return err
		}
		return c.interact(shell)
	})
}
