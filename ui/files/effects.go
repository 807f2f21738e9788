package files

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// A papersRoom is the desk as the rooms of papers use it.
type Room struct {
	*desk.Desk
	Disk      Disk
	Collector Collector
	Folder    *string // that files were picked from last
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
func (d *Room) scan(ctx context.Context, p *model.Procedure, app model.Application, dir string) page.Step {
	progress := make(chan int, 1)
	told := func(files int) {
		select {
		case progress <- files:
		default: // nobody has looked yet; there will be another number
		}
	}
	look := page.Effect(func() tea.Msg {
		defer close(progress)
		m := scannedMsg{app: app.ID, dir: dir}
		if m.found, m.err = d.Collector.Scan(ctx, dir, told); m.err != nil {
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
	return page.Steps(look, d.scanning(app.ID, progress))
}

// scanning waits for the next number.
func (d *Room) scanning(app model.ApplicationID, progress <-chan int) page.Step {
	return page.Effect(func() tea.Msg {
		n, ok := <-progress
		if !ok {
			return nil
		}
		return scanningMsg{app, n, progress}
	})
}

// vocabularies are the words of all languages: one folder mixes them.
func (d *Room) vocabularies() (vs []collect.Vocabulary, err error) {
	for _, l := range locales.Langs {
		p, err := d.Env.Printers(l)
		if err != nil {
			return nil, err
		}
		vs = append(vs, p)
	}
	return vs, nil
}

// bring copies one file of a folder into the vault.
func (d *Room) bring(ctx context.Context, app model.ApplicationID, folder *collect.Folder, path string) page.Step {
	return page.Effect(func() tea.Msg {
		f, err := d.Collector.AddFrom(ctx, folder, path)
		return broughtMsg{app, path, f, err}
	})
}

func (d *Room) view(f model.File) page.Step {
	return page.Effect(func() tea.Msg { return page.FailedMsg{Err: d.Disk.View(f)} })
}

func (d *Room) readDir(dir, path string) page.Step {
	return page.Effect(func() tea.Msg {
		f, err := d.Disk.ReadDir(dir, path)
		return FolderMsg{dir, path, f, err}
	})
}
