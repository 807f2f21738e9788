package walk_test

import (
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

const licence = model.MaterialKey("shareholder-licence/p1")

// owners are two corporate shareholders, of whom the first has a file and is about
// to be taken off the list.
var owners = uitest.Flat(uitest.Company, uitest.Capital, "甲公司", "enter", "1", "enter", "enter", "60", "enter", "enter",
	"enter", "乙公司", "enter", "1", "enter", "enter", "40", "enter", "enter",
	"ctrl+g", string(licence), "enter", "paste:/扫描/章程.pdf", "ctrl+g", "shareholders", "down", "enter", "home", "d")

func TestRemovalOfFiles(t *testing.T) {
	for name, tt := range map[string]struct {
		keys  []string
		at    model.MaterialKey // where the file is then
		aside int
		stays bool
	}{
		"keep the entry":     {uitest.Flat("enter"), licence, 0, true},
		"esc":                {uitest.Flat("esc"), licence, 0, true},
		"set aside":          {uitest.Flat("down", "enter"), licence, 1, false},
		"to the other entry": {uitest.Flat("down", "down", "enter"), "shareholder-licence/p2", 0, false},
		"to a row of my own": {uitest.Flat("down", "down", "down", "enter"), "other/3", 0, false},
		"into the history":   {uitest.Flat("end", "enter"), "", 0, false},
		"aside and back by name": {uitest.Flat("down", "enter", "end", "up", "enter", "甲公司", "enter", "1", "enter", "enter", "60", "enter", "enter"),
			licence, 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(owners, tt.keys))
			app := s.Store.Apps["app1"]
			p, _ := uitest.Builtin{}.Latest("call-center")
			for key, c := range app.Materials {
				if len(c.Files) > 0 != (key == tt.at) {
					t.Errorf("%s has %d files", key, len(c.Files))
				}
			}
			if got := model.SetAside(p, &app); len(got) != tt.aside {
				t.Errorf("%d rows are set aside", len(got))
			}
			_, there := model.FindRow(model.Checklist(p, &app), licence)
			if there != tt.stays {
				t.Errorf("the row is there: %v\n%s", there, s.Screen())
			}
			if tt.at == "" && len(app.Materials[licence].Past) != 1 {
				t.Error("the file is not in the history")
			}
		})
	}
}

// An entry without files goes after a yes, and nothing is asked about files.
func TestRemoval(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(owners, "esc", "down", "d", "right", "enter"))
	if es, _ := s.Store.Apps["app1"].Answers["shareholders"].Value.(model.Entries); len(es) != 1 {
		t.Errorf("%d entries:\n%s", len(es), s.Screen())
	}
}
