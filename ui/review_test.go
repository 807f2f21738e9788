package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// begun puts an application into the store and resumes it at a place.
func begun(t testing.TB, lang locales.Lang, place string, change func(*model.Procedure, *model.Application)) *session {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	app := model.New(p, "蓝鲸")
	app.ID, app.Rev, app.Created = "app1", 1, noon
	change(p, &app)
	m := newMemory()
	m.apps["app1"], m.drafts["app1"], m.last = app, model.Draft{Place: place}, "app1"
	s := drive(t, m, lang, 80, 24)
	s.keys("enter")
	return s
}

func give(t testing.TB, p *model.Procedure, a *model.Application, pairs ...string) {
	t.Helper()
	for i := 0; i+1 < len(pairs); i += 2 {
		q := p.Question(model.QuestionID(pairs[i]))
		v, err := model.ParseAnswer(*q, pairs[i+1], nil, a.NewEntryID)
		if err == nil {
			err = a.Answer(p, q.ID, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// most answers what comes before the last two sections.
func most(t testing.TB, p *model.Procedure, a *model.Application) {
	give(t, p, a, "service-for", "clients", "outbound-marketing", "no", "foreign-capital", "none", "on-dishonesty-list", "none", "applicant-kind", "company",
		"coverage", "one-province", "provinces", "上海", "service-kind", "domestic", "outbound-consented", "no",
		"company-name", "甲", "uscc", "91350100M000100Y43", "legal-representative", "乙", "established-on", "2020-01-01",
		"registered-address", "丙", "office-address", "丁", "contact-name", "戊", "contact-phone", "13800138000", "contact-email", "a@example.com",
		"registered-capital", "100万", "business-scope-telecom", "yes", "violations-3y", "no",
		"shareholders", `[{"name":"甲","kind":"natural","share":100}]`, "managers", `[{"name":"甲"}]`, "insurance-months-asked", "1",
		"insured-staff", `[{"name":"甲","months":2},{"name":"乙","months":2},{"name":"丙","months":2}]`)
}

// ready answers all and has every paper checked.
func ready(t testing.TB, p *model.Procedure, a *model.Application) {
	most(t, p, a)
	for _, q := range p.Questions {
		for _, try := range append(q.Options, "2027-01-01", "yes", "5") {
			if a.Answers[q.ID].Value == nil && !q.Optional && model.Applies(p, a, q.ID) == model.True {
				if v, err := model.ParseAnswer(q, try, nil, a.NewEntryID); err == nil {
					a.Answer(p, q.ID, v)
				}
			}
		}
	}
	for _, r := range model.Checklist(p, a) {
		if err := a.Note(p, r.Key, model.Collected{Status: model.Checked}); err != nil {
			t.Fatal(err)
		}
	}
}

// A row leads to where it is settled, and back to itself; one that is settled
// makes room for the next.
func TestReviewComesBack(t *testing.T) {
	s := begun(t, locales.EN, "review", func(p *model.Procedure, a *model.Application) {
		most(t, p, a)
		give(t, p, a, "registered-capital", "50万", "contact-phone", "12")
		a.Postpone(p, "managers", model.Pending{Who: "Li"})
	})
	s.sees("not ready: 14 problems, 1 warning", "▌ ○ Premises", "Li will find out", "✗ Registered capital", "tab Submission")
	s.keys("down", "down", "enter")
	s.sees("Source of the system", "Agent seats")
	s.keys("esc")
	s.sees("▌ ○ Agent seats")
	s.keys("f2", "f1")
	s.sees("为什么问")
	s.keys("esc", "f2")
	s.keys("home", "enter", "1", "enter")
	s.sees("13 problems", "▌ ○ Source of the system")
	for range 8 {
		s.keys("down")
	}
	s.sees("▌ ✗ Registered capital", "at least CNY 1,000,000")
	s.keys("enter", "ctrl+u", "100万", "enter")
	s.sees("12 problems", "▌ ○ Ability")
}

func TestReviewReady(t *testing.T) {
	s := begun(t, locales.ZH, "review", func(p *model.Procedure, a *model.Application) { ready(t, p, a) })
	s.sees("已就绪：0 个问题，0 处请留意", "按 Tab 去申报", "▌ › 去申报", "提交前再看一眼", "适用性")
}

func TestReviewConfirmsCopies(t *testing.T) {
	s := begun(t, locales.ZH, "review", func(p *model.Procedure, a *model.Application) {
		var from model.Application
		most(t, p, &from)
		a.Copy(p, &from, model.DateOf(noon))
		ready(t, p, a)
		delete(a.Answers, "service-for")
		a.Copy(p, &model.Application{Answers: map[model.QuestionID]model.Answer{"service-for": from.Answers["service-for"]}}, model.DateOf(noon))
	})
	s.sees("1 个问题，0 处请留意", "! 为谁服务", "复制，请确认")
	s.keys("enter", "enter")
	s.sees("0 个问题，0 处请留意")
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
		s := begun(t, tt.lang, "review", func(p *model.Procedure, a *model.Application) { most(t, p, a) })
		s.keys("ctrl+g")
		s.keys(tt.keys...)
		if !strings.Contains(s.screen(), tt.want) {
			t.Errorf("%q: no %q on\n%s", tt.keys, tt.want, s.screen())
		}
	}
}

func TestReviewAndGoToFit(t *testing.T) {
	s := begun(t, locales.ZH, "review", func(p *model.Procedure, a *model.Application) { most(t, p, a) })
	for _, key := range []string{"end", "home", "ctrl+g", "资"} {
		s.keys(key)
		for _, size := range [][2]int{{40, 12}, {41, 13}, {60, 20}, {80, 24}, {110, 30}, {120, 40}, {200, 60}} {
			s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			t.Run(fmt.Sprint(key, size), func(*testing.T) { s.fits() })
		}
	}
}
