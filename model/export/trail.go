package export

import (
	"slices"
	"strconv"

	"github.com/xuke-cli/xuke/model"
)

// How says how a reading was counted, so that somebody can count again: which
// day is the first, which days off were left out, which weekends were worked.
// It is "" where there is nothing to say.
func (w Words) How(c model.Counted, workdays model.Workdays) string {
	t := c.Trail(workdays)
	var said []string
	add := func(id string, args ...any) { said = append(said, w.say("how."+id, args...)) }
	if !t.First.IsZero() {
		add("first", "Day", w.Day(t.First))
	}
	if off := w.daysOff(t); len(off) > 0 {
		add("off", "Days", w.List(off))
	}
	if len(t.Worked) > 0 {
		days := make([]string, len(t.Worked))
		for i, d := range t.Worked {
			days[i] = w.Day(d)
		}
		add("worked", "Days", w.List(days))
	}
	if t.Still > 0 {
		add("still", "Count", t.Still)
	}
	if t.FellBack {
		add("fell-back", "Day", w.Day(c.Date))
	}
	if len(t.Guessed) > 0 {
		years := make([]string, len(t.Guessed))
		for i, y := range t.Guessed {
			years[i] = strconv.Itoa(y)
		}
		add("guessed", "Years", w.List(years))
	}
	return w.Sentences(said)
}

// Sentences puts whole sentences behind one another.
func (w Words) Sentences(said []string) (text string) {
	for i, s := range said {
		if i == 0 {
			text = s
			continue
		}
		text = w.say("sentences", "Before", text, "After", s)
	}
	return text
}

func (w Words) daysOff(t model.Trail) (off []string) {
	for _, h := range t.Holidays {
		if h.First == h.Last {
			off = append(off, w.Day(h.First))
			continue
		}
		off = append(off, w.say("span", "From", w.Day(h.First), "To", w.Day(h.Last)))
	}
	if t.Weekends > 0 {
		off = slices.Insert(off, 0, w.say("how.weekends", "Count", t.Weekends))
	}
	return off
}
