package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// An editionCommand compares the edition of an application with another one,
// and moves the application there.
type editionCommand struct {
	*session
	to     string // the date of that edition; without it, the newest is only compared
	dryRun bool
}

func newEdition(s *session) *cobra.Command {
	c := &editionCommand{session: s}
	cmd := s.command(spec{name: "edition", least: 1, most: 1, json: true, run: func(args []string) error { return s.on(args[0], c.compare) }})
	cmd.Flags().StringVar(&c.to, "to", "", s.p.T(locales.CLIEditionFlagTo))
	cmd.Flags().BoolVar(&c.dryRun, "dry-run", false, s.p.T(locales.CLIEditionFlagDryRun))
	return cmd
}

func (c *editionCommand) compare(a *subject) error {
	target, err := c.target(a)
	if err != nil {
		return err
	}
	changes, from := model.CompareEditions(a.proc, target), a.Edition
	move := c.to != "" && !c.dryRun && target.Edition != from
	shelved := len(a.Shelved)
	if move {
		a.Adopt(target)
		a.proc, a.Words.Procedure = target, target
		if err := c.keep(a); err != nil {
			return err
		}
	}
	if c.json {
		return c.write(map[string]any{
			"edition": a.Edition, "compared": target.Edition, "moved": move,
			"changes": append([]model.EditionChange{}, changes...), "shelved": len(a.Shelved), "rev": a.Rev,
		})
	}
	if target.Edition == from {
		c.say(locales.CLIEditionSame, "Edition", from.String())
		return nil
	}
	c.sayChanges(from, target, changes)
	fmt.Fprintln(c.out)
	if !move {
		c.say(locales.CLIEditionHow, "Edition", target.Edition.String())
		return nil
	}
	c.say(locales.CLIEditionMoved, "Edition", a.Edition.String())
	if n := len(a.Shelved) - shelved; n > 0 {
		c.say(locales.CLIEditionShelved, "Count", n)
	}
	return nil
}

func (c *editionCommand) sayChanges(from model.Date, target *model.Procedure, changes []model.EditionChange) {
	c.say(locales.CLIEditionCompared, "From", from.String(), "To", target.Edition.String())
	w := export.Words{Texts: c.p, Procedure: target}
	for _, how := range model.Hows {
		var ls []string
		for _, change := range changes {
			if change.How == how {
				ls = append(ls, w.EditionChange(change))
			}
		}
		c.part(c.p.Text("term", "how", string(how)), ls)
	}
}

// target returns the edition of --to, the newest without it.
func (c *editionCommand) target(a *subject) (*model.Procedure, error) {
	if c.to == "" {
		return c.latest(a.Application.Procedure)
	}
	all, err := c.editions()
	if err != nil {
		return nil, err
	}
	var known []string
	for _, p := range all {
		if p.ID != a.Application.Procedure {
			continue
		}
		if p.Edition.String() == c.to {
			return p, nil
		}
		known = append(known, p.Edition.String())
	}
	return nil, c.usage(locales.CLIErrorEdition, "Given", c.to, "Accepts", c.p.List(known))
}
