package locales

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Values in words. The Printer takes bare numbers, so it needs to know nothing
// of the model.

// Number returns n with its digits in groups of three: 1,234,567.
func (p *Printer) Number(n int64) string {
	s := strconv.FormatInt(n, 10)
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(s) - 3; i > start; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Money returns an amount of whole yuan, every digit of it: 8,000,000 元,
// CNY 8,000,000.
func (p *Printer) Money(yuan int64) string {
	if p.lang == ZH {
		return p.Number(yuan) + " 元"
	}
	return "CNY " + p.Number(yuan)
}

// MoneyShort returns an amount as people say it. Chinese ones are all in 万元,
// as the rules and the business licence have them, and exact: 1000万元,
// 12000万元, 99.9999万元.
func (p *Printer) MoneyShort(yuan int64) string {
	const wan = 10_000
	if p.lang != ZH {
		return p.Money(yuan)
	}
	text := strconv.FormatInt(yuan/wan, 10)
	if rest := yuan % wan; rest != 0 {
		text += strings.TrimRight(fmt.Sprintf(".%04d", rest), "0")
	}
	return text + "万元"
}

// Percent returns a share given in millionths of the whole, to four decimals
// at most: 333,400 is 33.34%.
func (p *Printer) Percent(millionths int64) string {
	s := strconv.FormatFloat(float64(millionths)/10_000, 'f', 4, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") + "%"
}

// Size returns a number of bytes in KB or MB of 1024, to one decimal at most,
// or in bytes where it would be next to nothing of that.
func (p *Printer) Size(bytes int64) string {
	unit, div := "KB", 1024.0
	switch {
	case bytes < 1<<10:
		unit, div = "B", 1
	case bytes >= 1<<20:
		unit, div = "MB", 1<<20
	}
	s := strconv.FormatFloat(float64(bytes)/div, 'f', 1, 64)
	return strings.TrimSuffix(s, ".0") + " " + unit
}

// Date returns 2026年11月23日, 23 November 2026.
func (p *Printer) Date(year, month, day int) string {
	return day3(year, month, day).Format(p.grammar.date)
}

// DateShort returns 11月23日, 23 Nov, for where the year is plain.
func (p *Printer) DateShort(year, month, day int) string {
	return day3(year, month, day).Format(p.grammar.dateShort)
}

// Month returns 2026年11月, November 2026.
func (p *Printer) Month(year, month int) string { return day3(year, month, 1).Format(p.grammar.month) }

// Since puts a day into words of which only the year, or year and month, may be
// known: "2017", "2017-09" or "2017-09-01". Anything else comes back as it is.
func (p *Printer) Since(iso string) string {
	for layout, written := range map[string]string{
		"2006": p.grammar.year, "2006-01": p.grammar.month, time.DateOnly: p.grammar.date,
	} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t.Format(written)
		}
	}
	return iso
}

// Weekday returns 星期一, Monday.
func (p *Printer) Weekday(d time.Weekday) string { return p.grammar.weekdays[d] }

// WeekdayShort returns 周一, Mon.
func (p *Printer) WeekdayShort(d time.Weekday) string { return p.grammar.weekdaysShort[d] }

func day3(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
