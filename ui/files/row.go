package files

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// aboutRow is the column beside a row.
func (d *Room) aboutRow(r model.ListRow) []string {
	part := desk.MaterialPart(r)
	return d.Explain(part.Kind, part.ID, part.Sources)
}

// untouched reports whether a row may be needed, and nobody has begun with it.
func untouched(r model.ListRow) bool {
	return r.Needed == model.Unknown && r.Status == model.Missing && r.Owner == "" && r.Due.IsZero()
}

// condition says when a row is needed that may not be, or who asked for one's
// own.
func (d *Room) condition(r model.ListRow) string {
	switch {
	case r.Needed == model.Unknown:
		return d.Env.T(locales.UIMaterialsWaits, "Questions", d.Words().Questions(r.Awaits))
	case r.Own != nil:
		return d.asked(*r.Own)
	}
	return ""
}

// A noted is a line about a row.
type noted struct {
	tone theme.Tone
	text string
}

// noted lists what there is to say about a row, the most important first.
func (d *Room) noted(r model.ListRow) []noted {
	e, out := d.Env, make([]noted, 0, 4)
	add := func(tone theme.Tone, text string) {
		if text != "" {
			out = append(out, noted{tone, text})
		}
	}
	if !untouched(r) {
		tone, text := d.standing(r)
		add(tone, text)
	}
	add(theme.Neutral, d.condition(r))
	if r.Reason != "" {
		add(theme.Neutral, e.T(locales.UIMaterialsReason, "Reason", legible.Line(r.Reason)))
	}
	if r.Note != "" {
		add(theme.Neutral, e.T(locales.UIMaterialsNote, "Note", legible.Line(r.Note)))
	}
	return out
}

// standing says how far a row is, who brings it and when.
func (d *Room) standing(r model.ListRow) (theme.Tone, string) {
	e, tone := d.Env, theme.Neutral
	parts := []string{e.P.Text("term", "status", string(r.Status))}
	if r.Owner != "" {
		parts = append(parts, e.T(locales.UIMaterialsOwner, "Owner", legible.Line(r.Owner)))
	}
	if !r.Due.IsZero() {
		parts = append(parts, e.T(locales.UIMaterialsDue, "Due", d.Words().Day(r.Due)))
	}
	if d.overdue(r) {
		tone = theme.Warn
		parts = append(parts, e.T(locales.UIMaterialsLate, "Count", e.Today().Sub(r.Due)))
	}
	return tone, strings.Join(parts, " · ")
}

// overdue reports whether a row should have been settled by now.
func (d *Room) overdue(r model.ListRow) bool {
	return !r.Done() && !r.Due.IsZero() && r.Due.Before(d.Env.Today())
}

func (d *Room) overdueRows() (n int) {
	for _, r := range d.Rows {
		if d.overdue(r) {
			n++
		}
	}
	return n
}

// The most cells that an owner takes in the list; the line below it has all.
const ownerWidth = 12

// sides is what stands at the right end of a row, the fullest form first. Of
// what is late the day matters most, of the rest how far it is.
func (d *Room) sides(r model.ListRow) []string {
	th, e := d.Env.Theme(), d.Env
	if untouched(r) {
		full := e.T(locales.UIMaterialsMaybe, "Questions", d.Words().Questions(r.Awaits))
		return []string{th.Dim.Render(full), th.Dim.Render(e.P.Text("term", "needed", "unknown"))}
	}
	status, dot := th.Dim.Render(e.P.Text("term", "status", string(r.Status))), th.Dim.Render(" · ")
	sides := []string{status}
	switch due := d.Words().Day(r.Due); {
	case d.overdue(r):
		due = th.Warn.Render(th.Mark.Warn + " " + due)
		sides = []string{due + dot + status, due, th.Warn.Render(th.Mark.Warn) + " " + status}
	case due != "" && !r.Done():
		sides = []string{th.Dim.Render(due) + dot + status, status}
	}
	if files := d.filesBrief(r); files != "" {
		last := sides[len(sides)-1]
		sides = append([]string{files + dot + sides[0], files + dot + last}, sides...)
		if worst := model.Worst(d.Inspected[r.Key]); worst != model.Pass {
			sides = append(sides, d.levelMark(worst)+" "+last)
		}
	}
	if owner := legible.Line(r.Owner); owner != "" {
		sides = append([]string{th.Dim.Render(widget.Cut(owner, ownerWidth)) + dot + sides[0]}, sides...)
	}
	return sides
}
