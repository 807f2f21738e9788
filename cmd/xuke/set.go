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
