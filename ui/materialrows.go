package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/theme"
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
	open  func() tea.Cmd
}

// lines are the files in the order of their pages, and below them what can be
// done about the row.
func (s *material) lines() []materialRow {
	d, row := s.d, s.row()
	th, e := d.env.theme(), d.env
	var rows []materialRow
	for _, f := range row.Files {
		rows = append(rows, materialRow{
			id: string(f.SHA256), file: f.SHA256, mark: d.fileMark(row, f),
			title: func() string { return legible.Line(f.Name) },
			right: func() string { return e.p.Size(f.Size) + " · " + d.words().Seen(f.Look) },
			open:  func() tea.Cmd { return push(newSheet(d, s.key, f.SHA256)) },
		})
	}
	rows = append(rows, materialRow{
		id: "add", mark: "+", title: func() string { return e.t(locales.UIFilesAdd) },
		open: func() tea.Cmd { return push(newPicker(d, s.key, "")) },
	})
	rows = append(rows, materialRow{
		id: "status", mark: d.statusMark(row), title: func() string { return e.t(locales.UIFilesStatus) },
		right: func() string { _, text := d.standing(s.row()); return text },
		open:  func() tea.Cmd { return push(newNoting(d, s.key)) },
	})
	if draft.For(row.MaterialID()) {
		rows = append(rows, materialRow{
			id: "draft", mark: th.Mark.Quiet, title: func() string { return e.t(locales.UIFilesDraft) },
			open: func() tea.Cmd { return d.draftOf(s.row()) },
		})
	}
	if len(row.Past) > 0 {
		rows = append(rows, materialRow{
			id: "past", mark: th.Mark.Quiet, title: func() string { return e.t(locales.UIFilesPast, "Count", len(s.row().Past)) },
			open: func() tea.Cmd { return push(newPast(d, s.key)) },
		})
	}
	return rows
}

// filesBrief is how many files a row has, and what is worst about them.
func (d *desk) filesBrief(r model.ListRow) string {
	if len(r.Files) == 0 {
		return ""
	}
	th := d.env.theme()
	text := th.Dim.Render(d.env.t(locales.UIFilesCount, "Count", len(r.Files)))
	if mark := d.worstMark(r); mark != "" {
		return mark + " " + text
	}
	return text
}

// worstMark is the mark of the worst file of a row, "" where nothing is wrong.
func (d *desk) worstMark(r model.ListRow) string {
	worst, th := "", d.env.theme()
	for _, f := range r.Files {
		switch mark := d.fileMark(r, f); {
		case mark == th.Bad.Render(th.Mark.Bad):
			return mark
		case mark != th.Good.Render(th.Mark.Done):
			worst = mark
		}
	}
	return worst
}

// fileMark says in one cell what is wrong with a file.
func (d *desk) fileMark(_ model.ListRow, f model.File) string {
	th := d.env.theme()
	switch {
	case f.Look == nil:
		return th.Dim.Render(th.Mark.Open)
	case len(f.Look.Defects) > 0:
		return th.Bad.Render(th.Mark.Bad)
	case f.Look.Doubt != "":
		return th.Warn.Render(th.Mark.Warn)
	}
	return th.Good.Render(th.Mark.Done)
}

// told is what there is to say about the line in focus.
func (s *material) told(w int) []string {
	d, row := s.d, s.row()
	var lines []string
	add := func(tone theme.Tone, text string) {
		style, mark := d.env.theme().Tone(tone)
		for _, l := range widget.Wrap(strings.TrimSpace(mark+" "+text), w) {
			lines = append(lines, style.Render(l))
		}
	}
	if len(row.Files) == 0 {
		lines = widget.Wrap(d.env.t(locales.UIFilesDropHint), w)
	}
	if row.Reason != "" {
		add(theme.Neutral, d.env.t(locales.UIMaterialsReason, "Reason", legible.Line(row.Reason)))
	}
	if row.Note != "" {
		add(theme.Neutral, d.env.t(locales.UIMaterialsNote, "Note", legible.Line(row.Note)))
	}
	if s.w < twoColumns { // there is no column beside
		for _, part := range []string{"how", "look"} {
			if text := d.words().Part("material", string(row.MaterialID()), part); text != "" {
				lines = append(append(lines, ""), widget.Wrap(text, w)...)
			}
		}
	}
	if len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	return lines
}
