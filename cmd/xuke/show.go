package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// A showCommand prints everything about an application: as it is, or as it was
// submitted.
type showCommand struct {
	*session
	cmd   *cobra.Command
	round int // a submission
	since int // another one, to compare it with
}

func newShow(s *session) *cobra.Command {
	c := &showCommand{session: s}
	c.cmd = s.command(spec{name: "show", least: 1, most: 1, json: true, run: c.run})
	c.cmd.Flags().IntVar(&c.round, "round", 0, s.p.T(locales.CLIShowFlagRound))
	c.cmd.Flags().IntVar(&c.since, "since", 0, s.p.T(locales.CLIShowFlagSince))
	return c.cmd
}

func (c *showCommand) run(args []string) error {
	round, since := c.cmd.Flags().Changed("round"), c.cmd.Flags().Changed("since")
	switch {
	case since && !round:
		return c.usage(locales.CLIErrorSinceAlone)
	case round && !since:
		c.since = max(0, c.round-1)
	}
	return c.on(args[0], func(a *subject) error {
		switch {
		case round:
			return c.refused(a, c.showRound(a))
		case c.json:
			return c.write(export.RecordOf(a.Words, &a.Application, c.workdays(), c.today))
		}
		c.show(a)
		return nil
	})
}

func (c *showCommand) show(a *subject) {
	app, p := &a.Application, a.proc
	standing := model.StandingOf(p, app, c.today)
	fmt.Fprintf(c.out, "%s  (%s)\n", legible.Line(app.Title), app.ID)
	c.say(locales.CLIShowState, "State", c.stateOf(a), "Percent", model.Overall(p, app).Percent())
	if model.Submits(p, app) {
		c.say(locales.CLICheckVerdict, "Verdict", a.Verdict(standing))
	}
	c.say(locales.CLIShowAuthority, "Authority", a.Authority(model.AuthorityFor(p, app), app))
	c.showOrigin(a)
	c.sayNext(a)
	if app.Responsible != "" {
		c.say(locales.CLIShowResponsible, "Name", app.Responsible)
	}
	if len(app.Tags) > 0 {
		c.say(locales.CLIShowTags, "Tags", strings.Join(app.Tags, c.p.T(locales.CLITagComma)))
	}
	c.showAnswers(a)
	c.showDrifted(a, standing.Drifted)
	c.showConditions(a, standing)
	c.showMaterials(a, standing)
	c.showAside(a)
	c.showEvents(a)
	c.showItems(a, app.Items)
	c.showDeadlines(a)
	c.showDuties(a)
}

// stateOf names the state of an application, or says that its licence has run
// out.
func (s *session) stateOf(a *subject) string {
	sum := model.Summarise(a.proc, &a.Application, s.workdays())
	return a.State(sum, s.renewals(sum), s.today)
}

// showOrigin names the licence that an application is about.
func (c *showCommand) showOrigin(a *subject) {
	if a.Origin == "" {
		return
	}
	title := ""
	if from, err := c.db.Load(a.Origin); err == nil {
		title = from.Title
	}
	c.say(locales.CLIShowOrigin, "Title", legible.Line(title), "ID", string(a.Origin))
}

// showAside lists rows whose files are set aside.
func (c *showCommand) showAside(a *subject) {
	c.part(c.p.T(locales.CLIShowAside), columns(model.SetAside(a.proc, &a.Application), func(r model.AsideRow) []string {
		return []string{a.Aside(r, &a.Application), c.text(locales.CLIAttachFiles, "Count", len(r.Files)), "(" + string(r.Key) + ")"}
	}))
}

// showEvents lists what happened at the authority, and the submissions that
// were kept.
func (c *showCommand) showEvents(a *subject) {
	n := 0
	c.part(c.p.T(locales.CLIShowEvents), columns(a.Events, func(e model.Event) []string {
		until, received, due := "", "", ""
		if !e.ValidUntil.IsZero() {
			until = "→ " + e.ValidUntil.String()
		}
		if !e.Received.IsZero() {
			received = c.p.Label(c.p.Text("term", "event-field", "received"), e.Received.String())
		}
		if !e.Due.IsZero() {
			due = c.p.Label(c.p.Text("term", "event-field", "due"), a.TermOn(e.Due, e.Date, e.Received, c.workdays()))
		}
		n++ // by which amend finds it
		return []string{strconv.Itoa(n), e.Date.String(), a.Words.Title("event", string(e.ID)), remarks(e.Number, received, due, until, e.Reason, e.Note)}
	}))
	c.part(c.p.T(locales.CLIShowRounds), columns(a.Snapshots, func(f model.Snapshot) []string {
		return []string{c.p.T(locales.CLIShowRound, "Round", f.Round), f.Date.String(), a.Words.Title("event", string(f.Event))}
	}))
}

// showDeadlines prints each clock, and below it how every reading of the law
// counts.
func (c *showCommand) showDeadlines(a *subject) {
	ds := model.Deadlines(a.proc, &a.Application, c.workdays())
	heads := columns(ds, func(d model.Deadline) []string {
		return []string{a.Span(d), a.Words.Title("clock", string(d.Clock)), c.p.Text("term", "turn", turnID(d.Whose))}
	})
	var ls []string
	for i, d := range ds {
		ls = append(ls, heads[i])
		if d.Unstated {
			ls = append(ls, "  "+c.p.T(locales.UIClockUnstated))
		}
		for _, counted := range d.Dates {
			ls = append(ls, "  "+a.Counted(counted))
			if how := a.How(counted, c.workdays()); how != "" {
				ls = append(ls, "    "+how)
			}
		}
		if d.AtEnd != "" && d.Ended(c.today) {
			ls = append(ls, "  "+a.Part("clock", string(d.Clock), "end"))
		}
	}
	c.part(c.p.T(locales.CLIShowDeadlines), ls)
	c.offerDeemed(a)
}

// offerDeemed says that no notice came in time, what follows from that by
// which article, and how to record it.
func (c *showCommand) offerDeemed(a *subject) {
	d, rule, ok := model.Deemable(a.proc, &a.Application, c.workdays(), c.today)
	if !ok {
		return
	}
	fmt.Fprintln(c.out)
	c.say(locales.CLITrackDeemedOffer, "On", a.Day(d.Latest), "Citation", a.Citation(d.Sources[0]), "ID", string(a.ID), "Event", string(rule.ID))
	if d.Estimate {
		c.say(locales.UIDeemEstimate)
	}
}

// showDuties lists what a licence obliges its holder to do, by when and by which
// procedure, and the applications that do it.
func (c *showCommand) showDuties(a *subject) {
	c.part(c.p.T(locales.CLIShowDuties), columns(model.Duties(a.proc, &a.Application, c.workdays()), func(o model.Owed) []string {
		by := ""
		if len(o.By.Dates) > 0 {
			by = a.Span(o.By)
		}
		return []string{a.Words.Title("duty", string(o.ID)), by, string(o.Opens)}
	}))
	c.part(c.p.T(locales.CLIShowFollowing), columns(c.following(a.ID), c.listLine))
}

// following finds the applications that are about a licence.
func (s *session) following(licence model.ApplicationID) []model.Summary {
	l, err := s.db.List(model.Query{Search: string(licence), Sort: model.ByUpdated})
	if err != nil {
		return nil // what was printed so far is worth having
	}
	var rows []model.Summary
	for _, r := range l.Rows {
		if r.Origin == licence {
			rows = append(rows, r)
		}
	}
	return rows
}
