package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A setCommand answers questions.
type setCommand struct {
	*session
	given   []model.QuestionID
	unknown []string // to postpone, as ID[:WHO[:DATE]]
	dryRun  bool
}

func newSet(s *session) *cobra.Command {
	c := &setCommand{session: s}
	cmd := s.command(spec{name: "set", least: 1, most: many, json: true, run: func(args []string) error {
		return s.on(args[0], func(a *subject) error { return c.set(a, args[1:]) })
	}})
	cmd.Flags().StringArrayVar(&c.unknown, "unknown", nil, s.p.T(locales.CLISetFlagUnknown))
	cmd.Flags().BoolVar(&c.dryRun, "dry-run", false, s.p.T(locales.CLIFlagDryRun))
	return cmd
}

func (c *setCommand) set(a *subject, pairs []string) error {
	if len(pairs)+len(c.unknown) == 0 {
		return c.usage(locales.CLIErrorNothingToSet)
	}
	if err := checkText(c.unknown...); err != nil {
		return err
	}
	before := a.Application.Clone()
	if err := c.answer(a, pairs, c.unknown); err != nil {
		return err
	}
	for _, pair := range pairs {
		id, _, _ := strings.Cut(pair, "=")
		c.given = append(c.given, model.QuestionID(id))
	}
	if err := c.nameAfter(a, &before); err != nil {
		return err
	}
	if !c.dryRun {
		if err := c.keep(a); err != nil {
			return err
		}
	}
	return c.report(a, &before)
}

// nameAfter has the title follow the name of the company, as the wizard does.
func (s *session) nameAfter(a *subject, before *model.Application) error {
	var untitled []string
	for _, lang := range locales.Langs {
		p, err := s.printer(lang)
		if err != nil {
			return err
		}
		untitled = append(untitled, p.T(locales.UIAppUntitled, "Today", model.DateOf(before.Created).String()))
	}
	a.NameAfter(before, untitled...)
	return nil
}

// answer takes ID=VALUE pairs, and questions to postpone. It changes nothing
// unless all of them are understood.
func (s *session) answer(a *subject, pairs, unknown []string) error {
	changed := a.Application.Clone()
	var ids []model.QuestionID
	for _, pair := range pairs {
		id, text, ok := strings.Cut(pair, "=")
		if !ok {
			return s.usage(locales.CLIErrorPair, "Given", pair)
		}
		if err := setOne(&changed, a.proc, model.QuestionID(id), text); err != nil {
			return s.refused(a, err)
		}
		ids = append(ids, model.QuestionID(id))
	}
	for _, spec := range unknown {
		if err := s.postpone(&changed, a.proc, spec); err != nil {
			return s.refused(a, err)
		}
	}
	// Bounds may depend on other answers of the same command, so they are
	// checked when all of them are in.
	for _, f := range model.Findings(a.proc, &changed, s.today) {
		if f.Level == model.Problem && slices.Contains(ids, f.Question) {
			return &refusal{exit: exitUsage, Code: string(f.Code), Message: a.Finding(f)}
		}
	}
	a.Application = changed
	return nil
}

// setOne answers a question. An empty text clears it, a question mark
// postpones it.
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

// postpone reads ID[:WHO[:DATE]].
func (s *session) postpone(a *model.Application, p *model.Procedure, spec string) error {
	id, rest, _ := strings.Cut(spec, ":")
	who, by, _ := strings.Cut(rest, ":")
	pending := model.Pending{Who: who}
	if by != "" {
		var err error
		if pending.By, err = s.day(by); err != nil {
			return err
		}
	}
	return a.Postpone(p, model.QuestionID(id), pending)
}
