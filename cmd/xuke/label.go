package main

import (
	"cmp"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// label changes the named applications in one transaction, all of them or
// none, and says how they are labelled now. It serves the commands that keep
// many applications in order.
func (s *session) label(names []string, done locales.ID, change func(*model.Application) error) error {
	return s.withStore(func() error {
		ids := make([]model.ApplicationID, len(names))
		for i, name := range names {
			id, err := s.id(name)
			if err != nil {
				return err
			}
			ids[i] = id
		}
		now := s.now()
		err := s.db.Change(ids, func(a *model.Application) error {
			a.Updated = now
			return change(a)
		})
		if err != nil {
			return err
		}
		return s.sayLabels(ids, done)
	})
}

// A labelled application, as scripts get it.
type labelled struct {
	ID          model.ApplicationID `json:"id"`
	Title       string              `json:"title"`
	Responsible string              `json:"responsible"`
	Tags        []string            `json:"tags"`
	Archived    bool                `json:"archived"`
}

func (s *session) sayLabels(ids []model.ApplicationID, done locales.ID) error {
	rows := make([]labelled, len(ids))
	for i, id := range ids {
		a, err := s.db.Load(id)
		if err != nil {
			return err
		}
		rows[i] = labelled{id, a.Title, a.Responsible, append([]string{}, a.Tags...), !a.Archived.IsZero()}
	}
	if s.json {
		return s.write(rows)
	}
	none := s.p.T(locales.TermNone)
	for _, r := range rows {
		tags := strings.Join(r.Tags, s.p.T(locales.CLITagComma))
		s.say(done, "Title", r.Title, "ID", string(r.ID), "Name", cmp.Or(r.Responsible, none), "Tags", cmp.Or(tags, none))
	}
	return nil
}
