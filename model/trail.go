package model

import (
	"slices"
	"time"
)

// A Trail is how a reading came to its date: where the count began and which
// days it left out. It is for people who want to count again.
type Trail struct {
	First    Date        // the day that was counted as the first; zero where no days are counted
	Weekends int         // Saturdays and Sundays left out, those within Holidays apart
	Holidays []DateRange // days off around a holiday, left out
	Worked   []Date      // Saturdays and Sundays that were counted: they make up for a holiday
	Still    int         // days on which the clock stood
	Guessed  []int       // years whose notice is not known
	FellBack bool        // the month of the end has no such day: its last day stands in
}

// A DateRange is the days from First up to and including Last.
type DateRange struct{ First, Last Date }

// Trail counts again, and notes what it passes.
func (c Counted) Trail(w Workdays) (t Trail) {
	switch {
	case c.Reading.Yearly != (MonthDay{}), c.Reading.Length == 0:
		return t // a day that is named
	case c.Reading.Unit == Months:
		t.FellBack = len(c.still) == 0 && c.Date.Day < c.From.Day
		t.Still = c.stood(c.From.AddDays(1), c.Date)
		return t
	}
	first, last := c.From.AddDays(1), c.Date
	if c.Date.Before(c.From) {
		first, last = c.Date, c.From.AddDays(-1)
	}
	t.Still = c.stood(first, last)
	if c.Reading.Unit != WorkingDays {
		t.First = c.from(first, last, nil)
		return t
	}
	t.First = c.from(first, last, w)
	var off []Date
	for d := first; !d.After(last); d = d.AddDays(1) {
		working, known := w.Working(d)
		if !known && !slices.Contains(t.Guessed, d.Year) {
			t.Guessed = append(t.Guessed, d.Year)
		}
		if !working && !c.stands(d) {
			off = append(off, d)
			continue
		}
		t.leave(off)
		off = nil
		if working && !c.stands(d) && weekend(d) {
			t.Worked = append(t.Worked, d)
		}
	}
	t.leave(off)
	return t
}

// leave notes days off in a row: a holiday where one of them is no weekend.
func (t *Trail) leave(off []Date) {
	if slices.ContainsFunc(off, func(d Date) bool { return !weekend(d) }) {
		t.Holidays = append(t.Holidays, DateRange{off[0], off[len(off)-1]})
		return
	}
	t.Weekends += len(off)
}

// from is the first day that counts; w is nil where every day does. Backwards
// it is the last one.
func (c Counted) from(first, last Date, w Workdays) Date {
	d, step := first, 1
	if c.Date.Before(c.From) {
		d, step = last, -1
	}
	for ; !d.Before(first) && !d.After(last); d = d.AddDays(step) {
		working := true
		if w != nil {
			working, _ = w.Working(d)
		}
		if working && !c.stands(d) {
			return d
		}
	}
	return Date{}
}

func (c Counted) stands(d Date) bool {
	return slices.ContainsFunc(c.still, func(s span) bool { return s.contains(d) })
}

func (c Counted) stood(first, last Date) (n int) {
	for d := first; !d.After(last); d = d.AddDays(1) {
		if c.stands(d) {
			n++
		}
	}
	return n
}

func weekend(d Date) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }
