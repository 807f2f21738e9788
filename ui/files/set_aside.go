package files

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// NewSetAside lists the files that are set aside because their row has left the
// material list, a line for each row that they belonged to.
func NewSetAside(d *desk.Desk) page.Screen {
	title := func() string { return d.Env.T(locales.UIAsideTitle) }
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIAsideBody), w) }
	return d.Menu(desk.Materials, title, body, func() []desk.Way {
		var ways []desk.Way
		for _, row := range model.SetAside(d.Proc, &d.App) {
			ways = append(ways, desk.Way{
				Title: func() string {
					return d.Env.P.Aside(d.Words().Aside(row, &d.App), d.Env.T(locales.UIFilesCount, "Count", len(row.Files)))
				},
				Do: func() page.Step { return page.Push(newSetAsideRow(d, row)) },
			})
		}
		return ways
	})
}

// newSetAsideRow shows where the files of a row that is set aside can go: into
// the history, or to another row, those of the same material first.
func newSetAsideRow(d *desk.Desk, row model.AsideRow) page.Screen {
	title := func() string { return d.Words().Aside(row, &d.App) }
	body := func(w int) []string {
		var lines []string
		for _, f := range row.Files {
			lines = append(lines, widget.Cut(legible.Line(f.Name)+" · "+d.Env.P.Size(f.Size), w))
		}
		return lines
	}
	way := func(title func() string, change func(*model.Application) error) desk.Way {
		return desk.Way{Title: title, Do: func() page.Step {
			changed := d.App.Clone()
			if err := change(&changed); err != nil {
				return page.Warn(d.Refusal("", err))
			}
			return page.Steps(d.Commit(changed), page.Pop())
		}}
	}
	return d.Menu(desk.Materials, title, body, func() []desk.Way {
		ways := []desk.Way{way(
			func() string { return d.Env.T(locales.UIAsideInto) },
			func(a *model.Application) error { return d.DetachAll(a, row) },
		)}
		for _, to := range rowsFor(d, row) {
			ways = append(ways, way(
				func() string { return d.Env.T(locales.UIAsideMove, "Material", d.Words().Row(to)) },
				func(a *model.Application) error { return a.Refile(d.Proc, row.Key, to.Key) },
			))
		}
		return ways
	})
}

// rowsFor returns the rows that can have the files of one that is set aside,
// those of the same material first.
func rowsFor(d *desk.Desk, row model.AsideRow) []model.ListRow {
	material, _ := row.Key.Split()
	var same, others []model.ListRow
	for _, r := range d.Rows {
		switch {
		case desk.Blocked(r):
		case r.MaterialID() == material:
			same = append(same, r)
		default:
			others = append(others, r)
		}
	}
	return append(same, others...)
}
