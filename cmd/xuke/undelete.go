package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/store"
)

// newUndelete takes an application back out of the trash.
func newUndelete(s *session) *cobra.Command {
	return s.command(spec{name: "undelete", least: 1, most: 1, json: true, run: func(args []string) error {
		return s.withStore(func() error {
			id, err := s.db.FindTrashed(args[0])
			switch {
			case store.CodeOf(err) == store.NotFound:
				return s.usage(locales.CLIErrorNotTrashed, "Given", args[0])
			case err != nil:
				return err
			}
			if err := s.db.Undelete(id); err != nil {
				return err
			}
			if s.json {
				return s.write(map[string]any{"id": id})
			}
			s.say(locales.CLIUndeleteDone, "ID", string(id))
			return nil
		})
	}})
}
