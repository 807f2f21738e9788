package main

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/store"
)

const (
	nearMost = 5      // how many applications are proposed
	nearLook = 10_000 // among how many, the last changed, a slip of the pen is looked for
)

// unknown is the error about a name that no application has, with those that
// somebody may have meant: what a search finds, else what is spelt like it.
func (c *command) unknown(name string, err error) error {
	rows := c.near(strings.TrimSpace(name))
	if len(rows) == 0 {
		return err
	}
	r := c.refuse(err)
	r.Hint += "\n" + c.p.T(locales.CLIHintNear) + "\n" + lines(columns(rows, func(s model.Summary) []string {
		return []string{"  " + string(s.ID), legible.Line(s.Title)}
	}))
	return r
}

// near proposes nothing where that fails: it is help, and not the answer.
func (c *command) near(name string) (rows []model.Summary) {
	if name == "" {
		return nil
	}
	for _, archived := range []bool{false, true} {
		l, _ := c.db.List(model.Query{Search: name, Sort: model.ByUpdated, Archived: archived, Limit: nearMost})
		rows = append(rows, sound(l.Rows)...)
	}
	if len(rows) > 0 {
		return rows[:min(len(rows), nearMost)]
	}
	l, _ := c.db.List(model.Query{Sort: model.ByUpdated, Limit: nearLook})
	titles := make([]string, len(l.Rows))
	for i, r := range l.Rows {
		titles[i] = strings.ToLower(r.Title)
	}
	near := model.Nearest(strings.ToLower(name), titles)
	for _, r := range sound(l.Rows) {
		for _, title := range near {
			if strings.ToLower(r.Title) == title && len(rows) < nearMost {
				rows = append(rows, r)
				break
			}
		}
	}
	return rows
}

// sound leaves out what cannot be read.
func sound(rows []model.Summary) (out []model.Summary) {
	for _, r := range rows {
		if r.State != store.Damaged {
			out = append(out, r)
		}
	}
	return out
}
