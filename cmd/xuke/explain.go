package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

func (c *command) explainCommand() *cobra.Command {
	cmd := c.sub("explain", c.args(2, 2), func(args []string) error {
		p, err := c.latest(model.ProcedureID(args[0]))
		if err != nil {
			return c.noProcedure(model.ProcedureID(args[0]), err)
		}
		part, ok := p.Part(args[1])
		if !ok {
			return c.noPart(p, args[1])
		}
		w := export.Words{Texts: c.p, Procedure: p}
		if c.json {
			return c.write(w.Explain(part, c.today))
		}
		c.explain(w.Explain(part, c.today))
		return nil
	})
	c.jsonFlag(cmd)
	return cmd
}

// explain prints the sources of an item one under the other, each with what
// it says.
func (c *command) explain(e export.Explanation) {
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

func (c *command) noPart(p *model.Procedure, id string) error {
	var ids []string
	for _, part := range p.Parts() {
		ids = append(ids, part.ID)
	}
	if near := model.Nearest(id, ids); len(near) > 0 {
		return c.usage(locales.CLIErrorPartNear, "Given", id, "Near", c.p.Either(near))
	}
	return c.usage(locales.CLIErrorPart, "Given", id, "Procedure", string(p.ID))
}
