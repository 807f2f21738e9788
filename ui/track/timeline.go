package track

import (
	"strconv"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// timelineRows are the events that have been recorded.
func (d *Room) timelineRows() []row {
	var rows []row
	for i, e := range d.App.Events {
		rows = append(rows, row{
			Row: page.Row{
				Key: "past/" + strconv.Itoa(i), Part: desk.PartOf(d.Proc, string(e.ID)),
				Told: func() []string { return d.eventTold(e) },
				Open: func() page.Step { return page.Push(newEventPage(d, i)) },
			},
			mark: func() string {
				th := d.Env.Theme()
				if i == len(d.App.Events)-1 {
					return th.Accent.Render(th.Line.BottomLeft)
				}
				return th.Rule.Render(th.Line.MiddleLeft)
			},
			title: func() string {
				return widget.Pad(d.shortDay(e.Date), d.dayWidth()) + "  " + d.Words().Title("event", string(e.ID))
			},
			sides: func() []string {
				number := legible.Line(e.Number)
				if e.Deemed {
					number = d.Env.T(locales.UISubmissionDeemed)
				}
				return []string{d.Env.Theme().Dim.Render(number), ""}
			},
		})
	}
	return d.group(locales.UISubmissionTimeline, rows)
}

// dayWidth is the cells of the longest date in the timeline.
func (d *Room) dayWidth() (w int) {
	for _, e := range d.App.Events {
		w = max(w, widget.Width(d.shortDay(e.Date)))
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
		{locales.UIRecordNumber, e.Number}, {locales.UIRecordReceived, words.Day(e.Received)},
		{locales.UIRecordDue, words.TermOn(e.Due, e.Date, e.Received, env.Workdays)}, {locales.UIRecordReason, e.Reason},
		{locales.UIRecordValid, words.Day(e.ValidUntil)}, {locales.UIRecordNote, e.Note},
	} {
		if f.text != "" {
			told = append(told, env.P.Label(env.T(f.label), legible.Line(f.text)))
		}
	}
	if n := len(e.Rest); n > 0 {
		told = append(told, env.T(locales.UINoticeRest, "Count", n))
	}
	part := desk.PartOf(d.Proc, string(e.ID))
	return append(told, d.cited("event", part.ID, part.Sources)...)
}

// unrecord asks before the last event is taken back.
func (d *Room) unrecord() page.Step { return d.unrecordFrom(nil) }

// unrecordFrom is unrecord on the page of the event, which is left with it; nil
// for none. It is tried first, to say what goes with the event, and done to the
// application as it is by then.
func (d *Room) unrecordFrom(from page.Screen) page.Step {
	last := d.App.Events[len(d.App.Events)-1]
	trial := d.App.Clone()
	trial.Unrecord(d.Proc)
	lost := len(d.App.Items) - len(trial.Items)
	title := func() string {
		words := d.Words()
		return d.Env.T(locales.UISubmissionUnrecordTitle, "Event", words.Title("event", string(last.ID)), "On", words.Day(last.Date))
	}
	body := func(w int) []string {
		lines := widget.Wrap(d.Env.T(locales.UISubmissionUnrecordBody), w)
		if lost > 0 {
			lines = append(lines, widget.Wrap(d.Env.T(locales.UISubmissionUnrecordItems, "Count", lost), w)...)
		}
		return lines
	}
	return page.Push(d.Env.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UISubmissionUnrecordButton}, func() page.Step {
		changed := d.App.Clone()
		changed.Unrecord(d.Proc)
		done, left := d.Commit(changed), page.Pop()
		if from != nil {
			left = page.Leave(from)
		}
		return page.Steps(done, left, page.Notice(d.doneAt(locales.UISubmissionUnrecorded)))
	}))
}
