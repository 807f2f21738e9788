package ui

import (
	"slices"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// next is what to do next, as of today.
func (d *desk) next() *model.Next {
	return model.NextOn(d.proc, &d.app, d.env.Workdays, d.env.Today())
}

// correcting lists the items of the notice that waits for an answer, and what
// earlier ones left open: while there is a notice nothing else is to do. The
// order stays when one is settled.
func (d *desk) correcting() (items []model.Item) {
	if !model.Correcting(d.proc, &d.app) {
		return nil
	}
	round := d.app.Rounds(d.proc)
	for _, it := range d.app.Items {
		if it.Round == round || !it.Settled() {
			items = append(items, it)
		}
	}
	return items
}

// namedBy reports whether an item of the notice concerns a row.
func namedBy(items []model.Item, key model.MaterialKey) bool {
	return slices.ContainsFunc(items, func(it model.Item) bool { return it.Material == key })
}

// changedSince reports whether what an open item names is otherwise than it
// was handed in: then a person only has to confirm it.
func (d *desk) changedSince(it model.Item) bool {
	return !it.Settled() && d.app.ChangedSince(d.proc, it)
}

// itemMark is how far an item is.
func (d *desk) itemMark(it model.Item) string {
	th := d.env.theme()
	switch {
	case it.Waived != "":
		return th.Dim.Render(th.Mark.None)
	case it.Resolved:
		return th.Good.Render(th.Mark.Done)
	case d.changedSince(it):
		return th.Accent.Render(th.Mark.Part)
	}
	return th.Accent.Render(th.Mark.Open)
}

// itemTitle is what an item asks for, or what it is about where it says no
// more.
func (d *desk) itemTitle(it model.Item) string {
	if it.Text == "" {
		return d.words().Item(it, &d.app)
	}
	return legible.Line(it.Text)
}

// itemAbout is the reason of an item, and what it concerns.
func (d *desk) itemAbout(it model.Item) string {
	about := d.env.p.Text("term", "reason", string(it.Reason))
	if it.Text != "" && (it.Material != "" || it.Answer != "") {
		about = widget.Cut(d.words().Item(it, &d.app), 20) + " " + d.env.theme().Mark.Quiet + " " + about
	}
	return about
}
