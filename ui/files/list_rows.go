package files

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// head counts, and says what to do next.
func (d *Room) head(w, h int) []string {
	th, e := d.Env.Theme(), d.Env
	g := model.Settled(d.Rows)
	title := th.Title.Render(e.T(locales.UITaskMaterials)) + "  " + th.Dim.Render(e.T(locales.UIMaterialsSettled, "Done", g.Done, "Of", g.Of))
	if n := d.overdueRows(); n > 0 {
		title += "  " + th.Warn.Render(th.Mark.Warn+" "+e.T(locales.UIMaterialsOverdue, "Count", n))
	}
	if h < 8 {
		return []string{title}
	}
	next := e.T(locales.UIMaterialsNext, "Next", d.Words().Next(d.Next(), &d.App))
	if items := d.Correcting(); len(items) > 0 {
		next = d.correctingHere(items)
	}
	lines := []string{title, th.Accent.Render(th.Mark.Right) + " " + next}
	if n := len(model.SetAside(d.Proc, &d.App)); n > 0 {
		lines = append(lines, th.Warn.Render(widget.Cut(e.T(locales.UIAsideHint, "Count", n, "Key", e.Keys().GoTo.Help().Key), w)))
	}
	if h >= 14 {
		lines = append(lines, "")
	}
	return lines
}

// correctingHere says how many rows the notice names: nothing else is to be done
// here until it is answered.
func (d *Room) correctingHere(items []model.Item) string {
	n := 0
	for _, r := range d.Rows {
		if namedBy(items, r.Key) {
			n++
		}
	}
	return d.Env.T(locales.UIMaterialsCorrecting, "Count", n)
}

// namedBy reports whether an item of the notice concerns a row.
func namedBy(items []model.Item, key model.MaterialKey) bool {
	return slices.ContainsFunc(items, func(it model.Item) bool { return it.Material == key })
}

// rowLine draws a row: how far it is, what it is, and as much as there is room
// for of who brings it and when.
func (d *Room) rowLine(r model.ListRow, w int, focused bool) string {
	th, items := d.Env.Theme(), d.Correcting()
	named := namedBy(items, r.Key)
	style := th.Text
	switch {
	case focused:
		style = th.Selected
	case r.Needed == model.Unknown, len(items) > 0 && !named:
		style = th.Dim
	}
	left := d.StatusMark(r) + " "
	if named {
		left += th.Accent.Render(th.Mark.Right) + " "
	}
	left += style.Render(d.Words().Row(r))
	forms := d.rightForms(r)
	right := forms[len(forms)-1]
	if i := slices.IndexFunc(forms, func(s string) bool { return widget.Width(left)+2+widget.Width(s) <= w }); i >= 0 {
		right = forms[i]
	}
	return widget.Spread(left, right, w)
}

// The most cells that an owner takes in the list; the lines below it have all.
const ownerWidth = 12

// rightForms is what stands at the right end of a row, the fullest form first.
// Of what is late the day matters most, of the rest how far it is.
func (d *Room) rightForms(r model.ListRow) []string {
	th, e := d.Env.Theme(), d.Env
	if untouched(r) {
		full := e.T(locales.UIMaterialsMaybe, "Questions", d.Words().Questions(r.Awaits))
		return []string{th.Dim.Render(full), th.Dim.Render(e.P.Text("term", "needed", "unknown"))}
	}
	status, dot := th.Dim.Render(e.P.Text("term", "status", string(r.Status))), th.Dim.Render(between)
	forms := []string{status}
	switch due := d.Words().Day(r.Due); {
	case d.overdue(r):
		due = th.Warn.Render(th.Mark.Warn + " " + due)
		forms = []string{due + dot + status, due, th.Warn.Render(th.Mark.Warn) + " " + status}
	case due != "" && !r.Done():
		forms = []string{th.Dim.Render(due) + dot + status, status}
	}
	if files := d.filesBrief(r); files != "" {
		last := forms[len(forms)-1]
		forms = append([]string{files + dot + forms[0], files + dot + last}, forms...)
		if worst := model.Worst(d.Inspected[r.Key]); worst != model.Pass {
			forms = append(forms, d.levelMark(worst)+" "+last)
		}
	}
	if owner := legible.Line(r.Owner); owner != "" {
		forms = append([]string{th.Dim.Render(widget.Cut(owner, ownerWidth)) + dot + forms[0]}, forms...)
	}
	return forms
}

// filesBrief is how many files a row has, and the mark of the worst that was
// found about them.
func (d *Room) filesBrief(r model.ListRow) string {
	if len(r.Files) == 0 {
		return ""
	}
	text := d.Env.Theme().Dim.Render(d.Env.T(locales.UIFilesCount, "Count", len(r.Files)))
	if worst := model.Worst(d.Inspected[r.Key]); worst != model.Pass {
		return d.levelMark(worst) + " " + text
	}
	return text
}

// detail is what is noted about the row in focus. It takes as many lines for
// every row, lest the list jump.
func (d *Room) detail(r model.ListRow, w, h int) []string {
	room := min(3, h/4)
	if h >= 24 {
		room = 5
	}
	if room < 1 {
		return nil
	}
	th := d.Env.Theme()
	name := widget.Wrap(d.Words().Row(r), w)
	if room < 5 {
		name = []string{widget.Cut(d.Words().Row(r), w)}
	}
	lines := make([]string, 0, room)
	for _, l := range name {
		lines = append(lines, th.Label.Render(l))
	}
	for _, n := range d.remarks(r) {
		style, mark := th.Tone(n.tone)
		for _, l := range widget.Wrap(strings.TrimSpace(mark+" "+n.text), w) {
			lines = append(lines, style.Render(l))
		}
	}
	for len(lines) < room {
		lines = append(lines, "")
	}
	return append([]string{d.Env.Kit.Rule(w)}, lines[:room]...)
}
