package files_test

import (
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// setAside has two corporate shareholders, of whom the first had a file and has
// been taken off the list; the list of what is set aside is open.
var setAside = uitest.Flat(uitest.Company, uitest.Capital, "甲公司", "enter", "1", "enter", "enter", "60", "enter", "enter",
	"enter", "乙公司", "enter", "1", "enter", "enter", "40", "enter", "enter",
	"ctrl+g", "shareholder-licence/p1", "enter", "paste:/扫描/章程.pdf", "ctrl+g", "shareholders", "down", "enter", "home", "d",
	"down", "enter", "ctrl+g", "aside", "enter")

func TestSetAside(t *testing.T) {
	const from = model.MaterialKey("shareholder-licence/p1")
	for name, tt := range map[string]struct {
		keys []string
		at   model.MaterialKey // where the file is then
		past int               // how many versions the old row has in its history
	}{
		"stays":                          {uitest.Flat("enter", "esc"), from, 0},
		"into the history":               {uitest.Flat("enter", "enter"), "", 1},
		"to the same document of others": {uitest.Flat("enter", "down", "enter"), "shareholder-licence/p2", 0},
		"to the first row of the list":   {uitest.Flat("enter", "down", "down", "enter"), "application-form", 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.Play(t, locales.EN, 80, 24, setAside)
			s.Sees("甲公司", "1 file")
			s.Keys(tt.keys...)
			app := s.Store.Apps["app1"]
			for key, c := range app.Materials {
				if len(c.Files) > 0 != (key == tt.at) {
					t.Errorf("%s has %d files", key, len(c.Files))
				}
			}
			if n := len(app.Materials[from].Past); n != tt.past {
				t.Errorf("%d versions in the history", n)
			}
			if tt.at != from { // nothing is left to decide: the list closes
				s.Hidden("1 file")
			}
		})
	}
}
