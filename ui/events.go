package ui

import (
	"slices"
	"strconv"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// eventRows are the timeline.
func (s *submission) eventRows() []trackRow {
	d := s.d
	var rows []trackRow
	for i, e := range d.app.Events {
		row := trackRow{key: "past/" + strconv.Itoa(i), part: partOf(d.proc, string(e.ID))}
		row.mark = func() string {
			th := d.env.theme()
			if i == len(d.app.Events)-1 {
				return th.Accent.Render(th.Line.BottomLeft)
			}
			return th.Rule.Render(th.Line.MiddleLeft)
		}
		row.title = func() string {
			return widget.Pad(d.clockDay(e.Date), d.dayWidth()) + "  " + d.words().Title("event", string(e.ID))
		}
		row.sides = func() []string {
			number := legible.Line(e.Number)
			if e.Deemed {
				number = d.env.t(locales.UISubmissionDeemed)
			}
			return []string{d.env.theme().Dim.Render(number), ""}
		}
		row.told = func() []string { return d.eventTold(e) }
		rows = append(rows, s.reading(row))
	}
	return s.group(locales.UISubmissionTimeline, rows)
}

// dayWidth is the cells of the longest date in the timeline.
func (d *trackRoom) dayWidth() (w int) {
	for _, e := range d.app.Events {
		w = max(w, widget.Width(d.clockDay(e.Date)))
	}
	return w
}

// eventTold is what was recorded with an event.
func (d *trackRoom) eventTold(e model.Event) []string {
	env, words := d.env, d.words()
	told := []string{env.p.Label(env.t(locales.UIRecordDate), words.Day(e.Date))}
	if e.Deemed {
		told = append(told, env.t(locales.UISubmissionDeemed))
	}
	for _, f := range []struct {
		label locales.ID
		text  string
	}{
		{locales.UIRecordNumber, e.Number}, {locales.UIRecordReason, e.Reason},
		{locales.UIRecordValid, words.Day(e.ValidUntil)}, {locales.UIRecordNote, e.Note},
	} {
		if f.text != "" {
			told = append(told, env.p.Label(env.t(f.label), legible.Line(f.text)))
		}
	}
	part := partOf(d.proc, string(e.ID))
	return append(told, d.citedBelow("event", part.ID, part.Sources)...)
}

// recordRows are the events that the state allows, and the way to take the
// last one back.
func (s *submission) recordRows() []trackRow {
	d := s.d
	var rows []trackRow
	for _, rule := range model.Allowed(d.proc, &d.app) {
		blocked := d.itemsInTheWay(rule)
		row := trackRow{key: "event/" + string(rule.ID), part: partOf(d.proc, string(rule.ID)), verb: locales.UISubmissionEnter, dim: blocked > 0}
		row.mark = func() string {
			if th := d.env.theme(); blocked > 0 {
				return th.Mark.None
			}
			return "+"
		}
		row.title = func() string { return d.words().Title("event", string(rule.ID)) }
		row.sides = func() []string { return []string{d.caution(rule), ""} }
		row.told = func() []string { return d.ruleTold(rule) }
		row.open = func() Step { return s.record(rule) }
		rows = append(rows, row)
	}
	if n := len(d.app.Events); n > 0 {
		last := d.app.Events[n-1]
		row := trackRow{key: "unrecord", part: partOf(d.proc, string(last.ID))}
		row.mark = func() string { return d.env.theme().Mark.Left }
		row.title = func() string {
			return d.env.t(locales.UISubmissionUnrecord, "Event", d.words().Title("event", string(last.ID)))
		}
		row.told = func() []string { return []string{d.env.t(locales.UISubmissionUnrecordBody)} }
		row.open = func() Step { return push(newUnrecord(d)) }
		rows = append(rows, row)
	}
	return s.group(locales.UISubmissionRecord, rows)
}

// itemsInTheWay counts the open correction items that an event waits for.
func (d *trackRoom) itemsInTheWay(rule *model.EventRule) int {
	if !rule.Settled {
		return 0
	}
	return len(d.app.OpenItems())
}

// submits reports whether an event hands the application in.
func (d *trackRoom) submits(rule *model.EventRule) bool {
	to := d.proc.State(rule.To)
	return slices.Contains(rule.From, d.proc.States[0].ID) && to != nil && to.Turn == model.Officials
}

// caution is what stands at the right of an event that wants a second look.
func (d *trackRoom) caution(rule *model.EventRule) string {
	th, e := d.env.theme(), d.env
	switch n := d.itemsInTheWay(rule); {
	case n > 0:
		return th.Dim.Render(e.t(locales.UISubmissionItemsOpen, "Count", n))
	case d.submits(rule) && d.readiness != model.Ready:
		return th.Warn.Render(th.Mark.Warn + " " + e.t(locales.UISubmissionNotReady))
	}
	return ""
}

// ruleTold is what an event does, and what is in its way.
func (d *trackRoom) ruleTold(rule *model.EventRule) []string {
	e := d.env
	var told []string
	if n := d.itemsInTheWay(rule); n > 0 {
		told = append(told, e.t(locales.UISubmissionBlockedItems, "Count", n))
	}
	if d.submits(rule) && d.readiness != model.Ready {
		told = append(told, d.openBeforeSubmission())
	}
	after := d.app.Clone()
	after.Events = append(after.Events, model.Event{ID: rule.ID})
	told = append(told, e.t(locales.UISubmissionLeads, "State", d.words().Title("state", string(model.StateOf(d.proc, &after).ID))))
	return append(told, d.citedBelow("event", string(rule.ID), rule.Sources)...)
}

// openBeforeSubmission says what the check page still finds. It keeps nobody
// from recording what has happened.
func (d *trackRoom) openBeforeSubmission() string {
	e := d.env
	conditions, papers := 0, 0
	for _, a := range d.assessed {
		if a.Severity != model.Warns && a.Verdict != model.Met {
			conditions++
		}
	}
	for _, r := range d.rows {
		if r.Blocks() {
			papers++
		}
	}
	var open []string
	if conditions > 0 {
		open = append(open, e.t(locales.UISubmissionOpenConditions, "Count", conditions))
	}
	if papers > 0 {
		open = append(open, e.t(locales.UISubmissionOpenPapers, "Count", papers))
	}
	return e.t(locales.UISubmissionOpen, "What", e.p.List(open))
}

// record opens the form of an event. Where items are in its way it leads to
// the first of them.
func (s *submission) record(rule *model.EventRule) Step {
	d := s.d
	n := d.itemsInTheWay(rule)
	if n == 0 {
		return push(newRecord(d, rule.ID))
	}
	s.key = itemKey(d.app.OpenItems()[0].ID)
	s.look()
	return Steps(s.Init(), warn(d.env.t(locales.UISubmissionBlockedItems, "Count", n)))
}

// laterRows are the events that the state does not allow, folded away. In
// focus each says why, and what is possible now.
func (s *submission) laterRows() []trackRow {
	d := s.d
	allowed := model.Allowed(d.proc, &d.app)
	var rows []trackRow
	for i := range d.proc.Events {
		rule := &d.proc.Events[i]
		if slices.Contains(allowed, rule) {
			continue
		}
		row := trackRow{key: "later/" + string(rule.ID), part: partOf(d.proc, string(rule.ID)), dim: true}
		row.mark = func() string { return d.env.theme().Dim.Render(d.env.theme().Mark.None) }
		row.title = func() string { return d.words().Title("event", string(rule.ID)) }
		row.told = func() []string { return d.refused(rule, allowed) }
		row.open = func() Step { return warn(d.refused(rule, allowed)[0]) }
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil
	}
	fold := trackRow{key: "later", head: func() string { return " " }}
	fold.mark = func() string {
		if s.unfolded {
			return d.env.theme().Mark.Below
		}
		return d.env.theme().Mark.Right
	}
	n := len(rows)
	fold.title = func() string { return d.env.t(locales.UISubmissionLater, "Count", n) }
	fold.told = func() []string { return []string{d.env.t(locales.UISubmissionLaterBody)} }
	fold.open = func() Step {
		s.unfolded = !s.unfolded
		s.look()
		return nil
	}
	if !s.unfolded {
		rows = nil
	}
	return append([]trackRow{fold}, rows...)
}

// refused says why an event cannot be recorded: first the reason, then from
// where it could.
func (d *trackRoom) refused(rule *model.EventRule, allowed []*model.EventRule) []string {
	e, words := d.env, d.words()
	state, event := model.StateOf(d.proc, &d.app), words.Title("event", string(rule.ID))
	if slices.Contains(rule.From, state.ID) {
		return []string{e.t(locales.UISubmissionBlockedPast, "Event", event)}
	}
	now := make([]string, len(allowed))
	for i, r := range allowed {
		now[i] = words.Title("event", string(r.ID))
	}
	reason := e.t(locales.UISubmissionBlockedState, "State", words.Part("state", string(state.ID), "short"), "Event", event)
	if len(now) == 0 {
		return []string{reason, e.t(locales.UISubmissionBlockedEnd)}
	}
	from := make([]string, len(rule.From))
	for i, id := range rule.From {
		from[i] = words.Part("state", string(id), "short")
	}
	return []string{reason, e.t(locales.UISubmissionFrom, "States", e.p.Either(from)), e.t(locales.UISubmissionNow, "Events", e.p.List(now))}
}

// newUnrecord asks before the last event is taken back.
func newUnrecord(d *trackRoom) screen {
	last := d.app.Events[len(d.app.Events)-1]
	changed := d.app.Clone()
	changed.Unrecord(d.proc)
	title := func() string {
		words := d.words()
		return d.env.t(locales.UISubmissionUnrecordTitle, "Event", words.Title("event", string(last.ID)), "On", words.Day(last.Date))
	}
	body := func(w int) []string {
		lines := widget.Wrap(d.env.t(locales.UISubmissionUnrecordBody), w)
		if n := len(d.app.Items) - len(changed.Items); n > 0 {
			lines = append(lines, widget.Wrap(d.env.t(locales.UISubmissionUnrecordItems, "Count", n), w)...)
		}
		return lines
	}
	return d.env.confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UISubmissionUnrecordButton}, func() Step {
		done := d.commit(changed)
		return Steps(done, pop(1), notice(d.nowAt(locales.UISubmissionUnrecorded)))
	})
}

// nowAt says something, and where the application stands after it.
func (d *trackRoom) nowAt(id locales.ID) string {
	return d.env.t(id, "State", d.words().Title("state", string(model.StateOf(d.proc, &d.app).ID)))
}
