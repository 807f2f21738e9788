package export_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/procedure"
)

// packed is an application with files on a common row, on a row of a person
// and on one of its own, and what a packet made of them.
func packed(t *testing.T) (*model.Procedure, *model.Application, *model.PacketContent) {
	t.Helper()
	p, a := halfway(t)
	file := func(name, id string, size int64) model.File {
		return model.File{Name: name, SHA256: model.FileID(strings.Repeat(id, 64)), Size: size}
	}
	chart, licence, letter := file("股权 图.PDF", "a", 1200), file("=执照.docx", "b", 300), file("补\x1b充.jpg", "c", 7)
	licence.Look = &model.Look{Pages: 9}
	for key, f := range map[model.MaterialKey]model.File{"equity-chart": chart, "shareholder-licence/p1": licence, a.Own[0].Key: letter} {
		if err := a.Attach(p, key, f); err != nil {
			t.Fatal(err)
		}
	}
	return p, a, &model.PacketContent{Pages: 4, Files: []model.PacketFile{
		{Folder: 0, Path: "04-a/04-1 a.pdf", File: chart, First: 1, Pages: 3},
		{Folder: 1, Path: "10-b/10-1 b.docx", File: licence, Why: model.NoPicture},
		{Folder: 2, Path: "15-c/15-1 c.jpg", File: letter, First: 4, Pages: 1},
	}}
}

func TestPacketFolders(t *testing.T) {
	p, a, _ := packed(t)
	en := words(t, locales.EN, p)
	packet := export.NewPacket(a, export.Options{Today: today}, words(t, locales.ZH, p), en)
	var names []string
	for _, f := range packet.Folders() {
		names = append(names, f.Name)
		if len(f.Files) != 1 {
			t.Errorf("%s has %d files", f.Name, len(f.Files))
		}
	}
	if want := []string{"股权结构图", "股东的营业执照-甲公司", "补充说明"}; !slices.Equal(names, want) {
		t.Errorf("folders %q, want %q", names, want)
	}
	if got := packet.Merged(); got != "00-全部材料合并.pdf" {
		t.Errorf("the merged PDF is called %q", got)
	}
	// A folder has the number that the checklist gives to its row.
	numbers := make(map[string]int)
	for _, table := range export.Build(words(t, locales.ZH, p), a, export.Options{Today: today}).Parts[0].Tables {
		for _, row := range table.Rows {
			numbers[row[2]] = len(numbers) + 1
		}
	}
	for i, row := range []string{"股权结构图", "股东的营业执照：甲公司", "补充说明"} {
		if got := packet.Folders()[i].Number; got != numbers[row] || got == 0 {
			t.Errorf("%s is number %d in the packet and %d in the list", row, got, numbers[row])
		}
	}
	a.Own[0].Name = `..\..//a`
	packet = export.NewPacket(a, export.Options{Today: today}, words(t, locales.ZH, p), en)
	if got := packet.Folders()[2].Name; got != "a" {
		t.Errorf("a name that leads elsewhere becomes %q", got)
	}
}

func TestPacketPapers(t *testing.T) {
	p, a, content := packed(t)
	zh, en := words(t, locales.ZH, p), words(t, locales.EN, p)
	for name, langs := range map[string][]export.Words{"zh": {zh}, "en": {en}, "both": {zh, en}} {
		packet := export.NewPacket(a, export.Options{Today: today}, zh, langs...)
		papers, err := packet.Papers(content)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, paper := range papers {
			names = append(names, paper.Name)
		}
		if want := []string{"00-材料包说明.pdf", "00-材料清单.pdf", "00-材料清单.md", "MANIFEST.csv"}; !slices.Equal(names, want) {
			t.Fatalf("papers %q, want %q", names, want)
		}
		golden(t, "packet."+name+".cover.pdf.txt", pdfText(t, papers[0].Data))
		golden(t, "packet."+name+".csv", papers[3].Data)
		var list bytes.Buffer
		if err := export.Encode(&list, "md", a, nil, export.Options{Today: today}, langs...); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(papers[2].Data, list.Bytes()) {
			t.Errorf("%s: the checklist of the packet is not the one that is exported", name)
		}
		title, note, err := packet.Note(content.Left())
		if err != nil || title != "没有并入的文件" {
			t.Errorf("%s: the note is called %q (%v)", name, title, err)
		}
		golden(t, "packet."+name+".note.pdf.txt", pdfText(t, note))
	}
}

// A packet without gaps does not speak of any.
func TestPacketWithoutGaps(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	complete := *p
	complete.Materials, complete.Conditions = nil, nil
	a := model.New(&complete, "蓝鲸")
	packet := export.NewPacket(&a, export.Options{Today: today}, words(t, locales.ZH, &complete), words(t, locales.ZH, &complete))
	papers, err := packet.Papers(&model.PacketContent{})
	if err != nil {
		t.Fatal(err)
	}
	if text := string(pdfText(t, papers[0].Data)); strings.Contains(text, "还差") || !strings.Contains(text, "还没有任何文件") {
		t.Errorf("the cover of an empty and complete packet says:\n%s", text)
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	rows := [][]string{{"=1+1", "文件"}, {"+2", "－3"}, {"a,b", "-"}}
	if err := export.CSV(&b, rows); err != nil {
		t.Fatal(err)
	}
	if want := "\xEF\xBB\xBF'=1+1,文件\r\n'+2,'－3\r\n\"a,b\",'-\r\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}
