package calendar_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
)

const good = `year = 2027
source = "made up for this test"
off = ["2026-12-31..01-03", "05-01..05-02", "10-01..10-07", "04-05"]
work = ["2026-12-27", "10-09"]
`

func TestRead(t *testing.T) {
	n, problems := calendar.Read([]byte(good))
	if len(problems) > 0 || n.Year != 2027 || n.Source != "made up for this test" {
		t.Fatalf("%+v %v", n, problems)
	}
	if len(n.Off) != 4+2+7+1 || n.Off[0] != day(t, "2026-12-31") || n.Off[4] != day(t, "2027-04-05") || len(n.Work) != 2 {
		t.Errorf("off %v work %v", n.Off, n.Work)
	}
	c := calendar.China(n)
	for _, tt := range []struct {
		day            string
		working, known bool
	}{
		{"2026-12-26", false, true},
		{"2026-12-27", true, true},  // a Sunday that the next year's notice makes a working day
		{"2026-12-31", false, true}, // and a Thursday that it takes
		{"2026-10-10", true, true},  // the notice of 2026 stands
		{"2027-01-03", false, true},
		{"2027-01-04", true, true},
		{"2027-04-05", false, true},
		{"2027-10-09", true, true}, // a Saturday
		{"2028-01-04", true, false},
	} {
		if working, known := c.Working(day(t, tt.day)); working != tt.working || known != tt.known {
			t.Errorf("%s: working %t, known %t", tt.day, working, known)
		}
	}
	if got, _ := c.Notice(2027); got.Source != n.Source || len(got.Off) != 13 {
		t.Errorf("notice of 2027: %+v", got)
	}
}

// TestExample: the example that help shows is the notice that the program has.
func TestExample(t *testing.T) {
	n, problems := calendar.Read([]byte(calendar.Example))
	own, _ := calendar.China(n).Notice(2026)
	builtin, _ := calendar.China().Notice(2026)
	if len(problems) > 0 || !slices.Equal(own.Work, builtin.Work) {
		t.Errorf("%v: worked %v, want %v", problems, own.Work, builtin.Work)
	}
	for d := day(t, "2026-01-01"); d.Year == 2026; d = d.AddDays(1) {
		ours, _ := calendar.China(n).Working(d)
		if theirs, _ := calendar.China().Working(d); ours != theirs {
			t.Errorf("%v is worked: %t in the example", d, ours)
		}
	}
}

// TestRefused makes one mistake at a time.
func TestRefused(t *testing.T) {
	const off = `off = ["2026-12-31..01-03", "05-01..05-02", "10-01..10-07", "04-05"]`
	for _, tt := range []struct {
		old, new string
		line     int
		column   int
		code     calendar.ProblemCode
	}{
		{"year = 2027", "year = 1999", 1, 1, calendar.NotAYear},
		{"year = 2027", "year = 2200", 1, 1, calendar.NotAYear},
		{"year = 2027", `year = "2027"`, 1, 1, calendar.NotAYear},
		{"year = 2027", "", 0, 0, calendar.MissingKey},
		{"year = 2027", "year = 2027\nyear = 2027", 2, 1, calendar.Syntax},
		{"year = 2027", "year 2027", 1, 6, calendar.Syntax},
		{`"made up for this test"`, `" "`, 2, 1, calendar.NoSource},
		{`"made up for this test"`, `"two\nlines"`, 2, 1, calendar.NoSource},
		{"source", "sources", 2, 1, calendar.UnknownKey},
		{"source", "a.source", 2, 1, calendar.UnknownKey},
		{"source", "[source]\nname", 2, 2, calendar.UnknownKey},
		{off, "off = 1", 3, 1, calendar.WrongType},
		{off, "off = [1]", 3, 1, calendar.WrongType},
		{off, "off = []", 3, 1, calendar.NothingOff},
		{`"04-05"`, `"04-31"`, 3, 61, calendar.NotADay},
		{`"04-05"`, `"tomorrow"`, 3, 61, calendar.NotADay},
		{`"04-05"`, `"02-29"`, 3, 61, calendar.NotADay}, // 2027 is no leap year
		{`"04-05"`, `"2028-04-05"`, 3, 61, calendar.OtherYear},
		{`"04-05"`, `"2026-11-30"`, 3, 61, calendar.OtherYear},
		{`"04-05"`, `"04-07..04-05"`, 3, 61, calendar.Backwards},
		{`"04-05"`, `"06-01..06-30"`, 3, 61, calendar.Endless},
		{`"04-05"`, `"10-07"`, 3, 61, calendar.Twice},
		{`"10-09"]`, `"10-08"]`, 4, 23, calendar.NotWeekend},
		{`"10-09"]`, `"10-02"]`, 4, 23, calendar.Twice}, // off and worked
		{`"05-01..05-02", `, "", 3, 1, calendar.FixedWorked},
		{"year = 2027", "year = 2027" + strings.Repeat("#", calendar.MaxFile), 0, 0, calendar.TooLarge},
	} {
		if !strings.Contains(good, tt.old) {
			t.Fatalf("%q is not in the file", tt.old)
		}
		n, problems := calendar.Read([]byte(strings.Replace(good, tt.old, tt.new, 1)))
		if len(problems) == 0 || n.Off != nil {
			t.Errorf("%q was taken", tt.new)
			continue
		}
		if p := problems[0]; p.Line != tt.line || p.Column != tt.column || p.Code != tt.code {
			t.Errorf("%.60q: %v, want %d:%d %s", tt.new, p, tt.line, tt.column, tt.code)
		}
	}
	if _, problems := calendar.Read([]byte("\ufeff" + strings.ReplaceAll(good, "\n", "\r\n"))); len(problems) > 0 {
		t.Errorf("a file from Windows: %v", problems)
	}
}

// FuzzRead: whatever the bytes are, nothing panics; what is taken names days
// of its year only, and reads the same when it is written out again.
func FuzzRead(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("year = 2024\nsource = 'x'\noff = ['02-29', '01-01']\nwork = []"))
	f.Add([]byte("year = 2027\noff = [[\"01-01\"]]\nwork = {a = 1}"))
	f.Add([]byte("year=2002\nsource=\"\\u0000\"\noff=[\"0000-00..\"]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, problems := calendar.Read(data)
		if len(problems) > 0 {
			for _, p := range problems {
				if p.Line < 0 || p.Line > 1+strings.Count(string(data), "\n") || p.Code == "" {
					t.Fatalf("%+v of %q", p, data)
				}
			}
			return
		}
		if n.Source == "" || len(n.Off) == 0 {
			t.Fatalf("taken: %+v", n)
		}
		for _, d := range slices.Concat(n.Off, n.Work) {
			if d.Year != n.Year && (d.Year != n.Year-1 || d.Month != time.December) {
				t.Fatalf("%v in %d", d, n.Year)
			}
		}
		again, problems := calendar.Read(written(n))
		if len(problems) > 0 || again.Year != n.Year || !slices.Equal(again.Off, n.Off) || !slices.Equal(again.Work, n.Work) {
			t.Fatalf("%+v became %+v %v", n, again, problems)
		}
	})
}

func written(n calendar.Notice) []byte {
	quote := func(days []model.Date) string {
		all := make([]string, len(days))
		for i, d := range days {
			all[i] = fmt.Sprintf("%q", d)
		}
		return "[" + strings.Join(all, ", ") + "]"
	}
	return fmt.Appendf(nil, "year = %d\nsource = 'x'\noff = %s\nwork = %s\n", n.Year, quote(n.Off), quote(n.Work))
}
