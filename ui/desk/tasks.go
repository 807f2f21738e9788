package desk

import (
	"fmt"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A Task is a line of the task list: the sections of questions, and the stages
// after them.
type Task struct {
	At    Stage
	Title string
	Mark  string // how far it is
	Count string // how much of it is done, "" where that is not counted
}

// TaskList lists what there is to do, in the order in which it is done.
func (d *Desk) TaskList() []Task {
	var ts []Task
	e, words, m := d.Env, d.Words(), d.Env.Theme().Mark
	for _, s := range d.Proc.Sections {
		g := model.Answered(d.Proc, &d.App, s.ID)
		ts = append(ts, Task{Stage(s.ID), words.Title("section", string(s.ID)), d.sectionMark(s.ID, g), count(g)})
	}
	papers := model.Settled(d.Rows)
	return append(ts,
		Task{Conditions, e.T(locales.UITaskConditions), conditionsMark(m, d.Assessed), ""},
		Task{Materials, e.T(locales.UITaskMaterials), progressMark(m, papers), count(papers)},
		Task{Review, e.T(locales.UITaskReview), reviewMark(m, d.Readiness), ""},
		Task{Submission, e.T(locales.UITaskSubmission), submissionMark(m, &d.App, d.Readiness), ""})
}

func count(g model.Progress) string { return fmt.Sprintf("%d/%d", g.Done, g.Of) }

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
	return progressMark(m, g)
}

func progressMark(m theme.Marks, g model.Progress) string {
	switch {
	case g.Done == g.Of:
		return m.Done
	case g.Done > 0:
		return m.Part
	}
	return m.Open
}

func conditionsMark(m theme.Marks, assessed []model.Assessment) string {
	mark := m.Done
	for _, s := range assessed {
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

func reviewMark(m theme.Marks, readiness model.Readiness) string {
	if readiness.Submittable() {
		return m.Done
	}
	return m.Open
}

func submissionMark(m theme.Marks, app *model.Application, readiness model.Readiness) string {
	switch {
	case len(app.Events) == 0 && !readiness.Submittable():
		return m.None
	case len(app.Events) == 0:
		return m.Open
	case len(app.OpenItems()) > 0:
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
