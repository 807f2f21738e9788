package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// several keeps applications that are due in every way.
func several(t testing.TB) *memory {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	day := func(s string) model.Date {
		d, err := model.ParseISODate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	m := newMemory()
	for _, c := range []struct {
		title  string
		change func(*model.Application) error
	}{
		{"北京蓝鲸客服科技有限公司", func(a *model.Application) error {
			return errors.Join(
				a.Note(p, "equity-chart", model.Collected{Status: model.Requested, Owner: "财务", Due: day("2026-11-20")}),
				a.Note(p, "technical-plan", model.Collected{Status: model.Missing, Due: day("2026-12-10")}),
				a.Answer(p, "planned-submission", day("2026-12-20")),
				a.Postpone(p, "uscc", model.Pending{Who: "财务", By: day("2026-11-25")}))
		}},
		{"上海云答信息服务有限公司", func(a *model.Application) error {
			return a.Record(p, model.Event{ID: "submitted", Date: day("2026-11-20")}, nil)
		}},
		{"成都锦声呼叫服务有限公司", func(a *model.Application) error {
			return errors.Join(
				a.Record(p, model.Event{ID: "submitted", Date: day("2026-10-20")}, nil),
				a.Record(p, model.Event{ID: "accepted", Date: day("2026-10-26")}, nil))
		}},
	} {
		a := model.New(p, c.title)
		if err := c.change(&a); err != nil {
			t.Fatal(err)
		}
		a.Updated = noon
		if _, err := m.Create(a, model.Summarise(p, &a, calendar.China())); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func TestDueGolden(t *testing.T) {
	for _, size := range sizes {
		for _, lang := range locales.Langs {
			name := fmt.Sprintf("due.%dx%d.%s", size[0], size[1], lang)
			t.Run(name, func(t *testing.T) {
				s := drive(t, several(t), lang, size[0], size[1])
				s.keys("D")
				s.golden(name)
			})
		}
	}
}

func TestDueFilters(t *testing.T) {
	s := drive(t, several(t), locales.EN, 80, 24)
	s.keys("D")
	s.sees("Over", "asked for: Equity str", "3 days over")
	s.keys("tab") // mine
	if strings.Contains(s.screen(), "Equity str") {
		t.Errorf("what was asked of the client is shown as mine:\n%s", s.screen())
	}
	s.keys("tab")
	s.sees("Equity str")
	s.keys("tab")
	s.sees("上海云答")
	s.keys("tab")
	s.sees("Equity str", "上海云答")
}

func TestDueLeadsToTheApplication(t *testing.T) {
	s := drive(t, several(t), locales.ZH, 80, 24)
	s.keys("D", "enter") // a paper of the first
	s.sees("北京蓝鲸客服", "股权结构图", "放入文件")
	s.keys("esc", "esc", "D", "down", "enter") // something to find out
	s.sees("北京蓝鲸客服", "统一社会信用代码")
	s.keys("esc", "esc", "D", "down", "down", "enter") // a clock of the second
	s.sees("上海云答", "受理决定或补正通知")
	s.keys("esc", "esc", "enter") // home opens as ever
	s.sees("下一步")
}

// What is due before the next step is on the board too.
func TestBoardShowsWhatIsDue(t *testing.T) {
	s := drive(t, several(t), locales.ZH, 80, 24)
	s.sees("已过 3 天：催收：股权结构图")
}

func TestDueOfNothing(t *testing.T) {
	s := drive(t, newMemory(), locales.ZH, 60, 20)
	s.keys("D")
	s.sees("没有期限")
	s.keys("tab")
	s.sees("没有期限")
	s.keys("enter", "e", "esc")
	s.sees("许可")
}

func TestDueCalendarFile(t *testing.T) {
	s := drive(t, several(t), locales.EN, 80, 24)
	s.keys("D", "e", "enter")
	if len(s.dates) != 1 || len(s.dates[0].Entries) < 6 || !strings.HasSuffix(s.dates[0].Path, ".ics") || s.dates[0].Replace {
		t.Fatalf("asked for %+v", s.dates)
	}
	seen := map[string]bool{}
	for _, e := range s.dates[0].Entries {
		if seen[e.UID] {
			t.Errorf("%s stands for two things", e.UID)
		}
		seen[e.UID] = true
	}
	s.sees("exported to")

	// One that exists is replaced on the second Continue.
	s.calendar = func(r CalendarRequest) error {
		if !r.Replace {
			return fs.ErrExist
		}
		return nil
	}
	s.keys("e", "enter")
	s.sees("There is such a file")
	s.keys("enter")
	s.sees("exported to")
}
