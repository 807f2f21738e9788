package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
)

// localise makes help and errors of every command speak the language of the
// session.
func localise(root *cobra.Command, s *session) {
	cobra.EnableCommandSorting = false // the order is that of the work
	cobra.MousetrapHelpText = ""       // a double click opens the wizard
	root.CompletionOptions.DisableDefaultCmd = true
	command := newHelp(s, root)
	root.SetHelpCommand(command)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(s.out, help(s.p, cmd)) })
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flagError(s.p, cmd, err) })
	var each func(*cobra.Command)
	each = func(cmd *cobra.Command) {
		cmd.DisableFlagsInUseLine = true
		cmd.InitDefaultHelpFlag()
		if f := cmd.Flags().Lookup("help"); f != nil {
			f.Usage = s.p.T(locales.CLIFlagHelp)
		}
		for _, sub := range cmd.Commands() {
			each(sub)
		}
	}
	each(root)
	each(command)
	root.InitDefaultVersionFlag()
	if f := root.Flags().Lookup("version"); f != nil {
		f.Usage = s.p.T(locales.CLIFlagVersion)
	}
}

// newHelp is for those who type "xuke help set" and not "xuke set --help".
func newHelp(s *session, root *cobra.Command) *cobra.Command {
	cmd := s.command(spec{name: "help", most: many, run: func(args []string) error {
		about, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return unknownCommand(s.p, about, rest)
		}
		fmt.Fprint(s.out, help(s.p, about))
		return nil
	}})
	cmd.Hidden = true
	return cmd
}

// available returns the commands below cmd that are not hidden.
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

// help is what --help prints about a command.
func help(p *locales.Printer, cmd *cobra.Command) string {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", about, p.T(locales.CLIHelpUsage), cmd.UseLine())
	if cmd.HasAvailableSubCommands() {
		subs := columns(available(cmd), func(sub *cobra.Command) []string { return []string{sub.Name(), sub.Short} })
		fmt.Fprintf(&b, "\n%s\n%s\n", p.T(locales.CLIHelpCommands), indent(block(subs)))
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", p.T(locales.CLIHelpExamples), indent(cmd.Example))
	}
	own, global := flagsOf(cmd)
	for _, part := range []struct {
		title locales.ID
		flags []*pflag.Flag
	}{{locales.CLIHelpFlags, own}, {locales.CLIHelpGlobal, global}} {
		if len(part.flags) > 0 {
			fmt.Fprintf(&b, "\n%s\n%s\n", p.T(part.title), indent(block(columns(part.flags, flagHelp))))
		}
	}
	return b.String()
}

// flagsOf returns the flags of a command itself, and those that every command
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

// flagHelp is a flag and its text, which says between backquotes what the value
// is: the type names of pflag are English only.
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
