package main

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/store"
)

// A cabinet takes people's files in: it copies them into the vault and looks
// at the copy. The commands and the wizard share it.
type cabinet struct {
	db   *store.Store
	now  func() time.Time
	home string
}

// Add copies a file into the vault. The error is a *fileError that names the
// file, an error of the store, or that of ctx; then no row may refer to it.
func (v cabinet) Add(ctx context.Context, path string) (model.File, error) {
	path = expand(path, v.home)
	from, err := openSource(path)
	if err != nil {
		return model.File{}, err
	}
	defer from.Close()
	id, size, err := v.db.AddFile(ctx, from)
	if e := (*store.SourceError)(nil); errors.As(err, &e) && ctx.Err() == nil {
		return model.File{}, unreadable(path, e.Err)
	}
	return model.File{Name: filepath.Base(path), SHA256: id, Size: size, Added: v.now()}, err
}
