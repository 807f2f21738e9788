package paper_test

import (
	"archive/zip"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// From the list to a letter, a file, and the rows marked as requested.
func TestAskSomebody(t *testing.T) {
	store := uitest.Whale(t)
	s := uitest.AtMaterials(t, store)
	s.Keys("p")
	s.Sees("Ask somebody", "Finance", "2 things to come")
	s.Keys("enter")
	s.Sees("Dear Finance,", "1. Business licence", "2. Proof")
	s.Keys("enter")
	s.Sees("List for one person", "For Finance-Blue Whale-2026-11-23.txt", "Chinese and English")
	s.Keys("enter", "enter", "enter")
	if d := s.Output.Last(); len(s.Output.Documents) != 1 || d.Path != "/here/For Finance-Blue Whale-2026-11-23.txt" ||
		!strings.Contains(d.Text, "Dear Finance") || !strings.Contains(d.Text, "Finance，") || strings.Contains(d.Text, "secret") {
		t.Fatalf("%+v", s.Output.Documents)
	}
	s.Sees("Mark 2 materials as requested?", "send it yourself")
	s.Keys("enter")
	s.Sees("Dear Finance,")
	saved := store.Apps["app1"].Materials
	for key, want := range map[model.MaterialKey]model.Status{
		"business-licence": model.Requested, "credibility": model.Requested, "equity-chart": model.Checked, "technical-plan": "",
	} {
		if got := saved[key].Status; got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	// What has been asked for is in the letter again, and is not offered again.
	s.Keys("enter", "enter", "enter", "enter")
	s.Sees("Dear Finance,", "1. Business licence")
}

// Not now leaves everything as it is, and so does Esc.
func TestAskAndLeave(t *testing.T) {
	for _, no := range [][]string{{"left", "enter"}, {"esc"}} {
		store := uitest.Whale(t)
		s := uitest.AtMaterials(t, store)
		s.Keys("p", "enter", "enter", "enter", "enter", "enter")
		s.Keys(no...)
		s.Sees("Dear Finance,")
		if got := store.Apps["app1"].Materials["business-licence"].Status; got != model.Missing {
			t.Errorf("%v: %s", no, got)
		}
		s.Keys("esc", "esc")
		s.Sees("Business licence")
	}
}

func TestAskNobody(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter", "p"))
	s.Sees("Nobody is noted yet")
}

// A draft is offered in Chinese with a note where the wizard is English; an
// existing file is replaced only when that is wanted.
func TestDraft(t *testing.T) {
	s := uitest.AtMaterials(t, uitest.Whale(t))
	s.Keys("ctrl+g", "security-measures", "enter", "w")
	s.Sees("Write a draft", "no official template", "-draft.docx", "with a note in English")
	s.Keys("ctrl+u", "mine")
	s.Output.There = map[string]bool{"/here/mine.docx": true}
	s.Keys("enter", "enter")
	s.Sees("exists already", "/here/mine.docx")
	s.Keys("esc")
	s.Sees("Write a draft")
	if len(s.Output.Documents) != 0 {
		t.Fatal("replaced unasked")
	}
	s.Keys("enter", "right", "enter")
	s.Sees("Draft written", "/here/mine.docx")
	d := s.Output.Last()
	if !d.Replace || d.Path != "/here/mine.docx" {
		t.Errorf("%s, replaced %v", d.Path, d.Replace)
	}
	if text := wordText(t, d.Text); !strings.Contains(text, "安全") || !strings.Contains(text, "draft") {
		t.Errorf("no draft in Chinese with a note in English:\n%s", text)
	}
}

// wordText is the text of a Word document.
func wordText(t *testing.T, docx string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile("<[^>]*>").ReplaceAllString(string(data), "")
}

// What goes wrong is said beside the path, which stays.
func TestDraftFails(t *testing.T) {
	s := uitest.AtMaterials(t, uitest.Whale(t))
	s.Output.Fail = errors.New("the disk is full")
	s.Keys("ctrl+g", "equity-chart", "enter", "w", "ctrl+u", "mine", "enter", "enter")
	s.Sees("the disk is full", "mine")
	s.Keys("ctrl+u", "enter", "enter")
	s.Sees("Enter a file name")
	s.Keys("esc")
	s.Sees("Equity structure chart")
}

// What is issued by others has no draft, and says so.
func TestNoDraft(t *testing.T) {
	s := uitest.AtMaterials(t, uitest.Whale(t))
	s.Keys("ctrl+g", "business-licence", "enter", "w")
	s.Sees("There is no draft")
}
