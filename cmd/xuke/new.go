package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A newCommand creates an application.
type newCommand struct {
	*session
	procedure string
	title     string
	from      string // the application that it follows
	force     bool   // also a second one
}

func newNew(s *session) *cobra.Command {
	c := &newCommand{session: s}
	cmd := s.command(spec{name: "new", most: many, json: true, run: func(args []string) error {
		return s.withStore(func() error { return c.create(args) })
	}})
	cmd.Flags().StringVar(&c.procedure, "procedure", string(model.CallCenter), s.p.T(locales.CLINewFlagProcedure))
	cmd.Flags().StringVar(&c.title, "title", "", s.p.T(locales.CLINewFlagTitle))
	cmd.Flags().StringVar(&c.from, "from", "", s.p.T(locales.CLINewFlagFrom))
	cmd.Flags().BoolVar(&c.force, "force", false, s.p.T(locales.CLINewFlagForce))
	return cmd
}

func (c *newCommand) create(pairs []string) error {
	p, err := c.chosen(c.procedure)
	if err != nil {
		return err
	}
	if err := checkText(c.title); err != nil {
		return err
	}
	a := &subject{model.New(p, c.title), p, export.Words{Texts: c.p, Procedure: p}}
	if c.from != "" {
		if err := c.follow(a); err != nil {
			return err
		}
	}
	if err := c.answer(a, pairs, nil); err != nil {
		return err
	}
	if err := c.single(a); err != nil {
		return err
	}
	a.NameAfter(&a.Application)
	if strings.TrimSpace(a.Application.Title) == "" {
		a.Application.Title = c.p.T(locales.UIAppUntitled, "Today", c.today.String())
	}
	a.Created, a.Updated = c.now(), c.now()
	app, err := c.db.Create(a.Application, model.Summarise(p, &a.Application, c.workdays()))
	if err != nil {
		return err
	}
	if c.json {
		return c.write(map[string]any{"id": app.ID, "title": app.Title})
	}
	_, err = fmt.Fprintln(c.out, app.ID)
	return err
}

// single refuses a second application for what one is there already. --force
// makes it all the same.
func (c *newCommand) single(a *subject) error {
	if c.force {
		return nil
	}
	for _, search := range model.TwinSearches(a.proc, &a.Application) {
		for _, archived := range []bool{false, true} {
			l, err := c.db.List(model.Query{Search: search, Sort: model.ByUpdated, Archived: archived})
			if err != nil {
				return err
			}
			if twin, ok := model.Twin(a.proc, &a.Application, l.Rows); ok {
				return &refusal{exit: exitUsage, Code: "twin", Message: c.text(locales.CLIErrorTwin, "Title", twin.Title, "ID", string(twin.ID)),
					Hint: c.p.T(locales.CLIErrorTwinHint, "ID", string(twin.ID))}
			}
		}
	}
	return nil
}

// follow takes over what another application knows: about its licence, if this
// one follows that, else its answers.
func (c *newCommand) follow(a *subject) error {
	source, err := c.find(c.from)
	if err != nil {
		return err
	}
	a.Application = model.Follow(a.proc, source.proc, &source.Application, c.title, c.today)
	if strings.TrimSpace(c.title) == "" && a.Origin != "" {
		a.Application.Title = a.Following(&source.Application, &a.Application, c.today)
	}
	return nil
}
