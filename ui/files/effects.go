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

// The replies of this room.
type (
	// folderMsg brings the list of a folder.
	folderMsg struct {
		dir, path string // as asked for
		folder    Folder
		err       error
	}
	// scannedMsg brings what a scan has found, and where it may go.
	scannedMsg struct {
		of       *scan
		found    *collect.Folder
		proposal collect.Proposal
		err      error
	}
	// scanningMsg says how many files a scan has found so far.
	scanningMsg struct {
		of    *scan
		files int
	}
)

// A scan is one look through a folder. Its pointer tells its replies from those
// of a scan that was stopped.
type scan struct {
	stop     context.CancelFunc
	progress chan int // closed when the scan is over
}

// attachFrom attaches files to a row from where the user has them.
func (d *Room) attachFrom(key model.MaterialKey, replace model.FileID, paths ...string) page.Step {
	disk := d.Disk
	files := make([]desk.Intake, len(paths))
	for i, path := range paths {
		files[i] = desk.Intake{Key: key, Name: path, Replace: replace, Copy: func(ctx context.Context) (model.File, error) {
			return disk.Add(ctx, path)
		}}
	}
	return d.Attach(files...)
}

// fromFolder is a file of a folder on its way to a row. It is not copied again
// where it is in the vault.
func (d *Room) fromFolder(folder *collect.Folder, path string, key model.MaterialKey, copied model.File) desk.Intake {
	collector := d.Collector
	return desk.Intake{Key: key, Name: path, Copy: func(ctx context.Context) (model.File, error) {
		if copied.SHA256 != "" {
			return copied, nil
		}
		return collector.AddFrom(ctx, folder, path)
	}}
}

// scan looks through a folder, and proposes rows for what is there. Meanwhile
// it says how far it is.
func (d *Room) scan(dir string) (*scan, page.Step) {
	ctx, cancel := context.WithCancel(context.Background())
	s := &scan{cancel, make(chan int, 1)}
	told := func(files int) {
		select {
		case s.progress <- files:
		default: // the last number is not shown yet; there will be another one
		}
	}
	p, app := d.Proc, d.App.Clone()
	look := page.Effect(func() tea.Msg {
		defer close(s.progress)
		m := scannedMsg{of: s}
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
	return s, page.Steps(look, scanning(s))
}

// scanning waits for the next number.
func scanning(s *scan) page.Step {
	return page.Effect(func() tea.Msg {
		n, ok := <-s.progress
		if !ok {
			return nil
		}
		return scanningMsg{s, n}
	})
}

// vocabularies are the words of all languages: a folder may mix them.
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

// view shows a file with the program that the system has for it.
func (d *Room) view(f model.File) page.Step {
	return page.Effect(func() tea.Msg { return page.FailedMsg{Err: d.Disk.View(f)} })
}

// readDir lists a folder.
func (d *Room) readDir(dir, path string) page.Step {
	return page.Effect(func() tea.Msg {
		f, err := d.Disk.ReadDir(dir, path)
		return folderMsg{dir, path, f, err}
	})
}
