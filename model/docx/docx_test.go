package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// read opens a file with another reader and returns its parts, each of them
// well-formed.
func read(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		dec := xml.NewDecoder(bytes.NewReader(text))
		for {
			if _, err := dec.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
		parts[f.Name] = string(text)
	}
	return parts
}

func encode(t *testing.T, d Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	d := Document{
		Title: "a<b & \"c\"", Footer: []Run{{Text: "第 "}, {Field: Page}, {Field: Pages}},
		Body: []Block{
			Paragraph{Title, Text("许可")},
			Paragraph{Runs: []Run{{Text: "one\ntwo"}, {Text: "mark", Mark: true}, {Text: "bold", Bold: true}, {Field: Box}}},
			Table{Header: []string{"甲", "乙"}, Widths: []int{1, 3}, Dense: true, Rows: [][]Cell{{Text("x")}, {Text("y"), Text("z")}}},
			Drawing{W: 100, H: 50, Text: "a tree", Shapes: []Shape{
				{X: 1, Y: 2, W: 30, H: 10, Dashed: true, Text: []Paragraph{{Runs: Text("box")}}}, {Line: true, X: 3, Y: 4, W: 0, H: 9},
			}},
			Break{},
		},
	}
	data := encode(t, d)
	if !bytes.Equal(data, encode(t, d)) {
		t.Error("not the same bytes twice")
	}
	parts := read(t, data)
	for _, want := range []string{
		`<w:pStyle w:val="Title"/>`, `<w:pStyle w:val="BodyText"/>`, `one</w:t><w:br/><w:t xml:space="preserve">two`,
		`<w:highlight w:val="yellow"/>`, `<w:b/>`, `<w14:checkbox>`, `<w:tblHeader/>`, `<w:pStyle w:val="DenseText"/>`, `<w:br w:type="page"/>`,
		`prst="rect"`, `prst="line"`, `<a:prstDash val="dash"/>`, `descr="a tree"`, `w:w="11906" w:h="16838"`, `<a:ext cx="1080000" cy="360000"/>`,
	} {
		if !strings.Contains(parts["word/document.xml"], want) {
			t.Errorf("the body lacks %s", want)
		}
	}
	for part, want := range map[string]string{
		"word/footer1.xml": `w:instr=" NUMPAGES "`, "docProps/core.xml": "a&lt;b &amp; &#34;c&#34;",
		"word/styles.xml": `w:eastAsia="宋体"`, "word/_rels/document.xml.rels": "footer1.xml",
	} {
		if !strings.Contains(parts[part], want) {
			t.Errorf("%s lacks %s", part, want)
		}
	}
	d.Landscape = true
	if body := read(t, encode(t, d))["word/document.xml"]; !strings.Contains(body, `w:w="16838" w:h="11906" w:orient="landscape"`) {
		t.Error("the page does not lie")
	}
}

// A row is never wider or narrower than its table, and the columns share all
// of the page.
func TestColumns(t *testing.T) {
	for _, widths := range [][]int{nil, {1}, {1, 2, 3}, {0, 5, 5}, {1, 1, 1, 99}} {
		sum := 0
		for _, w := range (Table{Header: make([]string, 3), Widths: widths}).columns(9000) {
			if w <= 0 {
				t.Errorf("%v: a column of %d", widths, w)
			}
			sum += w
		}
		if sum > 9000 || sum < 8990 {
			t.Errorf("%v: %d in all", widths, sum)
		}
	}
}

// What XML cannot hold never breaks the file.
func TestHostileText(t *testing.T) {
	for _, s := range []string{"\x00\x1b[31m", "\xff\xfe", "]]>", "<w:p>", "&amp;", "\ufffe", "\u202e", "𠮷"} {
		body := read(t, encode(t, Document{Title: s, Footer: Text(s), Body: []Block{
			Paragraph{Runs: Text(s)}, Table{Header: []string{s}, Rows: [][]Cell{{Text(s)}}}, Drawing{W: 1, H: 1, Text: s},
		}}))["word/document.xml"]
		if strings.ContainsAny(body, "\x00\x1b") || strings.Contains(body, "<w:p></w:t>") {
			t.Errorf("%q came through", s)
		}
	}
}
