package export_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/procedure"
)

// Whatever may be asked about is explained in words, in both languages: the
// clocks that begin with an answer or come round every year too.
func TestEveryPartIsExplained(t *testing.T) {
	all, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		for _, lang := range []locales.Lang{locales.ZH, locales.EN} {
			w := words(t, lang, p)
			for _, part := range p.Parts() {
				e := w.Explain(part, today)
				said := append([]string{e.Title, e.Rule}, e.Notes...)
				for _, s := range e.Sources {
					said = append(said, s.Citation, s.About, s.Says, s.Superseded)
				}
				if all := strings.Join(said, " "); strings.Contains(all, "term.unit") || strings.Contains(all, "{{") {
					t.Errorf("%s %s %s: %s", p.ID, lang, part.ID, all)
				}
			}
		}
	}
}

// The shipped definitions have nothing that the linter would report.
func TestShippedDefinitionsLint(t *testing.T) {
	all, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]*locales.Printer{}
	for _, lang := range locales.Langs {
		if texts[string(lang)], err = locales.New(lang); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range all {
		for _, problem := range procedure.Lint(p, string(p.ID), func(lang, id string) bool { return texts[lang].HasID(id) }) {
			t.Error(problem)
		}
	}
}

// TestM15: whoever reads that sources disagree reads what each side says; the
// article is never the only one that is quoted.
func TestM15(t *testing.T) {
	all, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		w := words(t, locales.ZH, p)
		for _, part := range p.Parts() {
			e := w.Explain(part, today)
			differs := slices.ContainsFunc(part.Sources, model.Citation.Differs)
			if e.Disagree != differs {
				t.Errorf("%s %s: disagree %t, but %t in the definition", p.ID, part.ID, e.Disagree, differs)
			}
			said := map[string]bool{}
			for _, s := range e.Sources {
				if s.Says != "" && said[s.Says] {
					t.Errorf("%s %s: %q is said twice", p.ID, part.ID, s.Says)
				}
				said[s.Says] = true
			}
		}
	}
	// One side alone is no disagreement that can be shown.
	p, _ := procedure.Latest("call-center")
	part := model.Part{Kind: "condition", ID: "capital", Sources: []model.Citation{{Source: "article", Disagrees: true}}}
	if words(t, locales.ZH, p).Explain(part, today).Disagree {
		t.Error("a disagreement with nobody")
	}
}

// TestAboutSources: what a reader needs to find a source and to weigh it.
func TestAboutSources(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]string{
		"regs":                  {"行政法规，2000年9月25日起施行，见到原文", "administrative regulation, in force from 25 September 2000, text seen"},
		"licensing-law":         {"法律，", "statute, "},
		"notice81":              {"《关于加强呼叫中心业务管理的通知》（工信部信管〔2020〕81号）", "工信部信管〔2020〕81号"},
		"order42":               {"，网址 https://www.gov.cn/gongbao/content/2017/content_5240090.htm", ", at https://www.gov.cn/"},
		"number-report-2026":    {"2026年发布，据二手引用，原文未核", "published 2026, second hand, text not seen"},
		"negative-list2019":     {"2024年11月1日起施行，见到转载件", "in force from 1 November 2024, seen as a copy"},
		"reconsideration-law":   {"见于他处引用", "seen as quoted"},
		"notice-chongqing-2025": {"办事指南，2025年1月8日发布", "official guide, published 8 January 2025"},
		"article":               {"大通天成的网文《全网呼叫中心业务是什么，呼叫中心许可证办理流程》 参考文章，2020年6月28日发布", "published 28 June 2020"},
	} {
		part, _ := p.Part(id)
		for i, lang := range []locales.Lang{locales.ZH, locales.EN} {
			s := words(t, lang, p).Explain(part, today).Sources[0]
			if said := s.Citation + " " + s.About; !strings.Contains(said, want[i]) {
				t.Errorf("%s: %s, want %s", id, said, want[i])
			}
		}
	}
}

func TestExplainedClocks(t *testing.T) {
	for _, test := range []struct{ procedure, clock, zh, en string }{
		{"call-center", "correction-notice", "从“在官方系统提交了申请”起5个工作日", "5 working days from “Submitted"},
		{"call-center", "renew-by", "有效期届满前90天", "90 days before the end of validity"},
		{"call-center", "annual-report-by", "以后每年的3月31日", "31 Mar of every year after “Received the licence”"},
		{"call-center-annual-report", "file-by", "“报告年度”的下一年的3月31日", "31 Mar of the year after the one in “Report year”"},
		{"call-center-change", "change-ahead-by", "那天之前90天", "90 days before the day in “Changes from”"},
	} {
		p, err := procedure.Latest(model.ProcedureID(test.procedure))
		if err != nil {
			t.Fatal(err)
		}
		part, _ := p.Part(test.clock)
		for lang, want := range map[locales.Lang]string{locales.ZH: test.zh, locales.EN: test.en} {
			if got := words(t, lang, p).Explain(part, today).Rule; !strings.Contains(got, want) {
				t.Errorf("%s %s: %s, want %q", test.clock, lang, got, want)
			}
		}
	}
}

// A day is not "at least" another, and one that only has to be there is not
// compared; what counts back does not count from.
func TestDaysInWords(t *testing.T) {
	for _, test := range []struct{ procedure, answers, zh, en string }{
		{
			"call-center-renewal", "licence-valid-until=2031-11-22 planned-submission=2031-08-25",
			"要求不晚于2031年8月24日，计划提交日为2031年8月25日。", "by 24 August 2031; you entered 25 August 2031.",
		},
		{"call-center-change", "change-kind=name registered-change-on=2026-11-20", "变更登记日：2026年11月20日。", "Day of registration: 20 November 2026."},
	} {
		p, a := answering(t, test.procedure, test.answers)
		for lang, want := range map[locales.Lang]string{locales.ZH: test.zh, locales.EN: test.en} {
			var got []string
			for _, v := range model.Assess(p, a) {
				got = append(got, words(t, lang, p).Because(v))
			}
			if all := strings.Join(got, "\n"); !strings.Contains(all, want) {
				t.Errorf("%s: %s, want %q", lang, all, want)
			}
		}
	}
	p, a := answering(t, "call-center-renewal", "licence-valid-until=2031-11-22")
	d := model.Deadlines(p, a, calendar.China())[0]
	if got := words(t, locales.EN, p).Counted(d.Dates[0]); !strings.HasPrefix(got, "24 August 2031: 90 days back from 22 November 2031") {
		t.Error(got)
	}
	p, a = answering(t, "call-center-annual-report", "report-year=2026")
	d = model.Deadlines(p, a, calendar.China())[0]
	if got := words(t, locales.EN, p).Counted(d.Dates[0]); got != "31 March 2027: this day of the year after 2026, the “Report year”" {
		t.Error(got)
	}
}

// answering is an application with the answers "id=value …".
func answering(t *testing.T, id, answers string) (*model.Procedure, *model.Application) {
	t.Helper()
	p, err := procedure.Latest(model.ProcedureID(id))
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "test")
	for _, pair := range strings.Fields(answers) {
		q, typed, _ := strings.Cut(pair, "=")
		v, err := model.ParseAnswer(*p.Question(model.QuestionID(q)), typed, nil, a.NewEntryID)
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Answer(p, model.QuestionID(q), v); err != nil {
			t.Fatal(err)
		}
	}
	return p, &a
}

var _ export.Texts = (*locales.Printer)(nil)
