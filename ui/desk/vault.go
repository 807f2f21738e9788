package desk

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
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

// filedMsg is the reply to one step of the work on files.
type filedMsg struct {
	of   *filing
	n    int // the step
	file model.File
	err  error
}

// file takes a file in, or looks again into one that is there.
func (d *Desk) file(f *filing, n int) page.Step {
	ctx, s := f.ctx, f.steps[n]
	return page.Effect(func() tea.Msg {
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
