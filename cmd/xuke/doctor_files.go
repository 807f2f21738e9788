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

// errSize is the fault of a file that has another size than its row remembers.
var errSize = errors.New("the size differs")

// examineFiles reads every file once, and compares the rows of all
// applications with their files.
func (c *doctorCommand) examineFiles() error {
	files, err := c.db.Files()
	if err != nil {
		return err
	}
	v := verifier{doctorCommand: c, read: make(map[model.FileID]error), named: make(map[model.FileID]bool)}
	for _, id := range files {
		v.read[id] = c.db.VerifyFile(context.Background(), id)
	}
	before := len(c.Findings)
	if err := v.applications(); err != nil {
		return err
	}
	orphans, err := c.db.Orphans()
	if err != nil {
		c.addFinding("files", "damaged", "Cause", refuse(c.p, err).Message)
	}
	for _, path := range orphans {
		c.addFinding("files", "orphan", "Path", path)
	}
	if len(c.Findings) == before {
		c.addNote("files", "files-good", "Count", len(v.read))
	}
	return nil
}

// A verifier compares rows with their files, and submissions with what was
// recorded of them.
type verifier struct {
	*doctorCommand
	read  map[model.FileID]error // every file, once it was read
	named map[model.FileID]bool  // in a finding
}

func (v verifier) applications() error {
	for _, q := range []model.Query{{}, {Archived: true}, {Trash: true}} {
		q.Sort = model.ByTitle
		ids, err := v.db.IDs(q)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if app, err := v.db.Load(id); err == nil { // the check of the database has found the others
				v.application(&app)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(v.read)) {
		if v.read[id] != nil && !v.named[id] {
			v.addFinding("files", "past-missing", "ID", string(id[:12]))
		}
	}
	return nil
}

// application looks at what is attached now, at what was submitted, and at
// what was attached before. A file is named for the first of these alone.
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
			v.findIn(app, "database", "round-altered", "Round", s.Round, "On", v.date(s.Date))
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

// file adds a finding if a file has changed or is missing.
func (v verifier) file(app *model.Application, key model.MaterialKey, f model.File, said map[model.FileID]bool, code string, args ...any) {
	err := v.fault(f)
	if err == nil || said[f.SHA256] {
		return
	}
	said[f.SHA256], v.named[f.SHA256] = true, true
	v.findIn(app, "files", code, append(args, "Name", f.Name, "Material", v.material(app, key), "Cause", err.Error())...)
}

// findIn adds a finding about an application.
func (v verifier) findIn(app *model.Application, area, code string, args ...any) {
	v.addFinding(area, code, append(args, "Title", app.Title)...)
	v.Findings[len(v.Findings)-1].App = app.ID
}

// fault returns what is wrong with a file, nil for nothing.
func (v verifier) fault(f model.File) error {
	err, done := v.read[f.SHA256]
	if !done {
		err = v.db.VerifyFile(context.Background(), f.SHA256)
		v.read[f.SHA256] = err
	}
	if err != nil {
		return err
	}
	if info, err := os.Stat(v.db.FilePath(f.SHA256)); err != nil || info.Size() != f.Size {
		return errors.Join(err, errSize)
	}
	return nil
}

// code is the finding about an attached file.
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

// material names a row, by its key if the procedure is missing.
func (v verifier) material(app *model.Application, key model.MaterialKey) string {
	a, err := v.subject(*app)
	if err != nil {
		return string(key)
	}
	return a.RowName(key, app)
}
