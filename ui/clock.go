package ui

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// This file draws deadlines: in a line as a bar with the day on which it ends,
// and in full with every reading of the law, how it was counted, and by what
// source.

// soonDays is how near the end of one's own deadline is a warning.
const soonDays = 7

// clockBars are the widths that a bar may have, as there is room.
var clockBars = []int{20, 10, 5}

// deadlines are the clocks that run now.
func (d *trackRoom) deadlines() []model.Deadline {
	return model.Deadlines(d.proc, &d.app, d.env.Workdays)
}

// forecast says when a decision would come: after the planned submission, or
// after one today where none is planned or its day has passed.
func (d *trackRoom) forecast() (on model.Date, dl model.Deadline, ok bool) {
	on = d.env.Today()
	if planned, is := d.app.Answers[model.PlannedSubmission].Value.(model.Date); is && planned.After(on) {
		on = planned
	}
	dl, ok = model.Forecast(d.proc, on, d.env.Workdays)
	return on, dl, ok
}

// clockDay is a date as short as it can be: without its year in this one.
func (d *trackRoom) clockDay(day model.Date) string { return d.inYear(d.monthDay(day), day.Year) }

func (d *trackRoom) monthDay(day model.Date) string {
	return d.env.p.DateShort(day.Year, int(day.Month), day.Day)
}

// inYear adds the year to days, unless it is this one.
func (d *trackRoom) inYear(days string, year int) string {
	if year == d.env.Today().Year {
		return days
	}
	return d.env.t(locales.UIClockYear, "Days", days, "Year", year)
}

// clockSpan is when a clock ends, in few cells.
func (d *trackRoom) clockSpan(dl model.Deadline) string {
	e := d.env
	text := d.clockDay(dl.Earliest)
	switch from, to := dl.Earliest, dl.Latest; {
	case from == to:
	case from.Year == to.Year:
		text = d.inYear(e.t(locales.UIClockSpan, "From", d.monthDay(from), "To", d.monthDay(to)), to.Year)
	default:
		text = e.t(locales.UIClockSpan, "From", text, "To", d.clockDay(to))
	}
	if dl.Estimate && !dl.Paused {
		text = e.t(locales.UIClockEstimate, "Span", text)
	}
	return text
}

// clockLeft says how much time is left, and how to take that.
func (d *trackRoom) clockLeft(dl model.Deadline) (string, theme.Tone) {
	e, today, tone := d.env, d.env.Today(), theme.Neutral
	if dl.Whose == model.Applicant && dl.Earliest.Sub(today) <= soonDays {
		tone = theme.Warn
	}
	switch {
	case dl.Paused:
		return e.t(locales.UIClockPaused), tone
	case dl.Latest.Before(today):
		return e.t(locales.UIClockOver, "Count", today.Sub(dl.Latest)), theme.Warn
	case dl.Latest == today:
		return e.t(locales.UIClockToday), theme.Warn
	case dl.Earliest.Before(today):
		return e.t(locales.UIClockAtMost, "Count", dl.Latest.Sub(today)), tone
	case dl.Earliest == today:
		return e.t(locales.UIClockFromToday), tone
	}
	return e.t(locales.UIClockLeft, "Count", dl.Earliest.Sub(today)), tone
}

// clockBar is how much of a clock has run: full when its latest end has come.
func (d *trackRoom) clockBar(dl model.Deadline, w int) string {
	th, from := d.env.theme(), dl.From
	if c := d.proc.Clock(dl.Clock); c != nil && c.Before {
		if from = d.happened(dl.Start); from.IsZero() { // set by an answer
			from = model.DateOf(d.app.Created)
		}
	}
	total, done := max(1, dl.Latest.Sub(from)), d.env.Today().Sub(from)
	full := max(0, min(w, w*done/total))
	if done > 0 {
		full = max(1, full) // begun is more than nothing
	}
	return th.Bar.Render(strings.Repeat(th.Mark.Full, full)) + th.Dim.Render(strings.Repeat(th.Mark.Empty, w-full))
}

// happened is the day on which an event was recorded last.
func (d *trackRoom) happened(id model.EventID) (on model.Date) {
	for _, e := range d.app.Events {
		if e.ID == id {
			on = e.Date
		}
	}
	return on
}

// clockLine is when a clock ends and how much time is left, behind as much of
// a bar as there is room for in w cells.
func (d *trackRoom) clockLine(dl model.Deadline, w int) string {
	th := d.env.theme()
	left, tone := d.clockLeft(dl)
	style, mark := th.Tone(tone)
	line := d.clockSpan(dl) + th.Dim.Render(" "+th.Mark.Quiet+" ") + style.Render(left)
	if mark != "" {
		line = style.Render(mark) + " " + line
	}
	for _, bar := range clockBars {
		if bar+2+widget.Width(line) <= w {
			return d.clockBar(dl, bar) + "  " + line
		}
	}
	return line
}

// clockHead says what a clock is about, and for whom it runs.
func (d *trackRoom) clockHead(dl model.Deadline) string {
	id := locales.UIClockAuthority
	if dl.Whose == model.Applicant {
		id = locales.UIClockApplicant
	}
	return d.env.t(id, "Clock", d.words().Title("clock", string(dl.Clock)))
}

// clockTold is everything about a clock, in paragraphs.
func (d *trackRoom) clockTold(dl model.Deadline) []string {
	e, words := d.env, d.words()
	told := []string{words.Span(dl)}
	if left, _ := d.clockLeft(dl); !dl.Paused { // which the span says already
		told[0] += " " + e.theme().Mark.Quiet + " " + left
	}
	told = append(told, d.readings(dl)...)
	told = append(told, words.Part("clock", string(dl.Clock), "end"))
	return append(told, d.citedBelow("clock", string(dl.Clock), dl.Sources)...)
}

// readings lists the ways in which a clock is counted.
func (d *trackRoom) readings(dl model.Deadline) []string {
	var lines []string
	if len(dl.Dates) > 1 {
		id := locales.UIClockReadings
		if slices.ContainsFunc(dl.Sources, func(c model.Citation) bool { return c.Disagrees || c.Superseded != nil }) {
			id = locales.UIClockDisagree // the law is plain, another source says otherwise
		}
		lines = append(lines, d.env.t(id))
	}
	for _, c := range dl.Dates {
		lines = append(lines, d.env.theme().Mark.Quiet+" "+d.words().Counted(c))
		if how := d.words().How(c, d.env.Workdays); how != "" {
			lines = append(lines, "  "+how)
		}
	}
	return lines
}

// citedBelow is what stands below a text: hints, and its sources.
func (d *trackRoom) citedBelow(kind, id string, cites []model.Citation) []string {
	about := d.explain(kind, id, cites)
	if len(about) == 0 {
		return nil
	}
	return append([]string{""}, about...)
}

// turnID is the name of a turn among the texts.
func turnID(t model.Turn) string {
	if t == model.Nobody {
		return "nobody"
	}
	return string(t)
}
