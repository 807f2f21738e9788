package main

import (
	"maps"
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// examineSources finds the sources that nobody has looked at for a year, in
// the newest edition of each procedure.
func (c *command) examineSources(x *examination) error {
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
		for _, s := range newest[id].Sources {
			sources[s.ID] = s
		}
	}
	old := 0
	for _, id := range slices.Sorted(maps.Keys(sources)) {
		if s := sources[id]; s.CheckAgain(c.today) {
			old++
			c.finds(x, "sources", "source-old", "Source", c.p.Text("source", string(id), "title"), "On", c.day3(s.Checked))
		}
	}
	if old == 0 {
		c.notes(x, "sources", "sources-good", "Count", len(sources))
	}
	return nil
}

// day3 is a date in words.
func (c *command) day3(d model.Date) string { return c.p.Date(d.Year, int(d.Month), d.Day) }
