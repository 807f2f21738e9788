package main

import (
	"cmp"
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
	s := model.StandingOf(a.proc, &a.Application, c.today)
	check := export.CheckOf(a.Words, s)
	if !s.Readiness.Submittable() {
		c.code = exitNotReady
	}
	if c.json {
		return c.write(check)
	}
	c.say(locales.CLICheckVerdict, "Verdict", a.Verdict(s))
	c.sayObstacles(a, s)
	c.showDrifted(a, s.Drifted)
	c.showConditions(a, s)
	for _, cond := range s.Assessed {
		if cond.Verdict == model.NotMet {
			c.sayWays(a, cond)
		}
	}
	return nil
}

// sayObstacles says what is in the way, what is open, and how many papers were
// checked that are not here, each with the id that commands take.
func (c checkCommand) sayObstacles(a *subject, s model.Standing) {
	stops, open := s.Stops(), s.Opens()
	c.part(c.p.T(locales.CLICheckObstacles), obstacleLines(a, stops))
	c.part(c.p.T(locales.CLICheckOpen), obstacleLines(a, open))
	if elsewhere := len(s.Obstacles) - len(stops) - len(open); elsewhere > 0 {
		fmt.Fprintf(c.out, "\n%s\n", c.p.T(locales.CLICheckNoFile, "Count", elsewhere))
	}
}

func obstacleLines(a *subject, os []model.Obstacle) []string {
	return columns(a.Obstacles(os), func(o export.Obstacle) []string {
		return []string{cmp.Or(string(o.Condition), string(o.Material), string(o.Question)), o.About, o.Text}
	})
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
