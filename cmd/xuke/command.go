package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
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

// prepare finds data directory and language before anything is said. The
// flags are looked for by hand, as help and errors of the flag parser speak
// the language too.
func (c *command) prepare(args []string) error {
	c.data = first(flagIn(args, "--data"), c.defaultData())
	c.langGiven = flagIn(args, "--lang")
	c.langFlag = first(c.langGiven, c.getenv("XUKE_LANG"))
	c.json = has(args, "--json")
	lang := locales.Detect(c.getenv)
	for _, wanted := range []string{readLanguage(c.data), c.getenv("XUKE_LANG"), c.langFlag} {
		if l, ok := locales.Parse(wanted); ok {
			lang = l
		}
	}
	var err error
	if c.p, err = locales.New(lang); err != nil {
		return err
	}
	if err := c.readPacks(first(flagIn(args, "--procedures"), c.getenv("XUKE_PROCEDURES"))); err != nil {
		return err
	}
	if len(c.texts) > 0 {
		if c.p, err = c.printer(lang); err != nil {
			return err
		}
	} else {
		c.printers.Store(lang, c.p)
	}
	if _, ok := locales.Parse(c.langFlag); c.langFlag != "" && !ok && c.langFlag != both {
		return c.usage(locales.CLIErrorLang, "Given", c.langFlag)
	}
	return nil
}

// defaultData is the folder where the data is unless --data names one.
func (c *command) defaultData() string {
	return first(c.getenv("XUKE_DATA"), filepath.Join(xdg.DataHome, "xuke"))
}

// both is the --lang of a document in every language.
const both = "both"

// flagIn finds the value of a flag as --flag VALUE or --flag=VALUE, the last
// where it is given twice.
func flagIn(args []string, name string) (value string) {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, name+"="); ok {
			value = v
		}
		if a == name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

func has(args []string, flag string) bool {
	for _, a := range args {
		if a == "--" {
			break
		}
		if a == flag || a == flag+"=true" {
			return true
		}
	}
	return false
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
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

// pin takes --today.
func (c *command) pin() error {
	if c.todayFlag == "" {
		c.today = model.DateOf(time.Now())
		return nil
	}
	d, err := model.ParseISODate(c.todayFlag)
	if err != nil || d.Year < model.FirstYear || d.Year > model.LastYear {
		return c.usage(locales.CLIErrorToday, "Given", c.todayFlag)
	}
	c.today = d
	return nil
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

// A subject is an application with its procedure and the words for it.
type subject struct {
	model.Application
	proc *model.Procedure
	export.Words
}

// find loads the application that somebody named.
func (c *command) find(name string) (*subject, error) {
	id, err := c.id(name)
	if err != nil {
		return nil, err
	}
	app, err := c.db.Load(id)
	if err != nil {
		return nil, err
	}
	return c.subject(app)
}

// id finds the application that somebody named. Of one in the trash it says
// so; for a name that none has it proposes some.
func (c *command) id(name string) (model.ApplicationID, error) {
	id, err := c.db.Find(name)
	if store.CodeOf(err) != store.NotFound {
		return id, err
	}
	if trashed, err := c.db.FindTrashed(name); err == nil {
		return "", &refusal{exit: exitUsage, Code: "in-trash", Message: c.text(locales.CLIErrorTrashed, "Given", name),
			Hint: c.text(locales.CLIErrorTrashedHint, "ID", string(trashed))}
	}
	return "", c.unknown(name, err)
}

func (c *command) subject(app model.Application) (*subject, error) {
	p, err := c.edition(app.Procedure, app.Edition)
	if err != nil {
		return nil, err
	}
	p = c.known.For(p, &app)
	return &subject{app, p, export.Words{Texts: c.p, Procedure: p}}, nil
}

// keep saves what has changed.
func (c *command) keep(s *subject) error {
	s.Updated = c.now()
	if base, err := c.edition(s.Application.Procedure, s.Edition); err == nil { // the province may be another now
		s.proc = c.known.For(base, &s.Application)
		s.Words.Procedure = s.proc
	}
	rev, err := c.db.Save(s.Application, model.Summarise(s.proc, &s.Application, c.workdays()), nil)
	s.Rev = rev
	return err
}

// text fills a text. Whatever was typed comes out harmless.
func (c *command) text(id locales.ID, args ...any) string {
	for i := 1; i < len(args); i += 2 {
		if s, ok := args[i].(string); ok {
			args[i] = legible.Line(s)
		}
	}
	return c.p.T(id, args...)
}

// say prints a line of text to standard output, where results go.
func (c *command) say(id locales.ID, args ...any) { fmt.Fprintln(c.out, c.text(id, args...)) }

// tell prints a line to standard error, where everything else goes.
func (c *command) tell(id locales.ID, args ...any) { fmt.Fprintln(c.err, c.text(id, args...)) }

// typed refuses free text that is not UTF-8, or endless.
func (c *command) typed(texts ...string) error {
	for _, text := range texts {
		if _, err := model.Parse(model.Field{Kind: model.FreeText, Optional: true}, text); err != nil {
			return err
		}
	}
	return nil
}

// day reads a date as people type it.
func (c *command) day(text string) (model.Date, error) {
	v, err := model.Parse(model.Field{Kind: model.Day}, text)
	if err != nil {
		return model.Date{}, c.usage(locales.CLIErrorDate, "Given", text)
	}
	return v.(model.Date), nil
}

// The language chosen in the wizard lies in a file of its own, so that help
// and errors know it without opening the database.
const languageFile = "language"

func readLanguage(dir string) string {
	b, err := os.ReadFile(filepath.Join(dir, languageFile))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(b))
}
