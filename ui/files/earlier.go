package files

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newEarlier lists the files that a row had once, the latest first. Choosing one
// leads to what can be done with it.
func newEarlier(d *Room, key model.MaterialKey) page.Screen {
	var list page.Screen
	title := func() string { return d.Env.T(locales.UIFilesPastTitle) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIFilesPastBody), w) }
	list = d.Menu(desk.Materials, title, body, func() []desk.Way {
		var ways []desk.Way
		for _, f := range slices.Backward(d.App.Materials[key].Past) {
			ways = append(ways, desk.Way{
				Title: func() string { return d.earlierLine(f) },
				Do:    func() page.Step { return page.Push(newEarlierFile(d, key, f, list)) },
			})
		}
		return ways
	})
	return list
}

// earlierLine says what became of a file, and when.
func (d *Room) earlierLine(f model.PastFile) string {
	id := locales.UIFilesDetached
	if f.By != "" {
		id = locales.UIFilesReplaced
	}
	return d.Env.T(id, "Name", legible.Line(f.Name), "On", d.Words().Day(model.DateOf(f.Removed)))
}

// newEarlierFile shows a file of that list. One that is brought back leads to
// the row that has it again.
func newEarlierFile(d *Room, key model.MaterialKey, f model.PastFile, list page.Screen) page.Screen {
	title := func() string { return legible.Line(f.Name) }
	body := func(w int) []string { return widget.Wrap(d.known(f.File), w) }
	return d.Menu(desk.Materials, title, body, func() []desk.Way {
		return []desk.Way{
			{Title: func() string { return d.Env.T(locales.UIFilesBack) }, Do: func() page.Step {
				changed := d.App.Clone()
				if err := changed.BringBack(d.Proc, key, f.SHA256); err != nil {
					return page.Warn(d.Refusal("", err))
				}
				return page.Steps(d.Commit(changed), page.Leave(list))
			}},
			{Title: func() string { return d.Env.T(locales.UIFilesView) }, Do: func() page.Step { return d.view(f.File) }},
		}
	})
}
