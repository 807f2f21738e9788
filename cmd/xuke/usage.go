package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// unknownCommand refuses a word where a command of cmd should be.
func (c *command) unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.usage(locales.CLIErrorNoCommand, "Accepts", c.p.Either(names(cmd)))
	}
	near := model.Nearest(args[0], names(cmd))
	if len(near) == 0 {
		return c.usage(locales.CLIErrorCommand, "Given", args[0])
	}
	return c.usage(locales.CLIErrorCommandNear, "Given", args[0], "Near", c.p.Either(near))
}

// flagError words what pflag found wrong. A flag that is unknown because its
// command is gets the message about the command.
func (c *command) flagError(cmd *cobra.Command, err error) error {
	if before := cmd.Flags().Args(); cmd.HasSubCommands() && len(before) > 0 {
		return c.unknownCommand(cmd, before)
	}
	var (
		unknown *pflag.NotExistError
		needs   *pflag.ValueRequiredError
		bad     *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		return c.unknownFlag(cmd, unknown)
	case errors.As(err, &needs):
		return c.usage(locales.CLIErrorFlagValue, "Flag", dashed(needs.GetSpecifiedName()))
	case errors.As(err, &bad):
		return c.usage(locales.CLIErrorFlagBad, "Flag", dashed(bad.GetFlag().Name), "Given", bad.GetValue())
	case errors.As(err, &syntax):
		return c.usage(locales.CLIErrorFlagUnknown, "Flag", syntax.GetSpecifiedFlag())
	}
	return c.failure("internal", err)
}

func (c *command) unknownFlag(cmd *cobra.Command, e *pflag.NotExistError) error {
	if short := e.GetSpecifiedShortnames(); short != "" {
		return c.usage(locales.CLIErrorFlagUnknown, "Flag", "-"+short)
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, dashed(f.Name)) })
	given := dashed(e.GetSpecifiedName())
	if near := model.Nearest(given, known); len(near) > 0 {
		return c.usage(locales.CLIErrorFlagNear, "Flag", given, "Near", c.p.Either(near))
	}
	return c.usage(locales.CLIErrorFlagUnknown, "Flag", given)
}

func dashed(flag string) string {
	if len(flag) == 1 {
		return "-" + flag
	}
	return "--" + flag
}
