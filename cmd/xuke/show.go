package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

func (c *command) showCommand() *cobra.Command {
	var round, since int
	var cmd *cobra.Command
	cmd = c.sub("show", c.args(1, 1), func(args []string) error {
		asked, compared := cmd.Flags().Changed("round"), cmd.Flags().Changed("since")
		if compared && !asked {
			return c.usage(locales.CLIErrorSinceAlone)
		}
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			if asked {
				if !compared {
					since = max(0, round-1)
				}
				return c.refuseValue(s, c.showRound(s, round, since))
			}
			if c.json {
				return c.write(export.RecordOf(s.Words, &s.Application, c.workdays(), c.today))
			}
			c.show(s)
			return nil
		})
	})
	cmd.Flags().IntVar(&round, "round", 0, c.p.T(locales.CLIShowFlagRound))
	cmd.Flags().IntVar(&since, "since", 0, c.p.T(locales.CLIShowFlagSince))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) show(s *subject) {
	a, p := &s.Application, s.proc
	fmt.Fprintf(c.out, "%s  (%s)\n", legible.Line(a.Title), a.ID)
	c.say(locales.CLIShowState, "State", s.Words.Title("state", string(model.StateOf(p, a).ID)), "Percent", model.Overall(p, a).Percent())
	c.say(locales.CLIShowAuthority, "Authority", s.Authority(model.AuthorityFor(p, a), a))
	c.showOrigin(s)
	c.sayNext(s)
	if a.Responsible != "" {
		c.say(locales.CLIShowResponsible, "Name", a.Responsible)
	}
	if len(a.Tags) > 0 {
		c.say(locales.CLIShowTags, "Tags", strings.Join(a.Tags, c.p.T(locales.CLITagComma)))
	}
	c.showAnswers(s)
	c.showConditions(s)
	c.showMaterials(s)
	c.showAside(s)
	c.part(c.p.T(locales.CLIShowEvents), columns(a.Events, func(e model.Event) []string {
		return []string{e.Date.String(), s.Words.Title("event", string(e.ID)), c.remarks(e.Number, s.until(e), e.Reason, e.Note)}
	}))
	c.part(c.p.T(locales.CLIShowRounds), columns(a.Snapshots, func(f model.Snapshot) []string {
		return []string{c.p.T(locales.CLIShowRound, "Round", f.Round), f.Date.String(), s.Words.Title("event", string(f.Event))}
	}))
	c.showItems(s, a.Items)
	c.showDeadlines(s)
	c.showDuties(s)
}

// showOrigin names the licence that an application is about.
func (c *command) showOrigin(s *subject) {
	if s.Origin == "" {
		return
	}
	title := ""
	if from, err := c.db.Load(s.Origin); err == nil {
		title = from.Title
	}
	c.say(locales.CLIShowOrigin, "Title", legible.Line(title), "ID", string(s.Origin))
}

// showAside lists what is set aside.
func (c *command) showAside(s *subject) {
	c.part(c.p.T(locales.CLIShowAside), columns(model.SetAside(s.proc, &s.Application), func(r model.AsideRow) []string {
		return []string{s.Aside(r, &s.Application), c.text(locales.CLIAttachFiles, "Count", len(r.Files)), "(" + string(r.Key) + ")"}
	}))
}

// showDeadlines prints each clock, and below it how every reading was counted.
func (c *command) showDeadlines(s *subject) {
	ds := model.Deadlines(s.proc, &s.Application, c.workdays())
	heads := columns(ds, func(d model.Deadline) []string {
		return []string{s.Span(d), s.Words.Title("clock", string(d.Clock)), c.p.Text("term", "turn", turnID(d.Whose))}
	})
	var ls []string
	for i, d := range ds {
		ls = append(ls, heads[i])
		for _, counted := range d.Dates {
			ls = append(ls, "  "+s.Counted(counted))
			if how := s.How(counted, c.workdays()); how != "" {
				ls = append(ls, "    "+how)
			}
		}
		if d.AtEnd != "" && d.Ended(c.today) {
			ls = append(ls, "  "+s.Part("clock", string(d.Clock), "end"))
		}
	}
	c.part(c.p.T(locales.CLIShowDeadlines), ls)
	c.offerDeemed(s)
}

// offerDeemed says that no notice came in time, what follows from that by
// which article, and how to record it.
func (c *command) offerDeemed(s *subject) {
	d, rule, ok := model.Deemable(s.proc, &s.Application, c.workdays(), c.today)
	if !ok {
		return
	}
	fmt.Fprintln(c.out)
	c.say(locales.CLITrackDeemedOffer, "On", s.Day(d.Latest), "Citation", s.Citation(d.Sources[0]), "ID", string(s.ID), "Event", string(rule.ID))
	if d.Estimate {
		c.say(locales.UIDeemEstimate)
	}
}

// showDuties lists what is due while there is a licence: by when, and by which
// procedure it is done.
func (c *command) showDuties(s *subject) {
	c.part(c.p.T(locales.CLIShowDuties), columns(model.Duties(s.proc, &s.Application, c.workdays()), func(o model.Owed) []string {
		by := ""
		if len(o.By.Dates) > 0 {
			by = s.Span(o.By)
		}
		return []string{s.Words.Title("duty", string(o.ID)), by, string(o.Opens)}
	}))
	rows := c.following(s.ID)
	c.part(c.p.T(locales.CLIShowFollowing), columns(rows, c.listLine))
}

// following lists the applications that a licence has led to.
func (c *command) following(id model.ApplicationID) []model.Summary {
	l, err := c.db.List(model.Query{Search: string(id), Sort: model.ByUpdated})
	if err != nil {
		return nil // the rest of the record is there all the same
	}
	var rows []model.Summary
	for _, r := range l.Rows {
		if r.Origin == id {
			rows = append(rows, r)
		}
	}
	return rows
}
