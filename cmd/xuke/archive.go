package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// newArchive puts finished applications out of the way.
func newArchive(s *session) *cobra.Command {
	return s.command(spec{name: "archive", least: 1, most: many, json: true, run: func(args []string) error {
		return s.label(args, locales.CLIArchiveDone, func(a *model.Application) error { a.Archive(s.now()); return nil })
	}})
}
