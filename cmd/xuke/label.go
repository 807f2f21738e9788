package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// The commands that keep order among many applications. Each takes several and
// does all of them or none.

func (c *command) tagCommand() *cobra.Command {
	var add, remove []string
	cmd := c.sub("tag", c.args(1, -1), func(args []string) error {
		if len(add)+len(remove) == 0 {
			return c.usage(locales.CLIErrorNoTag)
		}
		return c.label(args, locales.CLITagDone, func(a *model.Application) error { return a.Tag(add, remove) })
	})
	cmd.Flags().StringArrayVar(&add, "add", nil, c.p.T(locales.CLITagFlagAdd))
	cmd.Flags().StringArrayVar(&remove, "remove", nil, c.p.T(locales.CLITagFlagRemove))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) assignCommand() *cobra.Command {
	var to string
	cmd := c.sub("assign", c.args(1, -1), nil)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !cmd.Flags().Changed("to") {
			return c.usage(locales.CLIErrorNoName)
		}
		return c.label(args, locales.CLIAssignDone, func(a *model.Application) error { return a.Assign(to) })
	}
	cmd.Flags().StringVar(&to, "to", "", c.p.T(locales.CLIAssignFlagTo))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) archiveCommand() *cobra.Command {
	cmd := c.sub("archive", c.args(1, -1), func(args []string) error {
		return c.label(args, locales.CLIArchiveDone, func(a *model.Application) error { a.Archive(c.now()); return nil })
	})
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) unarchiveCommand() *cobra.Command {
	cmd := c.sub("unarchive", c.args(1, -1), func(args []string) error {
		return c.label(args, locales.CLIUnarchiveDone, func(a *model.Application) error { a.Unarchive(); return nil })
	})
	c.jsonFlag(cmd)
	return cmd
}

// label changes the named applications in one transaction, and says how they
// are labelled now.
func (c *command) label(names []string, done locales.ID, change func(*model.Application) error) error {
	return c.withStore(func() error {
		ids := make([]model.ApplicationID, len(names))
		for i, name := range names {
			id, err := c.id(name)
			if err != nil {
				return err
			}
			ids[i] = id
		}
		now := c.now()
		err := c.db.Change(ids, func(a *model.Application) error {
			a.Updated = now
			return change(a)
		})
		if err != nil {
			return err
		}
		return c.labelled(ids, done)
	})
}

// A labelled application, as commands print it.
type labelled struct {
	ID          model.ApplicationID `json:"id"`
	Title       string              `json:"title"`
	Responsible string              `json:"responsible"`
	Tags        []string            `json:"tags"`
	Archived    bool                `json:"archived"`
}

func (c *command) labelled(ids []model.ApplicationID, done locales.ID) error {
	rows := make([]labelled, len(ids))
	for i, id := range ids {
		a, err := c.db.Load(id)
		if err != nil {
			return err
		}
		rows[i] = labelled{id, a.Title, a.Responsible, append([]string{}, a.Tags...), !a.Archived.IsZero()}
	}
	if c.json {
		return c.write(rows)
	}
	for _, r := range rows {
		none := c.p.T(locales.TermNone)
		c.say(done, "Title", r.Title, "ID", string(r.ID), "Name", first(r.Responsible, none), "Tags", first(strings.Join(r.Tags, c.p.T(locales.CLITagComma)), none))
	}
	return nil
}
