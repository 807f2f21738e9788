package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// An exported says what became of one application.
type exported struct {
	ID    model.ApplicationID `json:"id"`
	File  string              `json:"file"`
	Error *refusal            `json:"error,omitempty"`
}

// exportAll writes a file for every application that the filter lets through,
// into a folder that it makes if need be. Without --force it does not begin if
// one of the files exists; one that fails does not stop the others.
func (c *exportCommand) exportAll() error {
	dir := c.path
	if dir == "-" {
		return c.usage(locales.CLIErrorAllOutput)
	}
	if c.format == "" {
		c.format = export.Formats[0] // whatever the name of the folder ends with
	}
	if err := c.settleFormat(export.Formats...); err != nil {
		return err
	}
	l, err := c.db.List(c.filter.Query)
	if err != nil {
		return err
	}
	if len(l.Rows) == 0 && !c.json {
		return c.sayNone(c.filter.Query)
	}
	files := make([]exported, len(l.Rows))
	for i, r := range l.Rows {
		files[i] = exported{ID: r.ID, File: filepath.Join(dir, export.FileName(r.Title)+"-"+string(r.ID)+"."+c.format)}
		if _, err := os.Lstat(files[i].File); err == nil && !c.force {
			return unwritable(files[i].File, fs.ErrExist)
		}
	}
	if _, err := makeFolder(dir); err != nil {
		return err
	}
	ctx, stop := untilInterrupted()
	defer stop()
	if err := c.exportEach(ctx, files); err != nil {
		return err
	}
	return c.sayExported(files)
}

// exportEach notes the errors, and on a terminal reports progress. Its own error
// is that of ctx.
func (c *exportCommand) exportEach(ctx context.Context, files []exported) error {
	for i := range files {
		err := c.exportOne(ctx, files[i])
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			files[i].Error = refuse(c.p, err)
		}
		if isTerminal(c.err) && (i+1)%50 == 0 {
			c.tell(locales.CLIExportProgress, "At", i+1, "Of", len(files))
		}
	}
	return nil
}

func (c *exportCommand) exportOne(ctx context.Context, f exported) error {
	app, err := c.db.Load(f.ID)
	if err != nil {
		return err
	}
	a, err := c.subject(app)
	if err != nil {
		return err
	}
	data, err := c.encodeList(a.proc, &a.Application, c.format, c.langs())
	if err != nil {
		return err
	}
	return c.writer(ctx).save(f.File, data, c.force)
}

func (c *exportCommand) sayExported(files []exported) error {
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
		return c.write(map[string]any{"folder": c.path, "format": c.format, "files": files})
	}
	c.say(locales.CLIExportAll, "Count", n, "Folder", c.path)
	return nil
}
