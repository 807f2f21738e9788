package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/legible"
)

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
