package procedure

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// ErrNotFound is what a NotFoundError is.
var ErrNotFound = errors.New("no such procedure")

// A NotFoundError is about a procedure, or an edition, that a set has not.
type NotFoundError struct {
	ID      model.ProcedureID
	Edition model.Date // zero for any
}

func (e *NotFoundError) Error() string { return fmt.Sprintf("%v: %s %s", ErrNotFound, e.ID, e.Edition) }
func (e *NotFoundError) Unwrap() error { return ErrNotFound }

// A BrokenError is about a procedure that is in a pack which cannot be used.
type BrokenError struct {
	ID       model.ProcedureID
	Problems []Problem
}

func (e *BrokenError) Error() string { return e.Problems[0].Error() }

// A Set is the procedures that a program works with, all editions. Nobody
// changes it once it is in use.
type Set struct {
	all    []*model.Procedure // by id and edition
	broken map[model.ProcedureID][]Problem
}

// NewSet puts procedures together.
func NewSet(ps ...*model.Procedure) *Set {
	s := &Set{all: slices.Clone(ps)}
	slices.SortStableFunc(s.all, func(a, b *model.Procedure) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), a.Edition.Compare(b.Edition))
	})
	return s
}

// With returns a set that has the procedures of packs as well. An edition that
// is there already counts as broken: nobody could tell the two apart.
func (s *Set) With(packs ...*Pack) *Set {
	all, broken := slices.Clone(s.all), map[model.ProcedureID][]Problem{}
	for _, pack := range packs {
		pack.Procedures = slices.DeleteFunc(pack.Procedures, func(p *model.Procedure) bool {
			twice := slices.ContainsFunc(all, func(o *model.Procedure) bool { return o.ID == p.ID && o.Edition == p.Edition })
			if twice {
				pack.breaks(p.ID, Problem{File: pack.files[p], Code: Duplicate, Detail: string(p.ID) + " " + p.Edition.String()})
			} else {
				all = append(all, p)
			}
			return twice
		})
		for id, problems := range pack.Broken {
			broken[id] = append(broken[id], problems...)
		}
	}
	with := NewSet(all...)
	with.broken = broken
	return with
}

// Editions returns everything, sorted by id and edition.
func (s *Set) Editions() []*model.Procedure { return s.all }

// All returns the newest edition of every procedure, sorted by id.
func (s *Set) All() []*model.Procedure {
	var latest []*model.Procedure
	for i, p := range s.all {
		if i+1 == len(s.all) || s.all[i+1].ID != p.ID {
			latest = append(latest, p)
		}
	}
	return latest
}

// Latest returns the newest edition of a procedure.
func (s *Set) Latest(id model.ProcedureID) (*model.Procedure, error) {
	return s.find(id, model.Date{})
}

// Edition returns one edition of a procedure.
func (s *Set) Edition(id model.ProcedureID, edition model.Date) (*model.Procedure, error) {
	return s.find(id, edition)
}

// find takes the newest edition for the zero Date.
func (s *Set) find(id model.ProcedureID, edition model.Date) (*model.Procedure, error) {
	for _, p := range slices.Backward(s.all) {
		if p.ID == id && (edition.IsZero() || p.Edition == edition) {
			return p, nil
		}
	}
	if problems := s.broken[id]; len(problems) > 0 {
		return nil, &BrokenError{id, problems}
	}
	return nil, &NotFoundError{id, edition}
}
