package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/legible"
)

// A calendarUpdateCommand takes in the notice of a year.
type calendarUpdateCommand struct{ *session }

func newCalendarUpdate(s *session) *cobra.Command {
	c := calendarUpdateCommand{s}
	cmd := s.command(spec{name: "calendar-update", least: 1, most: 1, json: true, run: c.run})
	cmd.Long += "\n\n" + indent(calendar.Example)
	return cmd
}

func (c calendarUpdateCommand) run(args []string) error {
	data, err := c.read(args[0])
	if err != nil {
		return unreadable(args[0], err)
	}
	n, problems := calendar.Read(data)
	if len(problems) > 0 {
		return c.refuseNotice(args[0], problems)
	}
	return c.withStore(func() error { return c.update(n, data) })
}

// read reads a file, or standard input for "-", but no more than a notice can
// have.
func (c calendarUpdateCommand) read(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(c.in, calendar.MaxFile+1))
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, errNoFile // a pipe would block
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, calendar.MaxFile+1))
	return data, errors.Join(err, f.Close())
}

// refuseNotice names every problem with its place.
func (c calendarUpdateCommand) refuseNotice(name string, problems []calendar.Problem) error {
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

// update keeps a notice, and brings what applications have to do next up to
// date with it.
func (c calendarUpdateCommand) update(n calendar.Notice, data []byte) error {
	dir := filepath.Join(c.data, calendarFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return unwritable(dir, err)
	}
	if err := c.save(filepath.Join(dir, strconv.Itoa(n.Year)+".toml"), data, true); err != nil {
		return err
	}
	c.china = nil
	changed, err := c.db.Resummarise(c.summarise)
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
