package check_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func wordOf(body string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document><w:body>" + body + "</w:body></w:document>"} {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		w.Write([]byte(text))
	}
	z.Close()
	return b.Bytes()
}

// The places that a draft leaves open are counted, however Word cuts them up;
// other brackets are none.
func TestOpenPlaces(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		want       int
	}{
		{"nothing", "", 0},
		{"finished", "<w:p><w:r><w:t>本公司成立于2020年</w:t></w:r></w:p>", 0},
		{"a place", "<w:p><w:r><w:t>总人数【待填写：总人数】人</w:t></w:r></w:p>", 1},
		{"cut into runs", "<w:p><w:r><w:t>【</w:t></w:r><w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t>待核</w:t></w:r><w:r><w:t>对：甲】</w:t></w:r></w:p>", 1},
		{"two in a line", "<w:p><w:t>【待填写】和【请填写金额】</w:t></w:p>", 2},
		{"room to write in", "<w:p><w:t>【】【　　】【____】【……】</w:t></w:p>", 4},
		{"a notice and a heading", "<w:p><w:t>工信部令【2020】42号 【公司简介】</w:t></w:p>", 0},
		{"not closed in its paragraph", "<w:p><w:t>【待填写</w:t></w:p><w:p><w:t>】</w:t></w:p>", 0},
		{"in a tag", "<w:p w:x=\"【待填写】\"/>", 0},
		{"much text in one", "<w:p><w:t>【待填写：" + strings.Repeat("很长", 500) + "】</w:t></w:p>", 1},
	} {
		if got := look(wordOf(tt.body)); got.Format != model.DOCX || got.Places != tt.want || got.Doubt != "" || len(got.Defects) > 0 {
			t.Errorf("%s: %+v, want %d places", tt.name, got, tt.want)
		}
	}
}

// A document that is too long, or not to be read, is a doubt or a defect, and
// nothing is concluded from what was counted.
func TestDocumentThatCannotBeRead(t *testing.T) {
	if got := look(wordOf("<w:p><w:t>【待填写】" + strings.Repeat("很", 3<<20) + "</w:t></w:p>")); got.Places != 0 || got.Doubt != model.NotLookedInto {
		t.Errorf("too long: %+v", got)
	}
	broken := wordOf("<w:p><w:t>" + strings.Repeat("甲乙丙丁", 200) + "</w:t></w:p>")
	i := bytes.Index(broken, []byte("word/document.xml")) + 40
	for k := range 20 {
		broken[i+k] ^= 0x55
	}
	if got := look(broken); got.Places != 0 || !got.Has(model.Damaged) {
		t.Errorf("broken: %+v", got)
	}
}
