package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A trackCommand records what happened at the authority.
type trackCommand struct {
	*session
	event      model.Event
	date       string
	validUntil string
	items      []string // of a correction notice, as MATERIAL:REASON:TEXT
}

func newTrack(s *session) *cobra.Command {
	c := &trackCommand{session: s}
	cmd := s.command(spec{name: "track", least: 2, most: 2, json: true, run: func(args []string) error {
		return s.on(args[0], func(a *subject) error { return c.track(a, model.EventID(args[1])) })
	}})
	f := cmd.Flags()
	f.StringVar(&c.date, "date", "", s.p.T(locales.CLITrackFlagDate))
	f.StringVar(&c.event.Number, "number", "", s.p.T(locales.CLITrackFlagNumber))
	f.StringVar(&c.event.Note, "note", "", s.p.T(locales.CLITrackFlagNote))
	f.StringVar(&c.event.Reason, "reason", "", s.p.T(locales.CLITrackFlagReason))
	f.StringVar(&c.validUntil, "valid-until", "", s.p.T(locales.CLITrackFlagValidUntil))
	f.BoolVar(&c.event.Deemed, "deemed", false, s.p.T(locales.CLITrackFlagDeemed))
	f.StringArrayVar(&c.items, "item", nil, s.p.T(locales.CLITrackFlagItem))
	return cmd
}

func (c *trackCommand) track(a *subject, id model.EventID) error {
	e, err := c.read(a, id)
	if err != nil {
		return err
	}
	if err := checkText(append([]string{e.Number, e.Note, e.Reason}, c.items...)...); err != nil {
		return err
	}
	items, err := c.readItems(a)
	if err != nil {
		return err
	}
	known, running := len(a.Items), model.Deadlines(a.proc, &a.Application, c.workdays())
	if err := c.record(a, e, items); err != nil {
		return c.refused(a, err)
	}
	if err := c.keep(a); err != nil {
		return err
	}
	if e.Date.After(c.today) {
		c.tell(locales.CLITrackFuture, "Date", a.Day(e.Date))
	}
	c.tellOdd(a, e, running)
	return c.report(a, e, a.Items[known:])
}

// read completes the event by its id and its days. A deemed acceptance counts
// from the day of receipt, if the application was submitted.
func (c *trackCommand) read(a *subject, id model.EventID) (model.Event, error) {
	e := c.event
	e.ID, e.Date, e.Recorded = id, c.today, c.now()
	if received := a.Received(a.proc); e.Deemed && !received.IsZero() {
		e.Date = received
	}
	var err error
	if c.date != "" {
		if e.Date, err = c.day(c.date); err != nil {
			return e, err
		}
	}
	if c.validUntil != "" {
		e.ValidUntil, err = c.day(c.validUntil)
	}
	return e, err
}

// readItems reads MATERIAL:REASON:TEXT. A question may take the place of the
// material, or nothing.
func (c *trackCommand) readItems(a *subject) ([]model.Item, error) {
	var items []model.Item
	for _, text := range c.items {
		parts := strings.SplitN(text, ":", 3)
		if len(parts) < 3 {
			return nil, c.usage(locales.CLIErrorItem, "Given", text)
		}
		it := model.Item{Reason: model.ItemReason(parts[1]), Text: strings.TrimSpace(parts[2])}
		if a.proc.Question(model.QuestionID(parts[0])) != nil {
			it.Answer = model.QuestionID(parts[0])
		} else if parts[0] != "" {
			key, err := c.rowKey(a, parts[0], "")
			if err != nil {
				return nil, err
			}
			it.Material = key
		}
		items = append(items, it)
	}
	return items, nil
}

// record refuses flags that the event does not ask for: what they say would be
// kept and shown nowhere.
func (c *trackCommand) record(a *subject, e model.Event, items []model.Item) error {
	if rule := a.proc.Event(e.ID); rule != nil {
		for _, with := range []struct {
			flag  string
			ask   model.Ask
			given bool
		}{
			{"--item", model.AskItems, len(items) > 0},
			{"--valid-until", model.AskValidUntil, !e.ValidUntil.IsZero()},
			{"--deemed", model.AskDeemed, e.Deemed},
		} {
			if with.given && !slices.Contains(rule.Asks, with.ask) {
				return c.usage(locales.CLIErrorEventFlag, "Flag", with.flag, "Given", string(e.ID))
			}
		}
	}
	return a.Record(a.proc, e, items)
}

// tellOdd says what should have been given with an event, and that a deemed
// acceptance comes early. The event is recorded all the same: it happened.
func (c *trackCommand) tellOdd(a *subject, e model.Event, running []model.Deadline) {
	rule := a.proc.Event(e.ID)
	for _, ask := range e.Lacks(rule) {
		c.tell(locales.CLITrackLacks, "Flag", "--"+string(ask), "Why", c.p.Text("cli.track.why", string(ask), ""))
	}
	for _, d := range running {
		if e.Deemed && d.AtEnd == model.DeemedAccepted && slices.Contains(a.proc.Clock(d.Clock).Stops, e.ID) && !d.Ended(c.today) {
			c.tell(locales.CLITrackDeemedEarly, "Clock", a.Words.Title("clock", string(d.Clock)), "On", a.Day(d.Latest))
		}
	}
}

func (c *trackCommand) report(a *subject, e model.Event, items []model.Item) error {
	state := model.StateOf(a.proc, &a.Application)
	if c.json {
		ids := []string{}
		for _, it := range items {
			ids = append(ids, it.ID)
		}
		return c.write(map[string]any{"state": state.ID, "rev": a.Rev, "items": ids})
	}
	c.say(locales.CLITrackDone, "Event", a.Words.Title("event", string(e.ID)), "Date", e.Date.String(), "State", a.Words.Title("state", string(state.ID)))
	if a.Origin != "" && state.End {
		c.tell(locales.CLITrackOrigin, "ID", string(a.Origin))
	}
	c.sayNext(a)
	c.showItems(a, items)
	return nil
}
