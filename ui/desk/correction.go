package desk

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// Correcting lists the items of the correction notice that waits for an answer,
// and those that earlier ones left open, in an order that settling one does not
// change. There are none where no notice waits.
func (d *Desk) Correcting() (items []model.Item) {
	if !model.Correcting(d.Proc, &d.App) {
		return nil
	}
	round := d.App.Rounds(d.Proc)
	for _, it := range d.App.Items {
		if it.Round == round || !it.Settled() {
			items = append(items, it)
		}
	}
	return items
}

// ChangedSince reports whether what an open item names differs from what was
// submitted: then the user only has to confirm that the item is settled.
func (d *Desk) ChangedSince(it model.Item) bool {
	return !it.Settled() && d.App.ChangedSince(d.Proc, it)
}

// ItemMark says in one cell how far an item is.
func (d *Desk) ItemMark(it model.Item) string {
	th := d.Env.Theme()
	switch {
	case it.Waived != "":
		return th.Dim.Render(th.Mark.None)
	case it.Resolved:
		return th.Good.Render(th.Mark.Done)
	case d.ChangedSince(it):
		return th.Accent.Render(th.Mark.Part)
	}
	return th.Accent.Render(th.Mark.Open)
}

// ItemTitle returns what an item asks for, or what it is about where the notice
// says no more.
func (d *Desk) ItemTitle(it model.Item) string {
	if it.Text == "" {
		return d.Words().Item(it, &d.App)
	}
	return legible.Line(it.Text)
}

// ItemAbout returns the reason of an item, and what it concerns.
func (d *Desk) ItemAbout(it model.Item) string {
	about := d.Env.P.Text("term", "reason", string(it.Reason))
	if it.Text != "" && (it.Material != "" || it.Answer != "") {
		about = widget.Cut(d.Words().Item(it, &d.App), 20) + " " + d.Env.Theme().Mark.Quiet + " " + about
	}
	return about
}
