package board

import (
	"strings"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A month is drawn as weeks from Monday on, monthWidth cells wide and
// monthHeight lines high at most.
const (
	monthWidth  = 7*4 - 1
	monthHeight = 8
)

// month draws the month of a day: today and the days on which something is due
// have a mark, and the day itself is selected.
func (e *Room) month(at, today model.Date, due map[model.Date]bool) []string {
	th := e.Theme()
	title := e.P.Month(at.Year, int(at.Month))
	pad := max(0, (monthWidth-widget.Width(title))/2)
	lines := []string{strings.Repeat(" ", pad) + th.Title.Render(title)}
	var head []string
	for d := range 7 {
		name := e.P.WeekdayShort(time.Weekday((d + 1) % 7))
		head = append(head, widget.Pad(th.Dim.Render(twoCells(name)), 3))
	}
	lines = append(lines, strings.Join(head, " "))

	first := firstOf(at)
	skip := (int(first.Weekday()) + 6) % 7 // days of the week before the first
	var week []string
	for range skip {
		week = append(week, "   ")
	}
	for d := first; d.Month == at.Month; d = d.AddDays(1) {
		week = append(week, e.dayCell(d, at, today, due[d]))
		if len(week) == 7 {
			lines, week = append(lines, strings.Join(week, " ")), nil
		}
	}
	if len(week) > 0 {
		lines = append(lines, strings.Join(week, " "))
	}
	return lines
}

// firstOf is the first day of a day's month.
func firstOf(d model.Date) model.Date { return model.Date{Year: d.Year, Month: d.Month, Day: 1} }

// twoCells shortens the name of a weekday to two cells: 一 of 周一, Mo of Mon.
func twoCells(name string) string {
	rs := []rune(name)
	if last := string(rs[len(rs)-1]); widget.Width(last) == 2 {
		return last
	}
	return string(rs[:min(2, len(rs))])
}

// dayCell draws a day in three cells: the number and a mark.
func (e *Room) dayCell(d, at, today model.Date, due bool) string {
	th := e.Theme()
	number := strings.Repeat(" ", 2-len(e.P.Number(int64(d.Day)))) + e.P.Number(int64(d.Day))
	style, mark := th.Text, " "
	if working, _ := e.Workdays.Working(d); !working {
		style = th.Dim
	}
	if due {
		style, mark = th.Warn, th.Mark.Due
		if d.Before(today) {
			style = th.Bad
		}
	}
	if d == today {
		mark = th.Mark.Left
	}
	if d == at {
		style = th.Selected
	}
	return style.Render(number) + style.Render(mark)
}
