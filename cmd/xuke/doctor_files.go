package main

import (
	"context"
	"errors"
	"maps"
	"os"
	"slices"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/store"
)

// errSize is of a row that remembers another size than its file has.
var errSize = errors.New("the size differs")

// A verifier holds the rows of all applications against their files, and what
// was handed in against what was recorded of it.
type verifier struct {
	c     *command
	x     *examination
	read  map[model.FileID]error // every file, once it was read
	named map[model.FileID]bool  // in a finding
}

func (v verifier) applications() error {
	for _, q := range []model.Query{{}, {Archived: true}, {Trash: true}} {
		q.Sort = model.ByTitle
		ids, err := v.c.db.IDs(q)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if app, err := v.c.db.Load(id); err == nil { // of others the check of the database has spoken
				v.application(&app)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(v.read)) {
		if v.read[id] != nil && !v.named[id] {
			v.c.finds(v.x, "files", "past-missing", "ID", string(id[:12]))
		}
	}
	return nil
}

// application looks at what is attached now, at what was handed in, and at
// what was attached before; a file is named for the first of these alone.
func (v verifier) application(app *model.Application) {
	said := make(map[model.FileID]bool)
	keys := slices.Sorted(maps.Keys(app.Materials))
	for _, key := range keys {
		for _, f := range app.Materials[key].Files {
			v.file(app, key, f, said, v.code(f))
		}
	}
	for _, s := range app.Snapshots {
		if !s.Intact() {
			v.find(app, "database", "round-altered", "Round", s.Round, "On", v.c.day3(s.Date))
		}
		for _, key := range slices.Sorted(maps.Keys(s.Materials)) {
			for _, f := range s.Materials[key].Files {
				v.file(app, key, f, said, "round-file", "Round", s.Round)
			}
		}
	}
	for _, key := range keys {
		for _, f := range app.Materials[key].Past {
			v.file(app, key, f.File, said, "past-file")
		}
	}
}

// file makes a finding of a file that is not as it was.
func (v verifier) file(app *model.Application, key model.MaterialKey, f model.File, said map[model.FileID]bool, code string, args ...any) {
	err := v.fault(f)
	if err == nil || said[f.SHA256] {
		return
	}
	said[f.SHA256], v.named[f.SHA256] = true, true
	v.find(app, "files", code, append(args, "Name", f.Name, "Material", v.material(app, key), "Cause", err.Error())...)
}

func (v verifier) find(app *model.Application, area, code string, args ...any) {
	v.c.finds(v.x, area, code, append(args, "Title", app.Title)...)
	v.x.Findings[len(v.x.Findings)-1].App = app.ID
}

// fault says what is wrong with a file, nil for nothing. Each is read once.
func (v verifier) fault(f model.File) error {
	err, done := v.read[f.SHA256]
	if !done {
		err = v.c.db.VerifyFile(context.Background(), f.SHA256)
		v.read[f.SHA256] = err
	}
	if err != nil {
		return err
	}
	if info, err := os.Stat(v.c.db.FilePath(f.SHA256)); err != nil || info.Size() != f.Size {
		return errors.Join(err, errSize)
	}
	return nil
}

// code tells the findings about a file that is attached apart.
func (v verifier) code(f model.File) string {
	err := v.fault(f)
	switch {
	case store.CodeOf(err) == store.NotFound:
		return "file-missing"
	case store.CodeOf(err) == store.Corrupt, errors.Is(err, errSize):
		return "file-altered"
	}
	return "file-unreadable"
}

// material names a row as far as its procedure is there.
func (v verifier) material(app *model.Application, key model.MaterialKey) string {
	s, err := v.c.subject(*app)
	if err != nil {
		return string(key)
	}
	return s.RowName(key, app)
}
