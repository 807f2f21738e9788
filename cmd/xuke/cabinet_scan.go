package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/store"
)

// Scan walks over a folder, or over a zip archive as if it were one. The error
// is a *fileError, or that of ctx.
func (v cabinet) Scan(ctx context.Context, dir string, told func(files int)) (*collect.Folder, error) {
	dir = expand(dir, v.home)
	info, err := os.Stat(dir)
	if err != nil {
		return nil, unreadable(dir, err)
	}
	fsys := os.DirFS(dir)
	switch {
	case info.IsDir():
	case info.Mode().IsRegular() && strings.EqualFold(filepath.Ext(dir), ".zip"):
		fsys = alone{os.DirFS(filepath.Dir(dir)), filepath.Base(dir)}
	default:
		return nil, unreadable(dir, errNotAFolder)
	}
	found, err := collect.Scan(ctx, fsys, collect.Limits{}, told)
	if err != nil && ctx.Err() == nil {
		return nil, unreadable(dir, err)
	}
	return found, err
}

// AddFrom copies a file of a folder into the vault and looks into it. The error is a *fileError
// that names it, an error of the store, or that of ctx.
func (v cabinet) AddFrom(ctx context.Context, folder *collect.Folder, name string) (model.File, error) {
	in, err := folder.Open(name)
	if err != nil {
		return model.File{}, unreadable(name, err)
	}
	defer in.Close()
	from, err := steady(in)
	if err != nil {
		return model.File{}, unreadable(name, err)
	}
	id, size, err := v.db.AddFile(ctx, from)
	if e := (*store.SourceError)(nil); errors.As(err, &e) && ctx.Err() == nil {
		return model.File{}, unreadable(name, e.Err)
	}
	if err != nil {
		return model.File{}, err
	}
	f := model.File{Name: path.Base(name), SHA256: id, Size: size, Added: v.now()}
	look, err := v.Look(ctx, f)
	f.Look = &look
	return f, err
}

// alone is a folder of which only one file is seen.
type alone struct {
	fs.FS
	name string
}

func (a alone) ReadDir(name string) ([]fs.DirEntry, error) {
	info, err := fs.Stat(a.FS, a.name)
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}
