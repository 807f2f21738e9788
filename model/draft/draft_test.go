package draft_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/procedure"
)

var update = flag.Bool("update", false, "rewrite golden files: look at them before you commit them")

var today = model.Date{Year: 2026, Month: 11, Day: 26}

func words(t *testing.T, lang locales.Lang, p *model.Procedure) export.Words {
	t.Helper()
	printer, err := locales.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return export.Words{Texts: printer, Procedure: p}
}

func callCenter(t *testing.T) *model.Procedure {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func answer(t *testing.T, p *model.Procedure, a *model.Application, id, text string) {
	t.Helper()
	q := p.Question(model.QuestionID(id))
	v, err := model.ParseAnswer(*q, text, nil, a.NewEntryID)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Answer(p, q.ID, v); err != nil {
		t.Fatal(err)
	}
}

// whale is a company that knows much, but not all, about itself.
func whale(t *testing.T, p *model.Procedure) *model.Application {
	t.Helper()
	a := model.New(p, "蓝鲸客服")
	for _, pair := range [][2]string{
		{"company-name", "北京蓝鲸客服科技有限公司"}, {"uscc", "91350100M000100Y43"}, {"legal-representative", "张某"},
		{"registered-capital", "1000万"}, {"established-on", "2020-03-04"}, {"registered-address", "北京市海淀区某路1号"},
		{"service-for", "clients"}, {"service-kind", "domestic"}, {"coverage", "one-province"}, {"provinces", "上海"},
		{"outbound-marketing", "no"}, {"outbound-consented", "yes"}, {"foreign-capital", "none"},
		{"premises", "leased"}, {"lease-until", "2028-01-01"}, {"system-source", "purchased"}, {"seats", "50"},
		{"managers", `[{"name":"王某","role":"总经理"},{"name":"赵某"}]`}, {"insured-staff", `[{"name":"孙某","months":3}]`},
		{"shareholders", `[{"id":"a","name":"北京甲投资有限公司","kind":"corporate","share":60},{"name":"李某","kind":"natural","share":40},
			{"name":"某省国资委","kind":"state","share":70,"parent":"a"},{"name":"上海乙合伙企业","kind":"partnership","share":20,"parent":"a"}]`},
	} {
		answer(t, p, &a, pair[0], pair[1])
	}
	return &a
}

func write(t *testing.T, p *model.Procedure, a *model.Application, id model.MaterialID, note bool) []byte {
	t.Helper()
	opt := draft.Options{Today: today}
	if note {
		opt.Note = words(t, locales.EN, p)
	}
	var b bytes.Buffer
	if err := draft.Write(&b, words(t, locales.ZH, p), p, a, id, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read returns the text of a file as another reader finds it: a line for each
// paragraph, | between the cells of a row, the style in front where it is not
// that of the text, and «» around what is highlighted.
func read(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, name := range []string{"word/document.xml", "word/footer1.xml"} {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		paragraphs(t, f, &b)
	}
	return strings.TrimSpace(b.String()) + "\n"
}

func paragraphs(t *testing.T, r io.Reader, b *strings.Builder) {
	t.Helper()
	marked, cells := false, false
	for dec := xml.NewDecoder(r); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "r":
				marked = false
			case "highlight":
				marked = true
			case "tr":
				cells = true
			case "instrText", "fldSimple", "wsp", "checkbox":
				b.WriteString("<" + e.Name.Local + ">")
			case "pStyle":
				if style := e.Attr[0].Value; !cells && style != "BodyText" {
					b.WriteString(style + ": ")
				}
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "tr":
				b.WriteString("|\n")
				cells = false
			case "p":
				if cells {
					b.WriteString(" ")
				} else {
					b.WriteString("\n")
				}
			case "tc":
				b.WriteString("|")
			}
		case xml.CharData:
			text := string(e)
			if marked {
				text = "«" + text + "»"
			}
			b.WriteString(text)
		}
	}
}

func TestGolden(t *testing.T) {
	p := callCenter(t)
	full, empty := whale(t, p), model.New(p, "空")
	for _, id := range draft.Materials(p) {
		golden(t, string(id)+".txt", read(t, write(t, p, full, id, false)))
	}
	golden(t, "empty.company-profile.txt", read(t, write(t, p, &empty, "company-profile", false)))
	golden(t, "empty.equity-chart.txt", read(t, write(t, p, &empty, "equity-chart", false)))
	golden(t, "note.security-measures.txt", read(t, write(t, p, full, "security-measures", true)))
	if !bytes.Equal(write(t, p, full, "equity-chart", true), write(t, p, full, "equity-chart", true)) {
		t.Error("not the same bytes twice")
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from its golden file; make golden, then look", name)
	}
}

func TestNone(t *testing.T) {
	p := callCenter(t)
	a := model.New(p, "x")
	for _, id := range []model.MaterialID{"business-licence", "other", "", "../draft"} {
		var b bytes.Buffer
		err := draft.Write(&b, words(t, locales.ZH, p), p, &a, id, draft.Options{Today: today})
		if !errors.Is(err, draft.ErrNone) || draft.For(id) || b.Len() > 0 {
			t.Errorf("%q: %v, %d bytes", id, err, b.Len())
		}
	}
}

// Each draft can be told from an official form on every page, and what nobody
// has answered is marked and nowhere filled in.
func TestDraftSaysSo(t *testing.T) {
	p := callCenter(t)
	empty := model.New(p, "x")
	if n := len(draft.Materials(p)); n != 12 {
		t.Errorf("%d drafts", n)
	}
	for _, id := range draft.Materials(p) {
		text := read(t, write(t, p, &empty, id, false))
		for _, want := range []string{"不是主管部门的范本", "Footer: 草稿：", "不是官方范本", "«【待填写：公司名称】»"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", id, want)
			}
		}
		if strings.ContainsAny(text, "{}@") {
			t.Errorf("%s: a place was not filled in", id)
		}
		note := read(t, write(t, p, &empty, id, true))
		if !strings.HasPrefix(note, "Title: Note for the reviewer") || !strings.Contains(note, "not an official template") {
			t.Errorf("%s has no note: %.100s", id, note)
		}
	}
}

// A commitment is addressed to whoever decides, once that is known.
func TestAuthority(t *testing.T) {
	p := callCenter(t)
	a := model.New(p, "x")
	for _, step := range []struct{ id, answer, want string }{
		{"company-name", "甲", "Normal: «【待填写：收文机关"},
		{"coverage", "one-province", "Normal: «【待填写：收文机关"},
		{"provinces", "上海", "Normal: 上海市通信管理局：\n"},
		{"coverage", "nationwide", "Normal: 工业和信息化部：\n"},
	} {
		answer(t, p, &a, step.id, step.answer)
		if text := read(t, write(t, p, &a, "lawful-operation-commitment", false)); !strings.Contains(text, step.want) {
			t.Errorf("%s=%s: no %q in\n%s", step.id, step.answer, step.want, text)
		}
	}
}

// A copied answer is not yet this company's.
func TestCopiedIsMarked(t *testing.T) {
	p := callCenter(t)
	a := whale(t, p)
	name := a.Answers["company-name"]
	name.Copied = today
	a.Answers["company-name"] = name
	if text := read(t, write(t, p, a, "staff-list", false)); !strings.Contains(text, "«【待核对：北京蓝鲸客服科技有限公司】»") {
		t.Error(text)
	}
}

// Whatever people typed stays text: no character that acts, no place that is
// filled in, no mark that is not ours.
func TestHostileText(t *testing.T) {
	p := callCenter(t)
	f, err := os.Open(filepath.Join("..", "..", "testdata", "strings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	hostile := []string{"{uscc}", "【待填写：x】", "| a | b |", "@chart", "</w:t><w:p/>"}
	for lines.Scan() {
		var row struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		hostile = append(hostile, row.Text)
	}
	for _, s := range hostile {
		a := whale(t, p)
		a.Title = s
		for _, id := range []model.QuestionID{"company-name", "legal-representative", "registered-address", "office-address", "contact-name"} {
			a.Answers[id] = model.Answer{Value: model.Text(s)}
		}
		fields := func(parent string) map[string]model.Value {
			return map[string]model.Value{"name": model.Text(s), "kind": model.Text(s), "role": model.Text(s), "parent": model.Text(parent)}
		}
		a.Answers["managers"] = model.Answer{Value: model.Entries{{ID: "m", Fields: fields("")}}}
		a.Answers["shareholders"] = model.Answer{Value: model.Entries{{ID: "s", Fields: fields("")}, {ID: "t", Fields: fields("s")}}}
		for _, id := range []model.MaterialID{"company-profile", "equity-chart", "outbound-commitment"} { // every field is in one of them
			text := read(t, write(t, p, a, id, false))
			for _, r := range text {
				if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff) {
					t.Fatalf("%s of %.40q holds %U", id, s, r)
				}
			}
			if s == "{uscc}" && !strings.Contains(text, "{uscc}") || s == "【待填写：x】" && strings.Contains(text, "«【待填写：x】»") {
				t.Errorf("%s: %q was taken for a place", id, s)
			}
		}
	}
}
