package paper_test

import (
	"errors"
	"io/fs"
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
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
	if len(s.Exports) != 1 || s.Exports[0].Owner != "Finance" || !slices.Equal(s.Exports[0].Langs, locales.Langs) || s.Exports[0].Path == "" {
		t.Fatalf("%+v", s.Exports)
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
	there := true
	s.Write = func(r page.ExportRequest) error {
		s.Exports = append(s.Exports, r)
		if there && !r.Replace {
			return fs.ErrExist
		}
		return nil
	}
	s.Keys("ctrl+g", "security-measures", "enter", "w")
	s.Sees("Write a draft", "no official template", "-draft.docx", "with a note in English")
	s.Keys("enter", "enter")
	s.Sees("exists already")
	s.Keys("esc")
	s.Sees("Write a draft")
	s.Keys("enter", "right", "enter")
	s.Sees("Draft written")
	if r := s.Exports[len(s.Exports)-1]; r.Material != "security-measures" || !r.Replace || !slices.Contains(r.Langs, locales.EN) || r.Owner != "" {
		t.Errorf("%+v", r)
	}
}

// What goes wrong is said beside the path, which stays.
func TestDraftFails(t *testing.T) {
	s := uitest.AtMaterials(t, uitest.Whale(t))
	s.Write = func(page.ExportRequest) error { return errors.New("the disk is full") }
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
