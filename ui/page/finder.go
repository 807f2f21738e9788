package page

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A Finder is a field above a list of things. What is typed there leaves those
// that have it in their name or id.
type Finder struct {
	env    *Env
	label  locales.ID
	n      int
	naming func(i int) (name, id string)
	found  []int // of the n things, in their order
	field  *widget.Text
	list   *widget.List
}

// Finder makes a finder with nothing to find yet; see Among. Row draws a thing.
func (e *Env) Finder(label, hint locales.ID, row func(i, w int, focused bool) []string) *Finder {
	f := &Finder{env: e, label: label, field: widget.NewText(e.Kit, 80)}
	f.field.Hint = func() string { return e.T(hint) }
	f.field.Focus(true)
	f.list = widget.NewList(e.Kit, 1, func(i, w int, focused bool) []string {
		if i >= len(f.found) {
			return nil
		}
		return row(f.found[i], w, focused)
	})
	return f
}

// Among makes the finder look among n things, which naming knows by their
// numbers.
func (f *Finder) Among(n int, naming func(i int) (name, id string)) {
	f.n, f.naming = n, naming
	f.filter()
}

func (f *Finder) filter() {
	part := strings.ToLower(strings.TrimSpace(f.field.Value()))
	f.found = f.found[:0]
	for i := range f.n {
		if name, id := f.naming(i); strings.Contains(strings.ToLower(name), part) || strings.Contains(id, part) {
			f.found = append(f.found, i)
		}
	}
	f.list.SetCount(len(f.found))
	f.list.Select(0)
}

// Focus puts thing i in focus, if it is among those that are found.
func (f *Finder) Focus(i int) {
	if at := slices.Index(f.found, i); at >= 0 {
		f.list.Select(at)
	}
}

// Update handles what is typed, pasted and clicked, and reports which thing was
// picked.
func (f *Finder) Update(msg tea.Msg) (i int, picked bool) {
	event := widget.Ignored
	switch m := msg.(type) {
	case widget.ClickMsg:
		event = m.Do()
	case tea.MouseWheelMsg:
		event = f.list.Update(m)
	case tea.KeyPressMsg, tea.PasteMsg:
		switch f.field.Update(m) {
		case widget.Changed:
			f.filter()
		case widget.Ignored:
			event = f.list.Update(m)
		}
	}
	if event != widget.Picked {
		return 0, false
	}
	return f.found[f.list.At()], true
}

// finderHead is the number of lines above the list: the field and a blank one.
const finderHead = 2

// Draw draws the field and what it leaves of the list.
func (f *Finder) Draw(w, h int) Drawn {
	label := f.env.T(f.label) + " "
	indent := widget.Width(label)
	line := widget.Draw(f.field, max(1, min(w, formWidth)-indent), 1).Shift(indent, 0)
	line.Text = f.env.Theme().Label.Render(label) + line.Text
	if len(f.found) == 0 {
		return line.Over(append([]string{""}, widget.Wrap(f.env.T(locales.UIGotoNone), w)...)...)
	}
	return line.Over("").Then(finderHead, widget.Draw(f.list, min(w, 96), max(1, h-finderHead)))
}
