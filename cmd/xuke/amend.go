package main

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// An amendCommand puts right what was recorded: an event, or an item of a
// notice.
type amendCommand struct {
	*session
	flags *pflag.FlagSet
	force bool
}

func newAmend(s *session) *cobra.Command {
	c := &amendCommand{session: s}
	cmd := s.command(spec{name: "amend", least: 2, most: 2, json: true, run: func(args []string) error {
		return s.on(args[0], func(a *subject) error { return c.amend(a, args[1]) })
	}})
	c.flags = cmd.Flags()
	for _, flag := range []struct {
		name string
		text locales.ID
	}{
		{"date", locales.CLIAmendFlagDate}, {"received", locales.CLIAmendFlagReceived}, {"number", locales.CLIAmendFlagNumber},
		{"valid-until", locales.CLIAmendFlagValidUntil}, {"due", locales.CLIAmendFlagDue}, {"reason", locales.CLIAmendFlagReason},
		{"note", locales.CLIAmendFlagNote}, {"item", locales.CLIAmendFlagItem},
	} {
		c.flags.String(flag.name, "", s.p.T(flag.text))
	}
	c.flags.BoolVar(&c.force, "force", false, s.p.T(locales.CLITrackFlagForce))
	return cmd
}

func (c *amendCommand) amend(a *subject, name string) error {
	before := a.Application.Clone()
	var err error
	if it, ok := findItem(&a.Application, name); ok {
		err = c.amendItem(a, it)
	} else {
		err = c.amendEvent(a, name)
	}
	if err != nil {
		return c.refused(a, err)
	}
	changes, err := model.Changes(&before, &a.Application)
	if err != nil {
		return err
	}
	if len(changes) > 0 {
		if err := c.keep(a); err != nil {
			return err
		}
	}
	return c.report(a, changes)
}

// findItem finds a recorded item by its id.
func findItem(a *model.Application, id string) (model.Item, bool) {
	for _, it := range a.Items {
		if it.ID == id {
			return it, true
		}
	}
	return model.Item{}, false
}

// given is what a flag says, and whether it was given at all: empty clears.
func (c *amendCommand) given(flag string) (text string, ok bool) {
	text, _ = c.flags.GetString(flag)
	return text, c.flags.Changed(flag)
}

func (c *amendCommand) amendItem(a *subject, it model.Item) error {
	for _, flag := range []string{"date", "received", "number", "valid-until", "due", "reason", "note"} {
		if _, ok := c.given(flag); ok {
			return c.usage(locales.CLIErrorItemFlag, "Flag", "--"+flag, "Given", it.ID)
		}
	}
	text, ok := c.given("item")
	if !ok {
		return c.usage(locales.CLIErrorNothingToAmend)
	}
	if err := checkText(text); err != nil {
		return err
	}
	items, err := c.readItems(a, []string{text})
	if err != nil {
		return err
	}
	items[0].ID = it.ID
	return a.AmendItem(a.proc, items[0])
}

func (c *amendCommand) amendEvent(a *subject, name string) error {
	i, err := a.EventIndex(string(c.eventID(a, name)))
	if err != nil {
		return err
	}
	if _, ok := c.given("item"); ok {
		return c.usage(locales.CLIErrorEventItem, "Given", name)
	}
	m, err := c.amendment(a)
	if err != nil {
		return err
	}
	if m == (model.Amendment{}) {
		return c.usage(locales.CLIErrorNothingToAmend)
	}
	return a.Amend(a.proc, i, m)
}

// amendment reads the flags.
func (c *amendCommand) amendment(a *subject) (m model.Amendment, err error) {
	for _, f := range []struct {
		flag string
		to   **string
	}{{"number", &m.Number}, {"reason", &m.Reason}, {"note", &m.Note}} {
		if text, ok := c.given(f.flag); ok {
			if err := checkText(text); err != nil {
				return m, err
			}
			*f.to = &text
		}
	}
	for _, f := range []struct {
		flag string
		to   **model.Date
	}{{"date", &m.Date}, {"received", &m.Received}, {"valid-until", &m.ValidUntil}} {
		text, ok := c.given(f.flag)
		if !ok {
			continue
		}
		day := model.Date{}
		if text != "" || f.flag == "date" { // which no event is without
			if day, err = c.day(text); err != nil {
				return m, err
			}
		}
		if f.flag != "valid-until" && day.After(c.today) && !c.force {
			return m, c.inFuture(a, day)
		}
		*f.to = &day
	}
	if text, ok := c.given("due"); ok {
		m.Due = new(model.Term)
		if text != "" {
			*m.Due, err = model.ParseTerm(text)
		}
	}
	return m, err
}

func (c *amendCommand) report(a *subject, changes []model.Change) error {
	lines := a.Changes(model.Edit{Changes: changes}, &a.Application)
	if len(changes) == 0 {
		lines = nil
	}
	if c.json {
		return c.write(map[string]any{"rev": a.Rev, "state": model.StateOf(a.proc, &a.Application).ID, "changed": append([]string{}, lines...)})
	}
	if len(changes) == 0 {
		c.say(locales.CLIAmendSame)
		return nil
	}
	c.say(locales.CLIAmendDone)
	fmt.Fprintln(c.out, indent(block(lines)))
	c.sayNext(a)
	return nil
}
