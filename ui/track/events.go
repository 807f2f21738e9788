package track

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// eventRows are the events that can be recorded now, and the way to take the
// last one back.
func (s *submission) eventRows() []row {
	d := s.d
	var rows []row
	for _, rule := range model.Allowed(d.Proc, &d.App) {
		waits := d.itemsBefore(rule) > 0
		rows = append(rows, row{
			Row: page.Row{
				Key: eventKey + string(rule.ID), Part: desk.PartOf(d.Proc, string(rule.ID)),
				Told: func() []string { return d.ruleTold(rule) },
				Open: func() page.Step { return s.record(rule) },
			},
			verb: locales.UISubmissionEnter, dim: waits,
			mark: func() string {
				if waits {
					return d.Env.Theme().Mark.None
				}
				return "+"
			},
			title: func() string { return d.Words().Title("event", string(rule.ID)) },
			sides: func() []string { return []string{d.caution(rule), ""} },
		})
	}
	if n := len(d.App.Events); n > 0 {
		last := d.App.Events[n-1]
		rows = append(rows, row{
			Row: page.Row{
				Key: "unrecord", Part: desk.PartOf(d.Proc, string(last.ID)),
				Told: func() []string { return []string{d.Env.T(locales.UISubmissionUnrecordBody)} },
				Open: d.unrecord,
			},
			mark: func() string { return d.Env.Theme().Mark.Left },
			title: func() string {
				return d.Env.T(locales.UISubmissionUnrecord, "Event", d.Words().Title("event", string(last.ID)))
			},
		})
	}
	return d.group(locales.UISubmissionRecord, rows)
}

// record opens the form of an event. Where the event waits for items, record
// leads to the first of them instead.
func (s *submission) record(rule *model.EventRule) page.Step {
	d := s.d
	n := d.itemsBefore(rule)
	if n == 0 {
		return page.Push(newRecord(d, rule.ID, nil))
	}
	s.refresh(itemKey(d.App.OpenItems()[0].ID))
	return page.Steps(s.here(), page.Warn(d.Env.T(locales.UISubmissionBlockedItems, "Count", n)))
}

// itemsBefore counts the open correction items that an event waits for.
func (d *Room) itemsBefore(rule *model.EventRule) int {
	if !rule.Settled {
		return 0
	}
	return len(d.App.OpenItems())
}

// early reports whether an event submits an application that is not ready.
func (d *Room) early(rule *model.EventRule) bool {
	to := d.Proc.State(rule.To)
	if rule.Freezes && rule.Settled && len(d.App.Events) > 0 {
		return !d.Readiness.Submittable()
	}
	return slices.Contains(rule.From, d.Proc.States[0].ID) && to != nil && to.Turn == model.Officials && !d.Readiness.Submittable()
}

// caution is what stands at the right of an event that needs a second look.
func (d *Room) caution(rule *model.EventRule) string {
	th, e := d.Env.Theme(), d.Env
	switch n := d.itemsBefore(rule); {
	case n > 0:
		return th.Dim.Render(e.T(locales.UISubmissionItemsOpen, "Count", n))
	case d.early(rule):
		return th.Warn.Render(th.Mark.Warn + " " + e.T(locales.UISubmissionNotReady))
	}
	return ""
}

// ruleTold is what an event does, and what it waits for.
func (d *Room) ruleTold(rule *model.EventRule) []string {
	e := d.Env
	var told []string
	if n := d.itemsBefore(rule); n > 0 {
		told = append(told, e.T(locales.UISubmissionBlockedItems, "Count", n))
	}
	if d.early(rule) {
		told = append(told, d.openBefore())
	}
	after := d.App.Clone()
	after.Events = append(after.Events, model.Event{ID: rule.ID})
	told = append(told, e.T(locales.UISubmissionLeads, "State", d.Words().Title("state", string(model.StateOf(d.Proc, &after).ID))))
	return append(told, d.cited("event", string(rule.ID), rule.Sources)...)
}

// openBefore says what is still open before the submission. It is no reason
// not to record what has happened.
func (d *Room) openBefore() string {
	e := d.Env
	conditions, papers := 0, 0
	for _, a := range d.Assessed {
		if a.Severity != model.Warns && a.Verdict != model.Met {
			conditions++
		}
	}
	for _, r := range d.Rows {
		if r.Blocks() {
			papers++
		}
	}
	var open []string
	if conditions > 0 {
		open = append(open, e.T(locales.UISubmissionOpenConditions, "Count", conditions))
	}
	if papers > 0 {
		open = append(open, e.T(locales.UISubmissionOpenPapers, "Count", papers))
	}
	return e.T(locales.UISubmissionOpen, "What", e.P.List(open))
}

// laterRows are the events that cannot be recorded now, folded away. In focus
// each says why, and which can be.
func (s *submission) laterRows() []row {
	d := s.d
	allowed := model.Allowed(d.Proc, &d.App)
	var rows []row
	for i := range d.Proc.Events {
		rule := &d.Proc.Events[i]
		if slices.Contains(allowed, rule) {
			continue
		}
		rows = append(rows, row{
			Row: page.Row{
				Key: laterKey + string(rule.ID), Part: desk.PartOf(d.Proc, string(rule.ID)),
				Told: func() []string { return d.whyNot(rule) },
				Open: func() page.Step { return page.Warn(d.whyNot(rule)[0]) },
			},
			dim:   true,
			mark:  func() string { return d.Env.Theme().Dim.Render(d.Env.Theme().Mark.None) },
			title: func() string { return d.Words().Title("event", string(rule.ID)) },
		})
	}
	if len(rows) == 0 {
		return nil
	}
	fold := s.foldRow(len(rows))
	if !s.unfolded {
		return []row{fold}
	}
	return append([]row{fold}, rows...)
}

// foldRow shows and hides the n rows below it.
func (s *submission) foldRow(n int) row {
	d := s.d
	return row{
		Row: page.Row{
			Key:   "later",
			Group: func() string { return " " }, // a blank line above it
			Told:  func() []string { return []string{d.Env.T(locales.UISubmissionLaterBody)} },
			Open: func() page.Step {
				s.unfolded = !s.unfolded
				s.refresh(s.list.Key())
				return nil
			},
		},
		mark: func() string {
			if s.unfolded {
				return d.Env.Theme().Mark.Below
			}
			return d.Env.Theme().Mark.Right
		},
		title: func() string { return d.Env.T(locales.UISubmissionLater, "Count", n) },
	}
}

// whyNot says why an event cannot be recorded: first the reason, then from
// which states it could, and what can be recorded instead.
func (d *Room) whyNot(rule *model.EventRule) []string {
	e, words, state := d.Env, d.Words(), d.state()
	event := words.Title("event", string(rule.ID))
	if slices.Contains(rule.From, state.ID) {
		return []string{e.T(locales.UISubmissionBlockedPast, "Event", event)}
	}
	reason := e.T(locales.UISubmissionBlockedState, "State", words.Part("state", string(state.ID), "short"), "Event", event)
	var now []string
	for _, r := range model.Allowed(d.Proc, &d.App) {
		now = append(now, words.Title("event", string(r.ID)))
	}
	if len(now) == 0 {
		return []string{reason, e.T(locales.UISubmissionBlockedEnd)}
	}
	var from []string
	for _, id := range rule.From {
		from = append(from, words.Part("state", string(id), "short"))
	}
	return []string{reason, e.T(locales.UISubmissionFrom, "States", e.P.Either(from)), e.T(locales.UISubmissionNow, "Events", e.P.List(now))}
}
