package main

import (
	"fmt"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// showRound shows an application as it was handed in, and what had changed
// since another submission; since 0 is none. It is shown by the edition that
// it was handed in under.
func (c *command) showRound(now *subject, round, since int) error {
	kept, err := now.Snapshot(round)
	if err != nil {
		return err
	}
	then, err := c.subject(now.AsOf(now.proc, kept))
	if err != nil {
		return err
	}
	var before *model.Snapshot
	if since != 0 {
		s, err := now.Snapshot(since)
		if err != nil && since != round-1 { // of an earlier time before snapshots
			return err
		}
		if err == nil {
			before = &s
		}
	}
	if c.json {
		return c.write(export.RoundOf(then.Words, &now.Application, kept, before, c.workdays()))
	}
	c.sayFrozen(then, kept)
	c.showAnswers(then)
	c.showConditions(then)
	c.showMaterials(then)
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

func (c *command) sayFrozen(s *subject, kept model.Snapshot) {
	fmt.Fprintf(c.out, "%s  (%s)\n", legible.Line(kept.Title), s.ID)
	c.say(locales.CLIShowFrozen, "Round", kept.Round, "Event", s.Words.Title("event", string(kept.Event)), "Date", s.Day(kept.Date))
	c.say(locales.CLIShowSum, "Sum", kept.Sum)
	if !kept.Intact() {
		c.tell(locales.CLIShowAltered)
	}
}
