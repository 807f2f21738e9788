package board

import (
	"io"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
)

type (
	folderMadeMsg struct {
		dir string // in full
		err error
	}
	exportedMsg struct {
		run *exportRun
		err error
	}
)

// makeFolder makes the folder of an export of many.
func (e *Room) makeFolder(dir string) page.Step {
	return page.Effect(func() tea.Msg {
		full, err := e.Output.MakeFolder(dir)
		return folderMadeMsg{full, err}
	})
}

// export writes the checklist of one application of many. Leaving waits for it
// as for any document.
func (e *Room) export(run *exportRun, id model.ApplicationID) page.Step {
	to, replace, opt := run.to, run.replace, export.Options{Today: e.Today()}
	return page.Work(func() tea.Msg { return exportedMsg{run, e.writeChecklist(to, id, replace, opt)} })
}

// writeChecklist writes a checklist under a name that no other application has.
func (e *Room) writeChecklist(to destination, id model.ApplicationID, replace bool, opt export.Options) error {
	app, err := e.Store.Load(id)
	if err != nil {
		return err
	}
	p, err := e.Procedures.Edition(app.Procedure, app.Edition)
	if err != nil {
		return err
	}
	words, err := e.WordsIn(e.Procedures.For(p, &app), to.langs...)
	if err != nil {
		return err
	}
	path := filepath.Join(to.dir, export.FileName(app.Title)+"-"+string(id)+"."+to.format)
	_, err = e.Output.Write(path, replace, func(out io.Writer) error {
		return export.Encode(out, to.format, &app, e.Workdays, opt, words...)
	})
	return err
}
