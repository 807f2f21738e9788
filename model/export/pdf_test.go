package export_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
)

var (
	stream  = regexp.MustCompile(`(?s)stream\r?\n(.*?)endstream`)
	mapping = regexp.MustCompile(`<([0-9A-F]{4})><[0-9A-F]{4}><([0-9A-F]+)>`)
	shown   = regexp.MustCompile(`([0-9.-]+) ([0-9.-]+) TD|\[(.*?)\] ?TJ`)
	glyphs  = regexp.MustCompile(`<([0-9A-F]+)>`)
)

// pdfText reads what a PDF says, a line for each that was drawn, as a viewer
// does when somebody copies: glyphs through the map of the font. That another
// reader accepts the file is a part of it.
func pdfText(t *testing.T, data []byte) []byte {
	t.Helper()
	pdf.ConfigPath = "disable"
	if err := api.Validate(bytes.NewReader(data), pdf.NewDefaultConfiguration()); err != nil {
		t.Fatal(err)
	}
	runes := make(map[string]rune)
	var pages []string
	for _, m := range stream.FindAllSubmatch(data, -1) {
		text := m[1]
		if z, err := zlib.NewReader(bytes.NewReader(text)); err == nil {
			if text, err = io.ReadAll(z); err != nil {
				t.Fatal(err)
			}
		}
		switch {
		case bytes.Contains(text, []byte("beginbfrange")):
			for _, m := range mapping.FindAllStringSubmatch(string(text), -1) {
				n, err := strconv.ParseUint(m[2], 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				runes[m[1]] = rune(n)
			}
		case bytes.Contains(text, []byte("] TJ\nET")):
			pages = append(pages, string(text))
		}
	}
	var out strings.Builder
	for i, page := range pages {
		fmt.Fprintf(&out, "--- %d\n", i+1)
		at := ""
		for _, m := range shown.FindAllStringSubmatch(page, -1) {
			if m[3] == "" {
				at = m[1] + " " + m[2]
				continue
			}
			fmt.Fprintf(&out, "%-14s ", at)
			for _, g := range glyphs.FindAllStringSubmatch(m[3], -1) {
				for hex := g[1]; len(hex) >= 4; hex = hex[4:] {
					out.WriteRune(runes[hex[:4]])
				}
			}
			out.WriteByte('\n')
		}
	}
	return []byte(out.String())
}

func pdfOf(t *testing.T, docs ...export.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := export.PDF(&b, docs...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func lines(text []byte) (out []string) {
	for _, l := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if !strings.HasPrefix(l, "---") {
			out = append(out, strings.TrimSpace(l[min(15, len(l)):]))
		}
	}
	return out
}

// No character goes missing: what the font lacks is shown by its number.
func TestPDFShowsEveryCharacter(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"李龑 zhāng ㎡ ☑", "李龑 zhāng ㎡ ☑"},
		{"𠀀", "〔U+20000〕"},
		{"😀", "〔U+1F600〕"},
		{"عربي", "〔U+0639〕〔U+0631〕〔U+0628〕〔U+064A〕"},
		{"the owner’s “plan”", `the owner's "plan"`},
		{"他说“好”", "他说“好”"},
	} {
		got := lines(pdfText(t, pdfOf(t, export.Document{Title: "x", Notice: []string{tt.text}})))
		if got[1] != tt.want {
			t.Errorf("%q is drawn as %q", tt.text, got[1])
		}
	}
}

// Lines end where Chinese lines may end, and no text leaves its column.
func TestPDFWraps(t *testing.T) {
	text := strings.Repeat("办公场所面积120㎡，（见租赁合同）。联系人a@b.cn；", 30)
	for _, l := range lines(pdfText(t, pdfOf(t, export.Document{Title: "x", Notice: []string{text}})))[1:] {
		if strings.ContainsRune("，。）；㎡", []rune(l)[0]) || strings.HasSuffix(l, "（") {
			t.Errorf("a line is %q", l)
		}
	}
	long := export.Table{Header: []string{"甲", "乙"}, Rows: [][]string{{strings.Repeat("x", 4000), strings.Repeat("字", 6000)}}}
	got := pdfText(t, pdfOf(t, export.Document{Title: "x", Parts: []export.Part{{Title: "p", Tables: []export.Table{long}}}}))
	if n := strings.Count(string(got), "x"); n != 4001 {
		t.Errorf("%d of 4001 letters are there", n)
	}
	if n := strings.Count(string(got), "字"); n != 6000 {
		t.Errorf("%d of 6000 characters are there", n)
	}
	// 甲 heads the table again on each page.
	if pages, heads := strings.Count(string(got), "---"), strings.Count(string(got), "甲"); pages < 3 || heads != pages {
		t.Errorf("%d headers on %d pages", heads, pages)
	}
}

func TestPDFBookmarks(t *testing.T) {
	p, a := halfway(t)
	a.Title = "甲公司😀"
	var b bytes.Buffer
	if err := export.Encode(&b, "pdf", a, nil, export.Options{Today: today}, words(t, locales.ZH, p)); err != nil {
		t.Fatal(err)
	}
	pdf.ConfigPath = "disable"
	marks, err := api.Bookmarks(bytes.NewReader(b.Bytes()), pdf.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	if len(marks) != 5 || marks[0].Title != "材料清单：甲公司〔U+1F600〕" || marks[4].Title != "依据" || marks[4].PageFrom < 2 {
		t.Errorf("bookmarks %+v", marks)
	}
	if strings.Contains(b.String(), "CreationDate") {
		t.Error("the file says when it was made")
	}
	title := utf16.Encode([]rune("材料清单"))
	if !strings.Contains(strings.ToUpper(b.String()), fmt.Sprintf("FEFF%04X%04X", title[0], title[1])) {
		t.Error("the file has no title")
	}
}
