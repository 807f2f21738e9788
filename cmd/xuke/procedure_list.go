package main

import (
	"fmt"

	"github.com/xuke-cli/xuke/model"
)

func (c *command) procedureList() error {
	procs, err := c.editions()
	if err != nil {
		return err
	}
	if c.json {
		rows := []map[string]any{}
		for _, p := range procs {
			rows = append(rows, map[string]any{"id": p.ID, "edition": p.Edition, "title": c.p.Text("procedure", string(p.ID), "title")})
		}
		return c.write(rows)
	}
	fmt.Fprintln(c.out, lines(columns(procs, func(p *model.Procedure) []string {
		return []string{string(p.ID), p.Edition.String(), c.p.Text("procedure", string(p.ID), "title")}
	})))
	return nil
}
