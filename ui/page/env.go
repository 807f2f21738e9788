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

	// P speaks the language, and Kit has the look and the keys. The shell sets
	// them anew when the language or the background changes.
	P   *locales.Printer
	Kit *widget.Kit
}

// Procedures finds definitions.
type Procedures interface {
	All() []*model.Procedure      // the newest edition of each
	Editions() []*model.Procedure // all of them, by id, the oldest first
	Latest(model.ProcedureID) (*model.Procedure, error)
	Edition(model.ProcedureID, model.Date) (*model.Procedure, error)
	// For returns a procedure as it is for an application: with what the one
	// province that its answers name asks besides.
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

// T returns the text of an id in the current language.
func (e *Env) T(id locales.ID, args ...any) string { return e.P.T(id, args...) }

// Words returns what words the codes of a procedure.
func (e *Env) Words(p *model.Procedure) export.Words { return export.Words{Texts: e.P, Procedure: p} }

// WordsIn returns the same in each of several languages. It may be called from
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

// Keys returns the keys of the program.
func (e *Env) Keys() *keys.Map { return &e.Kit.Keys }

// Theme returns the look of the program.
func (e *Env) Theme() *theme.Theme { return &e.Kit.Theme }
