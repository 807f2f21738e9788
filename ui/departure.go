package ui

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// newDeparture asks before somebody goes off a list who has files, and what
// becomes of these. Changed is the application without the person.
func newDeparture(list *entries, who model.Entry, changed model.Application) screen {
	d := list.d
	leaving := model.Leaving(d.proc, &d.app, &changed)
	diff := model.Differ(d.proc, &d.app, &changed)
	name := legible.Line(who.Text("name"))
	title := func() string { return d.env.t(locales.UIRemoveTitle, "Name", name) }
	body := func(w int) []string {
		lines := d.difference(diff, w)
		n := 0
		for _, r := range leaving {
			n += len(r.Files)
		}
		return append(append(lines, ""), widget.Wrap(d.env.t(locales.UIAsideQuestion, "Count", n, "Name", name), w)...)
	}
	with := func(id locales.ID, to string, move func(*model.Application) error) way {
		return way{
			func() string { return d.env.t(id, "Name", to) },
			func() Step {
				app := changed.Clone()
				if err := move(&app); err != nil {
					return warn(d.refusal(list.q.ID, err))
				}
				return Steps(d.commit(app), pop(1))
			},
		}
	}
	ways := []way{
		{func() string { return d.env.t(locales.UIButtonKeep) }, func() Step { return pop(1) }},
		with(locales.UIAsideKeep, name, func(*model.Application) error { return nil }),
	}
	for _, e := range d.heirs(leaving, &changed, who.ID) {
		ways = append(ways, with(locales.UIAsideTo, legible.Line(e.Text("name")), func(a *model.Application) error {
			return each(leaving, func(r model.AsideRow) error { return a.Refile(d.proc, r.Key, keyFor(r, e.ID)) })
		}))
	}
	ways = append(ways,
		with(locales.UIAsideOwn, name, func(a *model.Application) error {
			return each(leaving, func(r model.AsideRow) error {
				key, err := a.AddOwn(model.OwnMaterial{Name: d.words().Aside(r, &d.app)})
				if err != nil {
					return err
				}
				return a.Refile(d.proc, r.Key, key)
			})
		}),
		with(locales.UIAsideHistory, name, func(a *model.Application) error {
			return each(leaving, func(r model.AsideRow) error { return d.detachAll(a, r) })
		}))
	return d.menu(title, body, func() []way { return ways })
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
func (d *desk) heirs(leaving []model.AsideRow, app *model.Application, gone string) []model.Entry {
	rows := model.Checklist(d.proc, app)
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

func (d *desk) detachAll(a *model.Application, r model.AsideRow) error {
	for _, f := range r.Files {
		if err := a.Detach(d.proc, r.Key, f.SHA256, d.env.Now()); err != nil {
			return err
		}
	}
	return nil
}

// newAside lists the files that are set aside, a line each row that they
// belonged to.
func newAside(d *desk) screen {
	title := func() string { return d.env.t(locales.UIAsideTitle) }
	body := func(w int) []string { return widget.Wrap(d.env.t(locales.UIAsideBody), w) }
	return d.menu(title, body, func() []way {
		var ways []way
		for _, r := range model.SetAside(d.proc, &d.app) {
			ways = append(ways, way{
				func() string {
					return d.env.p.Aside(d.words().Aside(r, &d.app), d.env.t(locales.UIFilesCount, "Count", len(r.Files)))
				},
				func() Step { return push(newAsideRow(d, r)) },
			})
		}
		return ways
	})
}

// newAsideRow says where the files of a row can go: into the history, or to
// another row, those of the same material first.
func newAsideRow(d *desk, r model.AsideRow) screen {
	title := func() string { return d.words().Aside(r, &d.app) }
	body := func(w int) []string {
		var lines []string
		for _, f := range r.Files {
			lines = append(lines, widget.Cut(legible.Line(f.Name)+" · "+d.env.p.Size(f.Size), w))
		}
		return lines
	}
	done := func(change func(a *model.Application) error) Step {
		changed := d.app.Clone()
		if err := change(&changed); err != nil {
			return warn(d.refusal("", err))
		}
		return Steps(d.commit(changed), pop(1))
	}
	return d.menu(title, body, func() []way {
		ways := []way{{func() string { return d.env.t(locales.UIAsideInto) }, func() Step {
			return done(func(a *model.Application) error { return d.detachAll(a, r) })
		}}}
		material, _ := r.Key.Split()
		rows := slices.DeleteFunc(slices.Clone(d.rows), blocked)
		slices.SortStableFunc(rows, func(a, b model.ListRow) int {
			return boolOrder(a.MaterialID() == material, b.MaterialID() == material)
		})
		for _, to := range rows {
			ways = append(ways, way{
				func() string { return d.env.t(locales.UIAsideMove, "Material", d.words().Row(to)) },
				func() Step {
					return done(func(a *model.Application) error { return a.Refile(d.proc, r.Key, to.Key) })
				},
			})
		}
		return ways
	})
}

// boolOrder sorts what is true first.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
