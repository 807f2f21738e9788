package cover

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
)

// markOfAnswer says whether a question is answered.
func markOfAnswer(d *desk.Desk, q *model.Question) string {
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
func markOfVerdict(d *desk.Desk, s model.Assessment) string {
	if _, mark := d.Env.Theme().Tone(desk.Tone(s)); mark != "" {
		return mark
	}
	return d.Env.Theme().Mark.Open
}

// markOfRow says whether a row of the material list is settled.
func markOfRow(d *desk.Desk, r model.ListRow) string {
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
