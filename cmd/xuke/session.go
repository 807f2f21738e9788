package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/store"
)

// A command is one run of the program: the streams, the global flags, and
// what they lead to.
type command struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string

	data       string
	langFlag   string // --lang, or the environment
	langGiven  string // --lang itself
	todayFlag  string
	procFlag   string // as the parser sees it; prepare has read it before
	accessible bool
	noColor    bool
	json       bool
	code       int // when nothing failed

	p        *locales.Printer
	printers sync.Map       // locales.Lang to *locales.Printer, once the packs are read: see printer
	known    *procedure.Set // the procedures there are, once procedures() has read them
	packs    []*procedure.Pack
	texts    []fs.FS // of the packs that are in order
	today    model.Date
	db       *store.Store
	china    *calendar.Calendar // see workdays
}

// now is the clock. The pinned day moves the date and leaves the time of day.
func (c *command) now() time.Time {
	t := time.Now()
	if c.todayFlag == "" {
		return t
	}
	d := c.today
	return time.Date(d.Year, d.Month, d.Day, t.Hour(), t.Minute(), t.Second(), 0, t.Location())
}

// open opens the store; close belongs to the caller.
func (c *command) open() error {
	db, err := store.Open(c.data, store.Options{Now: time.Now})
	if err != nil {
		return err
	}
	c.db = db
	return nil
}

// withStore runs f on the open store.
func (c *command) withStore(f func() error) (err error) {
	if err := c.open(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.db.Close()) }()
	return f()
}

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

// thisDay is the day that a document names. The wizard may be open for days.
func (c *command) thisDay() model.Date {
	if c.todayFlag == "" {
		return model.DateOf(time.Now())
	}
	return c.today
}
