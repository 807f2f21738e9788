package cover

import (
	"maps"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// NewResume offers to go on exactly where the user left: the page, the field,
// and what was typed in it.
func NewResume(d *Room) page.Screen {
	title := func() string { return d.Env.T(locales.UIResumeTitle) }
	body := func(w int) []string { return d.leftAt(w) }
	return d.Env.Confirm(title, body, 1, []locales.ID{locales.UIButtonHome, locales.UIButtonGoOn}, func() page.Step {
		return page.Steps(page.Restart(), d.Resume())
	})
}

// leftAt says where the user left, and what was typed there.
func (d *Room) leftAt(w int) []string {
	th, words := d.Env.Theme(), d.Words()
	lines := []string{th.Label.Render(legible.Line(d.App.Title))}
	where := ""
	if i := slices.IndexFunc(d.Visits, func(v model.Visit) bool { return string(v.Page) == d.Draft.Place }); i >= 0 {
		v := d.Visits[i]
		where = words.Title("section", string(v.Section))
		if q := d.Proc.Question(model.QuestionID(d.Draft.Focus)); q != nil {
			where += " " + th.Mark.Right + " " + words.Question(q.ID)
		} else if len(v.Questions) > 0 {
			where += " " + th.Mark.Right + " " + words.Question(v.Questions[0].ID)
		}
	}
	for _, t := range d.TaskList() {
		if string(t.At) == d.Draft.Place {
			where = t.Title
		}
	}
	if where != "" {
		lines = append(lines, d.Env.T(locales.UIResumeAt, "Where", where))
	}
	for _, field := range slices.Sorted(maps.Keys(d.Draft.Text)) {
		if text := d.Draft.Text[field]; text != "" && d.Proc.Question(model.QuestionID(field)) != nil {
			name := words.Question(model.QuestionID(field))
			typed := widget.Cut(d.Env.T(locales.UIResumeTyped, "Field", name, "Text", legible.Line(text)), w)
			lines = append(lines, th.Dim.Render(typed))
		}
	}
	return lines
}
