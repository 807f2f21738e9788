package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

// sub makes a command with its texts: cli.NAME.use, .short, .long and
// .example, as far as there are such texts.
func (c *command) sub(name string, args cobra.PositionalArgs, run func(args []string) error) *cobra.Command {
	text := func(part string) string {
		if !c.p.Has("cli", name, part) {
			return ""
		}
		return c.p.Text("cli", name, part)
	}
	return &cobra.Command{
		Use: text("use"), Short: text("short"), Long: text("long"), Example: text("example"), Args: args,
		RunE: func(_ *cobra.Command, args []string) error { return run(args) },
	}
}

// args checks the number of arguments; most < 0 means no limit.
func (c *command) args(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return c.usage(locales.CLIErrorFewArgs, "Use", cmd.UseLine())
		case most >= 0 && len(args) > most:
			return c.usage(locales.CLIErrorManyArgs, "Given", args[most], "Use", cmd.UseLine())
		}
		return nil
	}
}
