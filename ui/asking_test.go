package ui

import (
	"errors"
	"io/fs"
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// whale is a store with one application in which the finance people bring
// three things, of which one has come.
func whale(t *testing.T) *memory {
	t.Helper()
	store := newMemory()
	p, err := builtin{}.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	app := model.New(p, "Blue Whale")
	for key, status := range map[model.MaterialKey]model.Status{
		"business-licence": model.Missing, "credibility": model.Missing, "equity-chart": model.Checked,
	} {
		if err := app.Note(p, key, model.Collected{Status: status, Owner: "Finance", Note: "secret"}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.Create(app, model.Summary{Title: app.Title, Procedure: p.ID}); err != nil {
		t.Fatal(err)
	}
	return store
}

func atMaterials(t *testing.T, store *memory) *session {
	t.Helper()
	s := drive(t, store, locales.EN, 80, 24)
	s.keys("enter", "ctrl+g", "materials", "enter")
	s.sees("Business licence")
	return s
}

// From the list to a letter, a file, and the rows marked as requested.
func TestAskSomebody(t *testing.T) {
	store := whale(t)
	s := atMaterials(t, store)
	s.keys("p")
	s.sees("Ask somebody", "Finance", "2 things to come")
	s.keys("enter")
	s.sees("Dear Finance,", "1. Business licence", "2. Proof")
	s.keys("enter")
	s.sees("List for one person", "For Finance-Blue Whale-2026-11-23.txt", "Chinese and English")
	s.keys("enter", "enter", "enter")
	if len(s.export) != 1 || s.export[0].Owner != "Finance" || !slices.Equal(s.export[0].Langs, locales.Langs) || s.export[0].Path == "" {
		t.Fatalf("%+v", s.export)
	}
	s.sees("Mark 2 materials as requested?", "send it yourself")
	s.keys("enter")
	s.sees("Dear Finance,")
	saved := store.apps["app1"].Materials
	for key, want := range map[model.MaterialKey]model.Status{
		"business-licence": model.Requested, "credibility": model.Requested, "equity-chart": model.Checked, "technical-plan": "",
	} {
		if got := saved[key].Status; got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	// What has been asked for is in the letter again, and is not offered again.
	s.keys("enter", "enter", "enter", "enter")
	s.sees("Dear Finance,", "1. Business licence")
}

// Not now leaves everything as it is, and so does Esc.
func TestAskAndLeave(t *testing.T) {
	for _, no := range [][]string{{"left", "enter"}, {"esc"}} {
		store := whale(t)
		s := atMaterials(t, store)
		s.keys("p", "enter", "enter", "enter", "enter", "enter")
		s.keys(no...)
		s.sees("Dear Finance,")
		if got := store.apps["app1"].Materials["business-licence"].Status; got != model.Missing {
			t.Errorf("%v: %s", no, got)
		}
		s.keys("esc", "esc")
		s.sees("Business licence")
	}
}

func TestAskNobody(t *testing.T) {
	s := play(t, locales.EN, 80, 24, flat(company, "ctrl+g", "materials", "enter", "p"))
	s.sees("Nobody is noted yet")
}

// A draft is offered in Chinese with a note where the wizard is English; an
// existing file is replaced only when that is wanted.
func TestDraft(t *testing.T) {
	s := atMaterials(t, whale(t))
	there := true
	s.write = func(r ExportRequest) error {
		s.export = append(s.export, r)
		if there && !r.Replace {
			return fs.ErrExist
		}
		return nil
	}
	s.keys("ctrl+g", "security-measures", "enter", "w")
	s.sees("Write a draft", "no official template", "-draft.docx", "with a note in English")
	s.keys("enter", "enter")
	s.sees("exists already")
	s.keys("esc")
	s.sees("Write a draft")
	s.keys("enter", "right", "enter")
	s.sees("Draft written")
	if r := s.export[len(s.export)-1]; r.Material != "security-measures" || !r.Replace || !slices.Contains(r.Langs, locales.EN) || r.Owner != "" {
		t.Errorf("%+v", r)
	}
}

// What goes wrong is said beside the path, which stays.
func TestDraftFails(t *testing.T) {
	s := atMaterials(t, whale(t))
	s.write = func(ExportRequest) error { return errors.New("the disk is full") }
	s.keys("ctrl+g", "equity-chart", "enter", "w", "ctrl+u", "mine", "enter", "enter")
	s.sees("the disk is full", "mine")
	s.keys("ctrl+u", "enter", "enter")
	s.sees("Enter a file name")
	s.keys("esc")
	s.sees("Equity structure chart")
}

// What is issued by others has no draft, and says so.
func TestNoDraft(t *testing.T) {
	s := atMaterials(t, whale(t))
	s.keys("ctrl+g", "business-licence", "enter", "w")
	s.sees("There is no draft")
}
