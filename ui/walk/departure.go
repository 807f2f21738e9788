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

// newDeparture asks before somebody goes off a list who has files, and what
// becomes of these. Changed is the application without the person.
func newDeparture(list *entries, who model.Entry, changed model.Application) page.Screen {
	d := list.D
	leaving := model.Leaving(d.Proc, &d.App, &changed)
	diff := model.Differ(d.Proc, &d.App, &changed)
	name := legible.Line(who.Text("name"))
	title := func() string { return d.Env.T(locales.UIRemoveTitle, "Name", name) }
	body := func(w int) []string {
		lines := difference(d, diff, w)
		n := 0
		for _, r := range leaving {
			n += len(r.Files)
		}
		return append(append(lines, ""), widget.Wrap(d.Env.T(locales.UIAsideQuestion, "Count", n, "Name", name), w)...)
	}
	with := func(id locales.ID, to string, move func(*model.Application) error) desk.Way {
		return desk.Way{
			Title: func() string { return d.Env.T(id, "Name", to) },
			Do: func() page.Step {
				app := changed.Clone()
				if err := move(&app); err != nil {
					return page.Warn(d.Refusal(list.q.ID, err))
				}
				return page.Steps(d.Commit(app), page.Pop(1))
			},
		}
	}
	ways := []desk.Way{
		{Title: func() string { return d.Env.T(locales.UIButtonKeep) }, Do: func() page.Step { return page.Pop(1) }},
		with(locales.UIAsideKeep, name, func(*model.Application) error { return nil }),
	}
	for _, e := range heirs(d, leaving, &changed, who.ID) {
		ways = append(ways, with(locales.UIAsideTo, legible.Line(e.Text("name")), func(a *model.Application) error {
			return each(leaving, func(r model.AsideRow) error { return a.Refile(d.Proc, r.Key, keyFor(r, e.ID)) })
		}))
	}
	ways = append(ways,
		with(locales.UIAsideOwn, name, func(a *model.Application) error {
			return each(leaving, func(r model.AsideRow) error {
				key, err := a.AddOwn(model.OwnMaterial{Name: d.Words().Aside(r, &d.App)})
				if err != nil {
					return err
				}
				return a.Refile(d.Proc, r.Key, key)
			})
		}),
		with(locales.UIAsideHistory, name, func(a *model.Application) error {
			return each(leaving, func(r model.AsideRow) error { return d.DetachAll(a, r) })
		}))
	return d.Menu(desk.Materials, title, body, func() []desk.Way { return ways })
}

func each(rows []model.AsideRow, do func(model.AsideRow) error) error {
	for _, r := range rows {
		if err := do(r); err != nil {
			return err
		}
	}
	return nil
}

// heirs are the entries that have all the rows which are set aside.
func heirs(d *desk.Desk, leaving []model.AsideRow, app *model.Application, gone string) []model.Entry {
	rows := model.Checklist(d.Proc, app)
	var heirs []model.Entry
	for _, r := range rows {
		if r.Of == nil || r.Of.ID == gone || slices.ContainsFunc(heirs, func(e model.Entry) bool { return e.ID == r.Of.ID }) {
			continue
		}
		lacks := func(l model.AsideRow) bool {
			_, ok := model.FindRow(rows, keyFor(l, r.Of.ID))
			return !ok
		}
		if !slices.ContainsFunc(leaving, lacks) {
			heirs = append(heirs, *r.Of)
		}
	}
	return heirs
}

// keyFor is the row of the same material for somebody else.
func keyFor(r model.AsideRow, person string) model.MaterialKey {
	id, _ := r.Key.Split()
	return model.MaterialKey(string(id) + "/" + person)
}
