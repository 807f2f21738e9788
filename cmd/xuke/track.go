package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/notice"
)

// A trackCommand records what happened at the authority.
type trackCommand struct {
	*session
	event      model.Event
	date       string
	received   string
	due        string
	validUntil string
	items      []string // of a correction notice, as MATERIAL:REASON:TEXT
	notice     string   // the file with its text
	dryRun     bool
	force      bool
	read       *notice.Notice // from that file
}

func newTrack(s *session) *cobra.Command {
	c := &trackCommand{session: s}
	cmd := s.command(spec{name: "track", least: 2, most: 2, json: true, run: func(args []string) error {
		return s.on(args[0], func(a *subject) error { return c.track(a, args[1]) })
	}})
	f := cmd.Flags()
	f.StringVar(&c.date, "date", "", s.p.T(locales.CLITrackFlagDate))
	f.StringVar(&c.received, "received", "", s.p.T(locales.CLITrackFlagReceived))
	f.StringVar(&c.due, "due", "", s.p.T(locales.CLITrackFlagDue))
	f.StringVar(&c.event.Number, "number", "", s.p.T(locales.CLITrackFlagNumber))
	f.StringVar(&c.event.Note, "note", "", s.p.T(locales.CLITrackFlagNote))
	f.StringVar(&c.event.Reason, "reason", "", s.p.T(locales.CLITrackFlagReason))
	f.StringVar(&c.validUntil, "valid-until", "", s.p.T(locales.CLITrackFlagValidUntil))
	f.BoolVar(&c.event.Deemed, "deemed", false, s.p.T(locales.CLITrackFlagDeemed))
	f.StringArrayVar(&c.items, "item", nil, s.p.T(locales.CLITrackFlagItem))
	f.StringVar(&c.notice, "notice", "", s.p.T(locales.CLITrackFlagNotice))
	f.BoolVar(&c.dryRun, "dry-run", false, s.p.T(locales.CLIFlagDryRun))
	f.BoolVar(&c.force, "force", false, s.p.T(locales.CLITrackFlagForce))
	return cmd
}

func (c *trackCommand) track(a *subject, name string) error {
	e, err := c.eventOf(a, c.eventID(a, name))
	if err != nil {
		return err
	}
	if err := checkText(append([]string{e.Number, e.Note, e.Reason}, c.items...)...); err != nil {
		return err
	}
	items, err := c.readItems(a, c.items)
	if err != nil {
		return err
	}
	if c.read != nil && len(c.items) == 0 {
		items = noticed(*c.read)
	}
	if err := c.notYet(a, e); err != nil {
		return err
	}
	known, running := len(a.Items), model.Deadlines(a.proc, &a.Application, c.workdays())
	if err := c.record(a, e, items); err != nil {
		return c.refused(a, err)
	}
	if c.dryRun {
		return c.rehearse(a, e)
	}
	if err := c.keep(a); err != nil {
		return err
	}
	c.tellOdd(a, e, running)
	return c.report(a, e, a.Items[known:])
}

// eventOf completes the event by its id, its days, and what its notice says;
// what was given on the command line stays. A deemed acceptance counts from the
// day of receipt, if the application was submitted.
func (c *trackCommand) eventOf(a *subject, id model.EventID) (model.Event, error) {
	e := c.event
	e.ID, e.Recorded = id, c.now()
	for _, day := range []struct {
		text string
		to   *model.Date
	}{{c.date, &e.Date}, {c.received, &e.Received}, {c.validUntil, &e.ValidUntil}} {
		if day.text == "" {
			continue
		}
		var err error
		if *day.to, err = c.day(day.text); err != nil {
			return e, err
		}
	}
	if c.due != "" {
		var err error
		if e.Due, err = model.ParseTerm(c.due); err != nil {
			return e, c.refused(a, err)
		}
	}
	if c.notice != "" {
		if err := c.fill(a, &e); err != nil {
			return e, err
		}
	}
	if e.Date.IsZero() {
		e.Date = c.today
		if received := a.Received(a.proc); e.Deemed && !received.IsZero() {
			e.Date = received
		}
	}
	return e, nil
}

// fill completes the event by what its notice says. A notice of another kind
// was mixed up.
func (c *trackCommand) fill(a *subject, e *model.Event) error {
	n, err := c.readNotice(a, c.notice)
	if err != nil {
		return err
	}
	if n.Kind != notice.Unknown && n.Kind != e.ID && a.proc.Event(n.Kind) != nil && a.proc.Event(e.ID) != nil && !c.force {
		return c.usage(locales.CLIErrorNoticeKind, "Event", a.Words.Title("event", string(e.ID)), "Kind", a.Words.Title("event", string(n.Kind)), "ID", string(n.Kind))
	}
	n.Fill(a.proc.Event(e.ID), e)
	c.read = &n
	return nil
}

// noticed are the items that a notice lists.
func noticed(n notice.Notice) (items []model.Item) {
	listed, _ := n.Asks()
	for _, it := range listed {
		items = append(items, it.Model())
	}
	return items
}

// notYet refuses an event that is still to come: recorded too early it would
// stand in the way of what happens before. --force takes it.
func (c *trackCommand) notYet(a *subject, e model.Event) error {
	if c.force {
		return nil
	}
	for _, day := range []model.Date{e.Date, e.Received} {
		if day.After(c.today) {
			return c.inFuture(a, day)
		}
	}
	return nil
}

// inFuture says that a day is still to come, and how to record it all the same.
func (s *session) inFuture(a *subject, day model.Date) error {
	return &refusal{exit: exitUsage, Code: "in-future", Message: s.text(locales.CLIErrorFuture, "Date", a.Day(day), "Today", a.Day(s.today)),
		Hint: s.p.T(locales.CLIErrorFutureHint)}
}

// readItems reads MATERIAL:REASON:TEXT. A question may take the place of the
// material, or nothing.
func (s *session) readItems(a *subject, texts []string) ([]model.Item, error) {
	var items []model.Item
	for _, text := range texts {
		parts := strings.SplitN(text, ":", 3)
		if len(parts) < 3 {
			return nil, s.usage(locales.CLIErrorItem, "Given", text)
		}
		it := model.Item{Reason: s.reason(parts[1]), Text: strings.TrimSpace(parts[2])}
		if q := s.questionID(a, parts[0]); q != "" {
			it.Answer = q
		} else if parts[0] != "" {
			key, err := s.rowKey(a, parts[0], "")
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
			takes bool
			given bool
		}{
			{"--item", rule.TakesTerm(), len(items) > 0},
			{"--valid-until", slices.Contains(rule.Asks, model.AskValidUntil), !e.ValidUntil.IsZero()},
			{"--deemed", slices.Contains(rule.Asks, model.AskDeemed), e.Deemed},
			{"--due", rule.TakesTerm(), !e.Due.IsZero()},
			{"--received", rule.TakesReceipt(), !e.Received.IsZero()},
		} {
			if with.given && !with.takes {
				return c.usage(locales.CLIErrorEventFlag, "Flag", with.flag, "Given", string(e.ID))
			}
		}
	}
	return a.Record(a.proc, e, items)
}

// rehearse says what would be recorded.
func (c *trackCommand) rehearse(a *subject, e model.Event) error {
	n := notice.Notice{Items: []notice.Item{}, Rest: []string{}}
	if c.read != nil {
		n = *c.read
	}
	n.Number, n.Date, n.Due = e.Number, e.Date, e.Due
	if c.json {
		return c.write(noticeRecordOf(n))
	}
	c.say(locales.CLITrackDry, "Event", a.Words.Title("event", string(e.ID)))
	c.sayNotice(a, e, n)
	return nil
}

// tellOdd says what should have been given with an event, and that a deemed
// acceptance comes early. The event is recorded all the same: it happened.
func (c *trackCommand) tellOdd(a *subject, e model.Event, running []model.Deadline) {
	rule := a.proc.Event(e.ID)
	if e.Date.After(c.today) {
		c.tell(locales.CLITrackFuture, "Date", a.Day(e.Date))
	}
	for _, ask := range e.Lacks(rule) {
		c.tell(locales.CLITrackLacks, "Flag", "--"+string(ask), "Why", c.p.Text("cli.track.why", string(ask), ""), "ID", string(a.ID), "Number", len(a.Events))
	}
	c.tellTerm(rule, e)
	if n := unsettled(a); rule.Freezes && n > 0 {
		c.tell(locales.CLITrackUnsettled, "Count", n)
	}
	for _, d := range running {
		if !e.Deemed || d.AtEnd != model.DeemedAccepted || !slices.Contains(a.proc.Clock(d.Clock).Stops, e.ID) {
			continue
		}
		if !d.Ended(c.today) {
			c.tell(locales.CLITrackDeemedEarly, "Clock", a.Words.Title("clock", string(d.Clock)), "On", a.Day(d.Latest))
		}
		if d.Estimate {
			c.tell(locales.UIDeemEstimate)
		}
	}
}

// unsettled counts the required rows that are not settled.
func unsettled(a *subject) (n int) {
	for _, r := range model.Checklist(a.proc, &a.Application) {
		if r.Blocks() {
			n++
		}
	}
	return n
}

// tellTerm says what is missing about the term of a notice, and how much of its
// text may be an item and was not recorded.
func (c *trackCommand) tellTerm(rule *model.EventRule, e model.Event) {
	switch {
	case !rule.TakesTerm():
	case e.Due.IsZero():
		c.tell(locales.CLITrackNoTerm)
	case !e.Due.Known():
		c.tell(locales.CLITrackOpenTerm, "Words", e.Due.Words)
	case e.Due.From == model.FromReceipt && e.Received.IsZero() && e.Due.Length > 0:
		c.tell(locales.CLITrackNoReceipt)
	}
	if c.read == nil {
		return
	}
	if n := len(noticeRecordOf(*c.read).Offered); n > 0 {
		c.tell(locales.CLITrackOffered, "Count", n)
	}
}

func (c *trackCommand) report(a *subject, e model.Event, items []model.Item) error {
	state := model.StateOf(a.proc, &a.Application)
	if c.json {
		ids := []string{}
		for _, it := range items {
			ids = append(ids, it.ID)
		}
		out := map[string]any{"state": state.ID, "rev": a.Rev, "items": ids}
		if c.read != nil {
			out["notice"] = noticeRecordOf(*c.read)
		}
		return c.write(out)
	}
	c.say(locales.CLITrackDone, "Event", a.Words.Title("event", string(e.ID)), "Date", e.Date.String(), "State", a.Words.Title("state", string(state.ID)))
	if a.Origin != "" && state.End {
		c.tell(locales.CLITrackOrigin, "ID", string(a.Origin))
	}
	c.sayNext(a)
	c.showItems(a, items)
	return nil
}
