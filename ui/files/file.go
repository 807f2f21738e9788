package files

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A sheet is one file of a row.
type sheet struct {
	d   *Room
	key model.MaterialKey
	id  model.FileID
}

// newSheet shows a file and what can be done with it.
func newSheet(d *Room, key model.MaterialKey, id model.FileID) page.Screen {
	p := sheet{d, key, id}
	return d.Menu(desk.Materials, func() string { return legible.Line(p.file().Name) }, p.told, p.ways)
}

func (p sheet) files() []model.File { return p.d.App.Materials[p.key].Files }

func (p sheet) index() int {
	return slices.IndexFunc(p.files(), func(f model.File) bool { return f.SHA256 == p.id })
}

// file is an empty one where it has gone.
func (p sheet) file() model.File {
	if i := p.index(); i >= 0 {
		return p.files()[i]
	}
	return model.File{}
}

func (p sheet) ways() []desk.Way {
	d, e, i := p.d, p.d.Env, p.index()
	if i < 0 {
		return nil
	}
	text := func(id locales.ID) func() string { return func() string { return e.T(id) } }
	ways := []desk.Way{
		{Title: text(locales.UIFilesView), Do: func() page.Step { return d.view(p.file()) }},
		{Title: text(locales.UIFilesReplace), Do: func() page.Step { return page.Push(newPicker(d, p.key, p.id)) }},
	}
	if i > 0 {
		ways = append(ways, desk.Way{Title: text(locales.UIFilesUp), Do: func() page.Step { return page.Steps(p.move(-1), page.Pop(1)) }})
	}
	if i+1 < len(p.files()) {
		ways = append(ways, desk.Way{Title: text(locales.UIFilesDown), Do: func() page.Step { return page.Steps(p.move(+1), page.Pop(1)) }})
	}
	return append(ways, desk.Way{Title: text(locales.UIFilesDetach), Do: func() page.Step { return page.Push(p.detach(2)) }})
}

func (p sheet) told(w int) []string {
	e, f := p.d.Env, p.file()
	text := e.P.Size(f.Size) + between + p.d.Words().Seen(f.Look)
	lines := widget.Wrap(text, w)
	var when []string
	if len(p.files()) > 1 {
		when = append(when, e.T(locales.UIFilesPosition, "At", p.index()+1, "Of", len(p.files())))
	}
	if !f.Added.IsZero() {
		when = append(when, e.T(locales.UIFilesAdded, "On", p.d.Words().Day(model.DateOf(f.Added))))
	}
	if len(when) > 0 {
		lines = append(lines, widget.Wrap(strings.Join(when, between), w)...)
	}
	bad, good := p.d.inspections(p.d.ofFile(p.key, p.id), w, sheetFound)
	return slices.Concat(lines, []string{""}, bad, good)
}

// sheetFound is how many lines about what was found there are on a small
// terminal.
const sheetFound = 6

// move puts the file some places further back.
func (p sheet) move(by int) page.Step {
	to := p.index() + by
	if to < 0 || to >= len(p.files()) {
		return nil
	}
	changed := p.d.App.Clone()
	if err := changed.Move(p.d.Proc, p.key, p.id, to); err != nil {
		return page.Warn(p.d.Refusal("", err))
	}
	return p.d.Commit(changed)
}

// detach asks before the file is taken off, and then leaves as many screens.
func (p sheet) detach(leave int) page.Screen {
	d := p.d
	title := func() string { return d.Env.T(locales.UIFilesDetachTitle, "Name", legible.Line(p.file().Name)) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIFilesDetachBody), w) }
	return d.Env.Confirm(title, body, 1, []locales.ID{locales.UIButtonKeep, locales.UIFilesDetach}, func() page.Step {
		changed := d.App.Clone()
		if err := changed.Detach(d.Proc, p.key, p.id, d.Env.Now()); err != nil {
			return page.Warn(d.Refusal("", err))
		}
		return page.Steps(d.Commit(changed), page.Pop(leave))
	})
}
