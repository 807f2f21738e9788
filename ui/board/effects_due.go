package board

import (
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
)

type duesMsg struct {
	rows []model.Summary
	err  error
}

// dues lists all applications with what is due in them, those of the archive
// among them whose licence has to be kept.
func (e *Room) dues() page.Step {
	return page.Effect(func() tea.Msg {
		live, err := e.Store.List(model.Query{Sort: model.ByDue})
		if err != nil {
			return duesMsg{nil, err}
		}
		away, err := e.Store.List(model.Query{Sort: model.ByDue, Archived: true})
		return duesMsg{model.WithArchived(live.Rows, away.Rows), err}
	})
}
