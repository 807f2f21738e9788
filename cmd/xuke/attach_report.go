package main

import (
	"fmt"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// An attached says what was done to the files of a row.
type attached struct {
	before *model.Application
	files  []model.File // that came in
	old    model.File   // that made way, if any
}

// An attachRecord is what scripts get.
type attachRecord struct {
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

// report says what came in, and what is odd about it.
func (c *attachCommand) report(a *subject, key model.MaterialKey, did attached) error {
	row, _ := model.FindRow(model.Checklist(a.proc, &a.Application), key)
	r := attachRecord{Key: key, Status: row.Status, Rev: a.Rev, Attached: []string{}, Already: []string{}, Elsewhere: []elsewhere{}, SameName: []string{}}
	seen := slices.Clone(did.before.Materials[key].Files)
	for _, f := range did.files {
		if slices.ContainsFunc(seen, func(o model.File) bool { return o.SHA256 == f.SHA256 }) {
			r.Already = append(r.Already, f.Name)
			continue
		}
		r.Attached = append(r.Attached, f.Name)
		if f.Name != did.old.Name && slices.ContainsFunc(seen, func(o model.File) bool { return o.Name == f.Name }) {
			r.SameName = append(r.SameName, f.Name)
		}
		seen = append(seen, f)
		for _, holder := range a.Holders(a.proc, f.SHA256) {
			if holder.Key != key {
				r.Elsewhere = append(r.Elsewhere, elsewhere{f.Name, holder.Key})
			}
		}
	}
	r.Files, r.Findings = export.FilesOf(row.Files), a.FileFindings(model.Inspect(a.proc, &a.Application, row))
	if c.json {
		return c.write(r)
	}
	c.sayAttached(a, row, r, did.old)
	return nil
}

func (c *attachCommand) sayAttached(a *subject, row model.ListRow, r attachRecord, old model.File) {
	switch {
	case len(r.Attached) > 0 && old.Name != "":
		c.say(locales.CLIAttachReplaced, "Material", a.Row(row), "Old", old.Name, "Name", r.Attached[0])
	case len(r.Attached) > 0:
		c.say(locales.CLIAttachDone, "Material", a.Row(row), "Count", len(r.Attached))
	}
	for _, name := range r.Already {
		c.say(locales.CLIAttachAlready, "Name", name, "Material", a.Row(row))
	}
	c.sayFiles(a, row)
	for _, name := range r.SameName {
		c.say(locales.CLIAttachSameName, "Name", name)
	}
	for _, e := range r.Elsewhere {
		c.say(locales.CLIAttachElsewhere, "Name", e.Name, "Material", a.RowName(e.Key, &a.Application), "Key", string(e.Key))
	}
	c.sayFindings(a, row)
}

// sayFindings says what did not pass about a row, the worst first.
func (c *attachCommand) sayFindings(a *subject, row model.ListRow) {
	for _, i := range model.Inspect(a.proc, &a.Application, row) {
		if i.Level != model.Pass {
			c.sayFinding(a, i)
		}
	}
}

func (c *rowCommand) sayFinding(a *subject, i model.Inspection) {
	fmt.Fprintln(c.out, c.findingText(a, i))
}
