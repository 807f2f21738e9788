package board_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

func TestDueGolden(t *testing.T) {
	for _, size := range uitest.Sizes {
		for _, lang := range locales.Langs {
			name := fmt.Sprintf("due.%dx%d.%s", size[0], size[1], lang)
			t.Run(name, func(t *testing.T) {
				s := uitest.Drive(t, uitest.Several(t), lang, size[0], size[1])
				s.Keys("D")
				s.Golden(name)
			})
		}
	}
}

func TestDueFilters(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.EN, 80, 24)
	s.Keys("D")
	s.Sees("Over", "asked for: Equity str", "3 days over")
	s.Keys("tab") // mine
	if strings.Contains(s.Screen(), "Equity str") {
		t.Errorf("what was asked of the client is shown as mine:\n%s", s.Screen())
	}
	s.Keys("tab")
	s.Sees("Equity str")
	s.Keys("tab")
	s.Sees("上海云答")
	s.Keys("tab")
	s.Sees("Equity str", "上海云答")
}

func TestDueLeadsToTheApplication(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.ZH, 80, 24)
	s.Keys("D", "enter") // a paper of the first
	s.Sees("北京蓝鲸客服", "股权结构图", "放入文件")
	s.Keys("esc", "esc", "D", "down", "enter") // something to find out
	s.Sees("北京蓝鲸客服", "统一社会信用代码")
	s.Keys("esc", "esc", "D", "down", "down", "enter") // a clock of the second
	s.Sees("上海云答", "受理决定或补正通知")
	s.Keys("esc", "esc", "enter") // home opens as ever
	s.Sees("下一步")
}

// What is due before the next step is on the board too.
func TestBoardShowsWhatIsDue(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.ZH, 80, 24)
	s.Sees("已过 3 天：催收：股权结构图")
}

func TestDueOfNothing(t *testing.T) {
	s := uitest.Drive(t, uitest.NewMemory(), locales.ZH, 60, 20)
	s.Keys("D")
	s.Sees("没有期限")
	s.Keys("tab")
	s.Sees("没有期限")
	s.Keys("enter", "e", "esc")
	s.Sees("许可")
}

// The headings of groups follow the language.
func TestDueHeadingsFollowTheLanguage(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.EN, 80, 24)
	s.Keys("D")
	s.Sees("Over", "December 2026")
	s.Keys("f2")
	s.Sees("2026年12月")
	s.Hidden("December")
}

// What cannot be done with nothing says why.
func TestNoCalendarOfNothing(t *testing.T) {
	s := uitest.Drive(t, uitest.NewMemory(), locales.EN, 80, 24)
	s.Keys("D", "e")
	s.Sees("! Nothing is due")
}
