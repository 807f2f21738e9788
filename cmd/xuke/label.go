package main

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

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
