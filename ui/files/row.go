package files

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/theme"
)

// untouched reports whether a row may be needed, and nothing is noted about it.
func untouched(r model.ListRow) bool {
	return r.Needed == model.Unknown && r.Status == model.Missing && r.Owner == "" && r.Due.IsZero()
}

// condition says on what it depends whether a row is needed, or who asked for a
// row that the user added.
func (d *Room) condition(r model.ListRow) string {
	switch {
	case r.Needed == model.Unknown:
		return d.Env.T(locales.UIMaterialsWaits, "Questions", d.Words().Questions(r.Awaits))
	case r.Own != nil:
		return d.askedBy(*r.Own)
	}
	return ""
}

// askedBy says who asked for a row that the user added, and when.
func (d *Room) askedBy(o model.OwnMaterial) string {
	e, who, on := d.Env, legible.Line(o.AskedBy), d.Words().Day(o.AskedOn)
	switch {
	case who != "" && on != "":
		return e.T(locales.UIOwnAskedOn, "Who", who, "On", on)
	case who != "":
		return e.T(locales.UIOwnAsked, "Who", who)
	case on != "":
		return e.T(locales.UIOwnOn, "On", on)
	}
	return ""
}

// A remark is a paragraph about a row.
type remark struct {
	tone theme.Tone
	text string
}

// remarks lists what there is to say about a row, the most important first.
func (d *Room) remarks(r model.ListRow) []remark {
	out := make([]remark, 0, 4)
	add := func(tone theme.Tone, text string) {
		if text != "" {
			out = append(out, remark{tone, text})
		}
	}
	if !untouched(r) {
		add(d.progress(r))
	}
	add(theme.Neutral, d.condition(r))
	for _, text := range d.notes(r) {
		add(theme.Neutral, text)
	}
	return out
}

// notes are the reason and the note of a row, where there are any.
func (d *Room) notes(r model.ListRow) []string {
	var out []string
	if r.Reason != "" {
		out = append(out, d.Env.T(locales.UIMaterialsReason, "Reason", legible.Line(r.Reason)))
	}
	if r.Note != "" {
		out = append(out, d.Env.T(locales.UIMaterialsNote, "Note", legible.Line(r.Note)))
	}
	return out
}

// progress says how far a row is, who brings it and when.
func (d *Room) progress(r model.ListRow) (theme.Tone, string) {
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
	return tone, strings.Join(parts, between)
}

// between stands between what is said about one thing in one line.
const between = " · "

// overdue reports whether a row should have been settled by now.
func (d *Room) overdue(r model.ListRow) bool {
	return !r.Done() && !r.Due.IsZero() && r.Due.Before(d.Env.Today())
}

// overdueRows counts them.
func (d *Room) overdueRows() (n int) {
	for _, r := range d.Rows {
		if d.overdue(r) {
			n++
		}
	}
	return n
}
