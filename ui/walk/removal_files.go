package walk

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newRemovalOfFiles asks before an entry goes whose rows have files, and what
// becomes of these: they are set aside, go to the same rows of another entry or
// to rows of the user's own, or into the history. Changed is the application
// without the entry.
func newRemovalOfFiles(r removal, left []model.AsideRow, changed *model.Application) page.Screen {
	d := r.list.d
	body := func(w int) []string {
		n := 0
		for _, row := range left {
			n += len(row.Files)
		}
		return append(append(r.lines(w), ""), widget.Wrap(d.Env.T(locales.UIAsideQuestion, "Count", n, "Name", r.name()), w)...)
	}
	// way takes the entry off and does something with each of its rows.
	way := func(id locales.ID, name string, move func(*model.Application, model.AsideRow) error) desk.Way {
		return desk.Way{
			Title: func() string { return d.Env.T(id, "Name", name) },
			Do: func() page.Step {
				return r.list.save(func(app *model.Application) error {
					err := r.make(app)
					for i := 0; i < len(left) && err == nil; i++ {
						err = move(app, left[i])
					}
					return err
				})
			},
		}
	}
	ways := []desk.Way{
		{Title: func() string { return d.Env.T(locales.UIButtonKeep) }, Do: func() page.Step { return page.Pop() }},
		way(locales.UIAsideKeep, r.name(), func(*model.Application, model.AsideRow) error { return nil }),
	}
	for _, e := range sameRows(d.Proc, changed, left) {
		ways = append(ways, way(locales.UIAsideTo, legible.Line(e.Text("name")), func(app *model.Application, row model.AsideRow) error {
			return app.Refile(d.Proc, row.Key, keyOf(row, e.ID))
		}))
	}
	ways = append(ways,
		way(locales.UIAsideOwn, r.name(), func(app *model.Application, row model.AsideRow) error {
			key, err := app.AddOwn(model.OwnMaterial{Name: d.Words().Aside(row, &d.App)})
			if err != nil {
				return err
			}
			return app.Refile(d.Proc, row.Key, key)
		}),
		way(locales.UIAsideHistory, r.name(), d.DetachAll))
	return d.Menu(desk.Materials, r.title, body, func() []desk.Way { return ways })
}

// sameRows returns the entries that have each of the rows too, in the order of
// the material list.
func sameRows(p *model.Procedure, app *model.Application, of []model.AsideRow) []model.Entry {
	rows := model.Checklist(p, app)
	var entries []model.Entry
	for _, r := range rows {
		if r.Of == nil || slices.ContainsFunc(entries, func(e model.Entry) bool { return e.ID == r.Of.ID }) {
			continue
		}
		lacks := func(row model.AsideRow) bool {
			_, ok := model.FindRow(rows, keyOf(row, r.Of.ID))
			return !ok
		}
		if !slices.ContainsFunc(of, lacks) {
			entries = append(entries, *r.Of)
		}
	}
	return entries
}

// keyOf is the key of the same material for another entry.
func keyOf(row model.AsideRow, entry string) model.MaterialKey {
	id, _ := row.Key.Split()
	return model.MaterialKey(string(id) + "/" + entry)
}
