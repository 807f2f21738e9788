package main

import (
	"fmt"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

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

// rowTag is how far a row is, or that it may be needed.
func (c *command) rowTag(r model.ListRow) string {
	if r.Needed == model.Unknown && r.Status == model.Missing {
		return c.tag("needed", "unknown")
	}
	return c.tag("status", string(r.Status))
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

func turnID(t model.Turn) string {
	if t == model.Nobody {
		return "nobody"
	}
	return string(t)
}
