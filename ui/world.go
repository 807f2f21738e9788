package ui

import (
	"github.com/xuke-cli/xuke/locales"
)

// A World is everything outside of the wizard. Each room is given the part of
// it that it needs.
type World struct {
	Env *Env
	// Warning is shown once, at the beginning, if a pack of the user failed to
	// load.
	Warning   func(*locales.Printer) string
	Store     Store
	Files     Files
	Collector Collector
	Papers    Writer
	Calendar  func(CalendarRequest) error
	// MakeFolder makes a folder with those above it and returns its full path;
	// one that is there is fine.
	MakeFolder func(dir string) (string, error)

	folder string // that files were picked from last
}

// Files takes people's files in and shows them. The data directory is one;
// tests have another.
type Files interface {
	Vault
	Disk
}

func (w *World) board() *boardRoom {
	return &boardRoom{Env: w.Env, store: w.Store, export: w.Papers.Export, calendar: w.Calendar, makeFolder: w.MakeFolder}
}

func (w *World) papers(d *desk) *papersRoom {
	return &papersRoom{desk: d, disk: w.Files, collector: w.Collector, folder: &w.folder}
}
func (w *World) track(d *desk) *trackRoom { return &trackRoom{d, w.Store} }
func (w *World) cover(d *desk) *coverRoom { return &coverRoom{d, w.Store} }
func (w *World) paper(d *desk) *paperRoom { return &paperRoom{d, w.Papers} }
