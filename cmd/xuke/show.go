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
}

// sayNext says what to do next, by when, and whose turn it is.
func (c *command) sayNext(s *subject) {
	n := model.NextOn(s.proc, &s.Application, c.workdays(), c.today)
	if n == nil {
		return
	}
	text := s.Next(n, &s.Application)
	if day := s.Day(n.Date); day != "" {
		text = c.p.Aside(text, day)
	}
	c.say(locales.CLIShowNext, "Next", text, "Turn", c.p.Text("term", "turn", turnID(n.Whose)))
}

// part prints lines below a heading, or nothing where there are none.
func (c *command) part(heading string, ls []string) {
	if len(ls) > 0 {
		fmt.Fprintf(c.out, "\n%s\n%s\n", heading, indent(lines(ls)))
	}
}

// tag is a verdict or a status in brackets.
func (c *command) tag(kind, code string) string { return "[" + c.p.Text("term", kind, code) + "]" }

func (c *command) showAnswers(s *subject) {
	var answers []*model.Question
	section := model.SectionID("")
	flush := func() {
		if len(answers) == 0 {
			return
		}
		ls := columns(answers, func(q *model.Question) []string {
			text := s.Words.Answer(q, s.Application.Answers[q.ID])
			if text == "" {
				text = "–"
			}
			if on := s.Application.Answers[q.ID].Copied; !on.IsZero() {
				text = c.text(locales.CLIShowCopied, "Answer", text, "On", s.Day(on))
			}
			return []string{s.Question(q.ID), text}
		})
		fmt.Fprintf(c.out, "\n%s\n%s\n", s.Words.Title("section", string(section)), indent(lines(ls)))
		answers = nil
	}
	for _, v := range model.Visits(s.proc, &s.Application) {
		if v.Section != section {
			flush()
			section = v.Section
		}
		answers = append(answers, v.Questions...)
	}
	flush()
}

func (c *command) showConditions(s *subject) {
	c.part(c.p.T(locales.CLIShowConditions), columns(model.Assess(s.proc, &s.Application), func(a model.Assessment) []string {
		return []string{c.tag("verdict", string(a.Verdict)), s.Words.Title("condition", string(a.ID)), s.Because(a)}
	}))
}

// rowTag is how far a row is, or that it may be needed.
func (c *command) rowTag(r model.ListRow) string {
	if r.Needed == model.Unknown && r.Status == model.Missing {
		return c.tag("needed", "unknown")
	}
	return c.tag("status", string(r.Status))
}

// showMaterials prints the list, each row with the key that commands take.
func (c *command) showMaterials(s *subject) {
	rows := model.Checklist(s.proc, &s.Application)
	for _, g := range model.Groups {
		var of []model.ListRow
		for _, r := range rows {
			if r.Group == g {
				of = append(of, r)
			}
		}
		heading := c.p.Label(c.p.T(locales.CLIShowMaterials), c.p.Text("term", "group", string(g)))
		c.part(heading, columns(of, func(r model.ListRow) []string {
			status := c.rowTag(r)
			if r.Needed == model.Unknown && r.Status == model.Missing {
				status = c.tag("needed", "unknown")
			}
			return []string{status, s.Row(r) + c.aside(s, r), "(" + string(r.Key) + ")"}
		}))
	}
}

// aside is who brings a row, by when, and why it is waived.
func (c *command) aside(s *subject, r model.ListRow) string {
	files := ""
	if n := len(r.Files); n > 0 {
		files = c.text(locales.CLIAttachFiles, "Count", n)
	}
	if text := c.remarks(files, r.Owner, s.Day(r.Due), r.Reason, r.Note); text != "" {
		return " · " + text
	}
	return ""
}

// remarks joins what somebody noted, as far as there is something.
func (c *command) remarks(texts ...string) string {
	var out []string
	for _, text := range texts {
		if text != "" {
			out = append(out, legible.Line(text))
		}
	}
	return strings.Join(out, " · ")
}

func (c *command) showItems(s *subject, items []model.Item) {
	c.part(c.p.T(locales.CLIShowCorrections), columns(items, func(it model.Item) []string {
		id := locales.CLIShowItemOpen
		if it.Settled() {
			id = locales.CLIShowItemSettled
		}
		about := c.remarks(c.p.Text("term", "reason", string(it.Reason)), it.Text, it.Waived)
		if it.Material != "" || it.Answer != "" {
			about = s.Item(it, &s.Application) + " · " + about
		}
		return []string{it.ID, c.p.T(id, "Round", it.Round), about + c.itemRemarks(s, it)}
	}))
}

// itemRemarks says that an item came late, by which article it should not
// have, and that what it names has been changed since.
func (c *command) itemRemarks(s *subject, it model.Item) (text string) {
	if s.Late(s.proc, it) {
		text += " · " + c.text(locales.CLIShowLate, "Citation", s.NoticeLaw())
	}
	if !it.Settled() && s.ChangedSince(s.proc, it) {
		text += " · " + c.p.T(locales.CLIShowTouched)
	}
	return text
}

// until says until when a licence is valid.
func (s *subject) until(e model.Event) string {
	if e.ValidUntil.IsZero() {
		return ""
	}
	return "→ " + e.ValidUntil.String()
}

func turnID(t model.Turn) string {
	if t == model.Nobody {
		return "nobody"
	}
	return string(t)
}
