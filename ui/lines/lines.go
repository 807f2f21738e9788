// Package lines is the wizard as plain lines, for screen readers: questions
// and answers, one below the other. Nothing is drawn over, and every answer is
// saved before the next question, so that leaving at any moment, or the end of
// the input, costs nothing.
//
//	err := lines.Run(lines.World{In: os.Stdin, Out: os.Stdout, Store: db, …}, name)
//
// It is a second face of the walk that package ui draws, not a part of it: it
// leads through the same questions by the same rules of the model, and knows
// nothing of screens.
//
// A conversation is a talk. Whatever it asks is an exchange, which hold repeats
// until there is an answer; orders such as "back" come back as errors.
package lines

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// A World is what a conversation works with.
type World struct {
	In         io.Reader
	Out        io.Writer
	Store      Store
	Procedures Procedures
	New        model.ProcedureID // what a new application is for
	Workdays   func() model.Workdays
	Now        func() time.Time  // the clock
	Today      func() model.Date // the calendar day, which may be pinned
	Printers   func(locales.Lang) (*locales.Printer, error)
	Lang       locales.Lang // to begin with
	// Failure words an error of Store or Procedures. The hint says what to do
	// next, and may be empty.
	Failure func(p *locales.Printer, err error) (message, hint string)
}

// A Store keeps applications.
type Store interface {
	List(model.Query) (model.Listing, error)
	Find(name string) (model.ApplicationID, error)
	Load(model.ApplicationID) (model.Application, error)
	Create(model.Application, model.Summary) (model.Application, error)
	Save(model.Application, model.Summary, *model.Draft) (rev int64, err error)
	// KeepLanguage remembers the language for the next start.
	KeepLanguage(lang string) error
}

// Procedures finds definitions.
type Procedures interface {
	Latest(model.ProcedureID) (*model.Procedure, error)
	Edition(model.ProcedureID, model.Date) (*model.Procedure, error)
	// For returns a procedure as it is for an application, with what its
	// province asks besides.
	For(*model.Procedure, *model.Application) *model.Procedure
}

// Run holds a conversation until the user leaves or the input ends. A name
// opens that application; without one the user chooses. The error is one that
// the conversation could not go on after.
func Run(w World, name string) error {
	p, err := w.Printers(w.Lang)
	if err != nil {
		return err
	}
	t := &talk{World: w, p: p, in: bufio.NewReader(w.In)}
	err = t.all(name)
	if !errors.Is(err, errLeave) && !errors.Is(err, errBack) {
		return err
	}
	if t.app == nil {
		t.say(locales.CLIPlainBye)
	} else {
		t.say(locales.CLIPlainByeSaved, "ID", string(t.app.ID))
	}
	return nil
}

// A talk is a conversation, about one application at a time.
type talk struct {
	World
	p       *locales.Printer
	in      *bufio.Reader
	app     *model.Application // nil while none is chosen
	base    *model.Procedure   // the edition that app was begun under
	proc    *model.Procedure   // base as it is for app
	section model.SectionID    // that was announced last
}

// words puts the codes of the model into sentences.
func (t *talk) words() export.Words { return export.Words{Texts: t.p, Procedure: t.proc} }

// say prints a line, in which whatever users typed is harmless.
func (t *talk) say(id locales.ID, args ...any) { t.print(t.p.T(id, legible.Args(args)...)) }

func (t *talk) print(line string) { fmt.Fprintln(t.Out, line) }

func (t *talk) number(n int, text string) { fmt.Fprintf(t.Out, "%d. %s\n", n, text) }
