package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// MaxFile is how many bytes a file of one year may have. A notice needs some
// hundred.
const MaxFile = 64 << 10

// A Problem is why a file was refused, where there is one with the place in it.
type Problem struct {
	Line, Column int // 0 where the whole file is meant
	Code         ProblemCode
	Detail       string // what was found
}

func (p Problem) Error() string {
	return fmt.Sprintf("%d:%d: %s %q", p.Line, p.Column, p.Code, p.Detail)
}

// A ProblemCode says what is wrong.
type ProblemCode string

// What may be wrong with a file.
const (
	TooLarge    ProblemCode = "too-large"
	Syntax      ProblemCode = "syntax" // no TOML
	UnknownKey  ProblemCode = "unknown-key"
	MissingKey  ProblemCode = "missing-key"
	WrongType   ProblemCode = "wrong-type"
	NotAYear    ProblemCode = "not-a-year"
	NoSource    ProblemCode = "no-source"
	NotADay     ProblemCode = "not-a-day"
	OtherYear   ProblemCode = "other-year"
	Backwards   ProblemCode = "backwards"   // a range that ends before it begins
	Endless     ProblemCode = "endless"     // a range of more days than any holiday has
	Twice       ProblemCode = "twice"       // a day that is named before
	NotWeekend  ProblemCode = "not-weekend" // worked, and no Saturday or Sunday
	NothingOff  ProblemCode = "nothing-off"
	FixedWorked ProblemCode = "fixed-worked" // a day that the law makes a holiday in every year is not off
)

// The longest holiday so far had nine days.
const longest = 16

// Example is the file of a year: the notice for 2026.
const Example = `year = 2026
source = "国办发明电〔2025〕7号"
off = [
  "01-01..01-03", "02-15..02-23", "04-04..04-06", "05-01..05-05",
  "06-19..06-21", "09-25..09-27", "10-01..10-07",
]
work = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]`

// Read reads the notice of one year from TOML, as Example has it: off are the
// days off, weekends among them included, work the Saturdays and Sundays that
// are worked. A day is month and day of that year, or a whole date; a holiday
// may begin in the December before. It returns either a notice or problems, in
// the order of the file.
func Read(data []byte) (Notice, []Problem) {
	r := reader{data: bytes.TrimPrefix(data, []byte("\ufeff")), seen: make(map[string]int)}
	if len(data) > MaxFile {
		return Notice{}, []Problem{{Code: TooLarge, Detail: strconv.Itoa(len(data))}}
	}
	var bad *toml.DecodeError
	if err := toml.Unmarshal(r.data, new(struct{})); errors.As(err, &bad) {
		line, column := bad.Position()
		return Notice{}, []Problem{{line, column, Syntax, bad.Error()}}
	}
	r.document()
	if len(r.problems) == 0 {
		r.check()
	}
	if len(r.problems) > 0 {
		slices.SortStableFunc(r.problems, func(a, b Problem) int { return a.Line - b.Line })
		return Notice{}, r.problems
	}
	slices.SortFunc(r.Off, model.Date.Compare)
	slices.SortFunc(r.Work, model.Date.Compare)
	return r.Notice, nil
}

type reader struct {
	Notice
	data     []byte
	seen     map[string]int // keys, and where they stand
	off      []piece
	work     []piece
	problems []Problem
}

// A piece is a text of a list and where it stands.
type piece struct {
	text string
	at   int
}

func (r *reader) report(at int, code ProblemCode, detail string) {
	before := r.data[:min(at, len(r.data))]
	r.problems = append(r.problems, Problem{
		1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]), code, detail,
	})
}

func (r *reader) document() {
	var p unstable.Parser
	p.Reset(r.data)
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind != unstable.KeyValue && e.Kind != unstable.Table && e.Kind != unstable.ArrayTable {
			continue
		}
		path := e.Key()
		path.Next()
		key := path.Node()
		name, at := string(key.Data), int(key.Raw.Offset)
		if e.Kind != unstable.KeyValue || !path.IsLast() {
			r.report(at, UnknownKey, name)
			continue
		}
		r.seen[name] = at
		r.value(name, at, e.Value())
	}
	for _, key := range []string{"year", "source", "off"} {
		if _, ok := r.seen[key]; !ok && len(r.problems) == 0 {
			r.problems = append(r.problems, Problem{Code: MissingKey, Detail: key})
		}
	}
}

func (r *reader) value(key string, at int, v *unstable.Node) {
	switch key {
	case "year":
		n, err := strconv.Atoi(string(v.Data))
		if v.Kind != unstable.Integer || err != nil || n < firstYear || n > model.LastYear {
			r.report(at, NotAYear, string(v.Data))
		}
		r.Year = n
	case "source":
		r.Source = strings.TrimSpace(string(v.Data))
		if v.Kind != unstable.String || r.Source == "" || strings.ContainsAny(r.Source, "\n\r") {
			r.report(at, NoSource, string(v.Data))
		}
	case "off":
		r.off = r.pieces(key, at, v)
	case "work":
		r.work = r.pieces(key, at, v)
	default:
		r.report(at, UnknownKey, key)
	}
}

func (r *reader) pieces(key string, at int, v *unstable.Node) (all []piece) {
	if v.Kind != unstable.Array {
		r.report(at, WrongType, key)
		return nil
	}
	for it := v.Children(); it.Next(); {
		n := it.Node()
		if n.Kind != unstable.String {
			r.report(at, WrongType, key)
			return nil
		}
		all = append(all, piece{string(n.Data), int(n.Raw.Offset)})
	}
	return all
}

// check reads the days, for which the year has to be known.
func (r *reader) check() {
	named := make(map[model.Date]bool)
	days := func(list []piece) (ds []model.Date) {
		for _, p := range list {
			for _, d := range r.days(p) {
				if named[d] {
					r.report(p.at, Twice, d.String())
					continue
				}
				named[d] = true
				ds = append(ds, d)
			}
		}
		return ds
	}
	r.Off = days(r.off)
	for _, p := range r.work {
		for _, d := range days([]piece{p}) {
			if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
				r.report(p.at, NotWeekend, d.String())
			}
			r.Work = append(r.Work, d)
		}
	}
	if len(r.Off) == 0 && len(r.problems) == 0 {
		r.report(r.seen["off"], NothingOff, "")
	}
	if r.Year < order795 || len(r.problems) > 0 {
		return
	}
	for _, f := range fixed {
		if d := (model.Date{Year: r.Year, Month: f.month, Day: f.day}); !slices.Contains(r.Off, d) {
			r.report(r.seen["off"], FixedWorked, d.String())
		}
	}
}

// days reads "02-05", "2027-02-05", and ranges of such.
func (r *reader) days(p piece) (ds []model.Date) {
	from, to, isRange := strings.Cut(p.text, "..")
	first, ok := r.day(p, from)
	last := first
	if ok && isRange {
		last, ok = r.day(p, to)
	}
	switch n := last.Sub(first); {
	case !ok:
	case n < 0:
		r.report(p.at, Backwards, p.text)
	case n >= longest:
		r.report(p.at, Endless, p.text)
	default:
		for d := first; !d.After(last); d = d.AddDays(1) {
			ds = append(ds, d)
		}
	}
	return ds
}

func (r *reader) day(p piece, text string) (d model.Date, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) == len("02-05") {
		text = fmt.Sprintf("%04d-%s", r.Year, text)
	}
	d, err := model.ParseISODate(text)
	switch {
	case err != nil:
		r.report(p.at, NotADay, p.text)
		return d, false
	case d.Year != r.Year && (d.Year != r.Year-1 || d.Month != time.December):
		r.report(p.at, OtherYear, p.text)
		return d, false
	}
	return d, true
}
