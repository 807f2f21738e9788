package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/model"
)

// newProcedureList lists the editions of all procedures.
func newProcedureList(s *session) *cobra.Command {
	return s.command(spec{name: "procedure-list", json: true, run: func([]string) error {
		procs, err := s.editions()
		if err != nil {
			return err
		}
		title := func(p *model.Procedure) string { return s.p.Text("procedure", string(p.ID), "title") }
		if s.json {
			rows := []map[string]any{}
			for _, p := range procs {
				rows = append(rows, map[string]any{"id": p.ID, "edition": p.Edition, "title": title(p)})
			}
			return s.write(rows)
		}
		s.sayLines(columns(procs, func(p *model.Procedure) []string {
			return []string{string(p.ID), p.Edition.String(), title(p)}
		}))
		return nil
	}})
}
