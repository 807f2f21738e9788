package collect_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/collect"
	"github.com/xuke-cli/xuke/model/procedure"
)

// proposed writes a proposal, one file a line.
func proposed(p collect.Proposal) string {
	var b strings.Builder
	for _, f := range p.Placed {
		fmt.Fprintf(&b, "%s %s\n", f.Key, f.Path)
	}
	for _, f := range p.Unsure {
		fmt.Fprintf(&b, "? %s %s %s\n", f.Candidates, f.Path, f.Why[len(f.Why)-1].Code)
	}
	for _, f := range p.Unplaced {
		fmt.Fprintf(&b, "- %s\n", f.Path)
	}
	for _, s := range p.Skipped {
		fmt.Fprintf(&b, "%s: %s %s\n", s.Path, s.Reason, s.Word)
	}
	return b.String()
}

func files(paths ...string) (fs []collect.File) {
	for _, p := range paths {
		fs = append(fs, collect.File{Path: p, Size: 1})
	}
	return fs
}

func TestPagesComeInTheirOrder(t *testing.T) {
	m := matcher(t, shareholders)
	for _, want := range [][]string{
		{"营业执照-1.jpg", "营业执照-2.jpg", "营业执照-10.jpg"},
		{"章程_p01.jpg", "章程_p02.jpg", "章程_p11.jpg"},
		{"章程 第1页.jpg", "章程 第2页.jpg", "章程 第12页.jpg"},
		{"章程(1).jpg", "章程(2).jpg", "章程(10).jpg"},
		{"李丽身份证正面.jpg", "李丽身份证反面.jpg"},
		{"李丽身份证-人像面.jpg", "李丽身份证-国徽面.jpg"},
		{"Zhang Wei id card front.jpg", "Zhang Wei id card back.jpg"},
	} {
		given := slices.Clone(want)
		slices.Sort(given)
		slices.Reverse(given)
		var got []string
		for _, f := range m.Propose(files(given...), nil).Placed {
			got = append(got, f.Path)
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestVersionsAreForAPersonToChoose(t *testing.T) {
	m := matcher(t, shareholders)
	for _, paths := range [][]string{
		{"公司章程.pdf", "公司章程v2.pdf"}, {"公司章程.docx", "公司章程.pdf"}, {"公司章程 最终版.pdf", "公司章程（1）.pdf"},
		{"business plan.docx", "business plan final.docx", "Business Plan v3.1.docx"}, {"一/公司章程.pdf", "二/公司章程-副本.pdf"},
	} {
		if p := m.Propose(files(paths...), nil); len(p.Unsure) != len(paths) || len(p.Placed) > 0 {
			t.Errorf("got:\n%s", proposed(p))
		}
	}
	if p := m.Propose(files("社保证明2026-09.pdf", "社保证明2026-10.pdf", "公司章程.pdf"), nil); len(p.Placed) != 3 {
		t.Errorf("got:\n%s", proposed(p))
	}
}

func TestWhatIsThereAlready(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "t")
	const sum = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881" // of x
	if err := a.Attach(p, "equity-chart", model.File{Name: "图.pdf", Size: 1, SHA256: sum}); err != nil {
		t.Fatal(err)
	}
	found := scan(t, fstest.MapFS{
		"股权结构图.pdf": data("x"), "章程.pdf": data("y"), "章程(1).pdf": data("y"), "资料/章程.pdf": data("y"), "无名.pdf": data("x"), "另外.pdf": data("z"),
	}, collect.Limits{})
	got := proposed(collect.NewMatcher(p, &a, vocabularies(t)...).Propose(found.Files, found.Sum(t.Context())))
	want := `articles-of-association 章程.pdf
- 另外.pdf
无名.pdf: attached 
股权结构图.pdf: attached 
章程(1).pdf: duplicate 章程.pdf
资料/章程.pdf: duplicate 章程.pdf
`
	if got != want {
		t.Errorf("got:\n%s", got)
	}
}

func BenchmarkPropose(b *testing.B) {
	m := matcher(b, shareholders)
	var fs []collect.File
	lines := slices.Collect(strings.Lines(names))
	for i := range 5000 {
		name, _, _ := strings.Cut(lines[1+i%(len(lines)-2)], "|")
		fs = append(fs, collect.File{Path: fmt.Sprintf("资料%d/%s", i/50, strings.TrimSpace(name)), Size: int64(i)})
	}
	for b.Loop() {
		m.Propose(fs, nil)
	}
}
