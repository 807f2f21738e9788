package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
)

// A Vault takes files in. Both methods may be called from any goroutine.
type Vault interface {
	// Add copies a file into the vault and looks into it. It never waits for
	// what is no file, and ends early with the error of ctx. The error names
	// the file.
	Add(ctx context.Context, path string) (model.File, error)
	// Look looks into a file of the vault.
	Look(context.Context, model.File) (model.Look, error)
}

// A Disk is where the user picks files from and looks at them. Every method
// may be called from any goroutine.
type Disk interface {
	// View shows a copy of a file with the program that the system has for it.
	View(model.File) error
	// ReadDir lists a folder: path, seen from dir; "" for dir is where the
	// program was started.
	ReadDir(dir, path string) (Folder, error)
	// Initials is how a Chinese name is typed by the first letters of its
	// pinyin.
	Initials(name string) string
}

// A Folder is what one can pick from.
type Folder struct {
	Path    string // in full
	Parent  string // "" at the root
	Entries []Item // folders first, by name
}

// An Item is a file or a folder in a Folder.
type Item struct {
	Name     string
	Path     string // in full
	Folder   bool
	Hidden   bool
	Size     int64
	Modified time.Time
}

// filedMsg is the reply to one step of the work on files.
type filedMsg struct {
	of   *filing
	n    int // the step
	file model.File
	err  error
}

type folderMsg struct {
	dir, path string // as asked for
	folder    Folder
	err       error
}

// file takes a file in, or looks again into one that is there.
func (d *desk) file(f *filing, n int) Step {
	ctx, s := f.ctx, f.steps[n]
	return effect(func() tea.Msg {
		m := filedMsg{of: f, n: n, file: s.file}
		if s.path != "" {
			m.file, m.err = d.vault.Add(ctx, s.path)
			return m
		}
		look, err := d.vault.Look(ctx, s.file)
		if m.err = err; err == nil {
			m.file.Look = &look
		}
		return m
	})
}
