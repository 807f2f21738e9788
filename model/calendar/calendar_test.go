package calendar_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
)

// days reads "2026: 01-01..01-03 01-04".
func days(t *testing.T, s string) []model.Date {
	t.Helper()
	year, list, _ := strings.Cut(s, ":")
	var ds []model.Date
	for _, part := range strings.Fields(list) {
		first, last, ok := strings.Cut(part, "..")
		if !ok {
			last = first
		}
		for d := day(t, year+"-"+first); !d.After(day(t, year+"-"+last)); d = d.AddDays(1) {
			ds = append(ds, d)
		}
	}
	return ds
}

func day(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseISODate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The notices of the General Office of the State Council, typed from the
// notices and not from the library. That of 2027 was not seen: its days are
// typed from the fact base.
var notices = []struct{ name, off, work string }{
	{"Guobanfamingdian [2023] 7",
		"2024: 01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
		"2024: 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"},
	{"Guobanfamingdian [2024] 12",
		"2025: 01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
		"2025: 01-26 02-08 04-27 09-28 10-11"},
	{"Guobanfamingdian [2025] 7",
		"2026: 01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
		"2026: 01-04 02-14 02-28 05-09 09-20 10-10"},
	{"lunar-go v1.4.7",
		"2027: 01-01..01-03 02-05..02-13 04-03..04-05 05-01..05-05 06-09 09-15 10-01..10-07",
		"2027: 01-31 02-14 05-08 09-26 10-09"},
}

func TestNotices(t *testing.T) {
	c := calendar.China()
	for _, n := range notices {
		off, work := days(t, n.off), days(t, n.work)
		year := off[0].Year
		got, known := c.Notice(year)
		if !known || got.Year != year {
			t.Fatalf("%s: %d, known %t", n.name, got.Year, known)
		}
		if !slices.Equal(got.Work, work) {
			t.Errorf("%s: worked weekends %v, want %v", n.name, got.Work, work)
		}
		for d := day(t, n.off[:4]+"-01-01"); d.Year == year; d = d.AddDays(1) {
			want := slices.Contains(work, d) || !weekend(d) && !slices.Contains(off, d)
			if working, known := c.Working(d); working != want || !known {
				t.Errorf("%s: %v working %t, known %t; want %t, true", n.name, d, working, known, want)
			}
		}
	}
}

func weekend(d model.Date) bool { return d.Weekday() == 0 || d.Weekday() == 6 }

// TestFiles reads every file that comes with the program, and holds those of
// the present Measures against the days that these fix.
func TestFiles(t *testing.T) {
	c := calendar.China()
	for _, year := range c.Years() {
		n, known := c.Notice(year)
		if !known || n.Source == "" || n.Own || len(n.Off) < 10 {
			t.Errorf("%d: %+v, known %t", year, n, known)
		}
		if year < 2025 {
			continue
		}
		for _, d := range calendar.Statutory(year) {
			if working, _ := c.Working(d); working {
				t.Errorf("%v is off by law, and worked by the notice", d)
			}
		}
	}
	for year, source := range map[int]string{2026: "holidays2026", 2027: calendar.Unseen} {
		if n, _ := c.Notice(year); n.Source != source {
			t.Errorf("%d is taken from %q, want %q", year, n.Source, source)
		}
	}
}

// TestStatutory: days that the Measures give without a notice.
func TestStatutory(t *testing.T) {
	for _, want := range []string{
		"2027: 01-01 02-05..02-10 04-05 05-01..05-04 06-09 09-15 10-01..10-05", // days in lieu: 02-09, 02-10, 05-03, 05-04, 10-04, 10-05
		"2028: 01-01 01-03 01-25..01-28 04-04 05-01 05-02 05-28 05-29 10-01..10-04",
	} {
		year, _, _ := strings.Cut(want, ":")
		if got := calendar.Statutory(day(t, year+"-01-01").Year); !slices.Equal(got, days(t, want)) {
			t.Errorf("%s: %v, want %v", year, got, days(t, want))
		}
	}
	for year := model.FirstYear - 1; year <= model.LastYear+1; year++ {
		off := calendar.Statutory(year)
		if len(off) < 12 || !slices.IsSortedFunc(off, model.Date.Compare) {
			t.Errorf("%d: %v", year, off)
		}
		for i, d := range off {
			if d.Year != year || i > 0 && d == off[i-1] {
				t.Errorf("%d: %v in %v", year, d, off)
			}
		}
	}
}

func TestYears(t *testing.T) {
	years := calendar.China(calendar.Notice{Year: 2031}).Years()
	if years[0] != 2002 || !slices.Contains(years, 2026) || years[len(years)-1] != 2031 {
		t.Errorf("years %v", years)
	}
	if !slices.IsSorted(years) || slices.Contains(years, 2001) || slices.Contains(years, 2030) {
		t.Errorf("years %v", years)
	}
}

func TestWithoutNotice(t *testing.T) {
	for _, tt := range []struct {
		day     string
		working bool
	}{
		{"2001-12-29", false}, // a Saturday that was worked, in a year whose notice is not there
		{"2098-01-01", false},
		{"2098-01-02", true},
		{"2098-05-01", false},
		{"2098-05-02", false},
		{"2098-05-05", true},
		{"2098-10-01", false},
		{"2098-10-02", false},
		{"2098-10-03", false},
		{"2098-10-06", true},
		{"2098-10-11", false}, // Saturday
	} {
		working, known := calendar.China().Working(day(t, tt.day))
		if working != tt.working || known {
			t.Errorf("%s: working %t, known %t; want %t, false", tt.day, working, known, tt.working)
		}
	}
	if n, known := calendar.China().Notice(2098); known || n.Off != nil {
		t.Errorf("a notice for 2098: %v", n)
	}
}

func TestOwnNotice(t *testing.T) {
	c := calendar.China(
		calendar.Notice{Year: 2098, Off: days(t, "2098: 02-03..02-07"), Work: days(t, "2098: 02-01")},
		calendar.Notice{Year: 2026},
	)
	for _, tt := range []struct {
		day     string
		working bool
	}{
		{"2098-02-03", false},
		{"2098-02-01", true},
		{"2098-05-01", true}, // the notice is the whole truth
		{"2026-02-16", true}, // one's own replaces the one that is built in
	} {
		if working, known := c.Working(day(t, tt.day)); working != tt.working || !known {
			t.Errorf("%s: working %t, known %t; want %t, true", tt.day, working, known, tt.working)
		}
	}
}

// TestWorkedExamples counts with the real notices. The last line fails when
// the notice for 2028 comes in: its date is then no estimate any more.
func TestWorkedExamples(t *testing.T) {
	const days, working, months = model.Days, model.WorkingDays, model.Months
	for _, tt := range []struct {
		from     string
		n        int
		unit     model.Unit
		want     string
		estimate bool
	}{
		{"2026-09-21", 5, working, "2026-09-29", false},
		{"2026-02-11", 5, working, "2026-02-25", false},
		{"2026-01-01", 5, working, "2026-01-08", false},
		{"2026-04-30", 5, working, "2026-05-11", false},
		{"2026-09-30", 5, working, "2026-10-13", false},
		{"2026-06-18", 10, working, "2026-07-03", false},
		{"2026-09-30", 60, days, "2026-11-29", false},
		{"2026-11-30", 3, months, "2027-02-28", false},
		{"2031-11-22", -90, days, "2031-08-24", false},
		{"2026-12-28", 5, working, "2027-01-05", false},
		{"2027-02-03", 5, working, "2027-02-17", false},
		{"2028-01-24", 5, working, "2028-02-04", true},
	} {
		end, estimate := model.Add(day(t, tt.from), tt.n, tt.unit, calendar.China())
		if end != day(t, tt.want) || estimate != tt.estimate {
			t.Errorf("%s %+d %s: %v, estimate %t; want %s, %t", tt.from, tt.n, tt.unit, end, estimate, tt.want, tt.estimate)
		}
	}
}

// TestM3 counts over the Spring Festival of 2027 as before its arrangement was
// known: by the statutory days alone.
func TestM3(t *testing.T) {
	end, estimate := model.Add(day(t, "2027-02-03"), 5, model.WorkingDays, statutoryAlone{})
	if end != day(t, "2027-02-16") || !estimate {
		t.Errorf("%v, estimate %t; want 2027-02-16, an estimate", end, estimate)
	}
}

type statutoryAlone struct{}

func (statutoryAlone) Working(d model.Date) (working, known bool) {
	return !weekend(d) && !slices.Contains(calendar.Statutory(d.Year), d), false
}

func TestManyAtOnce(t *testing.T) {
	c := calendar.China()
	var wg sync.WaitGroup
	for year := 2000; year < 2030; year++ {
		wg.Go(func() {
			c.Working(model.Date{Year: 2000 + year%4, Month: 5, Day: 2})
		})
	}
	wg.Wait()
}

func BenchmarkFirst(b *testing.B) {
	for b.Loop() {
		calendar.China().Working(model.Date{Year: 2026, Month: 10, Day: 8})
	}
}

func BenchmarkWorking(b *testing.B) {
	c := calendar.China()
	for b.Loop() {
		c.Working(model.Date{Year: 2026, Month: 10, Day: 8})
	}
}
