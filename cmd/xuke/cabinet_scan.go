package main

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
)

// Scan walks a folder, or a zip archive as if it were one. The error is a
// *fileError, or that of ctx.
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
		fsys = onlyFile{os.DirFS(filepath.Dir(dir)), filepath.Base(dir)}
	default:
		return nil, unreadable(dir, errNotAFolder)
	}
	found, err := collect.Scan(ctx, fsys, collect.Limits{}, told)
	if err != nil && ctx.Err() == nil {
		return nil, unreadable(dir, err)
	}
	return found, err
}

// AddFrom is Add for a file of a folder that was scanned.
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
	return v.put(ctx, from, name, path.Base(name))
}

// onlyFile is a folder that shows one file alone.
type onlyFile struct {
	fs.FS
	name string
}

func (o onlyFile) ReadDir(string) ([]fs.DirEntry, error) {
	info, err := fs.Stat(o.FS, o.name)
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}
