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

// noteDetails notes what somebody has read off the document of a row, ID=VALUE
// each; an empty value clears. It returns the ids.
func (c *command) noteDetails(s *subject, key model.MaterialKey, pairs []string) ([]model.DetailID, error) {
	var ids []model.DetailID
	for _, pair := range pairs {
		id, text, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, c.usage(locales.CLIErrorDetail, "Given", pair)
		}
		detail := model.DetailID(id)
		var v model.Value
		if slices.Contains(model.DetailIDs, detail) { // others have no way to be read, and are refused below
			var err error
			if v, err = model.ParseDetail(detail, text); err != nil {
				return nil, c.refuseValue(s, err)
			}
		}
		if err := s.Application.Detail(s.proc, key, detail, v); err != nil {
			return nil, c.refuseValue(s, err)
		}
		ids = append(ids, detail)
	}
	return ids, nil
}

// sayDetails says what the checks make of the facts that were just noted.
func (c *command) sayDetails(s *subject, row model.ListRow, ids []model.DetailID) {
	for _, i := range model.Inspect(s.proc, &s.Application, row) {
		if slices.Contains(ids, i.Detail) {
			c.say(locales.CLIMaterialFinding, "Level", c.p.Text("term", "level", string(i.Level)), "Text", s.InspectionLine(i))
		}
	}
}
