package files

import (
	"context"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/ui/desk"
)

// A Room is the desk with what this room needs besides.
type Room struct {
	*desk.Desk
	Disk      Disk
	Collector Collector
	Folder    *string // the folder that files were picked from last
}

// A Disk is where the user has files, and where they are looked at. Every
// method may be called from any goroutine.
type Disk interface {
	// Add copies a file into the vault and looks into it. It never waits for
	// what is no file, and ends early with the error of ctx. The error names
	// the file.
	Add(ctx context.Context, path string) (model.File, error)
	// View shows a copy of a file with the program that the system has for it.
	View(model.File) error
	// ReadDir lists a folder: path, seen from dir; "" for dir is where the
	// program was started.
	ReadDir(dir, path string) (Folder, error)
	// Initials is how a Chinese name is typed by the first letters of its
	// pinyin.
	Initials(name string) string
}

// A Collector looks through folders and copies files from there. Both methods
// may be called from any goroutine, and end early with the error of ctx.
type Collector interface {
	// Scan walks over a folder, or a zip archive. Told hears now and then how
	// many files there are so far.
	Scan(ctx context.Context, dir string, told func(files int)) (*collect.Folder, error)
	// AddFrom copies a file of the folder into the vault and looks into it.
	AddFrom(ctx context.Context, folder *collect.Folder, path string) (model.File, error)
}

// A Folder is what the user can pick from.
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
