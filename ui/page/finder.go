package page

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A finder is a field above a list: what is typed there leaves the rows that
// have it in their name or id.
type Finder struct {
	env    *Env
	label  locales.ID
	n      int
	naming func(i int) (name, id string)
	found  []int // of the n, in their order
	find   *widget.Text
	List   *widget.List
}

// finder finds nothing yet: over says among what. Row draws one of them.
func (e *Env) Finder(label, hint locales.ID, row func(i, w int, focused bool) []string) *Finder {
	f := &Finder{env: e, label: label, find: widget.NewText(e.Kit, 80)}
	f.find.Hint = func() string { return e.T(hint) }
	f.find.Focus(true)
	f.List = widget.NewList(e.Kit, 1, func(i, w int, focused bool) []string {
		if i >= len(f.found) {
			return nil
		}
		return row(f.found[i], w, focused)
	})
	return f
}

// over makes the finder look among n things.
func (f *Finder) Over(n int, naming func(i int) (name, id string)) {
	f.n, f.naming = n, naming
	f.filter()
}

func (f *Finder) filter() {
	part := strings.ToLower(strings.TrimSpace(f.find.Value()))
	f.found = f.found[:0]
	for i := range f.n {
		if name, id := f.naming(i); strings.Contains(strings.ToLower(name), part) || strings.Contains(id, part) {
			f.found = append(f.found, i)
		}
	}
	f.List.SetCount(len(f.found))
	f.List.Select(0)
}

// take hands on a message and reports which of the n things was picked. The
// field is on line top of the screen.
func (f *Finder) Take(msg tea.Msg, top int) (i int, picked bool) {
	event := widget.Ignored
	switch m := msg.(type) {
	case widget.ClickMsg:
		event = m.Do()
	case tea.MouseClickMsg:
		event = f.List.Click(m.X, m.Y-top-finderHead)
	case tea.MouseWheelMsg:
		event = f.List.Update(m)
	case tea.KeyPressMsg, tea.PasteMsg:
		switch f.find.Update(m) {
		case widget.Changed:
			f.filter()
		case widget.Ignored:
			event = f.List.Update(m)
		}
	}
	if event != widget.Picked {
		return 0, false
	}
	return f.found[f.List.At()], true
}

// finderHead is the number of lines above the list: the field and a blank one.
const finderHead = 2

func (f *Finder) Draw(w, h int) (string, *tea.Cursor) {
	label := f.env.T(f.label) + " "
	indent := widget.Width(label)
	line, cursor := f.find.View(max(1, min(w, 72)-indent), 1)
	head, cursor := f.env.Theme().Label.Render(label)+line+"\n\n", widget.Shift(cursor, indent, 0)
	if len(f.found) == 0 {
		return head + strings.Join(widget.Wrap(f.env.T(locales.UIGotoNone), w), "\n"), cursor
	}
	text, _ := f.List.View(min(w, 96), max(1, h-finderHead))
	return head + text, cursor
}

// View draws the field and what it leaves.
func (f *Finder) View(w, h int) Drawn {
	label := f.env.T(f.label) + " "
	indent := widget.Width(label)
	line := widget.Draw(f.find, max(1, min(w, 72)-indent), 1).Shift(indent, 0)
	line.Text = f.env.Theme().Label.Render(label) + line.Text
	if len(f.found) == 0 {
		return line.Over(append([]string{""}, widget.Wrap(f.env.T(locales.UIGotoNone), w)...)...)
	}
	return line.Over("").Then(finderHead, widget.Draw(f.List, min(w, 96), max(1, h-finderHead)))
}
