package calendar

import (
	"slices"
	"time"

	lunar "github.com/6tail/lunar-go/calendar"

	"github.com/xuke-cli/xuke/model"
)

// order795 is the first year of the present text of the Measures on Holidays
// for National Annual Festivals and Memorial Days (State Council Order 795).
const order795 = 2025

// fixed are the statutory holidays whose date is the same in every year
// (the Measures, art. 2).
var fixed = []struct {
	month time.Month
	day   int
}{
	{time.January, 1}, {time.May, 1}, {time.May, 2},
	{time.October, 1}, {time.October, 2}, {time.October, 3},
}

// Statutory lists the days off that the law itself gives in a year, in order:
// the festivals (the Measures, art. 2) and, for each of their days that falls
// on a Saturday or Sunday, a day in lieu (art. 6), which is taken to be the
// next weekday that is not off. What a notice adds to them, it takes from
// weekends.
func Statutory(year int) []model.Date {
	off := festivals(year)
	for _, d := range slices.Clone(off) {
		if !weekend(d) {
			continue
		}
		for weekend(d) || slices.Contains(off, d) {
			d = d.AddDays(1)
		}
		off = append(off, d)
	}
	slices.SortFunc(off, model.Date.Compare)
	return off
}

// festivals lists the days of the festivals, weekends among them included.
// A day that two festivals share, as the third of October may be, is there
// once.
func festivals(year int) []model.Date {
	var days []model.Date
	for _, f := range fixed {
		days = append(days, model.Date{Year: year, Month: f.month, Day: f.day})
	}
	spring := lunarDay(year, 1, 1)
	for n := -1; n < 3; n++ { // New Year's Eve to the third day
		days = append(days, spring.AddDays(n))
	}
	days = append(days, qingming(year), lunarDay(year, 5, 5), lunarDay(year, 8, 15))
	slices.SortFunc(days, model.Date.Compare)
	return slices.Compact(days)
}

// lunarDay is the day of a year on which a day of the lunar calendar falls.
func lunarDay(year, month, day int) model.Date {
	return dateOf(lunar.NewLunarFromYmd(year, month, day).GetSolar())
}

// qingming is the day on which the sun reaches the solar term of that name.
func qingming(year int) model.Date {
	return dateOf(lunar.NewLunarFromYmd(year, 1, 1).GetJieQiTable()["清明"])
}

func dateOf(s *lunar.Solar) model.Date {
	return model.Date{Year: s.GetYear(), Month: time.Month(s.GetMonth()), Day: s.GetDay()}
}
