package ui

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newPast lists the files that a row had once, the latest first. Choosing one
// leads to what can be done with it.
func newPast(d *papersRoom, key model.MaterialKey) screen {
	title := func() string { return d.env.t(locales.UIFilesPastTitle) }
	body := func(w int) []string { return widget.Wrap(d.env.t(locales.UIFilesPastBody), w) }
	return d.menu(title, body, func() []way {
		var ways []way
		for _, f := range slices.Backward(d.app.Materials[key].Past) {
			ways = append(ways, way{
				func() string { return d.pastLine(f) },
				func() Step { return push(newPastFile(d, key, f)) },
			})
		}
		return ways
	})
}

// pastLine says what became of a file, and when.
func (d *papersRoom) pastLine(f model.PastFile) string {
	id := locales.UIFilesDetached
	if f.By != "" {
		id = locales.UIFilesReplaced
	}
	return d.env.t(id, "Name", legible.Line(f.Name), "On", d.words().Day(model.DateOf(f.Removed)))
}

func newPastFile(d *papersRoom, key model.MaterialKey, f model.PastFile) screen {
	title := func() string { return legible.Line(f.Name) }
	body := func(w int) []string {
		return widget.Wrap(d.env.p.Size(f.Size)+" · "+d.words().Seen(f.Look), w)
	}
	return d.menu(title, body, func() []way {
		return []way{
			{func() string { return d.env.t(locales.UIFilesBack) }, func() Step {
				changed := d.app.Clone()
				if err := changed.BringBack(d.proc, key, f.SHA256); err != nil {
					return warn(d.refusal("", err))
				}
				return Steps(d.commit(changed), pop(2))
			}},
			{func() string { return d.env.t(locales.UIFilesView) }, func() Step { return d.view(f.File) }},
		}
	})
}
