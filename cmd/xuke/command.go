package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

// A spec says what a command is called and what it takes.
type spec struct {
	name  string // of its texts: cli.NAME.use, .short, .long and .example
	least int    // arguments
	most  int    // arguments; many for any number
	json  bool   // it takes --json
	langs bool   // it takes --lang both
	run   func(args []string) error
}

// many is a most without limit.
const many = -1

// wantsLangs is the annotation of a command that takes --lang both.
const wantsLangs = "langs"

// command makes the command of a spec. Texts that do not exist stay empty.
func (s *session) command(is spec) *cobra.Command {
	text := func(part string) string {
		if !s.p.Has("cli", is.name, part) {
			return ""
		}
		return s.p.Text("cli", is.name, part)
	}
	cmd := &cobra.Command{
		Use: text("use"), Short: text("short"), Long: text("long"), Example: text("example"),
		Args: arity(s.p, is.least, is.most),
		RunE: func(_ *cobra.Command, args []string) error { return is.run(args) },
	}
	if is.json {
		s.registerJSON(cmd.Flags(), s.p)
	}
	if is.langs {
		cmd.Annotations = map[string]string{wantsLangs: "both"}
	}
	return cmd
}

// group makes a command that does nothing itself: it has commands below it.
func (s *session) group(name string, subs ...*cobra.Command) *cobra.Command {
	cmd := s.command(spec{name: name})
	cmd.Args = nil
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return unknownCommand(s.p, cmd, args) }
	cmd.AddCommand(subs...)
	return cmd
}

// arity checks the number of arguments.
func arity(p *locales.Printer, least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return misuse(p, locales.CLIErrorFewArgs, "Use", cmd.UseLine())
		case most != many && len(args) > most:
			return misuse(p, locales.CLIErrorManyArgs, "Given", args[most], "Use", cmd.UseLine())
		}
		return nil
	}
}
