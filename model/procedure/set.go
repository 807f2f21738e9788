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
	over   map[overlaid]*model.Procedure
	data   map[*model.Procedure][]byte // of packs
}

// overlaid names an edition with the overlay of a province.
type overlaid struct {
	id       model.ProcedureID
	edition  model.Date
	province string
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

// Overlay lays the overlays of packs over every edition that they are about. A
// text is looked for by has. What has problems is left out, and the procedure
// stays as it is.
func (s *Set) Overlay(has func(lang, id string) bool, packs ...*Pack) {
	data := map[*model.Procedure][]byte{}
	for _, pack := range packs {
		for p, d := range pack.data {
			data[p] = d
		}
	}
	s.over, s.data = map[overlaid]*model.Procedure{}, data
	for _, pack := range packs {
		for _, o := range pack.Overlays {
			for _, base := range s.all {
				if base.ID != o.Procedure {
					continue
				}
				p, problems := o.over(base, data[base], has)
				if len(problems) > 0 {
					pack.breaks(o.Procedure, problems...)
					continue
				}
				s.over[overlaid{base.ID, base.Edition, o.Province}] = p
			}
		}
	}
}

// over reads a procedure with the overlay; one in the program knows its file.
func (o *Overlay) over(base *model.Procedure, data []byte, has func(lang, id string) bool) (*model.Procedure, []Problem) {
	name := "definitions/" + string(base.ID) + "/" + base.Edition.String() + ".toml"
	if data == nil {
		var err error
		if data, err = definitions.ReadFile(name); err != nil {
			return nil, []Problem{{File: o.file, Code: Unreadable, Detail: err.Error()}}
		}
	}
	p, problems := o.Over(name, data)
	if p == nil {
		return nil, problems
	}
	return p, Check(p, o.file, o.withOwn(p, has))
}

// withOwn looks for a text among those of the overlay as well.
func (o *Overlay) withOwn(p *model.Procedure, has func(lang, id string) bool) func(lang, id string) bool {
	return func(lang, id string) bool {
		return has(lang, id) || has(lang, string(p.ID)+"@"+o.Province+"/"+id)
	}
}

// CheckOverlay lints an overlay over every edition that it is about.
func (s *Set) CheckOverlay(o *Overlay, has func(lang, id string) bool) []Problem {
	if _, err := s.Latest(o.Procedure); err != nil {
		return []Problem{{File: o.file, Line: 1, Column: 1, Code: NoSuchID, Detail: "procedure " + string(o.Procedure)}}
	}
	var all []Problem
	for _, base := range s.all {
		if base.ID != o.Procedure {
			continue
		}
		p, problems := o.over(base, s.data[base], has)
		if p != nil {
			problems = Lint(p, o.file, o.withOwn(p, has))
		}
		for _, problem := range problems {
			if !slices.Contains(all, problem) {
				all = append(all, problem)
			}
		}
	}
	return all
}

// For returns the procedure as it is for an application: with the overlay of
// the province that its answers name alone, if there is one.
func (s *Set) For(p *model.Procedure, a *model.Application) *model.Procedure {
	if over := s.over[overlaid{p.ID, p.Edition, model.SoleProvince(p, a)}]; over != nil {
		return over
	}
	return p
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
