package ui

import (
	"context"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// An Env is the world as the wizard sees it. Whoever makes a Shell fills in
// the exported part.
type Env struct {
	Backend    Backend
	Procedures Procedures
	Workdays   model.Workdays
	Now        func() time.Time  // the clock
	Today      func() model.Date // the calendar day, which may be pinned
	Printers   func(locales.Lang) (*locales.Printer, error)
	Lang       locales.Lang
	Color      bool // colours may be used
	ASCII      bool // the terminal shows no box drawing
	// Warning is told once, at the beginning: what of one's own packs is broken.
	Warning func(*locales.Printer) string
	// Failure words an error of the Backend or of Export.
	Failure func(*locales.Printer, error) string
	// Export writes a document; it fails with fs.ErrExist rather than replace
	// a file that it was not told to.
	Export func(ExportRequest) error
	// Packet writes a packet, under the same rule; it ends early with the error
	// of ctx. Left is how many files are no part of its merged PDF.
	Packet func(ctx context.Context, r ExportRequest, tell func(done, of int)) (left int, err error)

	// Files takes people's files in.
	Files Files
	// Collector takes in the files of a folder.
	Collector Collector
	// MakeFolder makes a folder with those above it and returns its full path;
	// one that is there is fine.
	MakeFolder func(dir string) (string, error)

	// Calendar writes a calendar file, under the same rule.
	Calendar func(CalendarRequest) error

	// What screens speak, wear and listen to. The shell sets these anew when
	// the language or the background changes.
	p   *locales.Printer
	kit *widget.Kit

	folder string // that files were picked from last
}

// Procedures finds definitions.
type Procedures interface {
	All() []*model.Procedure      // the newest edition of each
	Editions() []*model.Procedure // all of them, by id, the oldest first
	Latest(model.ProcedureID) (*model.Procedure, error)
	Edition(model.ProcedureID, model.Date) (*model.Procedure, error)
	// For returns a procedure as it is for an application: what the province
	// that its answers name alone asks besides is part of it.
	For(*model.Procedure, *model.Application) *model.Procedure
}

// An ExportRequest asks for a document of an application: the checklist, or
// what Owner or Material says.
type ExportRequest struct {
	App       model.Application
	Procedure *model.Procedure
	Path      string
	Langs     []locales.Lang
	Owner     string           // only what this person has to bring, as a letter
	Material  model.MaterialID // the draft of this document; in English there is only a note about it
	Packet    bool             // everything collected, as a ZIP
	Replace   bool             // an existing file may be written over
}

// speak makes lang the language of everything.
func (e *Env) speak(lang locales.Lang) error {
	p, err := e.Printers(lang)
	if err != nil {
		return err
	}
	e.Lang, e.p = lang, p
	if e.kit == nil {
		e.kit = &widget.Kit{Legible: legible.Line}
	}
	e.kit.Keys = keys.New(func(id string) string { return p.T(locales.ID(id)) })
	return nil
}

// dress follows the terminal's background.
func (e *Env) dress(dark bool) {
	e.kit.Theme = theme.New(dark, e.Color)
	if e.ASCII {
		e.kit.Theme = e.kit.Theme.Plain()
	}
}

// t is the text of an id in the language of now.
func (e *Env) t(id locales.ID, args ...any) string { return e.p.T(id, args...) }

// words speaks about a procedure.
func (e *Env) words(p *model.Procedure) export.Words { return export.Words{Texts: e.p, Procedure: p} }

func (e *Env) failure(err error) string { return legible.Line(e.Failure(e.p, err)) }

// The rest is short for what almost every screen uses.

func (e *Env) keys() *keys.Map     { return &e.kit.Keys }
func (e *Env) theme() *theme.Theme { return &e.kit.Theme }
