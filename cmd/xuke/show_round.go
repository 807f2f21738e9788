package main

import (
	"fmt"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// showRound prints an application as it was submitted, under the edition of
// that time, and what had changed since another submission; 0 is none.
func (c *showCommand) showRound(now *subject) error {
	kept, err := now.Snapshot(c.round)
	if err != nil {
		return err
	}
	then, err := c.subject(now.AsOf(now.proc, kept))
	if err != nil {
		return err
	}
	before, err := c.before(now)
	if err != nil {
		return err
	}
	if c.json {
		return c.write(export.RoundOf(then.Words, &now.Application, kept, before, c.workdays()))
	}
	c.sayFrozen(then, kept)
	standing := model.StandingOf(then.proc, &then.Application, kept.Date)
	c.showAnswers(then)
	c.showConditions(then, standing)
	c.showMaterials(then, standing)
	c.showItems(then, then.Items)
	if before == nil {
		return nil
	}
	was := now.AsOf(now.proc, *before)
	changed := then.Compared(model.Compare(then.proc, &was, &then.Application))
	if len(changed) == 0 {
		fmt.Fprintln(c.out)
		c.say(locales.CLIShowSame, "Round", before.Round)
		return nil
	}
	c.part(c.p.T(locales.CLIShowChanged, "Round", before.Round), changed)
	return nil
}

// before returns the submission to compare with, nil for none. The previous
// one may be missing: submissions were not always kept.
func (c *showCommand) before(now *subject) (*model.Snapshot, error) {
	if c.since == 0 {
		return nil, nil
	}
	s, err := now.Snapshot(c.since)
	switch {
	case err == nil:
		return &s, nil
	case c.since == c.round-1:
		return nil, nil
	}
	return nil, err
}

func (c *showCommand) sayFrozen(a *subject, kept model.Snapshot) {
	fmt.Fprintf(c.out, "%s  (%s)\n", legible.Line(kept.Title), a.ID)
	c.say(locales.CLIShowFrozen, "Round", kept.Round, "Event", a.Words.Title("event", string(kept.Event)), "Date", a.Day(kept.Date))
	c.say(locales.CLIShowSum, "Sum", kept.Sum)
	if !kept.Intact() {
		c.tell(locales.CLIShowAltered)
	}
}
