package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
)

// A papersRoom is the desk as the rooms of papers use it.
type papersRoom struct {
	*desk
	disk      Disk
	collector Collector
	folder    *string // that files were picked from last
}

// A Collector looks through folders and takes files in from there. The data
// directory is one; tests have another. Both methods may be called from any
// goroutine, and end early with the error of ctx.
type Collector interface {
	// Scan walks over a folder, or a zip archive. Told hears now and then how
	// many files there are so far.
	Scan(ctx context.Context, dir string, told func(files int)) (*collect.Folder, error)
	// AddFrom copies a file of the folder into the vault and looks into it.
	AddFrom(ctx context.Context, folder *collect.Folder, path string) (model.File, error)
}

type (
	// scannedMsg is the reply to a scan: what was found, and where it may go.
	scannedMsg struct {
		app      model.ApplicationID
		dir      string
		found    *collect.Folder
		proposal collect.Proposal
		err      error
	}
	// scanningMsg tells how many files there are so far.
	scanningMsg struct {
		app   model.ApplicationID
		files int
		more  <-chan int
	}
	// broughtMsg is the reply to the copying of one file.
	broughtMsg struct {
		app  model.ApplicationID
		path string
		file model.File
		err  error
	}
)

// scan looks through a folder, and proposes rows for what is there. Meanwhile
// it tells how far it is.
func (d *papersRoom) scan(ctx context.Context, p *model.Procedure, app model.Application, dir string) Step {
	progress := make(chan int, 1)
	told := func(files int) {
		select {
		case progress <- files:
		default: // nobody has looked yet; there will be another number
		}
	}
	look := effect(func() tea.Msg {
		defer close(progress)
		m := scannedMsg{app: app.ID, dir: dir}
		if m.found, m.err = d.collector.Scan(ctx, dir, told); m.err != nil {
			return m
		}
		words, err := d.vocabularies()
		if err != nil {
			m.err = err
			return m
		}
		m.proposal = collect.NewMatcher(p, &app, words...).Propose(m.found.Files, m.found.Sum(ctx))
		m.err = ctx.Err()
		return m
	})
	return Steps(look, d.scanning(app.ID, progress))
}

// scanning waits for the next number.
func (d *papersRoom) scanning(app model.ApplicationID, progress <-chan int) Step {
	return effect(func() tea.Msg {
		n, ok := <-progress
		if !ok {
			return nil
		}
		return scanningMsg{app, n, progress}
	})
}

// vocabularies are the words of all languages: one folder mixes them.
func (d *papersRoom) vocabularies() (vs []collect.Vocabulary, err error) {
	for _, l := range locales.Langs {
		p, err := d.env.Printers(l)
		if err != nil {
			return nil, err
		}
		vs = append(vs, p)
	}
	return vs, nil
}

// bring copies one file of a folder into the vault.
func (d *papersRoom) bring(ctx context.Context, app model.ApplicationID, folder *collect.Folder, path string) Step {
	return effect(func() tea.Msg {
		f, err := d.collector.AddFrom(ctx, folder, path)
		return broughtMsg{app, path, f, err}
	})
}

func (d *papersRoom) view(f model.File) Step {
	return effect(func() tea.Msg { return failedMsg{d.disk.View(f)} })
}

func (d *papersRoom) readDir(dir, path string) Step {
	return effect(func() tea.Msg {
		f, err := d.disk.ReadDir(dir, path)
		return folderMsg{dir, path, f, err}
	})
}
