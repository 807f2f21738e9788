package desk

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// next is what to do next, as of today.
func (d *Desk) Next() *model.Next {
	return model.NextOn(d.Proc, &d.App, d.Env.Workdays, d.Env.Today())
}

// correcting lists the items of the notice that waits for an answer, and what
// earlier ones left open: while there is a notice nothing else is to do. The
// order stays when one is settled.
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

// changedSince reports whether what an open item names is otherwise than it
// was handed in: then a person only has to confirm it.
func (d *Desk) ChangedSince(it model.Item) bool {
	return !it.Settled() && d.App.ChangedSince(d.Proc, it)
}

// itemMark is how far an item is.
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

// itemTitle is what an item asks for, or what it is about where it says no
// more.
func (d *Desk) ItemTitle(it model.Item) string {
	if it.Text == "" {
		return d.Words().Item(it, &d.App)
	}
	return legible.Line(it.Text)
}

// itemAbout is the reason of an item, and what it concerns.
func (d *Desk) ItemAbout(it model.Item) string {
	about := d.Env.P.Text("term", "reason", string(it.Reason))
	if it.Text != "" && (it.Material != "" || it.Answer != "") {
		about = widget.Cut(d.Words().Item(it, &d.App), 20) + " " + d.Env.Theme().Mark.Quiet + " " + about
	}
	return about
}
