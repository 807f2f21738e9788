package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// newArchive puts finished applications out of the way.
func newArchive(s *session) *cobra.Command {
	return s.command(spec{name: "archive", least: 1, most: many, json: true, run: func(args []string) error {
		return s.label(args, locales.CLIArchiveDone, func(a *model.Application) error {
			a.Archive(s.now())
			s.tellClocks(a)
			return nil
		})
	}})
}

// tellClocks says which deadlines an application keeps in the archive.
func (s *session) tellClocks(a *model.Application) {
	sum, err := s.summarise(a)
	if err != nil || !sum.KeepsClocks() {
		return // without its procedure nothing can be told of it
	}
	s.tell(locales.CLIArchiveClocks, "Title", a.Title, "Count", len(sum.Dues))
}
