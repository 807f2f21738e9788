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

// dues lists all applications with what is due in them.
func (e *Room) dues() page.Step {
	return page.Effect(func() tea.Msg {
		l, err := e.Store.List(model.Query{Sort: model.ByDue})
		return duesMsg{l.Rows, err}
	})
}
