package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/store"
)

// A session is one run of the program: what the command line says, where it
// speaks, and what it works on. Every command embeds it.
type session struct {
	flags
	console
	library
	getenv func(string) string
	today  model.Date         // the day that the run began, or the pinned one
	db     *store.Store       // open while withStore runs
	china  *calendar.Calendar // once workdays has read it
	code   int                // the exit code unless something fails
}

// prepare finds data directory, language and packs before anything is said.
func (s *session) prepare(args []string) error {
	s.flags = peek(args, s.getenv)
	lang := s.language()
	var err error
	if s.p, err = s.printer(lang); err != nil { // to report broken packs in
		return err
	}
	if err := s.readPacks(filepath.Join(s.data, packFolder), s.procedureFolder); err != nil {
		return err
	}
	if s.p, err = s.printer(lang); err != nil {
		return err
	}
	if _, ok := locales.Parse(s.lang); s.lang != "" && !ok && s.lang != both {
		return s.usage(locales.CLIErrorLang, "Given", s.lang)
	}
	return nil
}

// language returns the language to speak: that of the locale, overridden by the
// choice in the wizard, by the environment, and by --lang.
func (s *session) language() locales.Lang {
	lang := locales.Detect(s.getenv)
	for _, wanted := range []string{readLanguage(s.data), s.getenv("XUKE_LANG"), s.lang} {
		if l, ok := locales.Parse(wanted); ok {
			lang = l
		}
	}
	return lang
}

// begin runs before every command, once its flags are parsed.
func (s *session) begin(cmd *cobra.Command) error {
	s.settle(cmd, s.getenv)
	if s.lang == both && cmd.Annotations[wantsLangs] == "" {
		return s.usage(locales.CLIErrorLangBoth)
	}
	return s.pin()
}

// pin sets today.
func (s *session) pin() error {
	if s.pinned == "" {
		s.today = model.DateOf(time.Now())
		return nil
	}
	d, err := model.ParseISODate(s.pinned)
	if err != nil || d.Year < model.FirstYear || d.Year > model.LastYear {
		return s.usage(locales.CLIErrorToday, "Given", s.pinned)
	}
	s.today = d
	return nil
}

// now is the clock. A pinned day replaces the date and leaves the time of day.
func (s *session) now() time.Time {
	t := time.Now()
	if s.pinned == "" {
		return t
	}
	d := s.today
	return time.Date(d.Year, d.Month, d.Day, t.Hour(), t.Minute(), t.Second(), 0, t.Location())
}

// thisDay is today by the clock, unless pinned: a wizard may be open for days.
func (s *session) thisDay() model.Date {
	if s.pinned != "" {
		return s.today
	}
	return model.DateOf(time.Now())
}

// withStore runs f on the open store.
func (s *session) withStore(f func() error) (err error) {
	if err := s.open(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.db.Close()) }()
	return f()
}

// open opens the store; the caller closes it.
func (s *session) open() error {
	db, err := store.Open(s.data, store.Options{Now: time.Now})
	if err != nil {
		return err
	}
	s.db = db
	if err := s.refresh(); err != nil {
		return errors.Join(err, db.Close())
	}
	return nil
}

// summariesKey is the setting that says by which version of the program the
// summaries were made.
const summariesKey = "summaries"

// refresh makes the summaries again that an older version has made: a list says
// what the applications themselves say, of old ones too.
func (s *session) refresh() error {
	version := strconv.Itoa(model.SummaryVersion)
	if made, err := s.db.Setting(summariesKey); err != nil || made == version {
		return nil //nolint:nilerr // what is damaged is for the doctor
	}
	if _, err := s.db.Resummarise(s.summarise); err != nil {
		return err
	}
	return s.db.SetSetting(summariesKey, version)
}

// calendarFolder holds the notices that are newer than the program: in the
// data directory, one file a year, as users gave them.
const calendarFolder = "calendar"

// workdays is the calendar: the notices of the program, replaced by those of
// the data directory. A file that has become unreadable is reported, and its
// year counts as not announced: no notice is worth locking the data for.
func (s *session) workdays() *calendar.Calendar {
	if s.china == nil {
		s.china = calendar.China(s.notices()...)
	}
	return s.china
}

func (s *session) notices() (own []calendar.Notice) {
	if s.data == "" {
		return nil
	}
	dir := filepath.Join(s.data, calendarFolder)
	files, err := readFolder(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.tell(locales.CLICalendarUnreadable, "Path", dir)
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) != ".toml" {
			continue
		}
		name := filepath.Join(dir, f.Name())
		data, err := readSmall(name)
		n, problems := calendar.Read(data)
		if err == nil && len(problems) == 0 {
			own = append(own, n)
			continue
		}
		s.tell(locales.CLICalendarUnreadable, "Path", name)
	}
	return own
}
