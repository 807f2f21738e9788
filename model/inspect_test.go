package model_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// scan is a file that nothing is wrong with.
func scan(change func(*model.File)) model.File {
	f := model.File{
		Name: "a.jpg", SHA256: "aa", Size: 1 << 20,
		Look: &model.Look{Format: model.JPEG, Pages: 1, Width: 2480, Height: 3508, DPI: 300, Tone: model.Colour},
	}
	if change != nil {
		change(&f)
	}
	return f
}

func row(t testing.TB, p *model.Procedure, a *model.Application, key model.MaterialKey) model.ListRow {
	t.Helper()
	r, ok := model.FindRow(model.Checklist(p, a), key)
	if !ok {
		t.Fatalf("no row %q", key)
	}
	return r
}

func levelOf(found []model.Inspection, code model.InspectionCode) model.Level {
	for _, f := range found {
		if f.Code == code {
			return f.Level
		}
	}
	return ""
}

func TestInspectFile(t *testing.T) {
	p := callCenter(t)
	defect := func(d model.Defect) func(*model.File) {
		return func(f *model.File) { f.Look.Defects = []model.Defect{d} }
	}
	kind := func(name string, format model.Format) func(*model.File) {
		return func(f *model.File) { f.Name, f.Look = name, &model.Look{Format: format} }
	}
	for _, c := range []struct {
		name   string
		change func(*model.File)
		code   model.InspectionCode
		want   model.Level
	}{
		{"not looked at", func(f *model.File) { f.Look = nil }, model.InspectLook, model.Inconclusive},
		{"stopped", func(f *model.File) { f.Look.Doubt = model.TookTooLong }, model.InspectDoubt, model.Inconclusive},
		{"empty", defect(model.EmptyFile), model.InspectEmpty, model.Fail},
		{"cut short", defect(model.Truncated), model.InspectTruncated, model.Fail},
		{"damaged", defect(model.Damaged), model.InspectDamaged, model.Fail},
		{"locked", defect(model.NeedsPassword), model.InspectPassword, model.Fail},
		{"no pages", defect(model.NoPages), model.InspectNoPages, model.Fail},
		{"restricted", defect(model.Restricted), model.InspectRestricted, model.Warn},
		{"5 MB", func(f *model.File) { f.Size = 5 << 20 }, model.InspectSize, model.Pass},
		{"over 5 MB", func(f *model.File) { f.Size = 5<<20 + 1 }, model.InspectSize, model.Warn},
		{"jpeg", nil, model.InspectFormat, model.Pass},
		{"capital ending", func(f *model.File) { f.Name = "A.JPEG" }, model.InspectEnding, ""},
		{"no ending", func(f *model.File) { f.Name = "scan" }, model.InspectEnding, ""},
		{"png", kind("a.png", model.PNG), model.InspectFormat, model.Warn},
		{"a JPEG named PDF", func(f *model.File) { f.Name = "a.pdf" }, model.InspectEnding, model.Warn},
		{"a web page named PDF", kind("a.pdf", model.HTML), model.InspectEnding, model.Fail},
		{"anything named PDF", kind("a.pdf", model.Other), model.InspectEnding, model.Fail},
		{"anything named anything", kind("a.xyz", model.Other), model.InspectFormat, model.Warn},
		{"a draft", kind("a.docx", model.DOCX), model.InspectDraft, model.Warn},
		{"300 dpi", nil, model.InspectDPI, model.Pass},
		{"299 dpi", func(f *model.File) { f.Look.DPI, f.Look.Width = 299, 2000 }, model.InspectDPI, model.Warn},
		{"a camera's 72 dpi", func(f *model.File) { f.Look.DPI = 72 }, model.InspectDPI, model.Pass},
		{"no dpi, few pixels", func(f *model.File) { f.Look.DPI, f.Look.Width = 0, 900 }, model.InspectDPI, model.Inconclusive},
		{"colour", nil, model.InspectTone, model.Pass},
		{"grey", func(f *model.File) { f.Look.Tone = model.Grey }, model.InspectTone, model.Warn},
		{"no tone", func(f *model.File) { f.Look.Tone = "" }, model.InspectTone, model.Inconclusive},
		{"upright", func(f *model.File) { f.Look.Orientation = 1 }, model.InspectUpright, model.Pass},
		{"turned", func(f *model.File) { f.Look.Orientation = 6 }, model.InspectUpright, model.Warn},
		{"nothing says which way", nil, model.InspectUpright, ""},
	} {
		a := answered(t, p, "")
		if err := a.Attach(p, "business-licence", scan(c.change)); err != nil {
			t.Fatal(err)
		}
		found := model.Inspect(p, a, row(t, p, a, "business-licence"))
		if got := levelOf(found, c.code); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		for _, f := range found {
			if f.Level == "" || len(f.Sources) == 0 {
				t.Errorf("%s: %+v lacks a level or a source", c.name, f)
			}
		}
	}
}

// Of a broken file nothing is said that only a whole one can show.
func TestBrokenFilePassesNothing(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "")
	f := scan(func(f *model.File) { f.Look.Defects = []model.Defect{model.Truncated} })
	if err := a.Attach(p, "credibility", f); err != nil {
		t.Fatal(err)
	}
	for _, i := range model.Inspect(p, a, row(t, p, a, "credibility")) {
		if i.File == f.SHA256 && i.Level == model.Pass {
			t.Errorf("%s passes", i.Code)
		}
	}
}

func TestWrittenPDFNeedsNoResolution(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "")
	pdf := model.File{Name: "a.pdf", SHA256: "bb", Size: 9, Look: &model.Look{Format: model.PDF, Pages: 12}}
	for key, want := range map[model.MaterialKey]model.Level{"business-plan": "", "credibility": model.Inconclusive} {
		if err := a.Attach(p, key, pdf); err != nil {
			t.Fatal(err)
		}
		found := model.Inspect(p, a, row(t, p, a, key))
		if got := levelOf(found, model.InspectDPI); got != want {
			t.Errorf("%s: dpi %q, want %q", key, got, want)
		}
	}
}

func TestPacking(t *testing.T) {
	p := callCenter(t)
	pdf := func(pages int) model.File {
		return model.File{Name: "a.pdf", SHA256: model.FileID(rune('a' + pages)), Look: &model.Look{Format: model.PDF, Pages: pages}}
	}
	image := func(n int) model.File {
		return scan(func(f *model.File) { f.SHA256 = model.FileID("i" + string(rune('a'+n))) })
	}
	for _, c := range []struct {
		name  string
		files []model.File
		want  model.Level
	}{
		{"four images", []model.File{image(1), image(2), image(3), image(4)}, model.Pass},
		{"five images", []model.File{image(1), image(2), image(3), image(4), image(5)}, model.Warn},
		{"five pages", []model.File{pdf(5)}, model.Pass},
		{"four pages", []model.File{pdf(4)}, model.Warn},
		{"two PDFs", []model.File{pdf(5), pdf(6)}, model.Warn},
		{"pages not known", []model.File{pdf(0)}, model.Inconclusive},
	} {
		a := answered(t, p, "")
		if err := a.Attach(p, "credibility", c.files...); err != nil {
			t.Fatal(err)
		}
		if got := levelOf(model.Inspect(p, a, row(t, p, a, "credibility")), model.InspectPacking); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

const facts = "company-name=示例（北京）有限公司 uscc=91350100M000100Y43 planned-submission=2026-12-20 insurance-months-asked=3 " +
	"premises=leased legal-representative=甲 " +
	`shareholders=[{"id":"p1","name":"甲","kind":"natural","number":"11010519491231002X","share":60},{"id":"p2","name":"乙公司","kind":"corporate","number":"91440300708461136T","share":40}] ` +
	`insured-staff=[{"name":"甲","months":4},{"name":"乙","months":4}]`

func TestInspectFacts(t *testing.T) {
	p := callCenter(t)
	const id, licence = "shareholder-id/p1", "business-licence"
	for _, c := range []struct {
		key     model.MaterialKey
		details string // id=text; "|" between them
		answers string
		code    model.InspectionCode
		want    model.Level
	}{
		{licence, "name=示例(北京) 有限公司", facts, model.InspectEquals, model.Pass},
		{licence, "name=示例（上海）有限公司", facts, model.InspectEquals, model.Fail},
		{licence, "name=示例（北京）有限公司", "", model.InspectAnswer, model.Inconclusive},
		{licence, "number=91350100m000100y43", facts, model.InspectEquals, model.Pass},
		{licence, "number=91440300708461136T", facts, model.InspectEquals, model.Fail},
		{licence, "pages=1", facts, model.InspectMissing, model.Inconclusive},
		{"shareholder-licence/p2", "number=91440300708461136T", facts, model.InspectEquals, model.Pass},
		{"shareholder-licence/p2", "name=丙公司", facts, model.InspectEquals, model.Fail},
		{id, "valid-until=2026-12-20", facts, model.InspectInDate, model.Pass},
		{id, "valid-until=2026-12-19", facts, model.InspectInDate, model.Fail},
		{id, "valid-until=长期", facts, model.InspectInDate, model.Pass},
		{id, "valid-until=2026-12-20", "shareholders=" + `[{"id":"p1","name":"甲","kind":"natural"}]`, model.InspectAnswer, model.Inconclusive},
		{id, "number=11010519491231002X|valid-from=2010-01-01|valid-until=长期", facts, model.InspectCard, model.Pass},
		{id, "number=11010519491231002X|valid-from=2010-01-01|valid-until=2030-01-01", facts, model.InspectCard, model.Warn},
		{id, "number=123|valid-from=2010-01-01|valid-until=2030-01-01", facts, model.InspectNumber, model.Inconclusive},
		{"premises-proof", "valid-until=2026-12-20", facts, model.InspectInDate, model.Pass},
		{"premises-proof", "valid-until=2026-12-19", facts, model.InspectInDate, model.Warn},
		{"social-insurance", "months=2026-08~2026-10", facts, model.InspectGap, model.Pass},
		{"social-insurance", "months=2026-08, 2026-10", facts, model.InspectGap, model.Warn},
		{"social-insurance", "months=2026-08 至 2026-10", facts, model.InspectEnough, model.Pass},
		{"social-insurance", "months=2026-09~2026-10", facts, model.InspectEnough, model.Warn},
		{"social-insurance", "months=2026-10", facts, model.InspectRecent, model.Pass},
		{"social-insurance", "months=2026-09", facts, model.InspectRecent, model.Warn},
		{"social-insurance", "months=2026-09", "", model.InspectAnswer, model.Inconclusive},
		{"social-insurance", "people=乙、甲", facts, model.InspectPeople, model.Pass},
		{"social-insurance", "people=甲", facts, model.InspectPeople, model.Warn},
		{"social-insurance", "people=甲，乙，丙", facts, model.InspectPeople, model.Warn},
		{"lawful-operation-commitment", "signed-on=2026-12-10", facts, model.InspectSigned, model.Pass},
		{"lawful-operation-commitment", "signed-on=2026-12-09", facts, model.InspectSigned, model.Warn},
		{"lawful-operation-commitment", "signed-on=2026-12-21", facts, model.InspectSignAfter, model.Warn},
		{"equity-chart", "signed-on=2026-12-12", facts, model.InspectShares, model.Pass},
		{"equity-chart", "signed-on=2026-12-12", `shareholders=[{"name":"甲","kind":"natural","share":60}]`, model.InspectShares, model.Warn},
		{"equity-chart", "signed-on=2026-12-12", `shareholders=[{"name":"甲","kind":"natural"}]`, model.InspectShares, model.Inconclusive},
	} {
		a := answered(t, p, c.answers)
		for pair := range strings.SplitSeq(c.details, "|") {
			name, text, _ := strings.Cut(pair, "=")
			note(t, p, a, c.key, model.DetailID(name), text)
		}
		if got := levelOf(model.Inspect(p, a, row(t, p, a, c.key)), c.code); got != c.want {
			t.Errorf("%s %s: %s is %q, want %q", c.key, c.details, c.code, got, c.want)
		}
	}
}

func note(t testing.TB, p *model.Procedure, a *model.Application, key model.MaterialKey, id model.DetailID, text string) {
	t.Helper()
	v, err := model.ParseDetail(id, text)
	if err == nil {
		err = a.Detail(p, key, id, v)
	}
	if err != nil {
		t.Fatalf("%s %s=%s: %v", key, id, text, err)
	}
}

func TestOriginalPages(t *testing.T) {
	p := callCenter(t)
	for pages, want := range map[string]model.Level{"1": model.Warn, "2": model.Pass, "3": model.Fail} {
		a := answered(t, p, "")
		second := scan(func(f *model.File) { f.SHA256 = "cc" })
		if err := a.Attach(p, "credibility", scan(nil), second); err != nil {
			t.Fatal(err)
		}
		note(t, p, a, "credibility", model.PagesOf, pages)
		if got := levelOf(model.Inspect(p, a, row(t, p, a, "credibility")), model.InspectPages); got != want {
			t.Errorf("%s pages: %q, want %q", pages, got, want)
		}
	}
}

// The ages are those of section 5 of the law: the day of the birthday counts.
func TestCardUntil(t *testing.T) {
	born := model.Date{Year: 1980, Month: time.March, Day: 5}
	for from, want := range map[model.Date]model.Value{
		{Year: 1996, Month: time.March, Day: 4}: model.Date{Year: 2001, Month: time.March, Day: 4},
		{Year: 1996, Month: time.March, Day: 5}: model.Date{Year: 2006, Month: time.March, Day: 5},
		{Year: 2006, Month: time.March, Day: 4}: model.Date{Year: 2016, Month: time.March, Day: 4},
		{Year: 2006, Month: time.March, Day: 5}: model.Date{Year: 2026, Month: time.March, Day: 5},
		{Year: 2026, Month: time.March, Day: 4}: model.Date{Year: 2046, Month: time.March, Day: 4},
		{Year: 2026, Month: time.March, Day: 5}: model.LongTerm,
	} {
		if got := model.CardUntil(born, from); got != want {
			t.Errorf("given out %v: until %v, want %v", from, got, want)
		}
	}
}

func TestParseMonths(t *testing.T) {
	for text, want := range map[string]model.Value{
		"":                 nil,
		"2026-05":          model.Choices{"2026-05"},
		"2026年11月至2027年1月": model.Choices{"2026-11", "2026-12", "2027-01"},
		"２０２６．５～２０２６．６":              model.Choices{"2026-05", "2026-06"},
		"202606, 2026/5, 2026-06":    model.Choices{"2026-05", "2026-06"},
		"2026-05 to 2026-06、2026-09": model.Choices{"2026-05", "2026-06", "2026-09"},
	} {
		got, err := model.ParseDetail(model.CoverMonth, text)
		if err != nil || !model.Equal(got, want) {
			t.Errorf("%q: %v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"2026-13", "May", "2026-06~2026-05", "0001-01~9999-12", "1900-01~2199-12", "2026-05-01"} {
		if v, err := model.ParseDetail(model.CoverMonth, text); !errors.Is(err, &model.Error{Code: model.NotMonths}) {
			t.Errorf("%q: %v, %v", text, v, err)
		}
	}
}

func TestDetailIsRefused(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, facts)
	before := a.Clone()
	for _, c := range []struct {
		key  model.MaterialKey
		id   model.DetailID
		v    model.Value
		code model.Code
	}{
		{"nothing", model.OnName, model.Text("x"), model.NoSuchMaterial},
		{"business-licence", model.NamesOn, model.Choices{"x"}, model.NoSuchDetail},
		{"business-licence", model.ValidUntil, model.Text("soon"), model.NotAnOption},
		{"business-licence", model.PagesOf, model.Text("1"), model.NotAnOption},
	} {
		if err := a.Detail(p, c.key, c.id, c.v); !errors.Is(err, &model.Error{Code: c.code}) {
			t.Errorf("%s %s: %v, want %s", c.key, c.id, err, c.code)
		}
	}
	if !reflect.DeepEqual(*a, before) {
		t.Error("a refused detail changed the application")
	}
}

// Facts outlive storing, noting and attaching; clearing takes them away.
func TestDetailsAreKept(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, facts)
	note(t, p, a, "business-licence", model.ValidUntil, "长期")
	note(t, p, a, "business-licence", model.OnName, "某公司")
	if err := a.Note(p, "business-licence", model.Collected{Status: model.Checked}); err != nil {
		t.Fatal(err)
	}
	if err := a.Attach(p, "business-licence", scan(nil)); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var b model.Application
	if err := json.Unmarshal(data, &b); err != nil {
		t.Fatal(err)
	}
	want := model.Details{model.ValidUntil: model.LongTerm, model.OnName: model.Text("某公司")}
	if got := b.Materials["business-licence"].Details; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	note(t, p, &b, "business-licence", model.OnName, "")
	if _, ok := b.Materials["business-licence"].Details[model.OnName]; ok {
		t.Error("a cleared detail is still there")
	}
}

func TestWorst(t *testing.T) {
	order := []model.Level{model.Pass, model.Inconclusive, model.Warn, model.Fail}
	var found []model.Inspection
	if got := model.Worst(found); got != "" {
		t.Errorf("of nothing: %q", got)
	}
	for _, level := range order {
		found = append(found, model.Inspection{Level: level})
		slices.Reverse(found)
		if got := model.Worst(found); got != level {
			t.Errorf("%v: %q", found, got)
		}
	}
}

// Whatever is not answered and not typed in, nothing about it passes.
func TestNothingKnownPassesNothing(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, facts)
	a.Answers = map[model.QuestionID]model.Answer{"shareholders": a.Answers["shareholders"]}
	for _, r := range model.Checklist(p, a) {
		if err := a.Attach(p, r.Key, model.File{Name: "a.pdf", SHA256: "dd"}); err != nil {
			t.Fatal(err)
		}
		for _, i := range model.Inspect(p, a, row(t, p, a, r.Key)) {
			if i.Level != model.Inconclusive && i.Code != model.InspectShares {
				t.Errorf("%s: %s is %q", r.Key, i.Code, i.Level)
			}
		}
	}
}
