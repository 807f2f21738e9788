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

// withoutKnown leaves aside what is attached already. A file that serves several
// rows, and is attached to some of them, is proposed for the others.
func (m *Matcher) withoutKnown(p *Proposal, has func(File) []model.MaterialKey) []Placement {
	var left []Placement
	for _, f := range p.Placed {
		rows, holders := f.Rows(), has(f.File)
		rows = slices.DeleteFunc(rows, func(key model.MaterialKey) bool { return slices.Contains(holders, key) })
		if len(rows) == 0 || len(holders) > 0 && len(rows) == len(f.Rows()) {
			p.Skipped = append(p.Skipped, Skip{f.Path, Attached, ""})
			continue
		}
		f.Key, f.Also = rows[0], rows[1:]
		left = append(left, f)
	}
	return left
}

// dropKnown leaves aside what the application has already, and what is there
// twice for one row. Only files of equal size are read.
func (m *Matcher) dropKnown(p *Proposal, sum Summer) {
	same := sameness{sum, make(map[string]model.FileID)}
	type holding struct {
		key  model.MaterialKey
		file model.FileID
	}
	attached := make(map[int64][]holding) // by size
	for key, c := range m.app.Materials {
		for _, f := range c.Files {
			attached[f.Size] = append(attached[f.Size], holding{key, f.SHA256})
		}
	}
	has := func(f File) (rows []model.MaterialKey) {
		for _, h := range attached[f.Size] {
			if h.file == same.of(f) {
				rows = append(rows, h.key)
			}
		}
		return rows
	}
	known := func(f File) bool {
		if len(has(f)) > 0 {
			p.Skipped = append(p.Skipped, Skip{f.Path, Attached, ""})
			return true
		}
		return false
	}
	p.Unplaced = slices.DeleteFunc(p.Unplaced, known)
	p.Unsure = slices.DeleteFunc(p.Unsure, func(f Placement) bool { return known(f.File) })
	p.Placed = m.withoutKnown(p, has)

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
