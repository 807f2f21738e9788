package main

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// exported is what became of one application.
type exported struct {
	ID    model.ApplicationID `json:"id"`
	File  string              `json:"file"`
	Error *refusal            `json:"error,omitempty"`
}

// exportAll writes a file for every application that a query has, into a
// folder that is made if need be. Unless told to, it begins only if none of
// the files is there already; one that fails does not keep the others from
// being written.
func (c *command) exportAll(q model.Query, dir, format string, force bool) error {
	if dir == "-" {
		return c.usage(locales.CLIErrorAllOutput)
	}
	if format == "" {
		format = export.Formats[0]
	}
	format, err := c.format(dir, format, export.Formats)
	if err != nil {
		return err
	}
	l, err := c.db.List(q)
	if err != nil {
		return err
	}
	if len(l.Rows) == 0 && !c.json {
		return c.sayNone(q)
	}
	files := make([]exported, len(l.Rows))
	for i, r := range l.Rows {
		files[i] = exported{ID: r.ID, File: filepath.Join(dir, export.FileName(r.Title)+"-"+string(r.ID)+"."+format)}
		if _, err := os.Lstat(files[i].File); err == nil && !force {
			return unwritable(files[i].File, fs.ErrExist)
		}
	}
	if _, err := makeFolder(dir); err != nil {
		return err
	}
	c.exportEach(files, format, force)
	return c.sayExported(files, dir, format)
}

// exportEach says on a terminal how far it is.
func (c *command) exportEach(files []exported, format string, force bool) {
	langs := []locales.Lang{c.p.Lang()}
	if c.langFlag == both {
		langs = locales.Langs
	}
	for i := range files {
		if err := c.exportOne(&files[i], format, langs, force); err != nil {
			files[i].Error = c.refuse(err)
		}
		if isTerminal(c.err) && (i+1)%50 == 0 {
			c.tell(locales.CLIExportProgress, "At", i+1, "Of", len(files))
		}
	}
}

func (c *command) exportOne(f *exported, format string, langs []locales.Lang, force bool) error {
	app, err := c.db.Load(f.ID)
	if err != nil {
		return err
	}
	s, err := c.subject(app)
	if err != nil {
		return err
	}
	data, err := c.encode(s, format, langs)
	if err != nil {
		return err
	}
	if err := writeFile(f.File, data, force); err != nil {
		return unwritable(f.File, err)
	}
	return nil
}

func (c *command) sayExported(files []exported, dir, format string) error {
	n := 0
	for _, f := range files {
		if f.Error == nil {
			n++
			continue
		}
		c.code = exitFailed
		c.tell(locales.CLIExportFailed, "ID", string(f.ID), "Message", f.Error.Message)
	}
	if c.json {
		return c.write(map[string]any{"folder": dir, "format": format, "files": files})
	}
	c.say(locales.CLIExportAll, "Count", n, "Folder", dir)
	return nil
}
