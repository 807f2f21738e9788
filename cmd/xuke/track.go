package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) trackCommand() *cobra.Command {
	var date, validUntil string
	var items []string
	var e model.Event
	cmd := c.sub("track", c.args(2, 2), func(args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			e.ID = model.EventID(args[1])
			if e.Deemed && date == "" { // it counts from the day of receipt
				date = receipt(s)
			}
			return c.track(s, e, date, validUntil, items)
		})
	})
	f := cmd.Flags()
	f.StringVar(&date, "date", "", c.p.T(locales.CLITrackFlagDate))
	f.StringVar(&e.Number, "number", "", c.p.T(locales.CLITrackFlagNumber))
	f.StringVar(&e.Note, "note", "", c.p.T(locales.CLITrackFlagNote))
	f.StringVar(&e.Reason, "reason", "", c.p.T(locales.CLITrackFlagReason))
	f.StringVar(&validUntil, "valid-until", "", c.p.T(locales.CLITrackFlagValidUntil))
	f.BoolVar(&e.Deemed, "deemed", false, c.p.T(locales.CLITrackFlagDeemed))
	f.StringArrayVar(&items, "item", nil, c.p.T(locales.CLITrackFlagItem))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) track(s *subject, e model.Event, date, validUntil string, specs []string) error {
	e.Date, e.Recorded = c.today, c.now()
	for _, d := range []struct {
		text string
		to   *model.Date
	}{{date, &e.Date}, {validUntil, &e.ValidUntil}} {
		if d.text == "" {
			continue
		}
		var err error
		if *d.to, err = c.day(d.text); err != nil {
			return err
		}
	}
	if err := c.typed(append([]string{e.Number, e.Note, e.Reason}, specs...)...); err != nil {
		return err
	}
	items, err := c.items(s, specs)
	if err != nil {
		return err
	}
	known, running := len(s.Items), model.Deadlines(s.proc, &s.Application, c.workdays())
	if err := c.record(s, e, items); err != nil {
		return c.refuseValue(s, err)
	}
	if err := c.keep(s); err != nil {
		return err
	}
	if e.Date.After(c.today) {
		c.tell(locales.CLITrackFuture, "Date", s.Day(e.Date))
	}
	c.tellOdd(s, e, running)
	state := model.StateOf(s.proc, &s.Application).ID
	if c.json {
		ids := []string{}
		for _, it := range s.Items[known:] {
			ids = append(ids, it.ID)
		}
		return c.write(map[string]any{"state": state, "rev": s.Rev, "items": ids})
	}
	c.say(locales.CLITrackDone, "Event", s.Words.Title("event", string(e.ID)), "Date", e.Date.String(), "State", s.Words.Title("state", string(state)))
	if s.Origin != "" && model.StateOf(s.proc, &s.Application).End {
		c.tell(locales.CLITrackOrigin, "ID", string(s.Origin))
	}
	c.sayNext(s)
	c.showItems(s, s.Items[known:])
	return nil
}

// receipt is the day from which an application counts as accepted when no
// notice came in time, "" where nothing was handed in.
func receipt(s *subject) string {
	if on := s.Received(s.proc); !on.IsZero() {
		return on.String()
	}
	return ""
}

// tellOdd says what should have been given with an event, that a deemed
// acceptance comes early, and that its day is an estimate. What
// has happened is recorded all the same.
func (c *command) tellOdd(s *subject, e model.Event, running []model.Deadline) {
	rule := s.proc.Event(e.ID)
	for _, ask := range e.Lacks(rule) {
		c.tell(locales.CLITrackLacks, "Flag", "--"+string(ask), "Why", c.p.Text("cli.track.why", string(ask), ""))
	}
	for _, d := range running {
		if !e.Deemed || d.AtEnd != model.DeemedAccepted || !slices.Contains(s.proc.Clock(d.Clock).Stops, e.ID) {
			continue
		}
		if !d.Ended(c.today) {
			c.tell(locales.CLITrackDeemedEarly, "Clock", s.Words.Title("clock", string(d.Clock)), "On", s.Day(d.Latest))
		}
		if d.Estimate {
			c.tell(locales.UIDeemEstimate)
		}
	}
}

// record refuses what an event is not recorded with: it would be kept, and
// shown nowhere.
func (c *command) record(s *subject, e model.Event, items []model.Item) error {
	if rule := s.proc.Event(e.ID); rule != nil {
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
	return s.Record(s.proc, e, items)
}

// items reads MATERIAL:REASON:TEXT; in place of the material a question may
// stand, or nothing.
func (c *command) items(s *subject, specs []string) ([]model.Item, error) {
	var items []model.Item
	for _, spec := range specs {
		parts := strings.SplitN(spec, ":", 3)
		if len(parts) < 3 {
			return nil, c.usage(locales.CLIErrorItem, "Given", spec)
		}
		it := model.Item{Reason: model.ItemReason(parts[1]), Text: strings.TrimSpace(parts[2])}
		if s.proc.Question(model.QuestionID(parts[0])) != nil {
			it.Answer = model.QuestionID(parts[0])
		} else if parts[0] != "" {
			key, err := c.rowKey(s, parts[0], "", "", "")
			if err != nil {
				return nil, err
			}
			it.Material = key
		}
		items = append(items, it)
	}
	return items, nil
}
