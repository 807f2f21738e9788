package lines_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/ui/lines"
)

var today = model.Date{Year: 2026, Month: time.November, Day: 23}

// A shelf is a store in memory.
type shelf struct {
	apps   []model.Application
	lang   string
	broken error // of Save and KeepLanguage
}

func (s *shelf) List(q model.Query) (model.Listing, error) {
	l := model.Listing{Total: len(s.apps)}
	for _, app := range s.apps[:min(len(s.apps), q.Limit)] {
		l.Rows = append(l.Rows, model.Summary{ID: app.ID, Title: app.Title})
	}
	return l, nil
}

func (s *shelf) Find(name string) (model.ApplicationID, error) {
	for _, app := range s.apps {
		if string(app.ID) == name || app.Title == name {
			return app.ID, nil
		}
	}
	return "", errors.New("there is no " + name)
}

func (s *shelf) Load(id model.ApplicationID) (model.Application, error) {
	i := s.at(id)
	if i < 0 {
		return model.Application{}, errors.New("there is no " + string(id))
	}
	return s.apps[i].Clone(), nil
}

func (s *shelf) at(id model.ApplicationID) int {
	return slices.IndexFunc(s.apps, func(a model.Application) bool { return a.ID == id })
}

func (s *shelf) Create(app model.Application, _ model.Summary) (model.Application, error) {
	app.ID, app.Rev = model.ApplicationID(fmt.Sprintf("app%d", len(s.apps)+1)), 1
	s.apps = append(s.apps, app.Clone())
	return app, nil
}

func (s *shelf) Save(app model.Application, _ model.Summary, _ *model.Draft) (int64, error) {
	i := s.at(app.ID)
	switch {
	case s.broken != nil:
		return 0, s.broken
	case i < 0 || s.apps[i].Rev != app.Rev:
		return 0, fmt.Errorf("revision %d of %s is not the latest", app.Rev, app.ID)
	}
	app.Rev++
	s.apps[i] = app.Clone()
	return app.Rev, nil
}

func (s *shelf) KeepLanguage(lang string) error {
	if s.broken == nil {
		s.lang = lang
	}
	return s.broken
}

// A hearing is a scripted conversation with a store of its own.
type hearing struct {
	t     *testing.T
	world lines.World
	shelf *shelf
	text  string // all that was said
}

func newHearing(t *testing.T, lang locales.Lang) *hearing {
	t.Helper()
	known, err := procedure.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	s := &shelf{}
	clock := time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	return &hearing{t: t, shelf: s, world: lines.World{
		Store: s, Procedures: known, New: "call-center", Lang: lang,
		Workdays: func() model.Workdays { return calendar.China() },
		Now:      func() time.Time { return clock },
		Today:    func() model.Date { return today },
		Printers: printers,
		Failure: func(_ *locales.Printer, err error) (string, string) {
			return "Failed: " + err.Error() + ".", "Try another."
		},
	}}
}

var made = make(map[locales.Lang]*locales.Printer)

// printers makes the printer of a language once: it reads all texts.
func printers(lang locales.Lang) (*locales.Printer, error) {
	if p := made[lang]; p != nil {
		return p, nil
	}
	p, err := locales.New(lang)
	made[lang] = p
	return p, err
}

// run holds a conversation from its first line to the end of the input.
func (h *hearing) run(in io.Reader, name string) error {
	var out strings.Builder
	h.world.In, h.world.Out = in, &out
	err := lines.Run(h.world, name)
	h.text = out.String()
	return err
}

func (h *hearing) say(said ...string) {
	h.t.Helper()
	script := ""
	for _, l := range said {
		script += l + "\n"
	}
	if err := h.run(strings.NewReader(script), ""); err != nil {
		h.t.Fatal(err)
	}
}

// hears fails unless all of the texts were said, in this order.
func (h *hearing) hears(texts ...string) {
	h.t.Helper()
	rest := h.text
	for _, want := range texts {
		_, after, ok := strings.Cut(rest, want)
		if !ok {
			h.t.Fatalf("no %q after the others in:\n%s", want, h.text)
		}
		rest = after
	}
}

// saved is the one application that the store has.
func (h *hearing) saved() model.Application {
	h.t.Helper()
	if len(h.shelf.apps) != 1 {
		h.t.Fatalf("%d applications", len(h.shelf.apps))
	}
	return h.shelf.apps[0]
}

// answer is a saved answer as it would be typed, "?" if it is not known yet.
func (h *hearing) answer(id model.QuestionID) string {
	switch ans := h.saved().Answers[id]; {
	case ans.Pending != nil:
		return "?"
	default:
		return model.Input(ans.Value)
	}
}

// keep puts an application into the store.
func (h *hearing) keep(answers ...string) {
	h.t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		h.t.Fatal(err)
	}
	app := model.New(p, "甲")
	app.Created = h.world.Now()
	for i := 0; i+1 < len(answers); i += 2 {
		q := p.Question(model.QuestionID(answers[i]))
		v, err := model.ParseAnswer(*q, answers[i+1], nil, app.NewEntryID)
		if err == nil {
			err = app.Answer(p, q.ID, v)
		}
		if err != nil {
			h.t.Fatal(err)
		}
	}
	if _, err := h.shelf.Create(app, model.Summary{}); err != nil {
		h.t.Fatal(err)
	}
}

// spoken answers the first questions in every way there is: by number, id,
// words, Enter; then lists. Each comes with what is stored for it.
var spoken = []struct {
	lines []string
	id    model.QuestionID
	want  string
}{
	{[]string{""}, "", ""}, // the introduction
	{[]string{"1"}, "service-for", "clients"},
	{[]string{"no"}, "outbound-marketing", "no"},
	{[]string{"NONE"}, "foreign-capital", "none"},
	{[]string{"none of them is on the list"}, "on-dishonesty-list", "none"},
	{[]string{"registered company"}, "applicant-kind", "company"},
	{[]string{"9", "several-provinces"}, "coverage", "several-provinces"},
	{[]string{"Shanghai, 广东"}, "provinces", "shanghai, guangdong"},
	{[]string{"２"}, "same-provincial-licence", "no"},
	{[]string{"domestic"}, "service-kind", "domestic"},
	{[]string{"!", "Li", "tomorrow", "2026-12-01"}, "outbound-consented", "?"},
	{[]string{`\L`}, "company-name", "L"},
	{[]string{""}, "company-name-en", ""},
	{[]string{"91350100M000100Y44", "", "91350100M000100Y43"}, "uscc", "91350100M000100Y43"},
	{[]string{"张三"}, "legal-representative", "张三"},
	{[]string{"2020年1月2日"}, "established-on", "2020-01-02"},
	{[]string{"路1号"}, "registered-address", "路1号"},
	{[]string{"路2号"}, "office-address", "路2号"},
	{[]string{"李四"}, "contact-name", "李四"},
	{[]string{"13800138000"}, "contact-phone", "13800138000"},
	{[]string{"li@example.com"}, "contact-email", "li@example.com"},
	{[]string{"a lot", "800万"}, "registered-capital", "8000000"},
	{[]string{"yes"}, "business-scope-telecom", "yes"},
	{[]string{"2"}, "violations-3y", "no"},
	{[]string{"+", "甲公司", "corporate", "", "60%", ""}, "shareholders", `[{"id":"p1","kind":"corporate","name":"甲公司","share":60}]`},
	{[]string{"+", "王五", "2", "", "", "1"}, "shareholders",
		`[{"id":"p1","kind":"corporate","name":"甲公司","share":60},{"id":"p2","kind":"natural","name":"王五","parent":"p1"}]`},
	{[]string{"1", "乙公司", "", "", "100", "王五"}, "shareholders", // no company is above itself
		`[{"id":"p1","kind":"corporate","name":"甲公司","share":60},{"id":"p2","kind":"natural","name":"王五","parent":"p1"}]`},
	{[]string{"1", "乙公司", "", "", "100", ""}, "shareholders",
		`[{"id":"p1","kind":"corporate","name":"乙公司","share":100},{"id":"p2","kind":"natural","name":"王五","parent":"p1"}]`},
	{[]string{"2", "", "", "", "", "-"}, "shareholders",
		`[{"id":"p1","kind":"corporate","name":"乙公司","share":100},{"id":"p2","kind":"natural","name":"王五"}]`},
	{[]string{"-2", ""}, "shareholders",
		`[{"id":"p1","kind":"corporate","name":"乙公司","share":100},{"id":"p2","kind":"natural","name":"王五"}]`},
	{[]string{"-2", "yes"}, "shareholders", `[{"id":"p1","kind":"corporate","name":"乙公司","share":100}]`},
	{[]string{"", "", "yes"}, "managers", "[]"},
	{[]string{"3"}, "insurance-months-asked", "3"},
	{[]string{`[{"name":"王五","months":6}]`}, "insured-staff", `[{"id":"p3","months":6,"name":"王五"}]`},
}

// However far a conversation gets, what was said so far is saved.
func TestSavesEveryAnswer(t *testing.T) {
	h := newHearing(t, locales.EN)
	var said []string
	for _, s := range spoken {
		said = append(said, s.lines...)
	}
	h.say(said...)
	last := make(map[model.QuestionID]string)
	for _, s := range spoken {
		last[s.id] = s.want
	}
	delete(last, "")
	for id, want := range last {
		if got := h.answer(id); got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
	if p := h.saved().Answers["outbound-consented"].Pending; p == nil || p.Who != "Li" || p.By.String() != "2026-12-01" {
		t.Errorf("not known yet: %+v", p)
	}
	if got := h.saved().Title; got != "L" { // the company's name
		t.Errorf("the title is %q", got)
	}
	said = nil
	for _, s := range spoken[1:] { // after the introduction
		said = append(said, s.lines...)
		h := newHearing(t, locales.EN)
		h.say(append([]string{""}, said...)...)
		if got := h.answer(s.id); got != s.want {
			t.Errorf("after %q: %s is %q, want %q\n%s", s.lines, s.id, got, s.want, h.text)
		}
	}
}

func TestSays(t *testing.T) {
	tests := []struct {
		name  string
		lang  locales.Lang
		kept  []string
		lines []string
		want  []string
	}{
		{"welcome, then nothing", locales.ZH, nil, nil, []string{"逐行问答", "“?”听说明", "按 Enter 开始", "再见"}},
		{"options by number", locales.EN, nil, []string{""}, []string{"Question 1 of", "Whom you serve", "1. other", "2. only", "3. tenants", "> ", "Everything is saved"}},
		{"why", locales.EN, nil, []string{"", "?"}, []string{"The licence is for service on commission", "At any time", "Question 1 of"}},
		{"no such option", locales.EN, nil, []string{"", "7"}, []string{"“7” is none of the options", "from 1 to 3", "Question 1 of"}},
		{"nothing", locales.EN, nil, []string{"", ""}, []string{"“Whom you serve” has no answer yet", "Question 1 of"}},
		{"what is understood", locales.ZH, nil, []string{"", "1"}, []string{"已记下：受其他单位委托", "受委托的呼叫中心业务：满足。\n", "第 2 题"}},
		{"outcome", locales.ZH, nil, []string{"", "2", "", "2"}, []string{"不满足", "按 Enter 继续", "第 2 题"}},
		{"outcome, answered anew", locales.ZH, nil, []string{"", "2", "《", "1"}, []string{"按 Enter 继续", "第 1 题", "现在是：", "已记下：受其他单位委托", "第 2 题"}},
		{"back", locales.EN, nil, []string{"", "1", "<", "", "<", "<"}, []string{"Question 2", "Question 1", "Now: other organisations", "Question 2", "Question 1", "This is the first question", "Question 1"}},
		{"words for orders", locales.ZH, nil, []string{"", "1", "返回", "离开", "不再读"}, []string{"第 2 题", "第 1 题", "都已保存"}},
		{"the other language", locales.ZH, nil, []string{"", "L"}, []string{"第 1 题", "Question 1 of", "Everything is saved"}},
		{"full-width orders", locales.ZH, nil, []string{"", "！", "", "", "。"}, []string{"由谁去了解", "什么时候", "已记下：暂不清楚", "第 2 题", "都已保存"}},
		{"resumed at the first open question", locales.EN, []string{"service-for", "clients"}, []string{"2"}, []string{"1. a new application", "2. 甲", "“甲” is open", "Question 2 of"}},
		{"found by title", locales.EN, []string{"service-for", "clients"}, []string{"乙", "甲"}, []string{"Which application", "Which application", "“甲” is open"}},
		{"bounds that other answers set", locales.ZH, []string{
			"service-for", "clients", "outbound-marketing", "no", "foreign-capital", "none", "on-dishonesty-list", "none", "applicant-kind", "company",
			"coverage", "several-provinces"}, []string{"2", "上海"}, []string{"至少要有 2 项", "覆盖的省份"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h := newHearing(t, tt.lang)
			if tt.kept != nil {
				h.keep(tt.kept...)
			}
			h.say(tt.lines...)
			h.hears(tt.want...)
		})
	}
}

// complete answers all questions that are not optional.
func complete(t *testing.T) []string {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	given := map[model.QuestionID]string{
		"coverage": "one-province", "provinces": "上海", "registered-capital": "500万", "applicant-kind": "company", "service-for": "clients",
		"shareholders": `[{"name":"甲","kind":"natural"}]`, "managers": "[]", "insured-staff": "[]", "uscc": "91350100M000100Y43",
		"contact-phone": "13800138000", "contact-email": "a@example.com",
	}
	var pairs []string
	for _, q := range p.Questions {
		if q.Optional {
			continue
		}
		text := given[q.ID]
		for _, try := range append(slices.Clone(q.Options), "no", "2026-12-31", "3") {
			if _, err := model.Parse(q.Field, try); err == nil && text == "" {
				text = try
			}
		}
		pairs = append(pairs, string(q.ID), text)
	}
	return pairs
}

// Changing an answer says what that does, and asks for a yes.
func TestImpact(t *testing.T) {
	to := []string{"2", "3", "", "", "", "", "", "nationwide"} // menu 3, to the coverage
	for _, tt := range []struct{ said, want string }{{"", "one-province"}, {"no", "one-province"}, {"<", "one-province"}, {".", "one-province"}, {"yes", "nationwide"}, {"是", "nationwide"}} {
		h := newHearing(t, locales.EN)
		h.keep(complete(t)...)
		h.say(append(slices.Clone(to), tt.said)...)
		h.hears("Service area", "Now: one province", "MIIT", "10,000,000", "Make this change?")
		if got := h.answer("coverage"); got != tt.want {
			t.Errorf("%q: the coverage is %q\n%s", tt.said, got, h.text)
		}
	}
}

func TestReport(t *testing.T) {
	h := newHearing(t, locales.EN)
	h.keep(complete(t)...)
	h.say("2", "1", "5", "4", "2", "2")
	h.hears("“甲” is open", "cannot be submitted yet", "Registered capital: met", "at least CNY 1,000,000", "Materials: 0 of", "(application-form)", "Next:",
		"xuke material", "xuke track", "xuke export", "xuke show", "What next?", "cannot be submitted yet", "What next?", "What next?", "Which application", "is open", "English name")
	id := string(h.saved().ID)
	h.hears("xuke open " + id + " --accessible")
}

// A copied answer is confirmed by Enter.
func TestConfirmsCopies(t *testing.T) {
	h := newHearing(t, locales.EN)
	h.keep("service-for", "clients", "foreign-capital", "none")
	app := h.saved()
	var other model.Application
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	other.Copy(p, &app, today)
	h.shelf.apps[0].Answers = other.Answers
	h.say("2", "<", "", "no", ".")
	h.hears("Copied from another application: other organisations")
	if a := h.saved().Answers["service-for"]; a.Value == nil || !a.Copied.IsZero() {
		t.Errorf("after Enter: %+v", a)
	}
	if a := h.saved().Answers["foreign-capital"]; a.Copied.IsZero() {
		t.Errorf("not heard yet: %+v", a)
	}
}

func TestRemembersTheLanguage(t *testing.T) {
	h := newHearing(t, locales.ZH)
	h.say("L")
	if h.shelf.lang != "en" {
		t.Errorf("the language kept is %q", h.shelf.lang)
	}
	h = newHearing(t, locales.ZH)
	h.shelf.broken = errors.New("no disk")
	h.say("L", "")
	h.hears("Failed: no disk.", "Press Enter to begin") // it goes on, in that language
}

// What users type never reaches a terminal as it is, and nothing is drawn over.
func TestIsPlain(t *testing.T) {
	h := newHearing(t, locales.EN)
	evil := "\x1b[2Jx\x07\u202e\r\x00\xff"
	var lines []string
	for _, s := range spoken[:11] {
		lines = append(lines, s.lines...)
	}
	lines = append(lines, evil, "\x1b[2J乙\u202e", "", evil, evil, strings.Repeat("长", 70_000))
	h.say(lines...)
	if m := regexp.MustCompile(`[\x00-\x09\x0b-\x1f\x7f\x{80}-\x{9f}\x{202a}-\x{202e}]`).FindString(h.text); m != "" || !utf8.ValidString(h.text) {
		t.Errorf("said %q", m)
	}
}

// The end of the input, wherever it comes, leaves in good order.
func TestEnds(t *testing.T) {
	lines := []string{"", "1", "?", "2", "!", "Li", "", "1", "1", "1", "3", "上海"}
	for n := range lines {
		h := newHearing(t, locales.ZH)
		h.say(lines[:n]...)
		if !strings.HasSuffix(h.text, "。\n") && !strings.HasSuffix(h.text, "--accessible\n") {
			t.Errorf("after %d lines the end is %q", n, h.text[max(0, len(h.text)-60):])
		}
	}
}

// An error of the input or of the store ends the conversation.
func TestFails(t *testing.T) {
	h := newHearing(t, locales.EN)
	h.keep("service-for", "clients")
	if err := h.run(failing{}, ""); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a broken stream: %v", err)
	}
	h.shelf.broken = errors.New("no disk")
	if err := h.run(strings.NewReader("2\nno\n1\n"), ""); !errors.Is(err, h.shelf.broken) {
		t.Errorf("an answer that is not saved: %v", err)
	}
	if err := h.run(strings.NewReader(""), "nobody"); err == nil {
		t.Error("a name that no application has is no good beginning")
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, fmt.Errorf("broken: %w", os.ErrClosed) }

func TestOpensByName(t *testing.T) {
	h := newHearing(t, locales.EN)
	h.keep("service-for", "clients")
	if err := h.run(strings.NewReader(""), "甲"); err != nil {
		t.Fatal(err)
	}
	h.hears("“甲” is open", "Question 2 of", "xuke open app1 --accessible")
}
