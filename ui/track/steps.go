package track

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// stepRows are the steps on the official system, until the submission.
func (d *Room) stepRows() []row {
	if !d.preparing() {
		return nil
	}
	var rows []row
	for i := range d.Proc.Steps {
		part := desk.PartOf(d.Proc, string(d.Proc.Steps[i].ID))
		rows = append(rows, d.reading(row{
			Row:   page.Row{Key: "step/" + part.ID, Part: part, Told: func() []string { return d.textOf(part) }},
			mark:  func() string { return d.stepMark(i) },
			title: func() string { return d.Words().Title("step", part.ID) },
		}))
	}
	return d.group(locales.UISubmissionSteps, rows)
}

// stepMark says whether a step is done: by its events, or because a later one
// has begun.
func (d *Room) stepMark(i int) string {
	th, steps := d.Env.Theme(), d.Proc.Steps
	n := 0
	for _, id := range steps[i].Events {
		if !d.happened(id).IsZero() {
			n++
		}
	}
	later := slices.ContainsFunc(steps[i+1:], func(s model.Step) bool {
		return slices.ContainsFunc(s.Events, func(id model.EventID) bool { return !d.happened(id).IsZero() })
	})
	switch {
	case later, n > 0 && n == len(steps[i].Events):
		return th.Good.Render(th.Mark.Done)
	case n > 0:
		return th.Accent.Render(th.Mark.Part)
	}
	return th.Mark.Open
}
