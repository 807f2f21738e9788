package main

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A filing is what was done to the files of a row.
type filing struct {
	before *model.Application
	files  []model.File // that came in
	old    model.File   // whose place was taken
}

// A Filed is what attach prints as JSON.
type filed struct {
	Key       model.MaterialKey    `json:"key"`
	Status    model.Status         `json:"status"`
	Rev       int64                `json:"rev"`
	Attached  []string             `json:"attached"`
	Already   []string             `json:"already"`   // that the row had before
	Elsewhere []elsewhere          `json:"elsewhere"` // that other rows have too
	SameName  []string             `json:"same_name"` // under which the row has two files
	Files     []export.File        `json:"files"`     // all of the row, in order
	Findings  []export.FileFinding `json:"findings"`
}

type elsewhere struct {
	Name string            `json:"name"`
	Key  model.MaterialKey `json:"key"`
}

// reportFiles says what came in, and what is odd about that.
func (c *command) reportFiles(s *subject, key model.MaterialKey, did filing) error {
	row, _ := model.FindRow(model.Checklist(s.proc, &s.Application), key)
	out := filed{Key: key, Status: row.Status, Rev: s.Rev, Attached: []string{}, Already: []string{}, Elsewhere: []elsewhere{}, SameName: []string{}}
	seen := slices.Clone(did.before.Materials[key].Files)
	for _, f := range did.files {
		if slices.ContainsFunc(seen, func(o model.File) bool { return o.SHA256 == f.SHA256 }) {
			out.Already = append(out.Already, f.Name)
			continue
		}
		out.Attached = append(out.Attached, f.Name)
		if f.Name != did.old.Name && slices.ContainsFunc(seen, func(o model.File) bool { return o.Name == f.Name }) {
			out.SameName = append(out.SameName, f.Name)
		}
		seen = append(seen, f)
		for _, r := range s.Holders(s.proc, f.SHA256) {
			if r.Key != key {
				out.Elsewhere = append(out.Elsewhere, elsewhere{f.Name, r.Key})
			}
		}
	}
	out.Files, out.Findings = export.FilesOf(row.Files), s.FileFindings(&s.Application, row)
	if c.json {
		return c.write(out)
	}
	c.sayFiled(s, row, out, did.old)
	return nil
}

func (c *command) sayFiled(s *subject, row model.ListRow, out filed, old model.File) {
	switch {
	case len(out.Attached) > 0 && old.Name != "":
		c.say(locales.CLIAttachReplaced, "Material", s.Row(row), "Old", old.Name, "Name", out.Attached[0])
	case len(out.Attached) > 0:
		c.say(locales.CLIAttachDone, "Material", s.Row(row), "Count", len(out.Attached))
	}
	for _, name := range out.Already {
		c.say(locales.CLIAttachAlready, "Name", name, "Material", s.Row(row))
	}
	c.sayFiles(s, row)
	for _, name := range out.SameName {
		c.say(locales.CLIAttachSameName, "Name", name)
	}
	for _, e := range out.Elsewhere {
		c.say(locales.CLIAttachElsewhere, "Name", e.Name, "Material", s.RowName(e.Key, &s.Application), "Key", string(e.Key))
	}
	c.sayFindings(s, row)
}

// sayFindings says what did not pass about a row, the worst first.
func (c *command) sayFindings(s *subject, row model.ListRow) {
	found := model.Inspect(s.proc, &s.Application, row)
	for _, level := range []model.Level{model.Fail, model.Warn, model.Inconclusive} {
		for _, i := range found {
			if i.Level == level {
				c.say(locales.CLIMaterialFinding, "Level", c.p.Text("term", "level", string(level)), "Text", s.InspectionLine(i))
			}
		}
	}
}
