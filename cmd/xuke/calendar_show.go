package main

import (
	"slices"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// A calendarShowCommand lists the years that are known, or the days of one.
type calendarShowCommand struct{ *session }

func newCalendarShow(s *session) *cobra.Command {
	c := calendarShowCommand{s}
	return s.command(spec{name: "calendar-show", most: 1, json: true, run: c.run})
}

func (c calendarShowCommand) run(args []string) error {
	if len(args) == 0 {
		return c.years()
	}
	year, err := strconv.Atoi(args[0])
	if err != nil || year < model.FirstYear || year > model.LastYear {
		return c.usage(locales.CLIErrorCalendarYear, "Given", args[0])
	}
	n, known := c.workdays().Notice(year)
	if c.json {
		return c.write(yearRecordOf(c, year, n, known))
	}
	if !known {
		c.say(locales.CLICalendarUnknown, "Year", year, "Source", c.statutorySource())
		c.sayAnnounced(year)
		c.part(c.p.T(locales.CLICalendarStatutory), c.spans(calendar.Statutory(year)))
		return nil
	}
	c.days(n, year)
	return nil
}

// days says where the days of a year are from, and which they are.
func (c calendarShowCommand) days(n calendar.Notice, year int) {
	c.say(locales.CLICalendarYear, "Year", year, "Source", c.noticeSource(n))
	if !n.Own && n.Source == calendar.Unseen {
		c.sayAnnounced(year)
	}
	c.part(c.p.T(locales.CLICalendarOff), c.spans(n.Off))
	w := export.Words{Texts: c.p}
	c.part(c.p.T(locales.CLICalendarWork), columns(n.Work, func(d model.Date) []string {
		return []string{w.Day(d), c.p.Weekday(d.Weekday())}
	}))
}

// sayAnnounced says when and where a notice is published, unless its year is
// over.
func (c calendarShowCommand) sayAnnounced(year int) {
	if year >= c.today.Year {
		c.say(locales.CLICalendarAnnounced)
	}
}

// spans puts days off into lines, those that follow on one another into one.
func (c calendarShowCommand) spans(days []model.Date) []string {
	w := export.Words{Texts: c.p}
	return columns(ranges(days), func(r model.DateRange) []string {
		if r.First == r.Last {
			return []string{w.Day(r.First)}
		}
		return []string{c.p.T(locales.CLICalendarSpan, "From", w.Day(r.First), "To", w.Day(r.Last), "Count", r.Last.Sub(r.First)+1)}
	})
}

// statutorySource names what fixes the days off of every year.
func (c calendarShowCommand) statutorySource() string {
	return export.Words{Texts: c.p}.Citation(model.Citation{Source: "holiday-measures", Article: "2, 6"})
}

// noticeSource says what a notice was taken from.
func (c calendarShowCommand) noticeSource(n calendar.Notice) string {
	if !n.Own {
		return c.p.Text("source", n.Source, "title")
	}
	return legible.Line(n.Source)
}

// A yearRecord is a year of the calendar as scripts get it.
type yearRecord struct {
	Year     int          `json:"year"`
	Known    bool         `json:"known"`
	Source   string       `json:"source"`              // in words
	SourceID string       `json:"source_id,omitempty"` // of a notice that comes with the program
	Own      bool         `json:"own"`
	Off      []model.Date `json:"off"`
	Work     []model.Date `json:"work"`
	Estimate []model.Date `json:"estimate,omitempty"` // the days that the law takes off, of a year without a notice
}

func yearRecordOf(c calendarShowCommand, year int, n calendar.Notice, known bool) yearRecord {
	r := yearRecord{Year: year, Known: known, Own: n.Own, Off: append([]model.Date{}, n.Off...), Work: append([]model.Date{}, n.Work...)}
	switch {
	case !known:
		r.Estimate = calendar.Statutory(year)
		return r
	case !n.Own:
		r.SourceID = n.Source
	}
	r.Source = c.noticeSource(n)
	return r
}

func (c calendarShowCommand) years() error {
	cal := c.workdays()
	years := cal.Years()
	if c.json {
		rows := []map[string]any{}
		for _, y := range years {
			n, _ := cal.Notice(y)
			rows = append(rows, map[string]any{"year": y, "source": c.noticeSource(n), "own": n.Own})
		}
		return c.write(rows)
	}
	slices.Reverse(years)
	c.sayLines(columns(years, func(y int) []string {
		n, _ := cal.Notice(y)
		return []string{strconv.Itoa(y), c.noticeSource(n)}
	}))
	c.tell(locales.CLICalendarLater, "Year", years[0])
	return nil
}

// ranges joins days that follow on one another.
func ranges(days []model.Date) (rs []model.DateRange) {
	for _, d := range days {
		if n := len(rs); n > 0 && rs[n-1].Last.AddDays(1) == d {
			rs[n-1].Last = d
			continue
		}
		rs = append(rs, model.DateRange{First: d, Last: d})
	}
	return rs
}
