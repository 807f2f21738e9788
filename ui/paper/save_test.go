package paper_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// atChecklist is the dialog that saves the checklist.
func atChecklist(t *testing.T, lang locales.Lang) *uitest.Session {
	t.Helper()
	s := uitest.AtMaterials(t, uitest.Whale(t))
	if lang == locales.ZH {
		s.Keys("f2")
	}
	s.Keys("ctrl+g", "export", "enter")
	return s
}

// Whatever is said about the format, the ending of the path says the same.
func TestSaveFormatAndEndingAgree(t *testing.T) {
	s := atChecklist(t, locales.EN)
	s.Sees("Blue Whale-checklist-2026-11-23.md", "● 1 Markdown")
	s.Keys("enter", "down", "down") // to the format, and on to the third
	s.Sees("Blue Whale-checklist-2026-11-23.pdf", "● 3 PDF")
	s.Click("4 Word")
	s.Sees("Blue Whale-checklist-2026-11-23.docx", "● 4 Word")
	s.Click("Blue Whale-checklist")
	s.Keys("end", "ctrl+u", "a.json")
	s.Sees("● 5 JSON")
	s.Keys("ctrl+u", "list")
	s.Sees("Will be written as list.json")
	s.Keys("ctrl+u", "sub/")
	s.Sees("Will be written as sub/Blue Whale-checklist-2026-11-23.json")
	s.Click("3 Chinese and English")
	s.Sees("● 3 Chinese and English")
	s.Keys("enter")
	d := s.Output.Last()
	if d.Path != "/here/sub/Blue Whale-checklist-2026-11-23.json" || d.Replace || !json.Valid([]byte(d.Text)) {
		t.Errorf("wrote %+v", d)
	}
	s.Sees("Exported: /here/sub/Blue Whale", "Submission: cannot")
}

// A document is about the application, in the languages that were chosen.
func TestSaveLanguages(t *testing.T) {
	for _, tt := range []struct {
		choice   string
		has, not []string
	}{
		{"1", []string{"# 材料清单"}, []string{"# Checklist"}},
		{"2", []string{"# Checklist"}, []string{"# 材料清单"}},
		{"3", []string{"# 材料清单", "# Checklist"}, nil},
	} {
		s := atChecklist(t, locales.EN)
		s.Keys("enter", "enter", tt.choice, "enter")
		text := s.Output.Last().Text
		for _, want := range append(tt.has, "Blue Whale") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%.300s", tt.choice, want, text)
			}
		}
		for _, not := range tt.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q in\n%.300s", tt.choice, not, text)
			}
		}
	}
}

// What is typed is there again when the dialog is left and opened, and is gone
// once the document is written.
func TestSaveKeepsWhatIsTyped(t *testing.T) {
	for _, tt := range []struct {
		open  []string
		typed []string // from the path on
		want  string
	}{
		{[]string{"ctrl+g", "export", "enter"}, []string{"enter", "3"}, "mine.pdf"}, // the format changes the path
		{[]string{"ctrl+g", "packet", "enter", "end", "enter"}, nil, "mine.zip"},
		{[]string{"ctrl+g", "materials", "enter", "p", "enter", "enter"}, nil, "mine.txt"},
		{[]string{"ctrl+g", "equity-chart", "enter", "w"}, nil, "mine.docx"},
	} {
		s := uitest.AtMaterials(t, uitest.Whale(t))
		s.Keys(tt.open...)
		s.Keys("ctrl+u", "mine")
		s.Keys(tt.typed...)
		s.Click("1 中文")
		s.Keys("esc")
		s.Keys(tt.open...)
		s.Sees(tt.want, "● 1 中文")
		s.Click("1 中文")
		s.Keys("enter")
		s.Sees("/here/" + tt.want)
		for field := range s.Store.Drafts["app1"].Text {
			t.Errorf("%s: %q is still kept", tt.want, field)
		}
		s.Keys("esc")
		s.Keys(tt.open...)
		s.Hidden("mine")
	}
}

// What goes wrong stands beside the path until it is changed; a path is needed.
func TestSaveFails(t *testing.T) {
	s := atChecklist(t, locales.EN)
	s.Output.Fail = errors.New("the disk is full")
	s.Keys("enter", "enter", "enter")
	s.Sees("the disk is full")
	s.Keys("x")
	s.Hidden("the disk is full")
	s.Output.Fail = nil
	s.Keys("ctrl+u", "enter", "enter", "enter")
	s.Sees("Enter a file name")
	if len(s.Output.Documents) != 0 {
		t.Error("written without a name")
	}
}

// While a document is being written Enter does not write another one, and its
// reply takes away the dialog, not what has been opened above it.
func TestSaveReplyFindsItsDialog(t *testing.T) {
	s := atChecklist(t, locales.EN)
	var held []tea.Msg
	s.Hold = func(msg tea.Msg) bool {
		worked := fmt.Sprintf("%T", msg) == "ui.workedMsg"
		if worked {
			held = append(held, msg)
		}
		return worked
	}
	s.Keys("enter", "enter", "enter", "enter")
	if len(s.Output.Documents) != 1 {
		t.Fatalf("written %d times", len(s.Output.Documents))
	}
	s.Keys("ctrl+z") // above the dialog
	s.Sees("Undo")
	s.Hold = nil
	s.Send(held[0])
	s.Sees("Exported: /here/", "Submission: cannot")
	s.Hidden("Which file?")
}

// The letters and the gaps of a packet can be clicked on.
func TestPaperClicks(t *testing.T) {
	s := uitest.AtMaterials(t, uitest.Whale(t))
	s.Keys("p")
	s.Click("Finance")
	s.Sees("Dear Finance,")
	s.Keys("esc", "ctrl+g", "packet", "enter")
	s.Click("Application form")
	s.Click("Application form")
	s.Sees("Application form")
	s.Hidden("Write it anyway")
	s.Keys("esc", "end")
	s.Click("Write it anyway")
	s.Sees("Which file?")
	s.Keys("esc")
	s.Hidden("Write it anyway") // the dialog took its place
}
