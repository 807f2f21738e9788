package main

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// showOrigin names the licence that an application is about.
func (c *command) showOrigin(s *subject) {
	if s.Origin == "" {
		return
	}
	title := ""
	if from, err := c.db.Load(s.Origin); err == nil {
		title = from.Title
	}
	c.say(locales.CLIShowOrigin, "Title", legible.Line(title), "ID", string(s.Origin))
}

// showDuties lists what is due while there is a licence: by when, and by which
// procedure it is done.
func (c *command) showDuties(s *subject) {
	c.part(c.p.T(locales.CLIShowDuties), columns(model.Duties(s.proc, &s.Application, c.workdays()), func(o model.Owed) []string {
		by := ""
		if len(o.By.Dates) > 0 {
			by = s.Span(o.By)
		}
		return []string{s.Words.Title("duty", string(o.ID)), by, string(o.Opens)}
	}))
	rows := c.following(s.ID)
	c.part(c.p.T(locales.CLIShowFollowing), columns(rows, c.listLine))
}

// following lists the applications that a licence has led to.
func (c *command) following(id model.ApplicationID) []model.Summary {
	l, err := c.db.List(model.Query{Search: string(id), Sort: model.ByUpdated})
	if err != nil {
		return nil // the rest of the record is there all the same
	}
	var rows []model.Summary
	for _, r := range l.Rows {
		if r.Origin == id {
			rows = append(rows, r)
		}
	}
	return rows
}
