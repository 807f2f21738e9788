package page

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
// the procedures there are.
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
	P   *locales.Printer
	Kit *widget.Kit
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

// Speak makes lang the language of everything.
func (e *Env) Speak(lang locales.Lang) error {
	p, err := e.Printers(lang)
	if err != nil {
		return err
	}
	e.Lang, e.P = lang, p
	if e.Kit == nil {
		e.Kit = &widget.Kit{Legible: legible.Line}
	}
	e.Kit.Keys = keys.New(func(id string) string { return p.T(locales.ID(id)) })
	return nil
}

// Dress follows the terminal's background.
func (e *Env) Dress(dark bool) {
	e.Kit.Theme = theme.New(dark, e.Color)
	if e.ASCII {
		e.Kit.Theme = e.Kit.Theme.Plain()
	}
}

// T is the text of an id in the language of now.
func (e *Env) T(id locales.ID, args ...any) string { return e.P.T(id, args...) }

// Words speaks about a procedure.
func (e *Env) Words(p *model.Procedure) export.Words { return export.Words{Texts: e.P, Procedure: p} }

// WordsIn speaks about it in each of several languages. It may be called from
// any goroutine.
func (e *Env) WordsIn(p *model.Procedure, langs ...locales.Lang) ([]export.Words, error) {
	words := make([]export.Words, len(langs))
	for i, lang := range langs {
		printer, err := e.Printers(lang)
		if err != nil {
			return nil, err
		}
		words[i] = export.Words{Texts: printer, Procedure: p}
	}
	return words, nil
}

// Fail puts an error of the outside world into words that are safe to show.
func (e *Env) Fail(err error) string { return legible.Line(e.Failure(e.P, err)) }

// Keys are the keys of the program.
func (e *Env) Keys() *keys.Map { return &e.Kit.Keys }

// Theme is the look of the program.
func (e *Env) Theme() *theme.Theme { return &e.Kit.Theme }
