package procedure

import (
	"cmp"
	"embed"
	"errors"
	"io/fs"
	"slices"
	"sync"

	"github.com/xuke-cli/xuke/model"
)

// Every edition that was ever shipped stays here: an application is read and
// shown as it was begun.
//
//go:embed definitions
var definitions embed.FS

var builtin = sync.OnceValues(func() ([]*model.Procedure, error) {
	paths, err := fs.Glob(definitions, "definitions/*/*.toml")
	if err != nil {
		return nil, err
	}
	var ps []*model.Procedure
	var errs []error
	for _, path := range paths {
		data, err := definitions.ReadFile(path)
		if err != nil {
			return nil, err
		}
		p, problems := Load(path, data)
		for _, problem := range problems {
			errs = append(errs, problem)
		}
		ps = append(ps, p)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	slices.SortFunc(ps, func(a, b *model.Procedure) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), a.Edition.Compare(b.Edition))
	})
	return ps, nil
})

// Builtin returns the procedures in the program, all editions, sorted by id
// and edition. They are parsed on the first call and shared: nobody changes
// them.
func Builtin() ([]*model.Procedure, error) { return builtin() }

// Shipped returns them as a set.
func Shipped() (*Set, error) {
	ps, err := Builtin()
	if err != nil {
		return nil, err
	}
	return NewSet(ps...), nil
}

// Latest returns the newest edition of a procedure in the program.
func Latest(id model.ProcedureID) (*model.Procedure, error) { return Edition(id, model.Date{}) }

// Edition returns one edition of a procedure in the program.
func Edition(id model.ProcedureID, edition model.Date) (*model.Procedure, error) {
	s, err := Shipped()
	if err != nil {
		return nil, err
	}
	return s.find(id, edition)
}
