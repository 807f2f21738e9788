package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// callCenter is the procedure that a new application is for unless the user
// names another.
const callCenter model.ProcedureID = "call-center"

func (c *command) newCommand() *cobra.Command {
	var proc, title, from string
	cmd := c.sub("new", c.args(0, -1), func(args []string) error {
		return c.withStore(func() error { return c.create(model.ProcedureID(proc), title, from, args) })
	})
	cmd.Flags().StringVar(&proc, "procedure", string(callCenter), c.p.T(locales.CLINewFlagProcedure))
	cmd.Flags().StringVar(&title, "title", "", c.p.T(locales.CLINewFlagTitle))
	cmd.Flags().StringVar(&from, "from", "", c.p.T(locales.CLINewFlagFrom))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) create(id model.ProcedureID, title, from string, pairs []string) error {
	p, err := c.latest(id)
	if err != nil {
		return c.noProcedure(id, err)
	}
	if err := c.typed(title); err != nil {
		return err
	}
	s := &subject{model.New(p, title), p, export.Words{Texts: c.p, Procedure: p}}
	if from != "" {
		source, err := c.find(from)
		if err != nil {
			return err
		}
		s.Application = model.Follow(p, source.proc, &source.Application, title, c.today)
		if strings.TrimSpace(title) == "" && s.Origin != "" {
			s.Application.Title = s.Words.Following(&source.Application, &s.Application, c.today)
		}
	}
	if err := c.answer(s, pairs, nil); err != nil {
		return err
	}
	s.Application.NameAfter(&s.Application)
	if strings.TrimSpace(s.Application.Title) == "" {
		s.Application.Title = untitled(c.p, c.today)
	}
	s.Created, s.Updated = c.now(), c.now()
	app, err := c.db.Create(s.Application, model.Summarise(p, &s.Application, c.workdays()))
	if err != nil {
		return err
	}
	if c.json {
		return c.write(map[string]any{"id": app.ID, "title": app.Title})
	}
	_, err = fmt.Fprintln(c.out, app.ID)
	return err
}

// untitled is the title of an application that nobody has given one.
func untitled(p *locales.Printer, created model.Date) string {
	return p.T(locales.UIAppUntitled, "Today", created.String())
}
