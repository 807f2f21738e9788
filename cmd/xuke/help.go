package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
)

// localise makes help and errors of every command speak the language.
func (c *command) localise(root *cobra.Command) {
	cobra.EnableCommandSorting = false // they come in the order of the work
	cobra.MousetrapHelpText = ""       // a double click opens the wizard
	root.CompletionOptions.DisableDefaultCmd = true
	help := c.helpCommand(root)
	root.SetHelpCommand(help)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(c.out, c.help(cmd)) })
	root.SetFlagErrorFunc(c.flagError)
	var each func(*cobra.Command)
	each = func(cmd *cobra.Command) {
		cmd.DisableFlagsInUseLine = true
		cmd.InitDefaultHelpFlag()
		if f := cmd.Flags().Lookup("help"); f != nil {
			f.Usage = c.p.T(locales.CLIFlagHelp)
		}
		for _, sub := range cmd.Commands() {
			each(sub)
		}
	}
	each(root)
	each(help)
	root.InitDefaultVersionFlag()
	if f := root.Flags().Lookup("version"); f != nil {
		f.Usage = c.p.T(locales.CLIFlagVersion)
	}
}

// helpCommand is for those who type "xuke help set" rather than "--help".
func (c *command) helpCommand(root *cobra.Command) *cobra.Command {
	cmd := c.sub("help", c.args(0, -1), func(args []string) error {
		about, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return c.unknownCommand(about, rest)
		}
		fmt.Fprint(c.out, c.help(about))
		return nil
	})
	cmd.Hidden = true
	return cmd
}

// available lists the commands below cmd, but for the hidden ones.
func available(cmd *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(cmd.Commands()), func(sub *cobra.Command) bool { return !sub.IsAvailableCommand() })
}

func names(cmd *cobra.Command) []string {
	var out []string
	for _, sub := range available(cmd) {
		out = append(out, sub.Name())
	}
	return out
}

// help is what --help prints.
func (c *command) help(cmd *cobra.Command) string {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", about, c.p.T(locales.CLIHelpUsage), cmd.UseLine())
	if cmd.HasAvailableSubCommands() {
		subs := columns(available(cmd), func(sub *cobra.Command) []string { return []string{sub.Name(), sub.Short} })
		fmt.Fprintf(&b, "\n%s\n%s\n", c.p.T(locales.CLIHelpCommands), indent(lines(subs)))
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", c.p.T(locales.CLIHelpExamples), indent(cmd.Example))
	}
	own, global := flagsOf(cmd)
	for _, part := range []struct {
		title locales.ID
		flags []*pflag.Flag
	}{{locales.CLIHelpFlags, own}, {locales.CLIHelpGlobal, global}} {
		if len(part.flags) > 0 {
			fmt.Fprintf(&b, "\n%s\n%s\n", c.p.T(part.title), indent(lines(columns(part.flags, flagHelp))))
		}
	}
	return b.String()
}

// flagsOf lists the flags of a command itself, and those that every command
// takes.
func flagsOf(cmd *cobra.Command) (own, global []*pflag.Flag) {
	inherited := cmd.InheritedFlags()
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && inherited.Lookup(f.Name) == nil {
			own = append(own, f)
		}
	})
	inherited.VisitAll(func(f *pflag.Flag) { global = append(global, f) })
	return own, global
}

// flagHelp is a flag without the type names that pflag has in English only.
// What its value is stands between backquotes in the text.
func flagHelp(f *pflag.Flag) []string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	value, usage := pflag.UnquoteUsage(f)
	if strings.Contains(f.Usage, "`") {
		name += " " + value
	}
	return []string{name, usage}
}
