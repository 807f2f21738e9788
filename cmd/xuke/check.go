package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

func (c *command) checkCommand() *cobra.Command {
	cmd := c.sub("check", c.args(1, 1), func(args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			return c.check(s)
		})
	})
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) check(s *subject) error {
	check := export.CheckOf(s.Words, &s.Application)
	if check.Verdict != model.Ready {
		c.code = exitNotReady
	}
	if c.json {
		return c.write(check)
	}
	c.say(locales.CLICheckVerdict, "Verdict", c.p.Text("term", "readiness", string(check.Verdict)))
	c.showConditions(s)
	for _, a := range model.Assess(s.proc, &s.Application) {
		if a.Verdict == model.NotMet {
			c.ways(s, a)
		}
	}
	c.part(c.p.T(locales.CLICheckMissing), columns(check.Missing, func(q model.QuestionID) []string {
		return []string{string(q), s.Question(q)}
	}))
	c.part(c.p.T(locales.CLICheckUnconfirmed), columns(check.Unconfirmed, func(q model.QuestionID) []string {
		return []string{string(q), s.Question(q)}
	}))
	if n := len(check.Materials); n > 0 {
		fmt.Fprintf(c.out, "\n%s\n", c.p.T(locales.CLICheckMaterials, "Count", n))
	}
	return nil
}

// ways says what would meet a condition that is not met.
func (c *command) ways(s *subject, a model.Assessment) {
	fmt.Fprintf(c.out, "\n%s\n", s.Words.Title("condition", string(a.ID)))
	if way := s.Part("condition", string(a.ID), "way"); way != "" {
		fmt.Fprintf(c.out, "  %s\n", way)
	}
	for _, cell := range a.Ways {
		fmt.Fprintf(c.out, "  %s\n", s.Way(cell))
	}
}
