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
	ps, errs := make([]*model.Procedure, len(paths)), make([]error, len(paths))
	var wg sync.WaitGroup // side by side: every start of the wizard waits for it
	for i, path := range paths {
		wg.Go(func() {
			data, err := definitions.ReadFile(path)
			if errs[i] = err; err != nil {
				return
			}
			p, problems := Load(path, data)
			for _, problem := range problems {
				errs[i] = errors.Join(errs[i], problem)
			}
			ps[i] = p
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
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
