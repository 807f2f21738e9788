package export_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/procedure"
)

var update = flag.Bool("update", false, "rewrite golden files: look at them before you commit them")

var today = model.Date{Year: 2026, Month: 11, Day: 23}

func words(t *testing.T, lang locales.Lang, p *model.Procedure) export.Words {
	t.Helper()
	printer, err := locales.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return export.Words{Texts: printer, Procedure: p}
}

// halfway is an application in the middle of the work.
func halfway(t *testing.T) (*model.Procedure, *model.Application) {
	t.Helper()
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "北京蓝鲸客服科技有限公司")
	a.ID = "7k3m9q2v5d"
	for _, pair := range [][2]string{
		{"service-for", "clients"}, {"coverage", "nationwide"}, {"registered-capital", "800万"},
		{"shareholders", `[{"name":"甲公司","kind":"corporate","share":60},{"name":"李某","kind":"natural","share":40}]`},
		{"technical-plan-state", "drafting"}, {"foreign-capital", "none"},
	} {
		q := p.Question(model.QuestionID(pair[0]))
		v, err := model.ParseAnswer(*q, pair[1], nil, a.NewEntryID)
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Answer(p, q.ID, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, err := range []error{
		a.Postpone(p, "uscc", model.Pending{Who: "财务", By: model.Date{Year: 2026, Month: 12, Day: 1}}),
		a.Note(p, "equity-chart", model.Collected{Status: model.Requested, Owner: "法务", Due: model.Date{Year: 2026, Month: 12, Day: 5}}),
		a.Note(p, "business-licence", model.Collected{Status: model.Checked}),
		a.Note(p, "staff-list", model.Collected{Status: model.Waived, Reason: "主管部门答复不需要"}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.AddOwn(model.OwnMaterial{Name: "补充说明", AskedBy: "上海市通信管理局", AskedOn: today}); err != nil {
		t.Fatal(err)
	}
	return p, &a
}

func TestGolden(t *testing.T) {
	p, a := halfway(t)
	zh, en := words(t, locales.ZH, p), words(t, locales.EN, p)
	for _, format := range export.Formats {
		for name, langs := range map[string][]export.Words{"zh": {zh}, "en": {en}, "both": {zh, en}} {
			var one, two bytes.Buffer
			for _, b := range []*bytes.Buffer{&one, &two} {
				if err := export.Encode(b, format, a, calendar.China(), export.Options{Today: today}, langs...); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(one.Bytes(), two.Bytes()) {
				t.Errorf("%s %s: not the same bytes twice", format, name)
			}
			if format == "pdf" {
				golden(t, "halfway."+name+".pdf.txt", pdfText(t, one.Bytes()))
				continue
			}
			if format == "docx" {
				golden(t, "halfway."+name+".docx.txt", wordText(t, one.Bytes()))
				continue
			}
			golden(t, "halfway."+name+"."+format, one.Bytes())
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from its golden file; make golden, then look", name)
	}
}

// Whatever people typed, a document holds nothing that a viewer would act
// upon, and JSON holds it byte for byte.
func TestHostileText(t *testing.T) {
	p, a := halfway(t)
	f, err := os.Open(filepath.Join("..", "..", "testdata", "strings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct{ Name, Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		a.Title = row.Text
		if err := a.Note(p, "equity-chart", model.Collected{Status: model.Requested, Owner: row.Text, Note: row.Text}); err != nil {
			t.Fatal(err)
		}
		for _, format := range []string{"md", "txt"} {
			var b bytes.Buffer
			if err := export.Encode(&b, format, a, calendar.China(), export.Options{Today: today}, words(t, locales.EN, p)); err != nil {
				t.Fatal(err)
			}
			harmless(t, row.Name+" "+format, b.String())
		}
		for _, format := range export.RequestFormats {
			var b bytes.Buffer
			if err := export.EncodeRequest(&b, format, a, row.Text, export.Options{Today: today}, words(t, locales.EN, p)); err != nil {
				t.Fatal(err)
			}
			text := b.Bytes()
			if format == "docx" {
				text = wordText(t, text)
			}
			harmless(t, row.Name+" request "+format, string(text))
		}
		var b bytes.Buffer
		if err := export.Encode(&b, "json", a, calendar.China(), export.Options{Today: today}, words(t, locales.EN, p)); err != nil {
			t.Fatal(err)
		}
		var back struct{ Title string }
		if err := json.Unmarshal(b.Bytes(), &back); err != nil || back.Title != row.Text {
			t.Errorf("%s: JSON holds %.40q (%v)", row.Name, back.Title, err)
		}
	}
}

func harmless(t *testing.T, name, text string) {
	t.Helper()
	for _, r := range text {
		if r == '\n' {
			continue
		}
		if r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff {
			t.Fatalf("%s holds %U", name, r)
		}
	}
	if strings.HasSuffix(name, "md") && strings.Contains(text, "<script") {
		t.Errorf("%s holds HTML", name)
	}
}
