package ui

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A sheet is one file of a row.
type sheet struct {
	d   *papersRoom
	key model.MaterialKey
	id  model.FileID
}

// newSheet shows a file and what can be done with it.
func newSheet(d *papersRoom, key model.MaterialKey, id model.FileID) screen {
	p := sheet{d, key, id}
	return d.menu(func() string { return legible.Line(p.file().Name) }, p.told, p.ways)
}

func (p sheet) files() []model.File { return p.d.app.Materials[p.key].Files }

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

func (p sheet) ways() []way {
	d, e, i := p.d, p.d.env, p.index()
	if i < 0 {
		return nil
	}
	text := func(id locales.ID) func() string { return func() string { return e.t(id) } }
	ways := []way{
		{text(locales.UIFilesView), func() Step { return d.view(p.file()) }},
		{text(locales.UIFilesReplace), func() Step { return push(newPicker(d, p.key, p.id)) }},
	}
	if i > 0 {
		ways = append(ways, way{text(locales.UIFilesUp), func() Step { return Steps(p.move(-1), pop(1)) }})
	}
	if i+1 < len(p.files()) {
		ways = append(ways, way{text(locales.UIFilesDown), func() Step { return Steps(p.move(+1), pop(1)) }})
	}
	return append(ways, way{text(locales.UIFilesDetach), func() Step { return push(p.detach(2)) }})
}

func (p sheet) told(w int) []string {
	e, f := p.d.env, p.file()
	text := e.p.Size(f.Size) + between + p.d.words().Seen(f.Look)
	lines := widget.Wrap(text, w)
	var when []string
	if len(p.files()) > 1 {
		when = append(when, e.t(locales.UIFilesPosition, "At", p.index()+1, "Of", len(p.files())))
	}
	if !f.Added.IsZero() {
		when = append(when, e.t(locales.UIFilesAdded, "On", p.d.words().Day(model.DateOf(f.Added))))
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
func (p sheet) move(by int) Step {
	to := p.index() + by
	if to < 0 || to >= len(p.files()) {
		return nil
	}
	changed := p.d.app.Clone()
	if err := changed.Move(p.d.proc, p.key, p.id, to); err != nil {
		return warn(p.d.refusal("", err))
	}
	return p.d.commit(changed)
}

// detach asks before the file is taken off, and then leaves as many screens.
func (p sheet) detach(leave int) screen {
	d := p.d
	title := func() string { return d.env.t(locales.UIFilesDetachTitle, "Name", legible.Line(p.file().Name)) }
	body := func(w int) []string { return widget.Wrap(d.env.t(locales.UIFilesDetachBody), w) }
	return d.env.confirm(title, body, 1, []locales.ID{locales.UIButtonKeep, locales.UIFilesDetach}, func() Step {
		changed := d.app.Clone()
		if err := changed.Detach(d.proc, p.key, p.id, d.env.Now()); err != nil {
			return warn(d.refusal("", err))
		}
		return Steps(d.commit(changed), pop(leave))
	})
}
