package main

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// onRow runs f on the row of an application that somebody named.
func (c *command) onRow(app, material, of string, f func(s *subject, key model.MaterialKey) error) error {
	return c.withStore(func() error {
		s, err := c.find(app)
		if err != nil {
			return err
		}
		key, err := c.rowKey(s, material, of, "", "")
		if err != nil {
			return err
		}
		return f(s, key)
	})
}

// onFiled is onRow, and also takes the key of a row whose files are set aside.
func (c *command) onFiled(app, material, of string, f func(s *subject, key model.MaterialKey) error) error {
	return c.withStore(func() error {
		s, err := c.find(app)
		if err != nil {
			return err
		}
		for _, r := range model.SetAside(s.proc, &s.Application) {
			if string(r.Key) == material && of == "" {
				return f(s, r.Key)
			}
		}
		key, err := c.rowKey(s, material, of, "", "")
		if err != nil {
			return err
		}
		return f(s, key)
	})
}

// rowKey finds the row that somebody means: a key, a material, or a material
// of a person. "other" with a name adds a row of one's own.
func (c *command) rowKey(s *subject, material, of, add, by string) (model.MaterialKey, error) {
	if add != "" || by != "" {
		if material != string(model.OtherMaterial) {
			return "", c.usage(locales.CLIErrorOwnName, "Given", material)
		}
		return s.AddOwn(model.OwnMaterial{Name: add, AskedBy: by, AskedOn: c.today})
	}
	var rows, fit []model.ListRow // of that material, and of that person
	var keys []string
	for _, r := range model.Checklist(s.proc, &s.Application) {
		if string(r.Key) == material && (of == "" || isFor(r, of)) {
			return r.Key, nil
		}
		keys = append(keys, string(r.Key))
		if string(r.MaterialID()) == material {
			rows = append(rows, r)
			if of == "" || isFor(r, of) {
				fit = append(fit, r)
			}
		}
	}
	switch {
	case len(rows) == 0:
		return "", c.refuseValue(s, &model.Error{Code: model.NoSuchMaterial, Given: material, Accepts: model.Nearest(material, keys)})
	case len(fit) == 1:
		return fit[0].Key, nil
	case of == "":
		return "", c.usage(locales.CLIErrorWhose, "Given", material, "Accepts", c.p.Either(c.people(rows)))
	case len(fit) == 0:
		return "", c.refuseValue(s, &model.Error{Code: model.NoSuchPerson, Given: of, Accepts: c.people(rows)})
	}
	return "", c.refuseValue(s, &model.Error{Code: model.AmbiguousPerson, Given: of, Accepts: c.people(fit)})
}

// isFor reports whether a row is for the person with that id or name.
func isFor(r model.ListRow, person string) bool {
	return r.Of != nil && (r.Of.ID == person || r.Of.Text("name") == person)
}

// people names whom rows are for, or the rows themselves.
func (c *command) people(rows []model.ListRow) []string {
	var out []string
	for _, r := range rows {
		switch {
		case r.Of != nil:
			out = append(out, c.p.Aside(r.Of.ID, r.Of.Text("name")))
		case r.Own != nil:
			out = append(out, c.p.Aside(string(r.Key), r.Own.Name))
		}
	}
	return out
}
