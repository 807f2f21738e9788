package track

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
)

// A trackRow is one line of the submission page. Its words are found when it
// is drawn.
type trackRow struct {
	key    string        // the same for the same row, wherever it stands
	head   func() string // the line above it where a group begins
	part   model.Part    // whose sources F4 shows; without an id none
	verb   locales.ID    // what Enter does, where "open" does not say it
	dim    bool
	mark   func() string
	title  func() string
	sides  func() []string    // at the right, the fullest form first; may be nil
	face   func(w int) string // the line itself, in place of mark, title and sides
	told   func() []string    // all about it, in paragraphs
	open   func() page.Step
	toggle func() page.Step // what Space does; may be nil
}

// all makes the rows in the order of their urgency.
func (s *Submission) all() []trackRow {
	now, past := s.itemRows()
	return slices.Concat(now, s.deemRows(), s.stepRows(), s.eventRows(), s.clockRows(), s.dutyRows(), s.recordRows(), s.roundRows(), s.originRows(), past, s.laterRows())
}

// group puts a heading above rows.
func (s *Submission) group(id locales.ID, rows []trackRow) []trackRow {
	if len(rows) > 0 {
		rows[0].head = func() string { return s.D.Env.T(id) }
	}
	return rows
}

// reading makes Enter show all about a row that nothing can be done with.
func (s *Submission) reading(r trackRow) trackRow {
	r.open = func() page.Step { return page.Push(s.D.readRow(locales.UIWhyTitle, r)) }
	return r
}

// itemKey names an item among the rows of the submission page.
func itemKey(id string) string { return "item/" + id }

// itemRows are the items of the notices: those to work on, and those of the
// past. While a notice waits for an answer all of its items are work.
func (s *Submission) itemRows() (now, past []trackRow) {
	d := s.D
	correcting := slices.ContainsFunc(model.Allowed(d.Proc, &d.App), func(r *model.EventRule) bool { return r.Settled })
	round := 0
	for _, it := range d.App.Items {
		if !it.Settled() || correcting && it.Round == d.App.Rounds(d.Proc) {
			now = append(now, s.itemRow(it))
			continue
		}
		row := s.itemRow(it)
		if it.Round != round {
			round = it.Round
			row.head = func() string { return d.Env.T(locales.UIItemsPast, "Round", it.Round) }
		}
		past = append(past, row)
	}
	if len(now) > 0 {
		now[0].head = func() string {
			if n := len(d.App.OpenItems()); n > 0 {
				return d.Env.T(locales.UIItemsOpenHead, "Count", n)
			}
			return d.Env.T(locales.UIItemsAllSettled)
		}
	}
	return now, past
}

func (s *Submission) itemRow(it model.Item) trackRow {
	d := s.D
	row := trackRow{key: itemKey(it.ID), part: d.noticePart(), verb: locales.UIItemsDeal, dim: it.Settled()}
	row.mark = func() string { return d.ItemMark(it) }
	row.title = func() string { return d.ItemTitle(it) }
	row.sides = func() []string {
		about := d.Env.Theme().Dim.Render(d.ItemAbout(it))
		if d.ChangedSince(it) {
			return []string{about + "  " + d.Env.T(locales.UIItemsChangedShort), d.Env.T(locales.UIItemsChangedShort)}
		}
		if !d.App.Late(d.Proc, it) {
			return []string{about, ""}
		}
		late := d.Env.Theme().Say(theme.Warn, d.Env.T(locales.UIItemsLateShort))
		return []string{about + "  " + late, late}
	}
	row.told = func() []string { return d.itemTold(it) }
	row.open = func() page.Step { return page.Push(NewSettle(d, it.ID)) }
	row.toggle = func() page.Step {
		defer s.look()
		if it.Settled() {
			return d.reopen(it.ID)
		}
		return d.settle(it.ID, "")
	}
	return row
}

// stepRows are the stages on the portal, until the submission.
func (s *Submission) stepRows() []trackRow {
	d := s.D
	if !d.preparing() {
		return nil
	}
	var rows []trackRow
	for i := range d.Proc.Steps {
		id := string(d.Proc.Steps[i].ID)
		row := trackRow{key: "step/" + id, part: desk.PartOf(d.Proc, id)}
		row.mark = func() string { return d.stepMark(i) }
		row.title = func() string { return d.Words().Title("step", id) }
		row.told = func() []string { return d.bodyOf(row.part) }
		rows = append(rows, s.reading(row))
	}
	return s.group(locales.UISubmissionSteps, rows)
}

// stepMark says whether a step is done: by its events, or because a later one
// has begun.
func (d *Room) stepMark(i int) string {
	th, steps := d.Env.Theme(), d.Proc.Steps
	n := 0
	for _, id := range steps[i].Events {
		if !d.happened(id).IsZero() {
			n++
		}
	}
	later := slices.ContainsFunc(steps[i+1:], func(s model.Step) bool {
		return slices.ContainsFunc(s.Events, func(id model.EventID) bool { return !d.happened(id).IsZero() })
	})
	switch {
	case later, n > 0 && n == len(steps[i].Events):
		return th.Good.Render(th.Mark.Done)
	case n > 0:
		return th.Accent.Render(th.Mark.Part)
	}
	return th.Mark.Open
}

// bodyOf is the text of a step or a duty, what the article says of it, and its
// sources.
func (d *Room) bodyOf(part model.Part) []string {
	words := d.Words()
	told := []string{words.Part(part.Kind, part.ID, "body")}
	if said := words.Part(part.Kind, part.ID, "says.article"); said != "" {
		told = append(told, "", d.Env.T(locales.UISubmissionArticle, "Text", said))
	}
	return append(told, d.citedBelow(part.Kind, part.ID, part.Sources)...)
}

// clockRows are the deadlines that run, or before the submission when a
// decision would come.
func (s *Submission) clockRows() []trackRow {
	d := s.D
	var rows []trackRow
	for _, dl := range d.deadlines() {
		row := trackRow{key: "clock/" + string(dl.Clock), part: desk.PartOf(d.Proc, string(dl.Clock))}
		row.title = func() string { return d.clockHead(dl) }
		row.head = row.title
		row.face = func(w int) string { return d.clockLine(dl, w) }
		row.told = func() []string { return d.clockTold(dl) }
		rows = append(rows, s.reading(row))
	}
	if row, ok := s.forecastRow(); ok {
		rows = append(rows, row)
	}
	return rows
}

func (s *Submission) forecastRow() (trackRow, bool) {
	d := s.D
	on, dl, ok := d.forecast()
	if !ok || !d.preparing() {
		return trackRow{}, false
	}
	row := trackRow{key: "forecast", part: desk.PartOf(d.Proc, string(dl.Clock))}
	row.title = func() string { return d.Env.T(locales.UIClockIf, "On", d.clockDay(on)) }
	row.head = row.title
	row.face = func(int) string {
		return d.Env.Theme().Mark.Open + " " + d.clockSpan(dl)
	}
	row.told = func() []string {
		words := d.Words()
		told := []string{d.Env.T(locales.UIClockForecast, "On", words.Day(on), "From", words.Day(dl.Earliest), "To", words.Day(dl.Latest))}
		told = append(told, d.readings(dl)...)
		return append(told, d.citedBelow("clock", string(dl.Clock), dl.Sources)...)
	}
	return s.reading(row), true
}
