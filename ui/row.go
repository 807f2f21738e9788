package ui

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// What several screens say about a row of the material list.

// aboutRow is the column beside a row.
func (d *papersRoom) aboutRow(r model.ListRow) []string {
	part := materialPart(r)
	return d.explain(part.Kind, part.ID, part.Sources)
}

// untouched reports whether a row may be needed, and nobody has begun with it.
func untouched(r model.ListRow) bool {
	return r.Needed == model.Unknown && r.Status == model.Missing && r.Owner == "" && r.Due.IsZero()
}

// condition says when a row is needed that may not be, or who asked for one's
// own.
func (d *papersRoom) condition(r model.ListRow) string {
	switch {
	case r.Needed == model.Unknown:
		return d.env.t(locales.UIMaterialsWaits, "Questions", d.words().Questions(r.Awaits))
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
func (d *papersRoom) noted(r model.ListRow) []noted {
	e, out := d.env, make([]noted, 0, 4)
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
		add(theme.Neutral, e.t(locales.UIMaterialsReason, "Reason", legible.Line(r.Reason)))
	}
	if r.Note != "" {
		add(theme.Neutral, e.t(locales.UIMaterialsNote, "Note", legible.Line(r.Note)))
	}
	return out
}

// standing says how far a row is, who brings it and when.
func (d *papersRoom) standing(r model.ListRow) (theme.Tone, string) {
	e, tone := d.env, theme.Neutral
	parts := []string{e.p.Text("term", "status", string(r.Status))}
	if r.Owner != "" {
		parts = append(parts, e.t(locales.UIMaterialsOwner, "Owner", legible.Line(r.Owner)))
	}
	if !r.Due.IsZero() {
		parts = append(parts, e.t(locales.UIMaterialsDue, "Due", d.words().Day(r.Due)))
	}
	if d.overdue(r) {
		tone = theme.Warn
		parts = append(parts, e.t(locales.UIMaterialsLate, "Count", e.Today().Sub(r.Due)))
	}
	return tone, strings.Join(parts, " · ")
}

// overdue reports whether a row should have been settled by now.
func (d *papersRoom) overdue(r model.ListRow) bool {
	return !r.Done() && !r.Due.IsZero() && r.Due.Before(d.env.Today())
}

func (d *papersRoom) overdueRows() (n int) {
	for _, r := range d.rows {
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
func (d *papersRoom) sides(r model.ListRow) []string {
	th, e := d.env.theme(), d.env
	if untouched(r) {
		full := e.t(locales.UIMaterialsMaybe, "Questions", d.words().Questions(r.Awaits))
		return []string{th.Dim.Render(full), th.Dim.Render(e.p.Text("term", "needed", "unknown"))}
	}
	status, dot := th.Dim.Render(e.p.Text("term", "status", string(r.Status))), th.Dim.Render(" · ")
	sides := []string{status}
	switch due := d.words().Day(r.Due); {
	case d.overdue(r):
		due = th.Warn.Render(th.Mark.Warn + " " + due)
		sides = []string{due + dot + status, due, th.Warn.Render(th.Mark.Warn) + " " + status}
	case due != "" && !r.Done():
		sides = []string{th.Dim.Render(due) + dot + status, status}
	}
	if files := d.filesBrief(r); files != "" {
		last := sides[len(sides)-1]
		sides = append([]string{files + dot + sides[0], files + dot + last}, sides...)
		if worst := model.Worst(d.inspected[r.Key]); worst != model.Pass {
			sides = append(sides, d.levelMark(worst)+" "+last)
		}
	}
	if owner := legible.Line(r.Owner); owner != "" {
		sides = append([]string{th.Dim.Render(widget.Cut(owner, ownerWidth)) + dot + sides[0]}, sides...)
	}
	return sides
}
