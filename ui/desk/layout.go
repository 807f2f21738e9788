package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// How an application's screen is divided, by the width of the window less its
// margins: the task list on the left, the body, and beside it why it is asked.
const (
	ThreeColumns = 108
	TwoColumns   = 78
	tasksWidth   = 27
	asideWidth   = 32
	asideNarrow  = 26
)

// Lay lays out a screen of an application: the body, with the task list beside
// or above it, and the explanations where there is room.
func (d *Desk) Lay(w, h int, at Stage, aside []string, body func(w, h int) page.Drawn) page.Drawn {
	kit := d.Env.Kit
	const gap = 3
	switch {
	case w >= ThreeColumns:
		side := 0
		if len(aside) > 0 {
			side = asideWidth
		}
		bw := w - tasksWidth - gap
		if side > 0 {
			bw -= side + gap
		}
		drawn := body(bw, h)
		columns := []widget.Column{{Text: strings.Join(d.tasks(tasksWidth, at), "\n"), Width: tasksWidth}, {Text: drawn.Text, Width: bw}, {Text: d.Beside(aside, side, h), Width: side}}
		drawn = drawn.Shift(tasksWidth+gap, 0)
		drawn.Text = widget.Columns(h, kit.Wall(), columns...)
		return drawn
	case w >= TwoColumns && len(aside) > 0:
		bw := w - asideNarrow - gap
		drawn := body(bw, h-2)
		drawn.Text = widget.Columns(h-2, kit.Wall(), widget.Column{Text: drawn.Text, Width: bw}, widget.Column{Text: d.Beside(aside, asideNarrow, h-2), Width: asideNarrow})
		return drawn.Under(d.strip(w, at), "")
	}
	return body(w, h-2).Under(d.strip(w, at), "")
}

// Page is Lay for screens that do not know targets yet.
func (d *Desk) Page(w, h int, at Stage, aside []string, body func(w, h int) (string, *tea.Cursor)) (string, *tea.Cursor) {
	drawn := d.Lay(w, h, at, aside, func(w, h int) page.Drawn {
		text, cursor := body(w, h)
		return page.Drawn{Text: text, Cursor: cursor}
	})
	return drawn.Text, drawn.Cursor
}

// clicked turns a click on the page into one on its body.
func (d *Desk) Clicked(m tea.MouseClickMsg, w int) (x, y int) {
	if w >= ThreeColumns {
		return m.X - tasksWidth - 3, m.Y
	}
	return m.X, m.Y - 2
}

// beside is the column of explanations. What does not fit is on the page that
// F1 opens, and the last line says so.
func (d *Desk) Beside(paragraphs []string, w, h int) string {
	lines := strings.Split(WrapAll(paragraphs, w), "\n")
	if len(lines) > h && h > 1 {
		why := d.Env.Keys().Why.Help()
		more := d.Env.Theme().Mark.Cut + " " + d.Env.T(locales.UIAppMore, "Key", why.Key)
		lines = append(lines[:h-1], d.Env.Theme().Dim.Render(more))
	}
	return strings.Join(lines, "\n")
}

func WrapAll(paragraphs []string, w int) string {
	var lines []string
	for _, p := range paragraphs {
		lines = append(lines, widget.Wrap(p, w)...)
	}
	return strings.Join(lines, "\n")
}

// A task is a line of the task list.
type task struct {
	At    Stage
	Title string
	Mark  string
	Count string
}

func (d *Desk) TaskList() []task {
	var ts []task
	words := d.Words()
	for _, s := range d.Proc.Sections {
		g := model.Answered(d.Proc, &d.App, s.ID)
		ts = append(ts, task{Stage(s.ID), words.Title("section", string(s.ID)), d.sectionMark(s.ID, g), count(g)})
	}
	e := d.Env
	papers := model.Settled(d.Rows)
	ts = append(ts,
		task{Conditions, e.T(locales.UITaskConditions), d.conditionsMark(), ""},
		task{Materials, e.T(locales.UITaskMaterials), d.progressMark(papers), count(papers)},
		task{Review, e.T(locales.UITaskReview), d.reviewMark(), ""},
		task{Submission, e.T(locales.UITaskSubmission), d.submissionMark(), ""},
	)
	return ts
}

func count(g model.Progress) string { return fmt.Sprintf("%d/%d", g.Done, g.Of) }

func (d *Desk) progressMark(g model.Progress) string {
	m := d.Env.Theme().Mark
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
func (d *Desk) sectionMark(id model.SectionID, g model.Progress) string {
	m, in := d.Env.Theme().Mark, make(map[model.QuestionID]bool)
	for _, v := range d.Visits {
		for _, q := range v.Questions {
			in[q.ID] = v.Section == id
		}
	}
	for _, s := range d.Assessed {
		if s.Verdict == model.NotMet && s.Severity != model.Warns && in[d.Settling(s)] {
			return m.Bad
		}
	}
	for _, f := range d.Findings {
		if f.Level == model.Problem && in[f.Question] {
			return m.Warn
		}
	}
	return d.progressMark(g)
}

func (d *Desk) conditionsMark() string {
	m := d.Env.Theme().Mark
	mark := m.Done
	for _, s := range d.Assessed {
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

func (d *Desk) reviewMark() string {
	if d.Readiness == model.Ready {
		return d.Env.Theme().Mark.Done
	}
	return d.Env.Theme().Mark.Open
}

func (d *Desk) submissionMark() string {
	m := d.Env.Theme().Mark
	switch {
	case len(d.App.Events) == 0 && d.Readiness != model.Ready:
		return m.None
	case len(d.App.Events) == 0:
		return m.Open
	case len(d.App.OpenItems()) > 0:
		return m.Warn
	}
	return m.Part
}

// tasks draws the list as a column.
func (d *Desk) tasks(w int, at Stage) []string {
	th := d.Env.Theme()
	lines := []string{th.Dim.Render(d.Env.T(locales.UITaskTitle)), ""}
	for _, t := range d.TaskList() {
		style := th.Text
		if t.At == at {
			style = th.Selected
		}
		lines = append(lines, widget.Spread(t.Mark+" "+style.Render(t.Title), th.Dim.Render(t.Count), w))
	}
	return lines
}

// strip draws the list as one line: the marks of all, the title of one.
func (d *Desk) strip(w int, at Stage) string {
	th := d.Env.Theme()
	var parts []string
	for _, t := range d.TaskList() {
		if t.At == at {
			parts = append(parts, th.Selected.Render(t.Mark+" "+strings.TrimSpace(t.Title+" "+t.Count)))
		} else {
			parts = append(parts, th.Dim.Render(t.Mark))
		}
	}
	line := strings.Join(parts, "  ")
	if w < TwoColumns {
		return line
	}
	g := model.Overall(d.Proc, &d.App)
	return widget.Spread(line, d.Env.Kit.Bar(g.Done, g.Of, 20), w)
}
