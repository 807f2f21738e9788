package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// How an application's screen is divided, by the width of the window less its
// margins: the task list on the left, the body, and beside it why it is asked.
const (
	threeColumns = 108
	twoColumns   = 78
	tasksWidth   = 27
	asideWidth   = 32
	asideNarrow  = 26
)

// page lays out a screen of an application.
func (d *desk) page(w, h int, at Stage, aside []string, body func(w, h int) (string, *tea.Cursor)) (string, *tea.Cursor) {
	kit := d.env.kit
	const gap = 3
	switch {
	case w >= threeColumns:
		side := 0
		if len(aside) > 0 {
			side = asideWidth
		}
		bw := w - tasksWidth - gap
		if side > 0 {
			bw -= side + gap
		}
		text, cursor := body(bw, h)
		columns := []widget.Column{{Text: strings.Join(d.tasks(tasksWidth, at), "\n"), Width: tasksWidth}, {Text: text, Width: bw}, {Text: d.beside(aside, side, h), Width: side}}
		return widget.Columns(h, kit.Wall(), columns...), widget.Shift(cursor, tasksWidth+gap, 0)
	case w >= twoColumns && len(aside) > 0:
		bw := w - asideNarrow - gap
		text, cursor := body(bw, h-2)
		two := widget.Columns(h-2, kit.Wall(), widget.Column{Text: text, Width: bw}, widget.Column{Text: d.beside(aside, asideNarrow, h-2), Width: asideNarrow})
		return d.strip(w, at) + "\n\n" + two, widget.Shift(cursor, 0, 2)
	}
	text, cursor := body(w, h-2)
	return d.strip(w, at) + "\n\n" + text, widget.Shift(cursor, 0, 2)
}

// clicked turns a click on the page into one on its body.
func (d *desk) clicked(m tea.MouseClickMsg, w int) (x, y int) {
	if w >= threeColumns {
		return m.X - tasksWidth - 3, m.Y
	}
	return m.X, m.Y - 2
}

// beside is the column of explanations. What does not fit is on the page that
// F1 opens, and the last line says so.
func (d *desk) beside(paragraphs []string, w, h int) string {
	lines := strings.Split(wrapAll(paragraphs, w), "\n")
	if len(lines) > h && h > 1 {
		why := d.env.keys().Why.Help()
		more := d.env.theme().Mark.Cut + " " + d.env.t(locales.UIAppMore, "Key", why.Key)
		lines = append(lines[:h-1], d.env.theme().Dim.Render(more))
	}
	return strings.Join(lines, "\n")
}

func wrapAll(paragraphs []string, w int) string {
	var lines []string
	for _, p := range paragraphs {
		lines = append(lines, widget.Wrap(p, w)...)
	}
	return strings.Join(lines, "\n")
}

// A task is a line of the task list.
type task struct {
	at    Stage
	title string
	mark  string
	count string
}

func (d *desk) taskList() []task {
	var ts []task
	words := d.words()
	for _, s := range d.proc.Sections {
		g := model.Answered(d.proc, &d.app, s.ID)
		ts = append(ts, task{Stage(s.ID), words.Title("section", string(s.ID)), d.sectionMark(s.ID, g), count(g)})
	}
	e := d.env
	papers := model.Settled(d.rows)
	ts = append(ts,
		task{Conditions, e.t(locales.UITaskConditions), d.conditionsMark(), ""},
		task{Materials, e.t(locales.UITaskMaterials), d.progressMark(papers), count(papers)},
		task{Review, e.t(locales.UITaskReview), d.reviewMark(), ""},
		task{Submission, e.t(locales.UITaskSubmission), d.submissionMark(), ""},
	)
	return ts
}

func count(g model.Progress) string { return fmt.Sprintf("%d/%d", g.Done, g.Of) }

func (d *desk) progressMark(g model.Progress) string {
	m := d.env.theme().Mark
	switch {
	case g.Done == g.Of:
		return m.Done
	case g.Done > 0:
		return m.Part
	}
	return m.Open
}

// sectionMark is the progress of a section, unless one of its answers stands in
// the way.
func (d *desk) sectionMark(id model.SectionID, g model.Progress) string {
	m, in := d.env.theme().Mark, make(map[model.QuestionID]bool)
	for _, v := range d.visits {
		for _, q := range v.Questions {
			in[q.ID] = v.Section == id
		}
	}
	for _, s := range d.assessed {
		if s.Verdict == model.NotMet && s.Severity != model.Warns && in[d.settling(s)] {
			return m.Bad
		}
	}
	for _, f := range d.findings {
		if f.Level == model.Problem && in[f.Question] {
			return m.Warn
		}
	}
	return d.progressMark(g)
}

func (d *desk) conditionsMark() string {
	m := d.env.theme().Mark
	mark := m.Done
	for _, s := range d.assessed {
		switch {
		case s.Verdict == model.NotMet && s.Severity != model.Warns:
			return m.Bad
		case s.Verdict == model.NotMet:
			mark = m.Warn
		case s.Verdict == model.CannotTell && mark == m.Done:
			mark = m.Open
		}
	}
	return mark
}

func (d *desk) reviewMark() string {
	if d.readiness == model.Ready {
		return d.env.theme().Mark.Done
	}
	return d.env.theme().Mark.Open
}

func (d *desk) submissionMark() string {
	m := d.env.theme().Mark
	switch {
	case len(d.app.Events) == 0 && d.readiness != model.Ready:
		return m.None
	case len(d.app.Events) == 0:
		return m.Open
	case len(d.app.OpenItems()) > 0:
		return m.Warn
	}
	return m.Part
}

// tasks draws the list as a column.
func (d *desk) tasks(w int, at Stage) []string {
	th := d.env.theme()
	lines := []string{th.Dim.Render(d.env.t(locales.UITaskTitle)), ""}
	for _, t := range d.taskList() {
		style := th.Text
		if t.at == at {
			style = th.Selected
		}
		lines = append(lines, widget.Spread(t.mark+" "+style.Render(t.title), th.Dim.Render(t.count), w))
	}
	return lines
}

// strip draws the list as one line: the marks of all, the title of one.
func (d *desk) strip(w int, at Stage) string {
	th := d.env.theme()
	var parts []string
	for _, t := range d.taskList() {
		if t.at == at {
			parts = append(parts, th.Selected.Render(t.mark+" "+strings.TrimSpace(t.title+" "+t.count)))
		} else {
			parts = append(parts, th.Dim.Render(t.mark))
		}
	}
	line := strings.Join(parts, "  ")
	if w < twoColumns {
		return line
	}
	g := model.Overall(d.proc, &d.app)
	return widget.Spread(line, d.env.kit.Bar(g.Done, g.Of, 20), w)
}
