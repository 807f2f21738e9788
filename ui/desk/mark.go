package desk

import "github.com/xuke-cli/xuke/model"

// StatusMark says in one cell how far a row of the material list is.
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
