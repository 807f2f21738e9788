package procedure

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// ErrNotFound is returned for a procedure, or an edition, that a set has not.
var ErrNotFound = errors.New("no such procedure")

// A Set is the procedures that a program works with, all editions. Nobody
// changes it once it is in use.
type Set struct {
	all []*model.Procedure // by id and edition
}

// NewSet puts procedures together.
func NewSet(ps ...*model.Procedure) *Set {
	s := &Set{all: slices.Clone(ps)}
	slices.SortStableFunc(s.all, func(a, b *model.Procedure) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), a.Edition.Compare(b.Edition))
	})
	return s
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
	return nil, fmt.Errorf("%w: %s %s", ErrNotFound, id, edition)
}
