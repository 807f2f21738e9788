package collect

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path"
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// A Summer returns what names the content of a file. Folder.Sum makes one.
type Summer func(File) (model.FileID, error)

// Sum reads files to name their content. It ends early with the error of ctx.
func (f *Folder) Sum(ctx context.Context) Summer {
	return func(file File) (model.FileID, error) {
		in, err := f.Open(file.Path)
		if err != nil {
			return "", err
		}
		defer in.Close()
		hash := sha256.New()
		if _, err := io.Copy(hash, readerFunc(func(p []byte) (int, error) {
			if ctx.Err() != nil {
				return 0, ctx.Err()
			}
			return in.Read(p)
		})); err != nil {
			return "", err
		}
		return model.FileID(hex.EncodeToString(hash.Sum(nil))), nil
	}
}

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// A sameness compares contents, and reads each file once at most.
type sameness struct {
	sum  Summer
	sums map[string]model.FileID // by path; "" where it could not be read
}

func (s sameness) of(f File) model.FileID {
	id, ok := s.sums[f.Path]
	if !ok {
		id, _ = s.sum(f) // whoever attaches it will hear why
		s.sums[f.Path] = id
	}
	return id
}

// dropKnown leaves aside what the application has already, and what is there
// twice for one row. Only files of equal size are read.
func (m *Matcher) dropKnown(p *Proposal, sum Summer) {
	same := sameness{sum, make(map[string]model.FileID)}
	attached := make(map[int64][]model.File)
	for _, c := range m.app.Materials {
		for _, f := range c.Files {
			attached[f.Size] = append(attached[f.Size], f)
		}
	}
	has := func(f File) bool {
		return slices.ContainsFunc(attached[f.Size], func(a model.File) bool { return a.SHA256 == same.of(f) })
	}
	known := func(f File) bool {
		if has(f) {
			p.Skipped = append(p.Skipped, Skip{f.Path, Attached, ""})
			return true
		}
		return false
	}
	p.Unplaced = slices.DeleteFunc(p.Unplaced, known)
	p.Unsure = slices.DeleteFunc(p.Unsure, func(f Placement) bool { return known(f.File) })
	p.Placed = slices.DeleteFunc(p.Placed, func(f Placement) bool { return known(f.File) })

	type slot struct {
		key  model.MaterialKey
		size int64
	}
	there := make(map[slot][]File)
	// The shorter name is the first one; the copy has "(1)" or more folders.
	slices.SortStableFunc(p.Placed, func(a, b Placement) int { return len(a.Path) - len(b.Path) })
	p.Placed = slices.DeleteFunc(p.Placed, func(f Placement) bool {
		at := slot{f.Key, f.Size}
		for _, o := range there[at] {
			if id := same.of(f.File); id != "" && id == same.of(o) {
				p.Skipped = append(p.Skipped, Skip{f.Path, Duplicate, path.Base(o.Path)})
				return true
			}
		}
		there[at] = append(there[at], f.File)
		return false
	})
}
