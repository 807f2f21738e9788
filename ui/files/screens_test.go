package files_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// toMaterials leads to the list.
var toMaterials = uitest.Flat(uitest.Company, "ctrl+g", "materials", "enter")

// Everything that can be pointed at can be clicked, in a window without columns
// and in one with three: the first click puts it in focus, the second does what
// Enter does.
func TestClicks(t *testing.T) {
	collect := uitest.Flat(toMaterials, "c", "paste:/材料", "enter")
	for name, tt := range map[string]struct {
		keys   []string
		clicks []string
		sees   []string
	}{
		"a row of the list":       {toMaterials, []string{"Company profile", "Company profile"}, []string{"Company profile", "Attach files…", "Status, owner"}},
		"a file of a row":         {uitest.Flat(uitest.Chart, uitest.Dropped), []string{"章程.pdf", "章程.pdf"}, []string{"File 2 of 2", "View it"}},
		"the status of a row":     {uitest.Chart, []string{"Status, owner", "Status, owner"}, []string{"How far is it?"}},
		"what to do with a file":  {uitest.Flat(uitest.Chart, uitest.Dropped, "home", "enter"), []string{"Replace it", "Replace it"}, []string{"takes the place of"}},
		"an earlier file":         {uitest.Flat(uitest.Chart, uitest.Dropped, "home", "del", "enter", "end", "enter"), []string{"营业执照.pdf (taken"}, []string{"Bring it back"}},
		"a folder of the picker":  {uitest.Flat(uitest.Chart, "enter"), []string{"扫描/"}, []string{"旧/", "章程.pdf"}},
		"a file of the picker":    {uitest.Flat(uitest.Chart, "enter"), []string{"扫描/", "章程.pdf", "章程.pdf"}, []string{"1 file attached", "+ Attach files…"}},
		"a button":                {uitest.Flat(uitest.Chart, uitest.Dropped, "home", "del"), []string{"Take it off"}, []string{"Earlier files (1)"}},
		"a status":                {uitest.Flat(uitest.Chart, "down", "enter"), []string{"does not apply"}, []string{"Why is it not needed?"}},
		"a file of the proposal":  {collect, []string{"承诺书.pdf", "承诺书.pdf"}, []string{"may fit", "Do not attach this file"}},
		"a row for such a file":   {uitest.Flat(collect, "down", "down", "down", "enter"), []string{"No-nuisance", "No-nuisance"}, []string{"No-nuisance-calls commitment", "4 to attach"}},
		"the row that attaches":   {uitest.Flat(collect, "end", "up", "up"), []string{"Attach 3 files", "Attach 3 files"}, []string{"✓ 3 files attached"}},
		"what cannot be attached": {uitest.Flat(collect, "end"), []string{"setup.exe"}, []string{"What is left aside is not attached"}},
	} {
		for _, size := range [][2]int{{70, 30}, {120, 40}} {
			t.Run(name, func(t *testing.T) {
				s := uitest.Play(t, locales.EN, size[0], size[1], tt.keys)
				for _, text := range tt.clicks {
					s.Click(text)
				}
				s.Sees(tt.sees...)
				s.Fits()
			})
		}
	}
}

// A click on a field puts it in focus, and the cursor where it was.
func TestClicksOnFields(t *testing.T) {
	for name, tt := range map[string]struct {
		keys  []string
		click string
		sees  string
	}{
		"the picker":           {uitest.Flat(uitest.Chart, "enter", "abc"), "abc", "zzabc"},
		"the folder":           {uitest.Flat(toMaterials, "c", "/abc"), "/abc", "zz/abc"},
		"a row of the user's":  {uitest.Flat(toMaterials, "a", "photos", "tab", "Ms Wang", "tab"), "Ms Wang", "zzMs Wang"},
		"a note":               {uitest.Flat(uitest.Chart, "down", "enter", "tab", "finance", "tab"), "finance", "zzfinance"},
		"a fact of a document": {uitest.Flat(uitest.Chart, uitest.Dropped, "end", "up", "enter", "2026", "enter"), "2026", "zz2026"},
	} {
		for _, size := range [][2]int{{70, 30}, {120, 40}} {
			t.Run(name, func(t *testing.T) {
				s := uitest.Play(t, locales.EN, size[0], size[1], tt.keys)
				s.Click(tt.click)
				s.Keys("zz")
				s.Sees(tt.sees)
			})
		}
	}
}

// What is half typed is there again when its form is opened anew, and gone when
// it has been confirmed.
func TestHalfTypedIsKept(t *testing.T) {
	for name, tt := range map[string]struct {
		way, typed, confirm []string
	}{
		"a note":               {uitest.Flat(uitest.Chart, "down", "enter"), []string{"tab", "zzz"}, []string{"enter", "enter", "enter"}},
		"why it is not needed": {uitest.Flat(uitest.Chart, "down", "enter"), []string{"end", "enter", "zzz"}, []string{"enter", "enter", "enter", "enter"}},
		"a row of the user's":  {uitest.Flat(toMaterials, "a"), []string{"zzz"}, []string{"enter", "enter", "enter"}},
		"a fact of a document": {uitest.Flat(uitest.Chart, uitest.Dropped, "end", "up", "enter"), []string{"2026-11-20", "tab", "4页"}, []string{"enter"}},
		"the folder":           {uitest.Flat(toMaterials, "c"), []string{"/材料"}, []string{"enter"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(tt.way, tt.typed))
			typed := tt.typed[len(tt.typed)-1]
			kept := func() bool {
				for _, text := range s.Store.Drafts["app1"].Text {
					if text == typed {
						return true
					}
				}
				return false
			}
			s.Sees(typed)
			s.Keys("esc")
			s.Hidden(typed)
			if !kept() {
				t.Fatalf("not kept: %q", s.Store.Drafts["app1"].Text)
			}
			s.Keys(tt.way[len(tt.way)-1])
			s.Sees(typed)
			if name == "a fact of a document" {
				s.Keys("tab")
			}
			if name == "a note" || name == "why it is not needed" {
				s.Keys("tab")
			}
			s.Keys(tt.confirm...)
			if kept() {
				t.Errorf("what was confirmed is kept as half typed: %q\n%s", s.Store.Drafts["app1"].Text, s.Screen())
			}
		})
	}
}

// A key that has no use just now says why.
func TestKeysSayWhyNot(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []string
		sees string
	}{
		"rename a row":   {uitest.Flat(toMaterials, "r"), "Only your own rows can be renamed"},
		"remove a row":   {uitest.Flat(toMaterials, "del"), "Only your own rows can be removed"},
		"draft":          {uitest.Flat(toMaterials, "w"), "There is no draft for “Application form"},
		"draft of a row": {uitest.Flat(uitest.Company, "ctrl+g", "business-licence", "enter", "w"), "There is no draft for “Business licence"},
		"ask":            {uitest.Flat(toMaterials, "p"), "Nobody is noted yet"},
		"attach nothing": {uitest.Flat(toMaterials, "c", "paste:/材料", "enter", "space", "down", "space", "down", "space", "ctrl+s"), "No file is chosen yet"},
	} {
		s := uitest.Play(t, locales.EN, 80, 24, tt.keys)
		if !strings.Contains(s.Screen(), tt.sees) {
			t.Errorf("%s: no %q on:\n%s", name, tt.sees, s.Screen())
		}
	}
}

// An input method may swallow letters: a file can be viewed without one, though
// its row has a draft that the same key writes.
func TestViewWithoutALetter(t *testing.T) {
	s := uitest.Play(t, locales.ZH, 80, 24, uitest.Flat(uitest.Chart, uitest.Dropped, "home"))
	s.Send(tea.KeyPressMsg{Code: 'o', Mod: tea.ModCtrl})
	if len(s.Files.Viewed) != 1 || s.Files.Viewed[0].Name != "营业执照.pdf" {
		t.Errorf("viewed %v:\n%s", s.Files.Viewed, s.Screen())
	}
	s.Keys("end")
	s.Send(tea.KeyPressMsg{Code: 'o', Mod: tea.ModCtrl})
	s.Sees("Word")
}

// What is done on a page of its own leads back to the page of the row, from
// however far above.
func TestBackToTheRow(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Chart, uitest.Dropped, "home", "enter", "end", "enter", "enter"))
	s.Sees("Equity structure chart", "Earlier files (1)") // taken off, from the menu of the file
	s.Has("章程.pdf")
	s.Keys("end", "enter", "enter", "enter")
	s.Sees("Equity structure chart", "Status, owner") // brought back
	s.Has("章程.pdf 营业执照.pdf")
	s.Keys("home", "enter", "down", "down", "enter")
	s.Sees("Equity structure chart", "Status, owner") // moved
	s.Has("营业执照.pdf 章程.pdf")
}

// The list follows the language, the status that Space sets, and the files that
// come while it is shown.
func TestListIsDrawnAnew(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, toMaterials)
	s.Sees("always needed", "to collect")
	s.Slow = true
	s.Keys("space")
	s.Sees("› Application form", "requested") // before it is saved
	s.Slow = false
	s.Settle()
	s.Keys("f2")
	s.Sees("必备材料")
	s.Hidden("always needed")
	if got := s.Row("application-form").Status; got != model.Requested {
		t.Errorf("saved as %s", got)
	}
	replies := uitest.Slow(s)
	s.Keys("f2", "down", "enter", uitest.Dropped, "esc", "enter")
	s.Sees("Business licence", "0/2")
	for _, msg := range replies() {
		s.Send(msg)
	}
	s.Sees("2 files attached", "◐ Business licence", "! collected")
}

// Facts are kept while they are half typed, refused together, and checked at
// once.
func TestFactsForm(t *testing.T) {
	form := uitest.Flat(uitest.Chart, "end", "up", "enter")
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(form, "soon", "enter"))
	s.Sees("soon", "What the document says")
	if len(s.Store.Apps["app1"].Materials[uitest.ChartKey].Details) != 0 {
		t.Error("half is saved")
	}
	s.Keys("esc", "enter")
	s.Sees("soon")
	s.Keys("ctrl+u", "2026-11-20", "tab", "3", "enter")
	got := s.Store.Apps["app1"].Materials[uitest.ChartKey].Details
	if got[model.PagesOf] != model.Number(3) || got[model.SignedOn] == nil {
		t.Errorf("%v\n%s", got, s.Screen())
	}
	s.Sees("2026")
	if len(s.Store.Drafts["app1"].Text) != 0 {
		t.Errorf("drafts left: %v", s.Store.Drafts["app1"].Text)
	}
}
