package cover_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

func TestEditionGolden(t *testing.T) {
	for _, scene := range []struct {
		name string
		keys []string
	}{
		{"edition", []string{"enter"}},
		{"edition-back", []string{"enter", "right", "right", "enter", "ctrl+g", "edition", "enter"}},
	} {
		for _, size := range uitest.Sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					s := uitest.Reopened(t, lang, size[0], size[1])
					s.Keys(scene.keys...)
					s.Golden(name)
				})
			}
		}
	}
}

// Esc leaves everything as it is and asks again; staying asks no more; moving
// keeps every answer, and the way back is there.
func TestEditionStayOrMove(t *testing.T) {
	s := uitest.Reopened(t, locales.EN, 80, 24)
	s.Keys("enter")
	s.Sees("The rules have a newer edition", "Removed")
	s.Keys("esc", "esc", "enter")
	s.Sees("The rules have a newer edition")
	s.Keys("right", "enter") // stay
	if a := s.Store.Only(t); a.Edition.Year != 2026 || a.Declined.Year != 2027 {
		t.Errorf("stayed: %s, declined %s", a.Edition, a.Declined)
	}
	s.Keys("esc", "enter")
	if strings.Contains(s.Screen(), "newer edition") {
		t.Errorf("asked again:\n%s", s.Screen())
	}
	s.Keys("ctrl+g", "edition", "enter", "right", "right", "enter") // move after all
	s.Sees("Moved to the edition of 2027-11-23")
	a := s.Store.Only(t)
	if a.Edition.Year != 2027 || len(a.Shelved["service-kind"]) != 1 || a.Answers["company-name"].Value == nil {
		t.Errorf("moved: %+v", a)
	}
	s.Keys("ctrl+g", "edition", "enter", "right", "right", "enter") // and back
	if a := s.Store.Only(t); a.Edition.Year != 2026 || model.Input(a.Answers["service-kind"].Value) != "offshore" {
		t.Errorf("back: %+v", a)
	}
}
