package board

import (
	"context"
	"io"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
)

// newDueExport is the dialog that saves the days of the list as a calendar
// file.
func newDueExport(d *due) page.Screen {
	e := d.env
	name := func() string { return e.T(locales.UIDueICSName) }
	var entries []export.CalendarEntry
	for _, day := range d.days {
		if words, ok := d.words(day); ok {
			entries = append(entries, words.CalendarEntry(day))
		}
	}
	return e.SaveAs(e.notes, page.Document{
		Title: locales.UIDueICSTitle, Body: locales.UIDueICSBody,
		Name: name, Formats: []string{export.CalendarFormat},
		Keep:  "calendar",
		Write: func(o page.Order) page.Writing { return e.writeCalendar(o, name(), entries) },
		Done: func(s page.Saved) string {
			return e.T(locales.UIDueICSDone, "Count", len(entries), "Path", s.Path)
		},
	})
}

// writeCalendar returns what writes a calendar file.
func (e *Room) writeCalendar(o page.Order, name string, entries []export.CalendarEntry) page.Writing {
	return func(context.Context, func(done, of int)) (page.Saved, error) {
		full, err := e.Output.Write(o.Path, o.Replace, func(w io.Writer) error { return export.ICS(w, name, entries) })
		return page.Saved{Path: full}, err
	}
}
