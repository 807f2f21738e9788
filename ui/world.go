package ui

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/board"
	"github.com/xuke-cli/xuke/ui/cover"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/files"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/paper"
	"github.com/xuke-cli/xuke/ui/track"
)

// The types of what a World is made of that rooms and kernel declare. Package main
// knows them by these names, and need not know the rooms.
type (
	Env    = page.Env
	Folder = files.Folder
	Item   = files.Item
)

// A World is everything outside of the wizard. Each room is given the part of it
// that it needs.
type World struct {
	Env *page.Env
	// Warning is shown once, at the beginning; nil if there is none. It says that
	// a pack of the user failed to load.
	Warning   func(*locales.Printer) string
	Store     Store
	Files     Files
	Collector files.Collector
	Output    page.Output
	Packer    paper.Packer

	folder string // from which files were picked last
}

// Files takes in the user's files and shows them: the data directory does, and
// what tests have in its place.
type Files interface {
	desk.Vault
	files.Disk
}

// The rooms, each with its part of the world.

func (w *World) board() *board.Room {
	return &board.Room{Env: w.Env, Store: w.Store, Output: w.Output}
}

func (w *World) papers(d *desk.Desk) *files.Room {
	return &files.Room{Desk: d, Disk: w.Files, Collector: w.Collector, Folder: &w.folder}
}

func (w *World) track(d *desk.Desk) *track.Room { return &track.Room{Desk: d, Links: w.Store} }

func (w *World) cover(d *desk.Desk) *cover.Room { return &cover.Room{Desk: d, Log: w.Store} }

func (w *World) paper(d *desk.Desk) *paper.Room {
	return &paper.Room{Desk: d, Output: w.Output, Packer: w.Packer}
}
