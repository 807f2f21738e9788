package main

import (
	"maps"
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// examineSources finds sources that were last checked more than a year ago, in
// the newest edition of each procedure.
func (c *doctorCommand) examineSources() error {
	all, err := c.editions()
	if err != nil {
		return err
	}
	newest := make(map[model.ProcedureID]*model.Procedure)
	for _, p := range all { // sorted by edition
		newest[p.ID] = p
	}
	sources := make(map[model.SourceID]model.Source)
	for _, id := range slices.Sorted(maps.Keys(newest)) {
		for _, source := range newest[id].Sources {
			sources[source.ID] = source
		}
	}
	old := 0
	for _, id := range slices.Sorted(maps.Keys(sources)) {
		if source := sources[id]; source.CheckAgain(c.today) {
			old++
			c.addFinding("sources", "source-old", "Source", c.p.Text("source", string(id), "title"), "On", c.date(source.Checked))
		}
	}
	if old == 0 {
		c.addNote("sources", "sources-good", "Count", len(sources))
	}
	return nil
}

func (c *doctorCommand) date(d model.Date) string { return c.p.Date(d.Year, int(d.Month), d.Day) }
