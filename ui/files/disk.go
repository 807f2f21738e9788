package files

import (
	"time"

	"github.com/xuke-cli/xuke/model"
)

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

type FolderMsg struct {
	Dir, Path string // as asked for
	Folder    Folder
	Err       error
}
