package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A materialCommand notes how far a row is, or adds a row to the list.
type materialCommand struct {
	rowCommand
	set     *pflag.FlagSet // of the command
	note    model.Collected
	due     string
	details []string // ID=VALUE
	name    string   // of a row that is added
	askedBy string   // who wants that row
}

func newMaterial(s *session) *cobra.Command {
	c := &materialCommand{rowCommand: rowCommand{session: s}}
	cmd := s.command(spec{name: "material", least: 2, most: 2, json: true, run: func(args []string) error {
		return s.on(args[0], func(a *subject) error { return c.material(a, args[1]) })
	}})
	c.register(cmd, locales.CLIMaterialFlagOf)
	c.set = cmd.Flags()
	c.set.StringVar((*string)(&c.note.Status), "status", "", s.p.T(locales.CLIMaterialFlagStatus))
	c.set.StringVar(&c.note.Reason, "reason", "", s.p.T(locales.CLIMaterialFlagReason))
	c.set.StringVar(&c.note.Owner, "owner", "", s.p.T(locales.CLIMaterialFlagOwner))
	c.set.StringVar(&c.due, "due", "", s.p.T(locales.CLIMaterialFlagDue))
	c.set.StringVar(&c.note.Note, "note", "", s.p.T(locales.CLIMaterialFlagNote))
	c.set.StringArrayVar(&c.details, "detail", nil, s.p.T(locales.CLIMaterialFlagDetail))
	c.set.StringVar(&c.name, "name", "", s.p.T(locales.CLIMaterialFlagName))
	c.set.StringVar(&c.askedBy, "asked-by", "", s.p.T(locales.CLIMaterialFlagAskedBy))
	return cmd
}

func (c *materialCommand) material(a *subject, material string) error {
	if !slices.ContainsFunc([]string{"status", "reason", "owner", "due", "note", "name", "detail"}, c.set.Changed) {
		return c.usage(locales.CLIErrorNothingToNote)
	}
	if err := checkText(append(c.details, c.note.Reason, c.note.Owner, c.note.Note, c.name, c.askedBy)...); err != nil {
		return err
	}
	key, err := c.key(a, material)
	if err != nil {
		return err
	}
	return c.noteRow(a, key)
}

// key finds the row, or adds it if --name or --asked-by is given.
func (c *materialCommand) key(a *subject, material string) (model.MaterialKey, error) {
	switch {
	case c.name == "" && c.askedBy == "":
		return c.rowKey(a, material, c.of)
	case material != string(model.OtherMaterial):
		return "", c.usage(locales.CLIErrorOwnName, "Given", material)
	}
	return a.AddOwn(model.OwnMaterial{Name: c.name, AskedBy: c.askedBy, AskedOn: c.today})
}

// noteRow changes what the flags name and leaves the rest of the row.
func (c *materialCommand) noteRow(a *subject, key model.MaterialKey) error {
	next, err := c.noted(a, key)
	if err != nil {
		return err
	}
	if err := a.Note(a.proc, key, next); err != nil {
		return c.refused(a, err)
	}
	ids, err := c.noteDetails(a, key)
	if err != nil {
		return err
	}
	if err := c.keep(a); err != nil {
		return err
	}
	if c.json {
		return c.write(map[string]any{"key": key, "status": next.Status})
	}
	row, _ := model.FindRow(model.Checklist(a.proc, &a.Application), key)
	c.say(locales.CLIMaterialDone, "Material", a.Row(row), "Status", c.p.Text("term", "status", string(next.Status)))
	for _, i := range model.Inspect(a.proc, &a.Application, row) {
		if slices.Contains(ids, i.Detail) {
			c.sayFinding(a, i)
		}
	}
	return nil
}

// noted returns what is noted about a row, with the changes of the flags.
func (c *materialCommand) noted(a *subject, key model.MaterialKey) (model.Collected, error) {
	row, _ := model.FindRow(model.Checklist(a.proc, &a.Application), key)
	next := row.Collected
	if c.set.Changed("status") {
		next.Status = c.note.Status
	}
	if c.set.Changed("reason") {
		next.Reason = c.note.Reason
	}
	if c.set.Changed("owner") {
		next.Owner = c.note.Owner
	}
	if c.set.Changed("note") {
		next.Note = c.note.Note
	}
	if !c.set.Changed("due") {
		return next, nil
	}
	next.Due = model.Date{}
	if strings.TrimSpace(c.due) == "" {
		return next, nil
	}
	var err error
	next.Due, err = c.day(c.due)
	return next, err
}

// noteDetails notes facts that the user read off the document of a row and
// returns their ids. An empty value clears one.
func (c *materialCommand) noteDetails(a *subject, key model.MaterialKey) ([]model.DetailID, error) {
	var ids []model.DetailID
	for _, pair := range c.details {
		id, text, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, c.usage(locales.CLIErrorDetail, "Given", pair)
		}
		detail := model.DetailID(id)
		var v model.Value
		if slices.Contains(model.DetailIDs, detail) { // others cannot be parsed, and are refused below
			var err error
			if v, err = model.ParseDetail(detail, text); err != nil {
				return nil, c.refused(a, err)
			}
		}
		if err := a.Application.Detail(a.proc, key, detail, v); err != nil {
			return nil, c.refused(a, err)
		}
		ids = append(ids, detail)
	}
	return ids, nil
}
