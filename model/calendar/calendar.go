// Package calendar knows the working days of China.
//
// Every autumn the General Office of the State Council announces the next
// year's holidays, and the weekends that are worked to make up for them. Only
// such a notice turns dates into working days for certain:
//
//	c := calendar.China()
//	working, known := c.Working(day)
//
// For a year without a notice Working guesses: Monday to Friday, less the
// holidays that stand on the same date in every year. Known is then false, and
// whoever counts with the guess has to say so: with bridging days and make-up
// weekends, twenty working days can end a week away from it.
//
// The notices come with github.com/6tail/lunar-go. Those that are newer than
// the program are given to China by the caller; Read takes them from a file.
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
	Source string       // its number; "" for those that come with the program
	Off    []model.Date // holidays, weekends among them included; the first may begin in the December before
	Work   []model.Date // Saturdays and Sundays that are worked
}

// A Calendar tells working days from days off. It reads a year when it is
// first asked for, and may be used from several goroutines at once.
type Calendar struct {
	own map[int]Notice

	mu    sync.Mutex
	years map[int]year
}

// year holds whether its exceptional days are worked.
type year struct {
	known bool
	days  map[model.Date]bool
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
// never fails: without a notice for the year it is the guess that the package
// comment describes.
func (c *Calendar) Working(d model.Date) (working, known bool) {
	y := c.year(d.Year)
	if working, ok := y.days[d]; ok {
		return working, y.known
	}
	weekday := d.Weekday()
	return weekday != time.Saturday && weekday != time.Sunday, y.known
}

// Years lists the years that are known, in order.
func (c *Calendar) Years() []int {
	known := maps.Clone(c.own)
	for y := firstYear; announced(y); y++ {
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
	n.Year, n.Source = of, c.own[of].Source
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
	y := year{known: true, days: make(map[model.Date]bool)}
	switch own, ok := c.own[of]; {
	case ok:
		own.into(of, y.days)
	case announced(of):
		y.days = published(of)
	default:
		y.known = false
		for _, d := range fixed {
			y.days[model.Date{Year: of, Month: d.month, Day: d.day}] = false
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

// order795 is the first year of the holidays in fixed.
const order795 = 2025

// fixed are the statutory holidays whose date is the same in every year
// (Regulation on Public Holidays for National Annual Festivals and Memorial
// Days, State Council order 795, art. 2, in force from 2025). The others
// follow the lunar calendar or the sun, and with them go the bridging days
// that nobody can know in advance.
var fixed = []struct {
	month time.Month
	day   int
}{
	{time.January, 1}, {time.May, 1}, {time.May, 2},
	{time.October, 1}, {time.October, 2}, {time.October, 3},
}
