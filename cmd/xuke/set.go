package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) setCommand() *cobra.Command {
	var unknown []string
	var dry bool
	cmd := c.sub("set", c.args(1, -1), func(args []string) error {
		return c.withStore(func() error { return c.set(args[0], args[1:], unknown, dry) })
	})
	cmd.Flags().StringArrayVar(&unknown, "unknown", nil, c.p.T(locales.CLISetFlagUnknown))
	cmd.Flags().BoolVar(&dry, "dry-run", false, c.p.T(locales.CLIFlagDryRun))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) set(name string, pairs, unknown []string, dry bool) error {
	s, err := c.find(name)
	if err != nil {
		return err
	}
	if len(pairs)+len(unknown) == 0 {
		return c.usage(locales.CLIErrorNothingToSet)
	}
	if err := c.typed(unknown...); err != nil {
		return err
	}
	before := s.Application.Clone()
	if err := c.answer(s, pairs, unknown); err != nil {
		return err
	}
	if !dry {
		if err := c.keep(s); err != nil {
			return err
		}
	}
	return c.report(s, &before, dry)
}

// answer takes ID=VALUE pairs and the questions to postpone. It changes
// nothing unless all of it can be understood.
func (c *command) answer(s *subject, pairs, unknown []string) error {
	changed := s.Application.Clone()
	var ids []model.QuestionID
	for _, pair := range pairs {
		id, text, ok := strings.Cut(pair, "=")
		if !ok {
			return c.usage(locales.CLIErrorPair, "Given", pair)
		}
		if err := setOne(&changed, s.proc, model.QuestionID(id), text); err != nil {
			return c.refuseValue(s, err)
		}
		ids = append(ids, model.QuestionID(id))
	}
	for _, u := range unknown {
		if err := c.postpone(&changed, s, u); err != nil {
			return c.refuseValue(s, err)
		}
	}
	// Bounds may depend on other answers of the same command, so they are
	// looked at when all of them are in.
	for _, f := range model.Findings(s.proc, &changed, c.today) {
		if f.Level == model.Problem && slices.Contains(ids, f.Question) {
			return &refusal{exit: exitUsage, Code: string(f.Code), Message: s.Finding(f)}
		}
	}
	s.Application = changed
	return nil
}

func setOne(a *model.Application, p *model.Procedure, id model.QuestionID, text string) error {
	q := p.Question(id)
	switch {
	case q == nil, text == "":
		return a.Clear(p, id)
	case text == "?", text == "？":
		return a.Postpone(p, id, model.Pending{})
	}
	v, err := model.ParseAnswer(*q, text, a.EntriesOf(id), a.NewEntryID)
	if err != nil {
		return err
	}
	return a.Answer(p, id, v)
}

// postpone takes ID[:WHO[:DATE]].
func (c *command) postpone(a *model.Application, s *subject, spec string) error {
	id, rest, _ := strings.Cut(spec, ":")
	who, by, dated := strings.Cut(rest, ":")
	pending := model.Pending{Who: who}
	if dated && by != "" {
		var err error
		if pending.By, err = c.day(by); err != nil {
			return err
		}
	}
	return a.Postpone(s.proc, model.QuestionID(id), pending)
}

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
