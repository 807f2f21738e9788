package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) materialCommand() *cobra.Command {
	var of, due string
	var add, by string
	var details []string
	var note model.Collected
	cmd := c.sub("material", nil, nil)
	cmd.Args = c.args(2, 2)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			given := cmd.Flags().Changed
			if !slices.ContainsFunc([]string{"status", "reason", "owner", "due", "note", "name", "detail"}, given) {
				return c.usage(locales.CLIErrorNothingToNote)
			}
			if err := c.typed(append(details, note.Reason, note.Owner, note.Note, add, by)...); err != nil {
				return err
			}
			key, err := c.rowKey(s, args[1], of, add, by)
			if err != nil {
				return err
			}
			return c.noteRow(s, key, note, due, details, given)
		})
	}
	f := cmd.Flags()
	f.StringVar(&of, "of", "", c.p.T(locales.CLIMaterialFlagOf))
	f.StringVar((*string)(&note.Status), "status", "", c.p.T(locales.CLIMaterialFlagStatus))
	f.StringVar(&note.Reason, "reason", "", c.p.T(locales.CLIMaterialFlagReason))
	f.StringVar(&note.Owner, "owner", "", c.p.T(locales.CLIMaterialFlagOwner))
	f.StringVar(&due, "due", "", c.p.T(locales.CLIMaterialFlagDue))
	f.StringVar(&note.Note, "note", "", c.p.T(locales.CLIMaterialFlagNote))
	f.StringArrayVar(&details, "detail", nil, c.p.T(locales.CLIMaterialFlagDetail))
	f.StringVar(&add, "name", "", c.p.T(locales.CLIMaterialFlagName))
	f.StringVar(&by, "asked-by", "", c.p.T(locales.CLIMaterialFlagAskedBy))
	c.jsonFlag(cmd)
	return cmd
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

// noteRow changes what the flags name and leaves the rest of the row.
func (c *command) noteRow(s *subject, key model.MaterialKey, note model.Collected, due string, details []string, given func(string) bool) error {
	row, _ := model.FindRow(model.Checklist(s.proc, &s.Application), key)
	next := row.Collected
	for flag, set := range map[string]func(){
		"status": func() { next.Status = note.Status },
		"reason": func() { next.Reason = note.Reason },
		"owner":  func() { next.Owner = note.Owner },
		"note":   func() { next.Note = note.Note },
	} {
		if given(flag) {
			set()
		}
	}
	if given("due") {
		next.Due = model.Date{}
		if strings.TrimSpace(due) != "" {
			var err error
			if next.Due, err = c.day(due); err != nil {
				return err
			}
		}
	}
	if err := s.Note(s.proc, key, next); err != nil {
		return c.refuseValue(s, err)
	}
	noted, err := c.noteDetails(s, key, details)
	if err != nil {
		return err
	}
	if err := c.keep(s); err != nil {
		return err
	}
	if c.json {
		return c.write(map[string]any{"key": key, "status": next.Status})
	}
	row, _ = model.FindRow(model.Checklist(s.proc, &s.Application), key)
	c.say(locales.CLIMaterialDone, "Material", s.Row(row), "Status", c.p.Text("term", "status", string(next.Status)))
	c.sayDetails(s, row, noted)
	return nil
}
