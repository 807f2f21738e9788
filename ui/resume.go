package ui

import (
	"maps"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newResume offers to go on exactly where somebody left: the page, the field,
// and what was typed in it.
func newResume(d *coverRoom) screen {
	title := func() string { return d.env.t(locales.UIResumeTitle) }
	body := func(w int) []string { return d.leftAt(w) }
	return d.env.confirm(title, body, 1, []locales.ID{locales.UIButtonHome, locales.UIButtonGoOn}, func() Step {
		return Steps(restart(), d.resume())
	})
}

// resume leads to where the user was.
func (d *coverRoom) resume() Step {
	if to, ok := d.left(); ok {
		return leaveFor(to)
	}
	return nil
}

func (d *coverRoom) leftAt(w int) []string {
	th, words := d.env.theme(), d.words()
	lines := []string{th.Label.Render(legible.Line(d.app.Title))}
	where := ""
	if i := slices.IndexFunc(d.visits, func(v model.Visit) bool { return string(v.Page) == d.draft.Place }); i >= 0 {
		v := d.visits[i]
		where = words.Title("section", string(v.Section))
		if q := d.proc.Question(model.QuestionID(d.draft.Focus)); q != nil {
			where += " " + th.Mark.Right + " " + words.Question(q.ID)
		} else if len(v.Questions) > 0 {
			where += " " + th.Mark.Right + " " + words.Question(v.Questions[0].ID)
		}
	}
	for _, t := range d.taskList() {
		if string(t.at) == d.draft.Place {
			where = t.title
		}
	}
	if where != "" {
		lines = append(lines, d.env.t(locales.UIResumeAt, "Where", where))
	}
	for _, field := range slices.Sorted(maps.Keys(d.draft.Text)) {
		if text := d.draft.Text[field]; text != "" && d.proc.Question(model.QuestionID(field)) != nil {
			name := words.Question(model.QuestionID(field))
			typed := widget.Cut(d.env.t(locales.UIResumeTyped, "Field", name, "Text", legible.Line(text)), w)
			lines = append(lines, th.Dim.Render(typed))
		}
	}
	return lines
}
