package main

import (
	"path/filepath"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/model/legible"
)

// What scripts get.
type (
	collected struct {
		Placed   []placedFile  `json:"placed"`
		Unsure   []unsureFile  `json:"unsure"`
		Unplaced []string      `json:"unplaced"`
		Skipped  []skippedFile `json:"skipped"`
		Attached int           `json:"attached"`
	}
	target struct {
		Material model.MaterialID  `json:"material"`
		Key      model.MaterialKey `json:"key"`
		Of       *string           `json:"of"`
	}
	placedFile struct {
		File string `json:"file"`
		target
		Also       []target           `json:"also"` // other rows that the same file serves
		Confidence collect.Confidence `json:"confidence"`
		Why        string             `json:"why"`
		Attached   bool               `json:"attached"`
	}
	unsureFile struct {
		File       string   `json:"file"`
		Candidates []target `json:"candidates"`
		Why        string   `json:"why"`
		Attached   bool     `json:"attached"`
	}
	skippedFile struct {
		File   string       `json:"file"`
		Reason collect.Code `json:"reason"`
		Text   string       `json:"text"`
	}
)

func (c *collectCommand) report(a *subject, r collection) error {
	if !c.json {
		c.sayCollected(a, r)
		return nil
	}
	out := collected{[]placedFile{}, []unsureFile{}, []string{}, []skippedFile{}, len(r.attached)}
	for _, p := range r.proposal.Placed {
		placed := placedFile{p.Path, a.target(p.Key), []target{}, p.Confidence, c.why(p.Why), r.attached[p.Path]}
		for _, key := range p.Also {
			placed.Also = append(placed.Also, a.target(key))
		}
		out.Placed = append(out.Placed, placed)
	}
	for _, p := range r.proposal.Unsure {
		u := unsureFile{p.Path, []target{}, c.why(p.Why), r.attached[p.Path]}
		for _, key := range p.Candidates {
			u.Candidates = append(u.Candidates, a.target(key))
		}
		out.Unsure = append(out.Unsure, u)
	}
	for _, f := range r.proposal.Unplaced {
		out.Unplaced = append(out.Unplaced, f.Path)
	}
	for _, k := range r.skipped() {
		out.Skipped = append(out.Skipped, skippedFile{k.Path, k.Reason, c.skipText(k)})
	}
	return c.write(out)
}

func (a *subject) target(key model.MaterialKey) target {
	row, _ := model.FindRow(model.Checklist(a.proc, &a.Application), key)
	t := target{row.MaterialID(), key, nil}
	if row.Of != nil {
		of := row.Of.Text("name")
		t.Of = &of
	}
	return t
}

// why says what a proposal rests on.
func (c *collectCommand) why(reasons []collect.Reason) string {
	var texts []string
	for _, r := range reasons {
		texts = append(texts, c.p.Text("term", "collect", string(r.Code), "Word", legible.Line(r.Word)))
	}
	return c.p.List(texts)
}

func (c *collectCommand) skipText(k collect.Skip) string {
	return c.p.Text("term", "collect-skip", string(k.Reason), "Word", legible.Line(k.Word))
}

// sayCollected says what was attached, then what is left to the user, with the
// commands that do it.
func (c *collectCommand) sayCollected(a *subject, r collection) {
	title := locales.CLICollectAttached
	if c.dryRun {
		title = locales.CLICollectProposed
	}
	if n := len(r.proposal.Placed); n > 0 {
		c.say(title, "Count", n)
		c.sayLines(columns(r.proposal.Placed, func(p collect.Placement) []string {
			mark := c.p.Text("term", "confidence", string(p.Confidence))
			if !c.dryRun && !r.attached[p.Path] {
				mark += " " + c.p.T(locales.CLICollectNot)
			}
			var rows []string
			for _, key := range p.Rows() {
				rows = append(rows, a.RowName(key, &a.Application))
			}
			return []string{"  " + legible.Line(p.Path), c.p.List(rows), mark, c.why(p.Why)}
		}))
	}
	if n := len(r.proposal.Unsure); n > 0 {
		c.say(locales.CLICollectUnsure, "Count", n)
		for _, p := range r.proposal.Unsure {
			c.sayUnsure(a, r, p)
		}
	}
	if n := len(r.proposal.Unplaced); n > 0 {
		c.say(locales.CLICollectUnplaced, "Count", n)
		c.sayLines(columns(r.proposal.Unplaced, func(f collect.File) []string { return []string{"  " + legible.Line(f.Path)} }))
		c.say(locales.CLICollectByHand, "Command", "xuke attach "+string(a.ID)+" "+c.p.T(locales.CLICollectMaterial)+" "+quoted(r.dir))
	}
	if ks := r.skipped(); len(ks) > 0 {
		c.say(locales.CLICollectSkipped, "Count", len(ks))
		c.sayLines(columns(ks, func(k collect.Skip) []string { return []string{"  " + legible.Line(k.Path), c.skipText(k)} }))
	}
	switch {
	case len(r.found.Files) == 0:
		c.say(locales.CLICollectNothing, "Path", r.dir)
	case c.dryRun:
		c.say(locales.CLICollectDry)
	default:
		c.say(locales.CLICollectDone, "Count", len(r.attached))
	}
}

// sayUnsure lists the rows that a file may belong to, each with the command
// that attaches it there.
func (c *collectCommand) sayUnsure(a *subject, r collection, p collect.Placement) {
	c.sayLines([]string{"  " + legible.Line(p.Path) + "  " + c.why(p.Why)})
	if r.attached[p.Path] {
		c.sayLines([]string{"    " + c.text(locales.CLICollectTo, "Material", a.RowName(p.Key, &a.Application))})
		return
	}
	if r.found.Packed(p.Path) {
		c.sayLines([]string{"    " + c.text(locales.CLICollectUnpack)})
	}
	c.sayLines(columns(p.Candidates, func(key model.MaterialKey) []string {
		line := "    xuke attach " + string(a.ID) + " " + string(key)
		if !r.found.Packed(p.Path) {
			line += " " + quoted(filepath.Join(r.dir, filepath.FromSlash(p.Path)))
		}
		return []string{line, "# " + a.RowName(key, &a.Application)}
	}))
}

// quoted makes a path one word of a shell.
func quoted(path string) string {
	return "'" + strings.ReplaceAll(legible.Line(path), "'", `'\''`) + "'"
}
