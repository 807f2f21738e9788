package ui

import (
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// An Env is what all screens stand on: the language, the theme, the clock and
// the procedures there are. Whoever makes a Shell fills in the exported part.
type Env struct {
	Procedures Procedures
	Workdays   model.Workdays
	Now        func() time.Time  // the clock
	Today      func() model.Date // the calendar day, which may be pinned
	Printers   func(locales.Lang) (*locales.Printer, error)
	Lang       locales.Lang
	Color      bool // colours may be used
	ASCII      bool // the terminal shows no box drawing
	// Failure puts an error of the outside world into words.
	Failure func(*locales.Printer, error) string

	// What screens speak, wear and listen to. The shell sets these anew when
	// the language or the background changes.
	p   *locales.Printer
	kit *widget.Kit
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
