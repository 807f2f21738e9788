package track

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

// Links find other applications; the store is one.
type Links interface {
	Load(model.ApplicationID) (model.Application, error)
	List(model.Query) (model.Listing, error)
}

// A linkedMsg brings what an application is linked with: the licence that it is
// about, and the applications that were begun from its own.
type linkedMsg struct {
	id        model.ApplicationID
	origin    model.Application // with the zero ID where there is none to be had
	following []model.Summary
}

// linked looks for both. What cannot be read is left out: it is no reason to
// show nothing of the rest.
func (d *Room) linked(app model.Application) page.Step {
	id, origin := app.ID, app.Origin
	return page.Effect(func() tea.Msg {
		m := linkedMsg{id: id}
		if origin != "" {
			if from, err := d.Links.Load(origin); err == nil {
				m.origin = from
			}
		}
		l, err := d.Links.List(model.Query{Search: string(id), Sort: model.ByUpdated})
		if err != nil {
			return m
		}
		for _, r := range l.Rows {
			if r.Origin == id {
				m.following = append(m.following, r)
			}
		}
		return m
	})
}
