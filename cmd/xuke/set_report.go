package main

import (
	"fmt"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// report says what a change did.
func (c *setCommand) report(a *subject, before *model.Application) error {
	d := model.Differ(a.proc, before, &a.Application)
	if c.json {
		return c.write(map[string]any{
			"rev": a.Rev, "dry_run": c.dryRun,
			"added": rowKeys(d.Added), "removed": rowKeys(d.Removed), "dropped": append([]model.QuestionID{}, d.Dropped...),
			"set_aside": a.LeavingOf(before, &a.Application), "recheck": rowKeys(d.Recheck),
		})
	}
	id := locales.CLISetDone
	if c.dryRun {
		id = locales.CLISetDry
	}
	c.say(id, "Title", a.Application.Title)
	c.sayUnderstood(a)
	c.sayRows(a, d)
	for _, r := range d.Recheck {
		fmt.Fprintln(c.out, a.Recheck(r))
	}
	c.sayDrifted(a, before)
	c.sayAside(a, before)
	if d.After != nil && d.After != d.Before {
		c.say(locales.CLISetAuthority, "Authority", a.Authority(d.After, &a.Application))
	}
	for _, r := range d.Requirements {
		c.say(locales.CLISetRequirement, "Condition", a.Words.Title("condition", string(r.Condition.ID)), "Bound", a.Bound(r.After[0]))
	}
	c.sayVerdicts(a, d)
	for _, q := range d.Dropped {
		c.say(locales.CLISetDropped, "Question", a.Question(q))
	}
	was := c.findings(a, before)
	for _, text := range c.findings(a, &a.Application) {
		if !slices.Contains(was, text) {
			c.say(locales.CLISetFinding, "Finding", text)
		}
	}
	return nil
}

// sayUnderstood says how each answer was read, whether or not it changed
// anything else.
func (c *setCommand) sayUnderstood(a *subject) {
	for _, id := range c.given {
		if q := a.proc.Question(id); q != nil && a.Answers[id].Value != nil {
			c.say(locales.CLISetUnderstood, "Question", a.Question(id), "Answer", a.Understood(q, a.Answers[id].Value))
		}
	}
}

func (c *setCommand) sayRows(a *subject, d model.Difference) {
	if len(d.Added)+len(d.Removed) > 0 {
		c.say(locales.CLISetMaterials, "Added", len(d.Added), "Removed", len(d.Removed))
	}
	for _, r := range d.Added {
		c.say(locales.CLISetAdded, "Material", a.Row(r))
	}
	for _, r := range d.Removed {
		c.say(locales.CLISetRemoved, "Material", a.Row(r))
	}
}

// sayDrifted says which answers are now otherwise than they were submitted.
func (c *setCommand) sayDrifted(a *subject, before *model.Application) {
	was := model.Drifted(a.proc, before)
	for _, d := range model.Drifted(a.proc, &a.Application) {
		if !slices.ContainsFunc(was, func(o model.Drift) bool { return o.Question == d.Question && model.Equal(o.After.Value, d.After.Value) }) {
			c.say(locales.CLISetDrifted, "Round", d.Round, "Change", a.Drift(d), "Calls", a.DriftCalls(d))
		}
	}
}

// sayAside says which files the change has set aside, and how to get at them.
func (c *setCommand) sayAside(a *subject, before *model.Application) {
	for _, r := range model.Leaving(a.proc, before, &a.Application) {
		c.say(locales.CLISetAside, "Count", len(r.Files), "Material", a.Aside(r, &a.Application),
			"Person", r.Person, "App", string(a.ID), "Key", string(r.Key))
	}
}

// sayVerdicts says which conditions are now met, or no longer.
func (c *setCommand) sayVerdicts(a *subject, d model.Difference) {
	now := make(map[model.ConditionID]model.Assessment)
	for _, cond := range model.Assess(a.proc, &a.Application) {
		now[cond.ID] = cond
	}
	for _, v := range d.Verdicts {
		if cond, ok := now[v.Condition.ID]; ok && v.After != model.CannotTell {
			c.say(locales.CLISetVerdict, "Condition", a.Words.Title("condition", string(cond.ID)),
				"Verdict", c.p.Text("term", "verdict", string(cond.Verdict)), "Because", a.Because(cond))
		}
	}
}

// findings says what is odd about the answers of an application.
func (c *setCommand) findings(a *subject, app *model.Application) []string {
	var texts []string
	for _, f := range model.Findings(a.proc, app, c.today) {
		texts = append(texts, a.Finding(f))
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
