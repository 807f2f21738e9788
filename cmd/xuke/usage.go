package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// unknownCommand is the error of a word where a command of cmd should be.
func unknownCommand(p *locales.Printer, cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return misuse(p, locales.CLIErrorNoCommand, "Accepts", p.Either(names(cmd)))
	}
	near := model.Nearest(args[0], names(cmd))
	if len(near) == 0 {
		return misuse(p, locales.CLIErrorCommand, "Given", args[0])
	}
	return misuse(p, locales.CLIErrorCommandNear, "Given", args[0], "Near", p.Either(near))
}

// flagError words what pflag found wrong. If a flag is unknown because its
// command is, the error is about the command.
func flagError(p *locales.Printer, cmd *cobra.Command, err error) error {
	if before := cmd.Flags().Args(); cmd.HasSubCommands() && len(before) > 0 {
		return unknownCommand(p, cmd, before)
	}
	var (
		unknown *pflag.NotExistError
		needs   *pflag.ValueRequiredError
		bad     *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(p, cmd, unknown)
	case errors.As(err, &needs):
		return misuse(p, locales.CLIErrorFlagValue, "Flag", dashed(needs.GetSpecifiedName()))
	case errors.As(err, &bad):
		return misuse(p, locales.CLIErrorFlagBad, "Flag", dashed(bad.GetFlag().Name), "Given", bad.GetValue())
	case errors.As(err, &syntax):
		return misuse(p, locales.CLIErrorFlagUnknown, "Flag", syntax.GetSpecifiedFlag())
	}
	return failure(p, "internal", err)
}

// unknownFlag suggests a flag that is spelt alike.
func unknownFlag(p *locales.Printer, cmd *cobra.Command, e *pflag.NotExistError) error {
	if short := e.GetSpecifiedShortnames(); short != "" {
		return misuse(p, locales.CLIErrorFlagUnknown, "Flag", "-"+short)
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, dashed(f.Name)) })
	given := dashed(e.GetSpecifiedName())
	if near := model.Nearest(given, known); len(near) > 0 {
		return misuse(p, locales.CLIErrorFlagNear, "Flag", given, "Near", p.Either(near))
	}
	return misuse(p, locales.CLIErrorFlagUnknown, "Flag", given)
}

func dashed(flag string) string {
	if len(flag) == 1 {
		return "-" + flag
	}
	return "--" + flag
}
