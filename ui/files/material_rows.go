package files

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// rowFacts is the key of the row that leads to the facts of a document. The
// keys of files are their ids.
const rowFacts = "facts"

// look makes the rows anew: the files in the order of their pages, and below
// them what can be done about the row.
func (s *material) look() {
	d, e, row := s.d, s.d.Env, s.row()
	var rows []page.Row
	for _, f := range row.Files {
		rows = append(rows, page.Row{
			Key:   string(f.SHA256),
			Lines: func(w int, focused bool) []string { return []string{s.fileLine(f, w, focused)} },
			Open:  func() page.Step { return page.Push(file{d, s.key, f.SHA256}.menu()) },
		})
	}
	add := func(key string, draw func() (mark, title, right string), open func() page.Step) {
		rows = append(rows, page.Row{Key: key, Open: open, Lines: func(w int, focused bool) []string {
			mark, title, right := draw()
			return []string{d.markedLine(mark, title, widget.Cut(right, w*2/3), w, focused)}
		}})
	}
	quiet := func() string { return e.Theme().Mark.Quiet }
	add("add", func() (string, string, string) { return "+", e.T(locales.UIFilesAdd), "" },
		func() page.Step { return page.Push(newPicker(d, s.key, "")) })
	add("status", func() (string, string, string) {
		_, text := d.progress(s.row())
		return d.StatusMark(s.row()), e.T(locales.UIFilesStatus), text
	}, func() page.Step { return page.Push(newNote(d, s.row())) })
	if len(row.Files)+len(row.Details) > 0 || row.Material != nil && len(row.Material.Details) > 0 {
		add(rowFacts, func() (string, string, string) {
			mark := cmp.Or(d.levelMark(model.Worst(d.aboutFacts(s.key))), quiet())
			return mark, e.T(locales.UIDetailsRow), d.factsBrief(s.row())
		}, func() page.Step { return page.Push(newFacts(d, s.row())) })
	}
	if draft.For(row.MaterialID()) {
		add("draft", func() (string, string, string) { return quiet(), e.T(locales.UIFilesDraft), "" },
			func() page.Step { return desk.OpenAt(desk.Draft, string(s.key)) })
	}
	if n := len(row.Past); n > 0 {
		add("earlier", func() (string, string, string) { return quiet(), e.T(locales.UIFilesPast, "Count", n), "" },
			func() page.Step { return page.Push(newEarlier(d, s.key)) })
	}
	s.rows.Set(rows)
}

// markedLine draws a row: its mark, what it is, and at the right end what is
// known about it.
func (d *Room) markedLine(mark, title, right string, w int, focused bool) string {
	th := d.Env.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	return widget.Spread(mark+" "+style.Render(title), th.Dim.Render(right), w)
}

// fileLine draws the row of a file.
func (s *material) fileLine(f model.File, w int, focused bool) string {
	mark, name := s.d.levelMark(model.Worst(s.d.ofFile(s.key, f.SHA256))), legible.Line(f.Name)
	room := w - widget.Width(mark+" "+name) - 2
	return s.d.markedLine(mark, name, shorten(s.d.known(f), room), w, focused)
}

// known is what is known about a file, in one line.
func (d *Room) known(f model.File) string {
	return d.Env.P.Size(f.Size) + between + d.Words().Seen(f.Look)
}

// shorten leaves as much of what is known about a file as there is room for: its
// format matters more than its size.
func shorten(text string, room int) string {
	parts := strings.Split(text, between)
	for len(parts) > 2 && widget.Width(strings.Join(parts, between)) > room {
		parts = parts[:len(parts)-1]
	}
	for len(parts) > 0 && widget.Width(strings.Join(parts, between)) > room {
		parts = parts[1:]
	}
	return strings.Join(parts, between)
}

// about is what there is to say about the row in focus: of a file what was
// found in it, else what was found about the material. It is short if there are
// no more than h lines for it. The first so many lines must be seen.
func (s *material) about(w, h int, narrow bool) (lines []string, must int) {
	d := s.d
	var found []model.Inspection
	if f, ok := s.file(); ok {
		lines, found = s.named(f.file(), w), d.ofFile(s.key, f.id)
	} else if s.rows.Key() == rowFacts {
		found = d.aboutFacts(s.key)
	}
	if len(found) > 0 {
		bad, good := d.inspections(found, w, h-len(lines))
		return slices.Concat(lines, bad, good), len(lines) + len(bad)
	}
	return append(lines, s.aboutMaterial(w, narrow)...), len(lines)
}

// named is all that the row of a file says, where it is cut in the list.
func (s *material) named(f model.File, w int) []string {
	name, known := legible.Line(f.Name), s.d.known(f)
	if widget.Width(name+known) <= w-6 {
		return nil
	}
	lines := append(widget.Wrap(name, w), widget.Wrap(known, w)...)
	for i, l := range lines {
		lines[i] = s.d.Env.Theme().Dim.Render(l)
	}
	return lines
}

// aboutMaterial is what was found about the material, and what is noted of it.
// Where the window is too narrow for a column beside, it says how to get it.
func (s *material) aboutMaterial(w int, narrow bool) []string {
	d, row := s.d, s.row()
	var lines []string
	if len(row.Files) == 0 {
		lines = widget.Wrap(d.Env.T(locales.UIFilesDropHint), w)
	}
	lines = append(lines, d.brief(d.Inspected[s.key], w)...)
	for _, text := range d.notes(row) {
		lines = append(lines, widget.Wrap(text, w)...)
	}
	if narrow {
		for _, part := range []string{"how", "look"} {
			if text := d.Words().Part("material", string(row.MaterialID()), part); text != "" {
				lines = append(append(lines, ""), widget.Wrap(text, w)...)
			}
		}
	}
	if len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	return lines
}
