package cover_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// A row leads to where it is settled, and back to itself; one that is settled
// makes room for the next.
func TestReviewComesBack(t *testing.T) {
	s := uitest.Begun(t, locales.EN, "review", func(p *model.Procedure, a *model.Application) {
		uitest.Most(t, p, a)
		uitest.Give(t, p, a, "registered-capital", "50万", "contact-phone", "12")
		a.Postpone(p, "managers", model.Pending{Who: "Li"})
	})
	s.Sees("cannot be submitted yet: 14 problems, 1 warning", "▌ ○ Premises", "Li will find out", "✗ Registered capital", "tab Submission")
	s.Keys("down", "down", "enter")
	s.Sees("Source of the system", "Agent seats")
	s.Keys("esc")
	s.Sees("▌ ○ Agent seats")
	s.Keys("f2", "f1")
	s.Sees("为什么问")
	s.Keys("esc", "f2")
	s.Keys("home", "enter", "1", "enter")
	s.Sees("13 problems", "▌ ○ Source of the system")
	for range 8 {
		s.Keys("down")
	}
	s.Sees("▌ ✗ Registered capital", "at least CNY 1,000,000")
	s.Keys("enter", "ctrl+u", "100万", "enter")
	s.Sees("12 problems", "▌ ○ Ability")
}

func TestReviewReady(t *testing.T) {
	s := uitest.Begun(t, locales.ZH, "review", func(p *model.Procedure, a *model.Application) { uitest.Ready(t, p, a) })
	s.Sees("可以提交：0 个问题，0 处请留意", "按 Tab 去申报", "▌ › 去申报", "提交前再看一眼", "适用性")
}

func TestReviewConfirmsCopies(t *testing.T) {
	s := uitest.Begun(t, locales.ZH, "review", func(p *model.Procedure, a *model.Application) {
		var from model.Application
		uitest.Most(t, p, &from)
		a.Copy(p, &from, model.DateOf(uitest.Noon))
		uitest.Ready(t, p, a)
		delete(a.Answers, "service-for")
		a.Copy(p, &model.Application{Answers: map[model.QuestionID]model.Answer{"service-for": from.Answers["service-for"]}}, model.DateOf(uitest.Noon))
	})
	s.Sees("1 个问题，0 处请留意", "! 为谁服务", "复制，请确认")
	s.Keys("enter", "enter")
	s.Sees("0 个问题，0 处请留意")
}

func TestGoTo(t *testing.T) {
	for _, tt := range []struct {
		lang locales.Lang
		keys []string
		want string
	}{
		{locales.EN, []string{"CAPITAL", "down", "enter"}, "How much is your company"},
		{locales.EN, []string{"contact-em", "enter"}, "a@example.com"},
		{locales.EN, []string{"registered cap", "down", "enter"}, "▌ ✓ Registered capital"},
		{locales.ZH, []string{"注册资本", "down", "enter"}, "▌ ✓ 注册资本"},
		{locales.ZH, []string{"股东", "enter"}, "股东"},
		{locales.ZH, []string{"办理条件", "enter"}, "项满足"},
		{locales.ZH, []string{"核对", "enter"}, "个问题"},
		{locales.ZH, []string{"主页", "enter"}, "还没有申请"},
		{locales.ZH, []string{"概览", "enter"}, "下一步"},
		{locales.ZH, []string{"没有这个", "enter"}, "没有这个名称"},
		{locales.ZH, []string{"esc"}, "个问题"},
	} {
		s := uitest.Begun(t, tt.lang, "review", func(p *model.Procedure, a *model.Application) { uitest.Most(t, p, a) })
		s.Keys("ctrl+g")
		s.Keys(tt.keys...)
		if !strings.Contains(s.Screen(), tt.want) {
			t.Errorf("%q: no %q on\n%s", tt.keys, tt.want, s.Screen())
		}
	}
}

func TestReviewAndGoToFit(t *testing.T) {
	s := uitest.Begun(t, locales.ZH, "review", func(p *model.Procedure, a *model.Application) { uitest.Most(t, p, a) })
	for _, key := range []string{"end", "home", "ctrl+g", "资"} {
		s.Keys(key)
		for _, size := range [][2]int{{40, 12}, {41, 13}, {60, 20}, {80, 24}, {110, 30}, {120, 40}, {200, 60}} {
			s.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			t.Run(fmt.Sprint(key, size), func(*testing.T) { s.Fits() })
		}
	}
}
