package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
)

// Files takes people's files in and shows them. The data directory is one;
// tests have another. Every method may be called from any goroutine.
type Files interface {
	// Add copies a file into the vault and looks into it. It never waits for
	// what is no file, and ends early with the error of ctx. The error names
	// the file.
	Add(ctx context.Context, path string) (model.File, error)
	// Look looks into a file of the vault.
	Look(context.Context, model.File) (model.Look, error)
	// View shows a copy of a file with the program that the system has for it.
	View(model.File) error
	// ReadDir lists a folder: path, seen from dir; "" for dir is where the
	// program was started.
	ReadDir(dir, path string) (Folder, error)
	// Initials is how somebody types a Chinese name by the first letters of
	// its pinyin.
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

type (
	// filedMsg is the reply to one step of the work on files.
	filedMsg struct {
		of   *filing
		n    int // the step
		file model.File
		err  error
	}
	folderMsg struct {
		dir, path string // as asked for
		folder    Folder
		err       error
	}
)

// file takes a file in, or looks again into one that is there.
func (e *Env) file(f *filing, n int) Step {
	ctx, s := f.ctx, f.steps[n]
	return effect(func() tea.Msg {
		m := filedMsg{of: f, n: n, file: s.file}
		if s.path != "" {
			m.file, m.err = e.Files.Add(ctx, s.path)
			return m
		}
		look, err := e.Files.Look(ctx, s.file)
		if m.err = err; err == nil {
			m.file.Look = &look
		}
		return m
	})
}

func (e *Env) view(f model.File) Step {
	return effect(func() tea.Msg { return failedMsg{e.Files.View(f)} })
}

func (e *Env) readDir(dir, path string) Step {
	return effect(func() tea.Msg {
		f, err := e.Files.ReadDir(dir, path)
		return folderMsg{dir, path, f, err}
	})
}
