// Package calendar knows the working days of China.
//
// Every autumn the General Office of the State Council announces the next
// year's holidays, and the weekends that are worked to make up for them. Only
// such a notice turns dates into working days for certain:
//
//	c := calendar.China()
//	working, known := c.Working(day)
//
// For a year without a notice Working estimates: Monday to Friday, less the
// days that the law itself takes off (see Statutory). Known is then false, and
// whoever counts with the estimate has to say so: make-up weekends and the
// longer holidays that they pay for are known from the notice alone.
//
// The notices lie in the folder years, a file a year, in the format that Read
// takes. Those that are newer than the program are given to China by the
// caller. The library github.com/6tail/lunar-go is asked for nothing but the
// days of the lunar calendar.
package calendar

import (
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// A Notice is the announcement for one year.
type Notice struct {
	Year   int
	Source string       // what it says it was taken from; of the program's own, the id of a source that has a text
	Own    bool         // given to China, and not part of the program
	Off    []model.Date // holidays, weekends among them included; the first may begin in the December before
	Work   []model.Date // Saturdays and Sundays that are worked
}

// Unseen is the source of the years whose notice itself was not seen: the
// data of the library, in the version and of the day that its text names.
const Unseen = "lunar-go"

// A Calendar tells working days from days off. It reads a year when it is
// first asked for, and may be used from several goroutines at once.
type Calendar struct {
	own map[int]Notice

	mu    sync.Mutex
	years map[int]year
}

// year holds whether its exceptional days are worked.
type year struct {
	known  bool
	source string
	days   map[model.Date]bool
}

// China returns the calendar of mainland China. A notice of one's own takes
// the place of the one that comes with the program for its year.
func China(own ...Notice) *Calendar {
	c := &Calendar{own: make(map[int]Notice, len(own)), years: make(map[int]year)}
	for _, n := range own {
		c.own[n.Year] = n
	}
	return c
}

// Working reports whether d is a working day, and whether that is known. It
// never fails: without a notice for the year it is the estimate that the
// package comment describes.
func (c *Calendar) Working(d model.Date) (working, known bool) {
	y := c.year(d.Year)
	if working, ok := y.days[d]; ok {
		return working, y.known
	}
	return !weekend(d), y.known
}

func weekend(d model.Date) bool {
	weekday := d.Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}

// Years lists the years that are known, in order.
func (c *Calendar) Years() []int {
	known := maps.Clone(c.own)
	for _, y := range publishedYears() {
		known[y] = Notice{}
	}
	return slices.Sorted(maps.Keys(known))
}

// Notice returns the announcement for a year, its days in order.
func (c *Calendar) Notice(of int) (n Notice, known bool) {
	y := c.year(of)
	if !y.known {
		return Notice{}, false
	}
	n.Year, n.Source = of, y.source
	_, n.Own = c.own[of]
	for _, d := range slices.SortedFunc(maps.Keys(y.days), model.Date.Compare) {
		if y.days[d] {
			n.Work = append(n.Work, d)
		} else {
			n.Off = append(n.Off, d)
		}
	}
	return n, true
}

func (c *Calendar) year(of int) year {
	c.mu.Lock()
	defer c.mu.Unlock()
	y, ok := c.years[of]
	if !ok {
		y = c.read(of)
		c.years[of] = y
	}
	return y
}

func (c *Calendar) read(of int) year {
	y := year{days: make(map[model.Date]bool)}
	n, known := c.own[of]
	if !known {
		n, known = published(of)
	}
	if known {
		y.known, y.source = true, n.Source
		n.into(of, y.days)
	} else {
		for _, d := range Statutory(of) {
			y.days[d] = false
		}
	}
	if next, ok := c.own[of+1]; ok {
		next.into(of, y.days) // a holiday that begins in this December
	}
	return y
}

// into notes the days of a notice that lie in a year.
func (n Notice) into(of int, days map[model.Date]bool) {
	for _, d := range n.Off {
		if d.Year == of {
			days[d] = false
		}
	}
	for _, d := range n.Work {
		if d.Year == of {
			days[d] = true
		}
	}
}
