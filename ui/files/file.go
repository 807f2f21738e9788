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

// A file is one of the files of a row, and what can be done with it.
type file struct {
	d   *Room
	key model.MaterialKey
	id  model.FileID
}

// menu shows the file and what can be done with it. It is left when the row does
// not have the file any more.
func (f file) menu() page.Screen {
	return f.d.Menu(desk.Materials, func() string { return legible.Line(f.file().Name) }, f.about, f.ways)
}

func (f file) all() []model.File { return f.d.App.Materials[f.key].Files }

func (f file) index() int {
	return slices.IndexFunc(f.all(), func(o model.File) bool { return o.SHA256 == f.id })
}

// file is an empty one where the row does not have it.
func (f file) file() model.File {
	if i := f.index(); i >= 0 {
		return f.all()[i]
	}
	return model.File{}
}

func (f file) ways() []desk.Way {
	e, i := f.d.Env, f.index()
	if i < 0 {
		return nil
	}
	way := func(id locales.ID, do func() page.Step) desk.Way {
		return desk.Way{Title: func() string { return e.T(id) }, Do: do}
	}
	moved := func(by int) func() page.Step {
		return func() page.Step { return page.Steps(f.move(by), page.Pop()) }
	}
	ways := []desk.Way{way(locales.UIFilesView, f.view), way(locales.UIFilesReplace, f.replace)}
	if i > 0 {
		ways = append(ways, way(locales.UIFilesUp, moved(-1)))
	}
	if i+1 < len(f.all()) {
		ways = append(ways, way(locales.UIFilesDown, moved(+1)))
	}
	return append(ways, way(locales.UIFilesDetach, f.detach))
}

// about says what is known about the file, and what was found in it.
func (f file) about(w int) []string {
	e, file := f.d.Env, f.file()
	lines := widget.Wrap(f.d.known(file), w)
	var when []string
	if n := len(f.all()); n > 1 {
		when = append(when, e.T(locales.UIFilesPosition, "At", f.index()+1, "Of", n))
	}
	if !file.Added.IsZero() {
		when = append(when, e.T(locales.UIFilesAdded, "On", f.d.Words().Day(model.DateOf(file.Added))))
	}
	if len(when) > 0 {
		lines = append(lines, widget.Wrap(strings.Join(when, between), w)...)
	}
	bad, good := f.d.inspections(f.d.ofFile(f.key, f.id), w, foundLines)
	return slices.Concat(lines, []string{""}, bad, good)
}

// foundLines is how many lines about what was found there are on a small
// terminal.
const foundLines = 6

func (f file) view() page.Step { return f.d.view(f.file()) }

// replace picks the file that takes the place of this one.
func (f file) replace() page.Step { return page.Push(newPicker(f.d, f.key, f.id)) }

// move puts the file some places further back.
func (f file) move(by int) page.Step {
	to := f.index() + by
	if to < 0 || to >= len(f.all()) {
		return nil
	}
	changed := f.d.App.Clone()
	if err := changed.Move(f.d.Proc, f.key, f.id, to); err != nil {
		return page.Warn(f.d.Refusal("", err))
	}
	return f.d.Commit(changed)
}

// detach asks before the file is taken off the row.
func (f file) detach() page.Step {
	d := f.d
	title := func() string { return d.Env.T(locales.UIFilesDetachTitle, "Name", legible.Line(f.file().Name)) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIFilesDetachBody), w) }
	return page.Push(d.Env.Confirm(title, body, 1, []locales.ID{locales.UIButtonKeep, locales.UIFilesDetach}, func() page.Step {
		changed := d.App.Clone()
		if err := changed.Detach(d.Proc, f.key, f.id, d.Env.Now()); err != nil {
			return page.Warn(d.Refusal("", err))
		}
		return page.Steps(d.Commit(changed), page.Pop())
	}))
}
