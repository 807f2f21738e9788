package main

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// fileOf finds the file that somebody means: by its name, or the beginning of
// its hash where two have the same.
func (c *command) fileOf(s *subject, files []model.File, name string) (model.File, error) {
	found := model.FindFile(files, name)
	if len(found) == 1 {
		return found[0], nil
	}
	var accepts []string
	for _, f := range files {
		accepts = append(accepts, f.Name)
	}
	code := model.NoSuchFile
	if len(found) > 1 {
		code, accepts = model.AmbiguousFile, nil
		for _, f := range found {
			accepts = append(accepts, string(f.SHA256[:12]))
		}
	}
	return model.File{}, c.refuseValue(s, &model.Error{Code: code, Given: name, Accepts: accepts})
}

// refiled saves, and says what the row has now.
func (c *command) refiled(s *subject, key model.MaterialKey, say func()) error {
	if err := c.keep(s); err != nil {
		return err
	}
	row := model.ListRow{Collected: s.Materials[key]}
	if c.json {
		return c.write(map[string]any{"key": key, "status": row.Status, "rev": s.Rev, "files": export.FilesOf(row.Files)})
	}
	say()
	c.sayFiles(s, row)
	return nil
}

// sayFiles lists the files of a row in the order of their pages.
func (c *command) sayFiles(s *subject, row model.ListRow) {
	lines := columns(row.Files, func(f model.File) []string {
		return []string{legible.Line(f.Name), c.p.Size(f.Size), s.Seen(f.Look)}
	})
	c.part(c.text(locales.CLIAttachFiles, "Count", len(row.Files)), lines)
}
