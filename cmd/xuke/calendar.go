package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// The notices that came after the program lie in a folder of the data
// directory, a file a year, as people gave them.
const calendarFolder = "calendar"

// workdays is the calendar: the notices in the program, and those in the data
// directory in their place. A file that has become unreadable is said, and
// its year counts as not announced: no date is worth keeping the rest shut.
func (c *command) workdays() *calendar.Calendar {
	if c.china == nil {
		c.china = calendar.China(c.notices()...)
	}
	return c.china
}

func (c *command) notices() (own []calendar.Notice) {
	if c.data == "" {
		return nil
	}
	dir := filepath.Join(c.data, calendarFolder)
	files, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		c.tell(locales.CLICalendarUnreadable, "Path", dir)
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) != ".toml" {
			continue
		}
		name := filepath.Join(dir, f.Name())
		data, err := c.readSmall(name)
		n, problems := calendar.Read(data)
		if err == nil && len(problems) == 0 {
			own = append(own, n)
			continue
		}
		c.tell(locales.CLICalendarUnreadable, "Path", name)
	}
	return own
}

func (c *command) calendarCommand() *cobra.Command {
	cmd := c.sub("calendar", nil, nil)
	cmd.Args, cmd.RunE = nil, c.unknownCommand
	show := c.sub("calendar-show", c.args(0, 1), c.calendarShow)
	update := c.sub("calendar-update", c.args(1, 1), func(args []string) error {
		data, err := c.readNotice(args[0])
		if err != nil {
			return err
		}
		n, problems := calendar.Read(data)
		if len(problems) > 0 {
			return c.refuseNotice(args[0], problems)
		}
		return c.withStore(func() error { return c.calendarUpdate(n, data) })
	})
	update.Long += "\n\n" + indent(calendar.Example)
	for _, sub := range []*cobra.Command{show, update} {
		c.jsonFlag(sub)
		cmd.AddCommand(sub)
	}
	return cmd
}

// readNotice reads no more than a notice can have.
func (c *command) readNotice(name string) (data []byte, err error) {
	if name == "-" {
		data, err = io.ReadAll(io.LimitReader(c.in, calendar.MaxFile+1))
	} else {
		var f *os.File
		if info, e := os.Stat(name); e == nil && !info.Mode().IsRegular() {
			return nil, unreadable(name, errNoFile) // a pipe would be waited for
		}
		if f, err = os.Open(name); err == nil {
			data, err = io.ReadAll(io.LimitReader(f, calendar.MaxFile+1))
			err = errors.Join(err, f.Close())
		}
	}
	if err != nil {
		return nil, &fileError{name, false, err}
	}
	return data, nil
}

// refuseNotice names every problem with its place; nothing has changed.
func (c *command) refuseNotice(name string, problems []calendar.Problem) error {
	ls := make([]string, len(problems))
	for i, p := range problems {
		text := c.p.Text("cli.calendar.problem", string(p.Code), "", "Detail", legible.Line(p.Detail))
		ls[i] = text
		if p.Line > 0 {
			ls[i] = c.p.Label(fmt.Sprintf("%s:%d:%d", legible.Line(name), p.Line, p.Column), text)
		}
	}
	return &refusal{
		exit: exitUsage, Code: "calendar-" + string(problems[0].Code),
		Message: c.text(locales.CLICalendarRefused, "Path", name) + "\n" + strings.Join(ls, "\n"), Hint: c.text(locales.CLICalendarHint),
	}
}

// calendarUpdate keeps a notice and brings the next dates of all applications
// up to it.
func (c *command) calendarUpdate(n calendar.Notice, data []byte) error {
	dir := filepath.Join(c.data, calendarFolder)
	name := filepath.Join(dir, strconv.Itoa(n.Year)+".toml")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return &fileError{dir, true, err}
	}
	if err := writeFile(name, data, true); err != nil {
		return &fileError{name, true, err}
	}
	c.china = nil
	changed, err := c.db.Resummarise(func(a *model.Application) (model.Summary, error) {
		s, err := c.subject(*a)
		if err != nil {
			return model.Summary{}, err
		}
		return model.Summarise(s.proc, a, c.workdays()), nil
	})
	if err != nil {
		return err
	}
	if c.json {
		return c.write(map[string]any{"year": n.Year, "source": n.Source, "off": len(n.Off), "work": len(n.Work), "changed": changed})
	}
	c.say(locales.CLICalendarUpdated, "Year", n.Year, "Source", n.Source)
	c.say(locales.CLICalendarChanged, "Count", changed)
	return nil
}

// calendarShow lists the years that are known, or the days of one of them.
func (c *command) calendarShow(args []string) error {
	if len(args) == 0 {
		return c.calendarYears()
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
	w := export.Words{Texts: c.p}
	c.say(locales.CLICalendarYear, "Year", year, "Source", c.noticeSource(n))
	c.part(c.p.T(locales.CLICalendarOff), columns(ranges(n.Off), func(r model.DateRange) []string {
		if r.First == r.Last {
			return []string{w.Day(r.First)}
		}
		return []string{c.p.T(locales.CLICalendarSpan, "From", w.Day(r.First), "To", w.Day(r.Last), "Count", r.Last.Sub(r.First)+1)}
	}))
	c.part(c.p.T(locales.CLICalendarWork), columns(n.Work, func(d model.Date) []string {
		return []string{w.Day(d), c.p.Weekday(d.Weekday())}
	}))
	return nil
}

func (c *command) noticeSource(n calendar.Notice) string {
	if n.Source == "" {
		return c.p.T(locales.CLICalendarBuiltin)
	}
	return legible.Line(n.Source)
}

func (c *command) calendarYears() error {
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
	fmt.Fprintln(c.out, lines(columns(years, func(y int) []string {
		n, _ := cal.Notice(y)
		return []string{strconv.Itoa(y), c.noticeSource(n)}
	})))
	c.tell(locales.CLICalendarLater, "Year", years[0])
	return nil
}

// ranges puts days that follow on one another together.
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
