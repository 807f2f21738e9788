package desk

import (
	"github.com/xuke-cli/xuke/model"
)

// markOfAnswer says whether a question is answered.
func (d *Desk) MarkOfAnswer(q *model.Question) string {
	m, ans := d.Env.Theme().Mark, d.App.Answers[q.ID]
	switch {
	case ans.Unconfirmed():
		return m.Part
	case ans.Value != nil:
		return m.Done
	case ans.Pending != nil:
		return m.Part
	case q.Optional:
		return m.None
	}
	return m.Open
}

// markOfVerdict says how a condition stands.
func (d *Desk) MarkOfVerdict(s model.Assessment) string {
	if _, mark := d.Env.Theme().Tone(Tone(s)); mark != "" {
		return mark
	}
	return d.Env.Theme().Mark.Open
}

// markOfRow says whether a row of the list is settled, without colour.
func (d *Desk) MarkOfRow(r model.ListRow) string {
	m := d.Env.Theme().Mark
	if r.Needed != model.True {
		return m.None
	}
	switch r.Status {
	case model.Checked:
		return m.Done
	case model.Waived:
		return m.None
	case model.Missing:
		return m.Open
	}
	return m.Part
}

// statusMark says how far a row is in one cell.
func (d *Desk) StatusMark(r model.ListRow) string {
	th := d.Env.Theme()
	switch r.Status {
	case model.Requested:
		return th.Accent.Render(th.Mark.Right)
	case model.Got:
		return th.Accent.Render(th.Mark.Part)
	case model.Checked:
		return th.Good.Render(th.Mark.Done)
	case model.Waived:
		return th.Dim.Render(th.Mark.None)
	}
	return th.Text.Render(th.Mark.Open)
}
