package calendar

import (
	"time"

	"github.com/6tail/lunar-go/HolidayUtil"

	"github.com/xuke-cli/xuke/model"
)

// firstYear is the first with a complete notice in the library. Its data
// begins with two working days of December 2001.
const firstYear = 2002

// announced reports whether the library has the notice for a year. A notice
// names days of the December before it too, so only a day that is off in
// every year and belongs to no other tells.
func announced(year int) bool {
	return year >= firstYear && HolidayUtil.GetHolidayByYmd(year, int(time.October), 1) != nil
}

// published reads a year from the library: for each day that is not what its
// weekday says, whether it is worked. The library searches one long string for
// every question, which is why a year is asked for at once and kept.
func published(year int) map[model.Date]bool {
	days := make(map[model.Date]bool)
	for e := HolidayUtil.GetHolidaysByYear(year).Front(); e != nil; e = e.Next() {
		h := e.Value.(*HolidayUtil.Holiday)
		if d, err := model.ParseISODate(h.GetDay()); err == nil {
			days[d] = h.IsWork()
		}
	}
	return days
}
