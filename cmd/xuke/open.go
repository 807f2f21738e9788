package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/ui"
)

func newOpen(s *session) *cobra.Command {
	return s.command(spec{name: "open", least: 1, most: 1, run: func(args []string) error { return s.wizard(args[0]) }})
}

// wizard opens the store and runs the terminal interface until the user
// leaves. A name resumes that application.
func (s *session) wizard(name string) error {
	if s.accessible {
		return s.withStore(func() error { return s.converse(name) })
	}
	if !isTerminal(s.in) || !isTerminal(s.out) {
		return s.usage(locales.CLIErrorNoTerminal)
	}
	go procedure.Builtin() //nolint:errcheck // read while the store opens; procedures returns the error
	return s.withStore(func() error {
		start := ui.Start{}
		if name != "" {
			id, err := s.db.Find(name)
			if err != nil {
				return err
			}
			start.Open = id
		}
		known, err := s.procedures()
		if err != nil {
			return err
		}
		shell, err := ui.New(s.world(known), start)
		if err != nil {
			return err
		}
		return s.interact(shell)
	})
}
