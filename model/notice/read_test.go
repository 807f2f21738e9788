package notice_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/notice"
	"github.com/xuke-cli/xuke/model/procedure"
)

const shareholders = `[{"id":"p1","name":"示例云帆投资有限公司","kind":"corporate"},{"id":"p2","name":"李样例","kind":"natural"},
	{"id":"p3","name":"张样本","kind":"natural"}]`

// application returns one that was submitted, and its procedure.
func application(t testing.TB) (*model.Procedure, *model.Application) {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "t")
	for id, text := range map[model.QuestionID]string{
		"company-name": "四川示例通信有限公司", "legal-representative": "王示例", "service-for": "clients", "outbound-marketing": "no",
		"outbound-consented": "yes", "foreign-capital": "none", "applicant-kind": "company", "premises": "leased", "system-source": "purchased",
	} {
		v, err := model.Parse(p.Question(id).Field, text)
		if err != nil {
			t.Fatal(id, err)
		}
		if err := a.Answer(p, id, v); err != nil {
			t.Fatal(id, err)
		}
	}
	es, err := model.ParseEntries(*p.Question("shareholders"), []byte(shareholders), nil, a.NewEntryID)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Answer(p, "shareholders", es); err != nil {
		t.Fatal(err)
	}
	if _, err := a.AddOwn(model.OwnMaterial{Name: "情况说明"}); err != nil {
		t.Fatal(err)
	}
	if err := a.Record(p, model.Event{ID: "submitted", Date: model.Date{Year: 2026, Month: 12, Day: 28}}, nil); err != nil {
		t.Fatal(err)
	}
	return p, &a
}

func words(t testing.TB) *notice.Words {
	t.Helper()
	p, a := application(t)
	return notice.NewWords(p, a, vocabularies(t)...)
}

func vocabularies(t testing.TB) (vs []notice.Vocabulary) {
	t.Helper()
	for _, l := range locales.Langs {
		p, err := locales.New(l)
		if err != nil {
			t.Fatal(err)
		}
		vs = append(vs, p)
	}
	return vs
}

// A reading is what a file of testdata has to give. An item is its target, its
// reason, and how its text begins.
type reading struct {
	file         string
	kind         notice.Kind
	number       string
	date, due    string
	layout       notice.Layout
	items        []string
	alternatives map[int]string // of some items, by index
}

// notice1 to notice3 are the fixtures of the project; what they have to give
// was written down before there was a reader.
var readings = []reading{
	{file: "notice1", kind: notice.Correction, number: "示信管许补〔2027〕第018号", date: "2027-01-13", due: "30 day from receipt", layout: notice.Listed, items: []string{
		"equity-chart incomplete 股权结构图未追溯", "technical-plan incomplete 技术方案中未说明", "legal-representative-id incorrect 法定代表人身份证",
		"lawful-operation-commitment incorrect 依法经营承诺书：\n（一）签字日期早于提交日期十日以上；\n（二）未加盖公章。"}},
	{file: "notice2", kind: notice.Correction, number: "2027-示-00321", date: "2027-03-02", due: "10 working-day from ?", layout: notice.Listed, items: []string{
		"?registered-capital incorrect 企业基本信息", "business-plan incorrect 业务发展计划", "social-insurance incorrect 社保证明",
		"no-nuisance-calls-commitment incomplete 骚扰电话禁呼承诺书未上传"}, alternatives: map[int]string{0: "business-licence", 2: "staff-list"}},
	{file: "notice3", kind: notice.Correction, date: "2027-03-24", due: "2027-04-15", layout: notice.Listed, items: []string{
		"articles-of-association incomplete 章程缺少", "premises-proof outdated 租赁合同有效期至2027年2月28日，短于", "credibility outdated 公司信誉证明材料请提供"}},

	{file: "sections", kind: notice.Correction, number: "示通许补〔2027〕12号", date: "2027-02-08", due: "15 working-day from receipt", layout: notice.Listed, items: []string{
		"articles-of-association incomplete 公司章程", "shareholder-id/p2 outdated 李样例的身份证", "shareholder-licence/p1 incomplete 股东示例云帆",
		"security-measures incomplete 网络与信息安全保障措施：\n（1）未明确网络与信息安全责任人；\n（2）应急预案"}, alternatives: map[int]string{2: "business-licence"}},
	{file: "wrapped", kind: notice.Correction, number: "示管许（补）字[2027]第0056号", date: "2027-03-09", due: "5 working-day from notice", layout: notice.Listed, items: []string{
		"business-plan incorrect 《业务发展和实施计划》中的服务描述与申请表所填业务种类不一致，且收费方式未说明，请按照实际经营模式补充",
		"social-insurance incorrect 社会保险证明", "credibility outdated 公司信用报告出具时间为2026年5月，请提供近期出具的报告。"}},
	{file: "sms", kind: notice.Correction, number: "示2027B240031", date: "2027-03-05", due: "2027-03-19", layout: notice.Listed, items: []string{
		"business-licence incorrect 营业执照上的住所", "outbound-commitment incomplete 外呼承诺书没有法定代表人签字", "premises-proof incomplete 场地照片缺失。"},
		alternatives: map[int]string{0: "?registered-address"}},
	{file: "traditional", kind: notice.Correction, number: "示通補〔２０２７〕９號", date: "2027-04-02", due: "1 month from notice", layout: notice.Listed, items: []string{
		"shareholder-id/p3 incorrect 張樣本的身份證為黑白複印件。", "no-foreign-capital-commitment incomplete 無外資承諾書", "?legal-representative incorrect 法定代表人姓名"}},
	{file: "spoken", kind: notice.Correction, date: "2027-04-06", due: "10 day from receipt", layout: notice.Listed, items: []string{
		"equity-chart incomplete 股权穿透不到位", "service-assurance incorrect 长期服务保障措施照搬模板", "social-insurance incomplete 主要管理人员社保证明"}},
	{file: "nested", kind: notice.Correction, due: "2027-05-01", layout: notice.Listed, items: []string{
		"company-profile incomplete 缺少公司概况", "technical-plan incomplete 缺少技术方案", "lawful-operation-commitment incorrect 依法经营承诺书",
		"business-plan incorrect 业务发展计划（1）无收费方式（2）无服务对象"}},
	{file: "headings", kind: notice.Correction, due: "10 working-day from ?", layout: notice.Listed, items: []string{
		"technical-plan incomplete 技术方案：\n1、缺少系统拓扑图；\n2、未说明录音保存期限。", "business-plan incomplete 业务发展计划：\n1、收费方式不明确"}},
	{file: "bullets", kind: notice.Correction, due: "10 day from ?", layout: notice.Listed, items: []string{
		"social-insurance outdated 社保证明：应为", "- incomplete 股东身份证：背面缺失", "?office-address incorrect 办公地址与租赁合同"},
		alternatives: map[int]string{1: "shareholder-id/p2 shareholder-id/p3", 2: "premises-proof"}},
	{file: "ordinals", kind: notice.Correction, date: "2027-06-01", due: "2027-06-30", layout: notice.Listed, items: []string{
		"business-licence incomplete 营业执照副本不清晰。", "articles-of-association incomplete 章程缺少签字页。"}},
	{file: "short", kind: notice.Correction, date: "2027-06-01", layout: notice.Listed, items: []string{
		"legal-representative-id incomplete 法人身份证反面缺失", "technical-plan incomplete 技术方案第2页、第3页不清，另外技术方案没有盖骑缝章"}},
	{file: "table", kind: notice.Correction, due: "2027-05-10", layout: notice.Listed, items: []string{
		"business-licence incomplete 营业执照\t扫描件不清晰", "company-profile incomplete 公司概况", "lawful-operation-commitment incomplete 依法经营承诺书"}},
	{file: "lines", kind: notice.Correction, date: "2027-03-11", due: "14 day from ?", layout: notice.Lines, items: []string{
		"equity-chart incorrect 股权结构图与章程", "technical-plan incomplete 技术方案没有网络拓扑图", "start-within-six-months-commitment outdated 六个月内开展业务",
		"?seats incomplete 补充坐席数量的说明"}},
	{file: "prose", kind: notice.Correction, date: "2027-06-01", due: "20 day from receipt", layout: notice.Prose, items: []string{
		"technical-plan incorrect 经审查，技术方案"}, alternatives: map[int]string{0: "social-insurance staff-list"}},
	{file: "english", kind: notice.Correction, number: "SXG-2027-018", date: "2027-01-13", due: "30 day from receipt", layout: notice.Listed, items: []string{
		"equity-chart incomplete The shareholding structure", "technical-plan incomplete Technical plan:\n(a) the location of the recordings is not stated;\n(b) the network",
		"?registered-capital incorrect The registered capital differs", "premises-proof outdated The lease agreement is valid only until 28 February 2027; please renew it."}},

	{file: "acceptance", kind: notice.Acceptance, number: "示通许受〔2027〕第0102号", date: "2027-03-08", layout: notice.Bare},
	{file: "nonacceptance", kind: notice.NonAcceptance, number: "示通许不受〔2027〕1号", date: "2027-05-06", layout: notice.Bare},
	{file: "approval", kind: notice.Approval, number: "示通许准〔2027〕第0077号", date: "2027-04-28", layout: notice.Bare},
	{file: "extension", kind: notice.Approval, number: "示通许延〔2027〕8号", date: "2027-03-03", layout: notice.Bare},
	{file: "refusal", kind: notice.Refusal, number: "示通许否〔2027〕3号", date: "2027-04-30", layout: notice.Bare},
}

func file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestRead(t *testing.T) {
	w := words(t)
	for _, want := range readings {
		t.Run(want.file, func(t *testing.T) {
			text := file(t, want.file)
			n := notice.Read(text, w)
			if n.Kind != want.kind || n.Number != want.number || n.Date.String() != want.date || n.Layout != want.layout {
				t.Errorf("kind %q number %q date %q layout %q\nwant %q %q %q %q", n.Kind, n.Number, n.Date, n.Layout, want.kind, want.number, want.date, want.layout)
			}
			if got := dueText(n.Due); got != want.due {
				t.Errorf("due %q, want %q", got, want.due)
			}
			checkItems(t, n, want)
			checkFound(t, text, n)
		})
	}
}

func checkItems(t *testing.T, n notice.Notice, want reading) {
	if len(n.Items) != len(want.items) {
		t.Fatalf("%d items %+v, want %d", len(n.Items), n.Items, len(want.items))
	}
	for i, it := range n.Items {
		if got := fmt.Sprintf("%s %s %s", targets(it.Target), it.Reason, it.Text); !strings.HasPrefix(got, want.items[i]) {
			t.Errorf("item %d is %q, want %q", i, got, want.items[i])
		}
		if it.Listed != (want.layout == notice.Listed) {
			t.Errorf("item %d: listed %t in a notice of %s", i, it.Listed, want.layout)
		}
		if others := want.alternatives[i]; others != "" && targets(it.Alternatives...) != others {
			t.Errorf("item %d may be %s, want %s", i, targets(it.Alternatives...), others)
		}
	}
}

func targets(ts ...notice.Target) string {
	var out []string
	for _, t := range ts {
		switch {
		case t.Answer != "":
			out = append(out, "?"+string(t.Answer))
		case t.Material != "":
			out = append(out, string(t.Material))
		default:
			out = append(out, "-")
		}
	}
	return strings.Join(out, " ")
}

func dueText(d notice.Due) string {
	switch {
	case !d.Date.IsZero():
		return d.Date.String()
	case d.Length == 0:
		return d.Words
	case d.From == notice.Unstated:
		return fmt.Sprintf("%d %s from ?", d.Length, d.Unit)
	}
	return fmt.Sprintf("%d %s from %s", d.Length, d.Unit, d.From)
}

// checkFound holds for every text: all that is found is in it, and all that is
// in it is found, as an item or in the rest.
func checkFound(t testing.TB, text string, n notice.Notice) {
	t.Helper()
	text = strings.ToValidUTF8(text, "\uFFFD")
	for _, said := range append([]string{n.Number, n.Dated, n.Due.Words}, n.Others...) {
		if !strings.Contains(text, said) {
			t.Errorf("%q is not in the text", said)
		}
	}
	if n.Date.IsZero() != (n.Dated == "") {
		t.Errorf("date %s from %q", n.Date, n.Dated)
	}
	if again := notice.Read("通知日期："+n.Dated, nil); n.Dated != "" && again.Date != n.Date {
		t.Errorf("%q is read as %s, and again as %s", n.Dated, n.Date, again.Date)
	}
	if n.Due.Known() && n.Due.Words == "" {
		t.Errorf("a term of %v from nowhere", n.Due)
	}
	var parts []string
	for _, it := range n.Items {
		if it.Text == "" || !slices.Contains(model.ItemReasons, it.Reason) || it.Material != "" && it.Answer != "" {
			t.Errorf("no item: %+v", it)
		}
		parts = append(parts, it.Mark, it.Text)
	}
	if got, want := letters(strings.Join(append(parts, n.Rest...), "\n")), letters(text); !slices.Equal(got, want) {
		t.Errorf("lost or doubled: the text has %q, items and rest have %q", string(want), string(got))
	}
}

// letters are what must not be lost of a text, sorted: all but blanks, what
// cannot be seen, and what parts the items of a list.
func letters(s string) []rune {
	rs := slices.DeleteFunc([]rune(s), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) || strings.ContainsRune("；;、，,", r)
	})
	slices.Sort(rs)
	return rs
}
