package main

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/store"
)

const (
	mostSuggested = 5      // applications
	mostCompared  = 10_000 // titles, those changed last, to look for a typing error in
)

// suggest adds to the error about an unknown name the applications that may
// have been meant: what a search finds, else what is spelt like it.
func (s *session) suggest(name string, err error) error {
	rows := s.near(strings.TrimSpace(name))
	if len(rows) == 0 {
		return err
	}
	r := refuse(s.p, err)
	r.Hint += "\n" + s.p.T(locales.CLIHintNear) + "\n" + block(columns(rows, func(row model.Summary) []string {
		return []string{"  " + string(row.ID), legible.Line(row.Title)}
	}))
	return r
}

// near finds applications by a name that none has. It returns nothing if that
// fails: suggestions are only help.
func (s *session) near(name string) (rows []model.Summary) {
	if name == "" {
		return nil
	}
	for _, archived := range []bool{false, true} {
		l, _ := s.db.List(model.Query{Search: name, Sort: model.ByUpdated, Archived: archived, Limit: mostSuggested})
		rows = append(rows, readable(l.Rows)...)
	}
	if len(rows) > 0 {
		return rows[:min(len(rows), mostSuggested)]
	}
	l, _ := s.db.List(model.Query{Sort: model.ByUpdated, Limit: mostCompared})
	titles := make([]string, len(l.Rows))
	for i, r := range l.Rows {
		titles[i] = strings.ToLower(r.Title)
	}
	near := model.Nearest(strings.ToLower(name), titles)
	for _, r := range readable(l.Rows) {
		for _, title := range near {
			if strings.ToLower(r.Title) == title && len(rows) < mostSuggested {
				rows = append(rows, r)
				break
			}
		}
	}
	return rows
}

// readable leaves damaged applications out.
func readable(rows []model.Summary) (out []model.Summary) {
	for _, r := range rows {
		if r.State != store.Damaged {
			out = append(out, r)
		}
	}
	return out
}
