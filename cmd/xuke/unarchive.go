package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// newUnarchive takes applications back out of the archive.
func newUnarchive(s *session) *cobra.Command {
	return s.command(spec{name: "unarchive", least: 1, most: many, json: true, run: func(args []string) error {
		return s.label(args, locales.CLIUnarchiveDone, func(a *model.Application) error { a.Unarchive(); return nil })
	}})
}
