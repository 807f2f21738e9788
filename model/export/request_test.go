package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// wordText is the text of a Word document as another reader finds it, a line
// for each paragraph; a box to tick is ☐.
func wordText(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, name := range []string{"word/document.xml", "word/footer1.xml"} {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for dec := xml.NewDecoder(f); ; {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			switch e := token.(type) {
			case xml.CharData:
				b.Write(bytes.TrimPrefix(e, []byte("\n"))) // after the declaration
			case xml.StartElement:
				if e.Name.Local == "tblHeader" {
					b.WriteString("[header] ")
				}
			case xml.EndElement:
				if e.Name.Local == "p" {
					b.WriteString("\n")
				}
			}
		}
	}
	return b.Bytes()
}

// asked is an application in which several people have something to bring.
func asked(t *testing.T) (*model.Procedure, *model.Application) {
	t.Helper()
	p, a := halfway(t)
	due := model.Date{Year: 2026, Month: 12, Day: 5}
	person := model.MaterialKey("")
	for _, r := range model.Checklist(p, a) {
		if r.MaterialID() == "shareholder-id" {
			person = r.Key
		}
	}
	for key, c := range map[model.MaterialKey]model.Collected{
		"business-licence": {Status: model.Requested, Owner: "财务", Due: due, Note: "only for myself"}, "credibility": {Owner: " 财务 "},
		"social-insurance": {Owner: "HR"}, "lawful-operation-commitment": {Owner: "hr", Due: due}, person: {Owner: "HR"},
		"company-profile": {Status: model.Checked, Owner: "HR"}, "technical-plan": {Status: model.Got, Owner: "工程部"},
	} {
		if c.Status == "" {
			c.Status = model.Missing
		}
		if err := a.Note(p, key, c); err != nil {
			t.Fatal(err)
		}
	}
	return p, a
}

func TestRequestGolden(t *testing.T) {
	p, a := asked(t)
	zh, en := words(t, locales.ZH, p), words(t, locales.EN, p)
	for _, format := range export.RequestFormats {
		for name, owner := range map[string]string{"finance": "财务", "hr": "HR", "done": "工程部"} {
			var one, two bytes.Buffer
			for _, b := range []*bytes.Buffer{&one, &two} {
				if err := export.EncodeRequest(b, format, a, owner, export.Options{Today: today}, zh, en); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(one.Bytes(), two.Bytes()) {
				t.Errorf("%s %s: not the same bytes twice", format, name)
			}
			got, file := one.Bytes(), "request."+name+"."+format
			if format == "docx" {
				got, file = wordText(t, got), file+".txt"
			}
			if strings.Contains(string(got), "for myself") {
				t.Errorf("%s gives a note away", file)
			}
			golden(t, file, got)
		}
	}
	if err := export.EncodeRequest(io.Discard, "json", a, "HR", export.Options{}, zh); !errors.Is(err, export.ErrFormat) {
		t.Error(err)
	}
}

// Names are the same whatever their case and the space around them; rows
// without one belong to nobody.
func TestOwners(t *testing.T) {
	p, a := asked(t)
	if got := export.Owners(p, a); !slices.Equal(got, []string{"财务", "HR", "法务", "工程部"}) {
		t.Errorf("owners: %q", got)
	}
	for owner, want := range map[string]int{"财务": 2, "hr": 3, "Hr ": 3, "工程部": 0, "": 0, " ": 0, "财": 0} {
		if got := export.Requested(p, a, owner); len(got) != want {
			t.Errorf("%q brings %d rows, want %d", owner, len(got), want)
		}
	}
}
