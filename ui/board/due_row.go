package board

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// row is a day: when and what, and below that in which application. It leads to
// the place in the application that it is about.
func (d *due) row(day model.DueDay) page.Row {
	return page.Row{
		Key:   strings.Join([]string{string(day.ID), string(day.Code), day.What, day.Name, day.Date.String()}, " "),
		Group: func() string { return d.heading(day) },
		Lines: func(w int, focused bool) []string { return d.lines(day, w, focused) },
		Open: func() page.Step {
			return page.Steps(page.GoHome(), page.Load(day.Summary.ID, page.Opening{How: page.Entering, Lead: day.Due}))
		},
	}
}

// heading is the month of a day; the days that have passed stand under one.
func (d *due) heading(day model.DueDay) string {
	if day.Over() {
		return d.env.T(locales.UIDueHeadingOver)
	}
	return d.env.P.Month(day.Date.Year, int(day.Date.Month))
}

func (d *due) lines(day model.DueDay, w int, focused bool) []string {
	e, th := d.env, d.env.Theme()
	words, _ := d.words(day)
	style, tone := th.Text, theme.Neutral
	if focused {
		style = th.Selected
	}
	switch {
	case day.Over():
		tone = theme.Bad
	case day.Left <= model.SoonDays:
		tone = theme.Warn
	}
	const indent = 9 // cells of the date
	date := widget.Pad(e.P.DateShort(day.Date.Year, int(day.Date.Month), day.Date.Day), indent)
	first := widget.Spread(style.Render(date+words.Due(day.Due)), th.Say(tone, words.Left(day.Left)), w)
	about := legible.Line(day.Title) + " " + th.Mark.Quiet + " " + e.P.Text("term", "turn", string(day.Whose))
	about = strings.Repeat(" ", indent) + about
	return []string{first, th.Dim.Render(widget.Spread(about, d.span(day.Due, words, w-widget.Width(about)-2), w))}
}

// span says until when there is time and whether that is an estimate, in full
// where there is room.
func (d *due) span(day model.Due, words export.Words, room int) string {
	e := d.env
	if day.Latest.IsZero() && !day.Estimate {
		return ""
	}
	if full := words.DueSpan(day); widget.Width(full) <= room {
		return full
	}
	until := e.P.DateShort(day.Latest.Year, int(day.Latest.Month), day.Latest.Day)
	switch {
	case day.Latest.IsZero():
		return e.T(locales.UIDueEstimate)
	case day.Estimate:
		return e.T(locales.UIDueUntilEstimate, "Date", until)
	}
	return e.T(locales.UIDueUntil, "Date", until)
}
