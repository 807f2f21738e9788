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
		return c.write(map[string]any{
			"year": year, "known": known, "source": n.Source, "own": n.Source != "",
			"off": append([]model.Date{}, n.Off...), "work": append([]model.Date{}, n.Work...),
		})
	}
	if !known {
		c.say(locales.CLICalendarUnknown, "Year", year)
		return nil
	}
	c.days(n, year)
	return nil
}

func (c calendarShowCommand) days(n calendar.Notice, year int) {
	w := export.Words{Texts: c.p}
	c.say(locales.CLICalendarYear, "Year", year, "Source", c.source(n))
	c.part(c.p.T(locales.CLICalendarOff), columns(ranges(n.Off), func(r model.DateRange) []string {
		if r.First == r.Last {
			return []string{w.Day(r.First)}
		}
		return []string{c.p.T(locales.CLICalendarSpan, "From", w.Day(r.First), "To", w.Day(r.Last), "Count", r.Last.Sub(r.First)+1)}
	}))
	c.part(c.p.T(locales.CLICalendarWork), columns(n.Work, func(d model.Date) []string {
		return []string{w.Day(d), c.p.Weekday(d.Weekday())}
	}))
}

// source says where a notice is from. Those of the program have none.
func (c calendarShowCommand) source(n calendar.Notice) string {
	if n.Source == "" {
		return c.p.T(locales.CLICalendarBuiltin)
	}
	return legible.Line(n.Source)
}

func (c calendarShowCommand) years() error {
	cal := c.workdays()
	years := cal.Years()
	if c.json {
		rows := []map[string]any{}
		for _, y := range years {
			n, _ := cal.Notice(y)
			rows = append(rows, map[string]any{"year": y, "source": n.Source, "own": n.Source != ""})
		}
		return c.write(rows)
	}
	slices.Reverse(years)
	c.sayLines(columns(years, func(y int) []string {
		n, _ := cal.Notice(y)
		return []string{strconv.Itoa(y), c.source(n)}
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
