package track

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// clockBars are the widths that a bar may have, as there is room.
var clockBars = []int{20, 10, 5}

// deadlines are the clocks that run now.
func (d *Room) deadlines() []model.Deadline {
	return model.Deadlines(d.Proc, &d.App, d.Env.Workdays)
}

// shortDay is a date as short as it can be: without its year in this one.
func (d *Room) shortDay(day model.Date) string { return d.inYear(d.monthDay(day), day.Year) }

func (d *Room) monthDay(day model.Date) string {
	return d.Env.P.DateShort(day.Year, int(day.Month), day.Day)
}

// inYear adds the year to days, unless it is this one.
func (d *Room) inYear(days string, year int) string {
	if year == d.Env.Today().Year {
		return days
	}
	return d.Env.T(locales.UIClockYear, "Days", days, "Year", year)
}

// clockSpan is when a clock ends, in few cells.
func (d *Room) clockSpan(dl model.Deadline) string {
	e := d.Env
	text := d.shortDay(dl.Earliest)
	switch from, to := dl.Earliest, dl.Latest; {
	case from == to:
	case from.Year == to.Year:
		text = d.inYear(e.T(locales.UIClockSpan, "From", d.monthDay(from), "To", d.monthDay(to)), to.Year)
	default:
		text = e.T(locales.UIClockSpan, "From", text, "To", d.shortDay(to))
	}
	if dl.Estimate && !dl.Paused {
		text = e.T(locales.UIClockEstimate, "Span", text)
	}
	if dl.Stated {
		text = e.T(locales.UIClockStated, "Span", text)
	}
	return text
}

// clockLeft says how much time is left, and how to take that.
func (d *Room) clockLeft(dl model.Deadline) (string, theme.Tone) {
	e, today, tone := d.Env, d.Env.Today(), theme.Neutral
	if dl.Whose == model.Applicant && dl.Earliest.Sub(today) <= model.SoonDays {
		tone = theme.Warn
	}
	switch {
	case dl.Paused:
		return e.T(locales.UIClockPaused), tone
	case dl.Latest.Before(today):
		return e.T(locales.UIClockOver, "Count", today.Sub(dl.Latest)), theme.Warn
	case dl.Latest == today:
		return e.T(locales.UIClockToday), theme.Warn
	case dl.Earliest.Before(today):
		return e.T(locales.UIClockAtMost, "Count", dl.Latest.Sub(today)), tone
	case dl.Earliest == today:
		return e.T(locales.UIClockFromToday), tone
	}
	return e.T(locales.UIClockLeft, "Count", dl.Earliest.Sub(today)), tone
}

// clockBar is how much of a clock has run: full when its latest end has come.
func (d *Room) clockBar(dl model.Deadline, w int) string {
	th, from := d.Env.Theme(), dl.From
	if c := d.Proc.Clock(dl.Clock); c != nil && c.Before {
		if from = d.happened(dl.Start); from.IsZero() { // set by an answer
			from = model.DateOf(d.App.Created)
		}
	}
	total, done := max(1, dl.Latest.Sub(from)), d.Env.Today().Sub(from)
	full := max(0, min(w, w*done/total))
	if done > 0 {
		full = max(1, full) // begun is more than nothing
	}
	return th.Bar.Render(strings.Repeat(th.Mark.Full, full)) + th.Dim.Render(strings.Repeat(th.Mark.Empty, w-full))
}

// clockLine is when a clock ends and how much time is left, behind as much of
// a bar as there is room for in w cells.
func (d *Room) clockLine(dl model.Deadline, w int) string {
	th := d.Env.Theme()
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

// clockTitle says what a clock is about, and for whom it runs.
func (d *Room) clockTitle(dl model.Deadline) string {
	id := locales.UIClockAuthority
	if dl.Whose == model.Applicant {
		id = locales.UIClockApplicant
	}
	return d.Env.T(id, "Clock", d.Words().Title("clock", string(dl.Clock)))
}
