package board

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
)

// A CalendarRequest asks for a calendar file.
type CalendarRequest struct {
	Path    string
	Name    string // of the calendar
	Entries []export.CalendarEntry
	Replace bool // an existing file may be written over
}

type (
	duesMsg struct {
		rows []model.Summary
		err  error
	}
	calendarMsg struct {
		path  string // in full
		count int
		err   error
	}
)

// dues lists all applications with what is due in them.
func (e *Room) dues() page.Step {
	return page.Effect(func() tea.Msg {
		l, err := e.Store.List(model.Query{Sort: model.ByDue})
		return duesMsg{l.Rows, err}
	})
}

// writeCalendar writes a calendar file. Leaving waits for it, as for any export.
func (e *Room) writeCalendar(r CalendarRequest) page.Step {
	return page.Work(func() tea.Msg {
		if full, err := filepath.Abs(r.Path); err == nil {
			r.Path = full
		}
		return calendarMsg{r.Path, len(r.Entries), e.Calendar(r)}
	})
}
