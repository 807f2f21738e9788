package track

import (
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// clockRows are the deadlines that run, or before the submission when a
// decision would come. Each has a heading of its own.
func (d *Room) clockRows() []row {
	var rows []row
	for _, dl := range d.deadlines() {
		title := func() string { return d.clockTitle(dl) }
		rows = append(rows, d.reading(row{
			Row: page.Row{
				Key: clockKey + string(dl.Clock), Part: desk.PartOf(d.Proc, string(dl.Clock)), Group: title,
				Told: func() []string { return d.clockTold(dl) },
			},
			title: title,
			line:  func(w int) string { return d.clockLine(dl, w) },
		}))
	}
	if d.preparing() {
		rows = append(rows, d.forecastRows()...)
	}
	return rows
}

// forecastRows say when a decision would come: after the planned submission, or
// after one today where none is planned or its day has passed.
func (d *Room) forecastRows() []row {
	on := d.Env.Today()
	if planned, ok := d.App.Answers[model.PlannedSubmission].Value.(model.Date); ok && planned.After(on) {
		on = planned
	}
	dl, ok := model.Forecast(d.Proc, on, d.Env.Workdays)
	if !ok {
		return nil
	}
	title := func() string { return d.Env.T(locales.UIClockIf, "On", d.shortDay(on)) }
	return []row{d.reading(row{
		Row: page.Row{
			Key: "forecast", Part: desk.PartOf(d.Proc, string(dl.Clock)), Group: title,
			Told: func() []string {
				words := d.Words()
				told := []string{d.Env.T(locales.UIClockForecast, "On", words.Day(on), "From", words.Day(dl.Earliest), "To", words.Day(dl.Latest))}
				told = append(told, d.readings(dl)...)
				return append(told, d.cited("clock", string(dl.Clock), dl.Sources)...)
			},
		},
		title: title,
		line:  func(int) string { return d.Env.Theme().Mark.Open + " " + d.clockSpan(dl) },
	})}
}

// clockTold is everything about a clock, in paragraphs.
func (d *Room) clockTold(dl model.Deadline) []string {
	e, words := d.Env, d.Words()
	told := []string{words.Span(dl)}
	if left, _ := d.clockLeft(dl); !dl.Paused { // which the span says already
		told[0] += " " + e.Theme().Mark.Quiet + " " + left
	}
	told = append(told, d.readings(dl)...)
	if dl.Stated {
		return told // what is usual does not matter here
	}
	told = append(told, words.Part("clock", string(dl.Clock), "end"))
	return append(told, d.cited("clock", string(dl.Clock), dl.Sources)...)
}

// readings lists the ways in which a clock is counted.
func (d *Room) readings(dl model.Deadline) []string {
	var lines []string
	if dl.Unstated {
		lines = append(lines, d.Env.T(locales.UIClockUnstated))
	} else if len(dl.Dates) > 1 {
		id := locales.UIClockReadings
		if slices.ContainsFunc(dl.Sources, func(c model.Citation) bool { return c.Disagrees || c.Superseded != nil }) {
			id = locales.UIClockDisagree // the law is plain, another source says otherwise
		}
		lines = append(lines, d.Env.T(id))
	}
	for _, c := range dl.Dates {
		lines = append(lines, d.Env.Theme().Mark.Quiet+" "+d.Words().Counted(c))
		if how := d.Words().How(c, d.Env.Workdays); how != "" {
			lines = append(lines, "  "+how)
		}
	}
	return lines
}
