package main

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// report says what a change did.
func (c *command) report(s *subject, before *model.Application, dry bool) error {
	d := model.Differ(s.proc, before, &s.Application)
	if c.json {
		return c.write(map[string]any{
			"rev": s.Rev, "dry_run": dry,
			"added": rowKeys(d.Added), "removed": rowKeys(d.Removed), "dropped": append([]model.QuestionID{}, d.Dropped...),
			"set_aside": s.LeavingOf(before, &s.Application),
		})
	}
	id := locales.CLISetDone
	if dry {
		id = locales.CLISetDry
	}
	c.say(id, "Title", s.Application.Title)
	c.reportRows(s, d)
	c.sayAside(s, before)
	if d.After != nil && d.After != d.Before {
		c.say(locales.CLISetAuthority, "Authority", s.Authority(d.After, &s.Application))
	}
	for _, r := range d.Requirements {
		c.say(locales.CLISetRequirement, "Condition", s.Words.Title("condition", string(r.Condition.ID)), "Bound", s.Bound(r.After[0]))
	}
	c.reportVerdicts(s, d)
	for _, q := range d.Dropped {
		c.say(locales.CLISetDropped, "Question", s.Question(q))
	}
	was := c.findings(s, before)
	for _, text := range c.findings(s, &s.Application) {
		if !slices.Contains(was, text) {
			c.say(locales.CLISetFinding, "Finding", text)
		}
	}
	return nil
}

func (c *command) reportRows(s *subject, d model.Difference) {
	if len(d.Added)+len(d.Removed) > 0 {
		c.say(locales.CLISetMaterials, "Added", len(d.Added), "Removed", len(d.Removed))
	}
	for _, r := range d.Added {
		c.say(locales.CLISetAdded, "Material", s.Row(r))
	}
	for _, r := range d.Removed {
		c.say(locales.CLISetRemoved, "Material", s.Row(r))
	}
}

// sayAside says which files a change has set aside, and how to get at them.
func (c *command) sayAside(s *subject, before *model.Application) {
	for _, r := range model.Leaving(s.proc, before, &s.Application) {
		c.say(locales.CLISetAside, "Count", len(r.Files), "Material", s.Aside(r, &s.Application),
			"Person", r.Person, "App", string(s.ID), "Key", string(r.Key))
	}
}

// reportVerdicts says which conditions have come to be met or not.
func (c *command) reportVerdicts(s *subject, d model.Difference) {
	now := make(map[model.ConditionID]model.Assessment)
	for _, a := range model.Assess(s.proc, &s.Application) {
		now[a.ID] = a
	}
	for _, v := range d.Verdicts {
		if a, ok := now[v.Condition.ID]; ok && v.After != model.CannotTell {
			c.say(locales.CLISetVerdict, "Condition", s.Words.Title("condition", string(a.ID)),
				"Verdict", c.p.Text("term", "verdict", string(a.Verdict)), "Because", s.Because(a))
		}
	}
}

// findings says what is odd about the answers.
func (c *command) findings(s *subject, a *model.Application) []string {
	var texts []string
	for _, f := range model.Findings(s.proc, a, c.today) {
		texts = append(texts, s.Finding(f))
	}
	return texts
}

func rowKeys(rows []model.ListRow) []model.MaterialKey {
	keys := make([]model.MaterialKey, len(rows))
	for i, r := range rows {
		keys[i] = r.Key
	}
	return keys
}
