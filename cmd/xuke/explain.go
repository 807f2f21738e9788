package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// An explainCommand cites the rules that a part of a procedure rests on.
type explainCommand struct{ *session }

func newExplain(s *session) *cobra.Command {
	c := explainCommand{s}
	return s.command(spec{name: "explain", least: 2, most: 2, json: true, run: c.run})
}

func (c explainCommand) run(args []string) error {
	p, err := c.chosen(args[0])
	if err != nil {
		return err
	}
	part, ok := p.Part(args[1])
	if !ok {
		return c.noPart(p, args[1])
	}
	w := export.Words{Texts: c.p, Procedure: p}
	e := w.Explain(part, c.today)
	if c.json {
		return c.write(e)
	}
	c.explain(e)
	return nil
}

// explain prints the sources one below the other, each with what it says.
func (c explainCommand) explain(e export.Explanation) {
	fmt.Fprintf(c.out, "%s\n", e.Title)
	if e.Rule != "" {
		fmt.Fprintf(c.out, "%s\n", e.Rule)
	}
	if e.Disagree {
		fmt.Fprintf(c.out, "\n%s\n", c.p.T(locales.CLIExplainDisagree))
	}
	for _, s := range e.Sources {
		fmt.Fprintf(c.out, "\n  %s\n", s.Citation)
		fmt.Fprintf(c.out, "    %s\n", s.About)
		for _, line := range []string{s.Superseded, s.Says} {
			if line != "" {
				fmt.Fprintf(c.out, "    %s\n", line)
			}
		}
	}
	for _, n := range e.Notes {
		fmt.Fprintf(c.out, "\n  %s\n", n)
	}
	c.part(c.p.T(locales.UIWhyHint), e.Hints)
	if len(e.Sources) == 0 {
		c.say(locales.CLIExplainNone)
	}
}

// noPart is the error about an unknown part, with those that are spelt alike.
func (c explainCommand) noPart(p *model.Procedure, id string) error {
	var ids []string
	for _, part := range p.Parts() {
		ids = append(ids, part.ID)
	}
	if near := model.Nearest(id, ids); len(near) > 0 {
		return c.usage(locales.CLIErrorPartNear, "Given", id, "Near", c.p.Either(near))
	}
	return c.usage(locales.CLIErrorPart, "Given", id, "Procedure", string(p.ID))
}
