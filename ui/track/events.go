package track

import (
	"slices"
	"strconv"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// eventRows are the timeline.
func (s *Submission) eventRows() []trackRow {
	d := s.D
	var rows []trackRow
	for i, e := range d.App.Events {
		row := trackRow{key: "past/" + strconv.Itoa(i), part: desk.PartOf(d.Proc, string(e.ID))}
		row.mark = func() string {
			th := d.Env.Theme()
			if i == len(d.App.Events)-1 {
				return th.Accent.Render(th.Line.BottomLeft)
			}
			return th.Rule.Render(th.Line.MiddleLeft)
		}
		row.title = func() string {
			return widget.Pad(d.clockDay(e.Date), d.dayWidth()) + "  " + d.Words().Title("event", string(e.ID))
		}
		row.sides = func() []string {
			number := legible.Line(e.Number)
			if e.Deemed {
				number = d.Env.T(locales.UISubmissionDeemed)
			}
			return []string{d.Env.Theme().Dim.Render(number), ""}
		}
		row.told = func() []string { return d.eventTold(e) }
		rows = append(rows, s.reading(row))
	}
	return s.group(locales.UISubmissionTimeline, rows)
}

// dayWidth is the cells of the longest date in the timeline.
func (d *Room) dayWidth() (w int) {
	for _, e := range d.App.Events {
		w = max(w, widget.Width(d.clockDay(e.Date)))
	}
	return w
}

// eventTold is what was recorded with an event.
func (d *Room) eventTold(e model.Event) []string {
	env, words := d.Env, d.Words()
	told := []string{env.P.Label(env.T(locales.UIRecordDate), words.Day(e.Date))}
	if e.Deemed {
		told = append(told, env.T(locales.UISubmissionDeemed))
	}
	for _, f := range []struct {
		label locales.ID
		text  string
	}{
		{locales.UIRecordNumber, e.Number}, {locales.UIRecordReason, e.Reason},
		{locales.UIRecordValid, words.Day(e.ValidUntil)}, {locales.UIRecordNote, e.Note},
	} {
		if f.text != "" {
			told = append(told, env.P.Label(env.T(f.label), legible.Line(f.text)))
		}
	}
	part := desk.PartOf(d.Proc, string(e.ID))
	return append(told, d.citedBelow("event", part.ID, part.Sources)...)
}

// recordRows are the events that the state allows, and the way to take the
// last one back.
func (s *Submission) recordRows() []trackRow {
	d := s.D
	var rows []trackRow
	for _, rule := range model.Allowed(d.Proc, &d.App) {
		blocked := d.itemsInTheWay(rule)
		row := trackRow{key: "event/" + string(rule.ID), part: desk.PartOf(d.Proc, string(rule.ID)), verb: locales.UISubmissionEnter, dim: blocked > 0}
		row.mark = func() string {
			if th := d.Env.Theme(); blocked > 0 {
				return th.Mark.None
			}
			return "+"
		}
		row.title = func() string { return d.Words().Title("event", string(rule.ID)) }
		row.sides = func() []string { return []string{d.caution(rule), ""} }
		row.told = func() []string { return d.ruleTold(rule) }
		row.open = func() page.Step { return s.record(rule) }
		rows = append(rows, row)
	}
	if n := len(d.App.Events); n > 0 {
		last := d.App.Events[n-1]
		row := trackRow{key: "unrecord", part: desk.PartOf(d.Proc, string(last.ID))}
		row.mark = func() string { return d.Env.Theme().Mark.Left }
		row.title = func() string {
			return d.Env.T(locales.UISubmissionUnrecord, "Event", d.Words().Title("event", string(last.ID)))
		}
		row.told = func() []string { return []string{d.Env.T(locales.UISubmissionUnrecordBody)} }
		row.open = func() page.Step { return page.Push(newUnrecord(d)) }
		rows = append(rows, row)
	}
	return s.group(locales.UISubmissionRecord, rows)
}

// itemsInTheWay counts the open correction items that an event waits for.
func (d *Room) itemsInTheWay(rule *model.EventRule) int {
	if !rule.Settled {
		return 0
	}
	return len(d.App.OpenItems())
}

// submits reports whether an event hands the application in.
func (d *Room) submits(rule *model.EventRule) bool {
	to := d.Proc.State(rule.To)
	return slices.Contains(rule.From, d.Proc.States[0].ID) && to != nil && to.Turn == model.Officials
}

// caution is what stands at the right of an event that wants a second look.
func (d *Room) caution(rule *model.EventRule) string {
	th, e := d.Env.Theme(), d.Env
	switch n := d.itemsInTheWay(rule); {
	case n > 0:
		return th.Dim.Render(e.T(locales.UISubmissionItemsOpen, "Count", n))
	case d.submits(rule) && d.Readiness != model.Ready:
		return th.Warn.Render(th.Mark.Warn + " " + e.T(locales.UISubmissionNotReady))
	}
	return ""
}

// ruleTold is what an event does, and what is in its way.
func (d *Room) ruleTold(rule *model.EventRule) []string {
	e := d.Env
	var told []string
	if n := d.itemsInTheWay(rule); n > 0 {
		told = append(told, e.T(locales.UISubmissionBlockedItems, "Count", n))
	}
	if d.submits(rule) && d.Readiness != model.Ready {
		told = append(told, d.openBeforeSubmission())
	}
	after := d.App.Clone()
	after.Events = append(after.Events, model.Event{ID: rule.ID})
	told = append(told, e.T(locales.UISubmissionLeads, "State", d.Words().Title("state", string(model.StateOf(d.Proc, &after).ID))))
	return append(told, d.citedBelow("event", string(rule.ID), rule.Sources)...)
}

// openBeforeSubmission says what the check page still finds. It keeps nobody
// from recording what has happened.
func (d *Room) openBeforeSubmission() string {
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

// record opens the form of an event. Where items are in its way it leads to
// the first of them.
func (s *Submission) record(rule *model.EventRule) page.Step {
	d := s.D
	n := d.itemsInTheWay(rule)
	if n == 0 {
		return page.Push(newRecord(d, rule.ID))
	}
	s.key = itemKey(d.App.OpenItems()[0].ID)
	s.look()
	return page.Steps(s.Init(), page.Warn(d.Env.T(locales.UISubmissionBlockedItems, "Count", n)))
}

// laterRows are the events that the state does not allow, folded away. In
// focus each says why, and what is possible now.
func (s *Submission) laterRows() []trackRow {
	d := s.D
	allowed := model.Allowed(d.Proc, &d.App)
	var rows []trackRow
	for i := range d.Proc.Events {
		rule := &d.Proc.Events[i]
		if slices.Contains(allowed, rule) {
			continue
		}
		row := trackRow{key: "later/" + string(rule.ID), part: desk.PartOf(d.Proc, string(rule.ID)), dim: true}
		row.mark = func() string { return d.Env.Theme().Dim.Render(d.Env.Theme().Mark.None) }
		row.title = func() string { return d.Words().Title("event", string(rule.ID)) }
		row.told = func() []string { return d.refused(rule, allowed) }
		row.open = func() page.Step { return page.Warn(d.refused(rule, allowed)[0]) }
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil
	}
	fold := trackRow{key: "later", head: func() string { return " " }}
	fold.mark = func() string {
		if s.unfolded {
			return d.Env.Theme().Mark.Below
		}
		return d.Env.Theme().Mark.Right
	}
	n := len(rows)
	fold.title = func() string { return d.Env.T(locales.UISubmissionLater, "Count", n) }
	fold.told = func() []string { return []string{d.Env.T(locales.UISubmissionLaterBody)} }
	fold.open = func() page.Step {
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
func (d *Room) refused(rule *model.EventRule, allowed []*model.EventRule) []string {
	e, words := d.Env, d.Words()
	state, event := model.StateOf(d.Proc, &d.App), words.Title("event", string(rule.ID))
	if slices.Contains(rule.From, state.ID) {
		return []string{e.T(locales.UISubmissionBlockedPast, "Event", event)}
	}
	now := make([]string, len(allowed))
	for i, r := range allowed {
		now[i] = words.Title("event", string(r.ID))
	}
	reason := e.T(locales.UISubmissionBlockedState, "State", words.Part("state", string(state.ID), "short"), "Event", event)
	if len(now) == 0 {
		return []string{reason, e.T(locales.UISubmissionBlockedEnd)}
	}
	from := make([]string, len(rule.From))
	for i, id := range rule.From {
		from[i] = words.Part("state", string(id), "short")
	}
	return []string{reason, e.T(locales.UISubmissionFrom, "States", e.P.Either(from)), e.T(locales.UISubmissionNow, "Events", e.P.List(now))}
}

// newUnrecord asks before the last event is taken back.
func newUnrecord(d *Room) page.Screen {
	last := d.App.Events[len(d.App.Events)-1]
	changed := d.App.Clone()
	changed.Unrecord(d.Proc)
	title := func() string {
		words := d.Words()
		return d.Env.T(locales.UISubmissionUnrecordTitle, "Event", words.Title("event", string(last.ID)), "On", words.Day(last.Date))
	}
	body := func(w int) []string {
		lines := widget.Wrap(d.Env.T(locales.UISubmissionUnrecordBody), w)
		if n := len(d.App.Items) - len(changed.Items); n > 0 {
			lines = append(lines, widget.Wrap(d.Env.T(locales.UISubmissionUnrecordItems, "Count", n), w)...)
		}
		return lines
	}
	return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UISubmissionUnrecordButton}, func() page.Step {
		done := d.Commit(changed)
		return page.Steps(done, page.Pop(1), page.Notice(d.nowAt(locales.UISubmissionUnrecorded)))
	})
}

// nowAt says something, and where the application stands after it.
func (d *Room) nowAt(id locales.ID) string {
	return d.Env.T(id, "State", d.Words().Title("state", string(model.StateOf(d.Proc, &d.App).ID)))
}
