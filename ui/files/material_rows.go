package files

import (
	"cmp"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A materialRow is a line of the page of a material: one of its files, or
// something that can be done.
type materialRow struct {
	id    string
	file  model.FileID // "" for what is no file
	mark  string
	title func() string
	right func() string // nil for nothing
	open  func() page.Step
}

// lines are the files in the order of their pages, and below them what can be
// done about the row.
func (s *material) lines() []materialRow {
	d, row := s.d, s.row()
	th, e := d.Env.Theme(), d.Env
	var rows []materialRow
	for _, f := range row.Files {
		rows = append(rows, materialRow{
			id: string(f.SHA256), file: f.SHA256, mark: d.fileMark(s.key, f),
			title: func() string { return legible.Line(f.Name) },
			right: func() string { return e.P.Size(f.Size) + between + d.Words().Seen(f.Look) },
			open:  func() page.Step { return page.Push(newSheet(d, s.key, f.SHA256)) },
		})
	}
	rows = append(rows, materialRow{
		id: "add", mark: "+", title: func() string { return e.T(locales.UIFilesAdd) },
		open: func() page.Step { return page.Push(newPicker(d, s.key, "")) },
	})
	rows = append(rows, materialRow{
		id: "status", mark: d.StatusMark(row), title: func() string { return e.T(locales.UIFilesStatus) },
		right: func() string { _, text := d.standing(s.row()); return text },
		open:  func() page.Step { return page.Push(newNoting(d, s.key)) },
	})
	if len(row.Files)+len(row.Details) > 0 || row.Material != nil && len(row.Material.Details) > 0 {
		rows = append(rows, materialRow{
			id: "details", mark: cmp.Or(d.levelMark(model.Worst(d.aboutFacts(s.key))), th.Mark.Quiet),
			title: func() string { return e.T(locales.UIDetailsRow) },
			right: func() string { return d.facts(s.row()) },
			open:  func() page.Step { return page.Push(newDetails(d, s.key)) },
		})
	}
	if draft.For(row.MaterialID()) {
		rows = append(rows, materialRow{
			id: "draft", mark: th.Mark.Quiet, title: func() string { return e.T(locales.UIFilesDraft) },
			open: func() page.Step { return d.writeDraft(s.row()) },
		})
	}
	if len(row.Past) > 0 {
		rows = append(rows, materialRow{
			id: "past", mark: th.Mark.Quiet, title: func() string { return e.T(locales.UIFilesPast, "Count", len(s.row().Past)) },
			open: func() page.Step { return page.Push(newPast(d, s.key)) },
		})
	}
	return rows
}

// filesBrief is how many files a row has, and what is worst about them.
func (d *Room) filesBrief(r model.ListRow) string {
	if len(r.Files) == 0 {
		return ""
	}
	th := d.Env.Theme()
	text := th.Dim.Render(d.Env.T(locales.UIFilesCount, "Count", len(r.Files)))
	if worst := model.Worst(d.Inspected[r.Key]); worst != model.Pass {
		return d.levelMark(worst) + " " + text
	}
	return text
}

// fileMark says in one cell what is wrong with a file.
func (d *Room) fileMark(key model.MaterialKey, f model.File) string {
	return d.levelMark(model.Worst(d.ofFile(key, f.SHA256)))
}

// told is what there is to say about the line in focus: of a file what was
// found in it, else what was found about the row. It is short if there are no
// more than h lines for it. The first so many lines must be seen.
func (s *material) told(w, h int) (lines []string, must int) {
	d, at := s.d, s.at()
	var found []model.Inspection
	switch {
	case at.file != "":
		lines, found = s.named(at, w), d.ofFile(s.key, at.file)
	case at.id == "details":
		found = d.aboutFacts(s.key)
	}
	if len(found) > 0 {
		bad, good := d.inspections(found, w, h-len(lines))
		return slices.Concat(lines, bad, good), len(lines) + len(bad)
	}
	return append(lines, s.toldOfRow(w)...), len(lines)
}

// named is all that the line of a file says, where it is cut in the list.
func (s *material) named(at materialRow, w int) []string {
	if widget.Width(at.title()+at.right()) <= w-6 {
		return nil
	}
	lines := append(widget.Wrap(at.title(), w), widget.Wrap(at.right(), w)...)
	for i, l := range lines {
		lines[i] = s.d.Env.Theme().Dim.Render(l)
	}
	return lines
}

// toldOfRow is what was found about the row, and what is noted of it.
func (s *material) toldOfRow(w int) []string {
	d, row := s.d, s.row()
	var lines []string
	if len(row.Files) == 0 {
		lines = widget.Wrap(d.Env.T(locales.UIFilesDropHint), w)
	}
	lines = append(lines, d.brief(d.Inspected[s.key], w)...)
	for _, n := range []struct {
		id         locales.ID
		name, text string
	}{{locales.UIMaterialsReason, "Reason", row.Reason}, {locales.UIMaterialsNote, "Note", row.Note}} {
		if n.text != "" {
			lines = append(lines, widget.Wrap(d.Env.T(n.id, n.name, legible.Line(n.text)), w)...)
		}
	}
	if s.w < desk.TwoColumns { // there is no column beside
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

// aboutFacts are the inspections of what is typed in beside the files.
func (d *Room) aboutFacts(key model.MaterialKey) []model.Inspection {
	return slices.DeleteFunc(d.ofFile(key, ""), func(i model.Inspection) bool { return i.Detail == "" })
}
