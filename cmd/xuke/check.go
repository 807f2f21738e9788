package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A checkCommand says whether an application is ready. The exit code is 3 if it
// is not.
type checkCommand struct{ *session }

func newCheck(s *session) *cobra.Command {
	c := checkCommand{s}
	return s.command(spec{name: "check", least: 1, most: 1, json: true, run: func(args []string) error { return s.on(args[0], c.check) }})
}

func (c checkCommand) check(a *subject) error {
	check := export.CheckOf(a.Words, &a.Application)
	if check.Verdict != model.Ready {
		c.code = exitNotReady
	}
	if c.json {
		return c.write(check)
	}
	c.say(locales.CLICheckVerdict, "Verdict", c.p.Text("term", "readiness", string(check.Verdict)))
	c.showConditions(a)
	for _, cond := range model.Assess(a.proc, &a.Application) {
		if cond.Verdict == model.NotMet {
			c.sayWays(a, cond)
		}
	}
	c.part(c.p.T(locales.CLICheckMissing), columns(check.Missing, a.questionLine))
	c.part(c.p.T(locales.CLICheckUnconfirmed), columns(check.Unconfirmed, a.questionLine))
	if n := len(check.Materials); n > 0 {
		fmt.Fprintf(c.out, "\n%s\n", c.p.T(locales.CLICheckMaterials, "Count", n))
	}
	return nil
}

func (a *subject) questionLine(q model.QuestionID) []string {
	return []string{string(q), a.Question(q)}
}

// sayWays says what would meet a condition.
func (c checkCommand) sayWays(a *subject, cond model.Assessment) {
	fmt.Fprintf(c.out, "\n%s\n", a.Words.Title("condition", string(cond.ID)))
	if way := a.Part("condition", string(cond.ID), "way"); way != "" {
		fmt.Fprintf(c.out, "  %s\n", way)
	}
	for _, cell := range cond.Ways {
		fmt.Fprintf(c.out, "  %s\n", a.Way(cell))
	}
}
