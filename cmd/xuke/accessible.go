package main

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/lines"
)

// converse runs the wizard as plain lines, on the open store.
func (s *session) converse(name string) error {
	return lines.Run(lines.World{
		In: s.in, Out: s.out, Store: lineStore{backend{s.db, s.data}, s}, Procedures: lineProcedures{s}, New: callCenter,
		Workdays: func() model.Workdays { return s.workdays() },
		Now:      s.now, Today: s.thisDay, Printers: s.printer, Lang: s.p.Lang(),
		Failure: func(p *locales.Printer, err error) (message, hint string) {
			r := refuse(p, err)
			return r.Message, r.Hint
		},
	}, name)
}

// A lineStore finds applications as commands do, with suggestions, and makes
// the chosen language that of the session.
type lineStore struct {
	backend
	s *session
}

func (l lineStore) Find(name string) (model.ApplicationID, error) { return l.s.id(name) }

func (l lineStore) KeepLanguage(lang string) error {
	p, err := l.s.printer(locales.Lang(lang))
	if err != nil {
		return err
	}
	l.s.p = p
	return l.backend.KeepLanguage(lang)
}

// lineProcedures reads the definitions when the first of them is needed.
type lineProcedures struct{ *session }

func (l lineProcedures) Latest(id model.ProcedureID) (*model.Procedure, error) { return l.latest(id) }

func (l lineProcedures) Edition(id model.ProcedureID, edition model.Date) (*model.Procedure, error) {
	return l.edition(id, edition)
}

func (l lineProcedures) For(p *model.Procedure, a *model.Application) *model.Procedure {
	return l.known.For(p, a)
}
