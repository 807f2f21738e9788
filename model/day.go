package model

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Years that dates are read in.
const (
	FirstYear = 1900
	LastYear  = 2199
)

// The ways to write a day that have one meaning. The numbers say which group
// holds year, month and day.
var dayForms = []struct {
	form    func() *regexp.Regexp
	y, m, d int
}{
	{lazy(`^(\d{4}) ?- ?(\d{1,2}) ?- ?(\d{1,2})$`), 1, 2, 3},
	{lazy(`^(\d{4}) ?/ ?(\d{1,2}) ?/ ?(\d{1,2})$`), 1, 2, 3},
	{lazy(`^(\d{4}) ?\. ?(\d{1,2}) ?\. ?(\d{1,2})\.?$`), 1, 2, 3},
	{lazy(`^(\d{4})(\d{2})(\d{2})$`), 1, 2, 3},
	{lazy(`^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?$`), 1, 2, 3},
	{lazy(`^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?,? (\d{4})$`), 3, 2, 1},
	{lazy(`^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`), 3, 1, 2},
}

// Day first in London, month first in New York: refused, with the readings.
var ambiguousDay = lazy(`^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})$`)

// A month and a day alone. The year is not guessed: in December, January may
// be the last one or the next.
var yearless = []func() *regexp.Regexp{
	lazy(`^\d{1,2} ?[-/.] ?\d{1,2}$`),
	lazy(`^\d{1,2} ?月 ?\d{1,2} ?[日号號]?$`),
}

// The year in two digits, in front as the year is written in Chinese.
var shortYear = lazy(`^\d{2} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?[日号號]?$`)

func parseDay(_ Field, text string) (Value, error) {
	s := numeralDay(strings.Join(strings.Fields(strings.ToLower(fold(text))), " "))
	for _, f := range dayForms {
		g := f.form().FindStringSubmatch(s)
		if g == nil {
			continue
		}
		year, _ := strconv.Atoi(g[f.y])
		month, ok := monthOf(g[f.m])
		day, _ := strconv.Atoi(g[f.d])
		if !ok {
			break
		}
		if d, ok := NewDate(year, month, day); ok {
			return d, nil
		}
		if year >= FirstYear && year <= LastYear {
			return nil, &Error{Code: NoSuchDay}
		}
		break
	}
	if g := ambiguousDay().FindStringSubmatch(s); g != nil {
		switch days := readings(g[1], g[2], g[3]); len(days) {
		case 0:
		case 1:
			return nil, &Error{Code: NotYearFirst, Accepts: days}
		default:
			return nil, &Error{Code: AmbiguousDate, Accepts: days}
		}
	}
	if shortYear().MatchString(s) {
		return nil, &Error{Code: ShortYear}
	}
	for _, form := range yearless {
		if form().MatchString(s) {
			return nil, &Error{Code: NoYear}
		}
	}
	return nil, &Error{Code: NotADate, Min: new(int64(FirstYear)), Max: new(int64(LastYear))}
}

// monthOf reads a number, or at least three letters of an English name.
func monthOf(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), s) || m == time.September && s == "sept" {
			return int(m), true
		}
	}
	return 0, false
}

// readings returns the days that a and b of that year may mean.
func readings(a, b, year string) []string {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	z, _ := strconv.Atoi(year)
	var days []string
	if d, ok := NewDate(z, y, x); ok {
		days = append(days, d.String())
	}
	if d, ok := NewDate(z, x, y); ok && x != y {
		days = append(days, d.String())
	}
	return days
}
