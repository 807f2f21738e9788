package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
)

// newDelete moves an application to the trash.
func newDelete(s *session) *cobra.Command {
	return s.command(spec{name: "delete", least: 1, most: 1, json: true, run: func(args []string) error {
		return s.withStore(func() error {
			id, err := s.id(args[0])
			if err != nil {
				return err
			}
			if err := s.db.Delete(id, s.now()); err != nil {
				return err
			}
			if s.json {
				return s.write(map[string]any{"id": id})
			}
			s.say(locales.CLIDeleteDone, "ID", string(id))
			return nil
		})
	}})
}
