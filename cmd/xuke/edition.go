package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

func (c *command) editionCommand() *cobra.Command {
	var to string
	var dry bool
	cmd := c.sub("edition", c.args(1, 1), func(args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			return c.moveEdition(s, to, dry)
		})
	})
	cmd.Flags().StringVar(&to, "to", "", c.p.T(locales.CLIEditionFlagTo))
	cmd.Flags().BoolVar(&dry, "dry-run", false, c.p.T(locales.CLIEditionFlagDryRun))
	c.jsonFlag(cmd)
	return cmd
}

// moveEdition compares the edition of an application with another one, the
// newest unless one is named, and moves it there if one is.
func (c *command) moveEdition(s *subject, to string, dry bool) error {
	target, err := c.otherEdition(s, to)
	if err != nil {
		return err
	}
	changes, from := model.CompareEditions(s.proc, target), s.Edition
	move := to != "" && !dry && target.Edition != from
	kept := len(s.Shelved)
	if move {
		s.Application.Adopt(target)
		s.proc, s.Words.Procedure = target, target
		if err := c.keep(s); err != nil {
			return err
		}
	}
	if c.json {
		return c.write(map[string]any{
			"edition": s.Edition, "compared": target.Edition, "moved": move,
			"changes": append([]model.EditionChange{}, changes...), "shelved": len(s.Shelved), "rev": s.Rev,
		})
	}
	if target.Edition == from {
		c.say(locales.CLIEditionSame, "Edition", from.String())
		return nil
	}
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
	fmt.Fprintln(c.out)
	switch {
	case move:
		c.say(locales.CLIEditionMoved, "Edition", s.Edition.String())
		if n := len(s.Shelved); n > kept {
			c.say(locales.CLIEditionShelved, "Count", n-kept)
		}
	default:
		c.say(locales.CLIEditionHow, "Edition", target.Edition.String())
	}
	return nil
}

// otherEdition finds the edition that somebody names by its date.
func (c *command) otherEdition(s *subject, to string) (*model.Procedure, error) {
	if to == "" {
		return c.latest(s.Application.Procedure)
	}
	var known []string
	all, err := c.editions()
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		if p.ID != s.Application.Procedure {
			continue
		}
		if p.Edition.String() == to {
			return p, nil
		}
		known = append(known, p.Edition.String())
	}
	return nil, c.usage(locales.CLIErrorEdition, "Given", to, "Accepts", c.p.List(known))
}
