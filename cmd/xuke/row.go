package main

import (
	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// A rowCommand works on one row of an application's list of materials.
type rowCommand struct {
	*session
	of string // whom the row is for, of --of
}

// register adds --of, which each command describes itself.
func (c *rowCommand) register(cmd *cobra.Command, of locales.ID) {
	cmd.Flags().StringVar(&c.of, "of", "", c.p.T(of))
}

// onRow runs f on a row, in the open store.
func (c *rowCommand) onRow(app, material string, f func(*subject, model.MaterialKey) error) error {
	return c.on(app, func(a *subject) error {
		key, err := c.rowKey(a, material, c.of)
		if err != nil {
			return err
		}
		return f(a, key)
	})
}

// onFiled is onRow for commands that also take rows that are set aside.
func (c *rowCommand) onFiled(app, material, of string, f func(*subject, model.MaterialKey) error) error {
	return c.on(app, func(a *subject) error {
		for _, r := range model.SetAside(a.proc, &a.Application) {
			if string(r.Key) == material && of == "" {
				return f(a, r.Key)
			}
		}
		key, err := c.rowKey(a, material, of)
		if err != nil {
			return err
		}
		return f(a, key)
	})
}

// rowKey finds a row by its key, by its material, or by its material and whom
// it is for. Labels are taken where nothing has that id.
func (s *session) rowKey(a *subject, material, of string) (model.MaterialKey, error) {
	var rows, fit []model.ListRow // of that material, and of that person
	var keys []string
	for _, r := range model.Checklist(a.proc, &a.Application) {
		if string(r.Key) == material && (of == "" || isFor(r, of)) {
			return r.Key, nil
		}
		keys = append(keys, string(r.Key))
		if string(r.MaterialID()) == material {
			rows = append(rows, r)
			if of == "" || isFor(r, of) {
				fit = append(fit, r)
			}
		}
	}
	if len(rows) == 0 {
		if rows = s.rowsNamed(a, material); len(rows) > 0 {
			for _, r := range rows {
				if of == "" || isFor(r, of) {
					fit = append(fit, r)
				}
			}
		}
	}
	switch {
	case len(rows) == 0:
		return "", s.refused(a, &model.Error{Code: model.NoSuchMaterial, Given: material, Accepts: model.Nearest(material, keys)})
	case len(fit) == 1:
		return fit[0].Key, nil
	case of == "":
		return "", s.usage(locales.CLIErrorWhose, "Given", material, "Accepts", s.p.Either(s.people(rows)))
	case len(fit) == 0:
		return "", s.refused(a, &model.Error{Code: model.NoSuchPerson, Given: of, Accepts: s.people(rows)})
	}
	return "", s.refused(a, &model.Error{Code: model.AmbiguousPerson, Given: of, Accepts: s.people(fit)})
}

// isFor reports whether a row is for the person with that id or name.
func isFor(r model.ListRow, person string) bool {
	return r.Of != nil && (r.Of.ID == person || r.Of.Text("name") == person)
}

// people names whom rows are for; rows of the application itself go by their
// own names.
func (s *session) people(rows []model.ListRow) []string {
	var out []string
	for _, r := range rows {
		switch {
		case r.Of != nil:
			out = append(out, s.p.Aside(r.Of.ID, r.Of.Text("name")))
		case r.Own != nil:
			out = append(out, s.p.Aside(string(r.Key), r.Own.Name))
		}
	}
	return out
}

// file finds a file by its name, or by the beginning of its hash if two have
// the same name.
func (c *rowCommand) file(a *subject, files []model.File, name string) (model.File, error) {
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
	return model.File{}, c.refused(a, &model.Error{Code: code, Given: name, Accepts: accepts})
}

// files finds several files of a row.
func (c *rowCommand) files(a *subject, key model.MaterialKey, names []string) ([]model.FileID, error) {
	var ids []model.FileID
	for _, name := range names {
		f, err := c.file(a, a.Materials[key].Files, name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, f.SHA256)
	}
	return ids, nil
}

// refiled saves, and says which files the row has now.
func (c *rowCommand) refiled(a *subject, key model.MaterialKey, say func()) error {
	if err := c.keep(a); err != nil {
		return err
	}
	row := model.ListRow{Collected: a.Materials[key]}
	if c.json {
		return c.write(map[string]any{"key": key, "status": row.Status, "rev": a.Rev, "files": export.FilesOf(row.Files)})
	}
	say()
	c.sayFiles(a, row)
	return nil
}

// sayFiles lists the files of a row in the order of their pages.
func (c *rowCommand) sayFiles(a *subject, row model.ListRow) {
	c.part(c.text(locales.CLIAttachFiles, "Count", len(row.Files)), columns(row.Files, func(f model.File) []string {
		return []string{legible.Line(f.Name), c.p.Size(f.Size), a.Seen(f.Look)}
	}))
}
