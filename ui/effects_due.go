package ui

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
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

// dues looks at all applications.
func (e *boardRoom) dues() Step {
	return effect(func() tea.Msg {
		l, err := e.store.List(model.Query{Sort: model.ByDue})
		return duesMsg{l.Rows, err}
	})
}

// writeCalendar writes a calendar file. Leaving waits for it, as for any export.
func (e *boardRoom) writeCalendar(r CalendarRequest) Step {
	return work(func() tea.Msg {
		if full, err := filepath.Abs(r.Path); err == nil {
			r.Path = full
		}
		return calendarMsg{r.Path, len(r.Entries), e.calendar(r)}
	})
}
