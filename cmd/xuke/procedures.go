package main

import (
	"errors"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/procedure"
)

// callCenter is the procedure that a new application is for unless the user
// names another.
const callCenter model.ProcedureID = "call-center"

// procedures returns what the program works with. The first call reads the
// definitions and reports what is wrong with the packs.
func (s *session) procedures() (*procedure.Set, error) {
	if s.known != nil {
		return s.known, nil
	}
	if err := s.load(); err != nil {
		return nil, err
	}
	s.tellBroken()
	return s.known, nil
}

// mostTold is how many problems of packs are reported; the linter has them all.
const mostTold = 5

// tellBroken says what is left out of the packs, and that the rest works.
func (s *session) tellBroken() {
	problems := s.problems()
	for _, p := range problems[:min(len(problems), mostTold)] {
		s.tell(locales.CLIPackBroken, "Problem", p.Error())
	}
	if len(problems) > 0 {
		s.tell(locales.CLIPackRest, "Count", len(problems))
	}
}

// editions returns all editions of all procedures.
func (s *session) editions() ([]*model.Procedure, error) {
	known, err := s.procedures()
	if err != nil {
		return nil, err
	}
	return known.Editions(), nil
}

// latest returns the newest edition of a procedure.
func (s *session) latest(id model.ProcedureID) (*model.Procedure, error) {
	return s.edition(id, model.Date{})
}

// edition returns one edition of a procedure, the newest for the zero Date.
func (s *session) edition(id model.ProcedureID, edition model.Date) (*model.Procedure, error) {
	known, err := s.procedures()
	if err != nil {
		return nil, err
	}
	if edition.IsZero() {
		return known.Latest(id)
	}
	return known.Edition(id, edition)
}

// chosen is latest for an id that the user gave. The error says what there is
// to choose from.
func (s *session) chosen(given string) (*model.Procedure, error) {
	p, err := s.latest(model.ProcedureID(given))
	if broken := (*procedure.BrokenError)(nil); err == nil || errors.As(err, &broken) {
		return p, err
	}
	var ids []string
	if all, err := s.editions(); err == nil {
		for _, p := range all {
			ids = append(ids, legible.Line(string(p.ID)))
		}
	}
	return nil, s.usage(locales.CLIErrorProcedure, "Given", given, "Accepts", s.p.List(slices.Compact(ids)))
}
