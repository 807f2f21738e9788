package track_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

var followScenes = []struct {
	name string
	keys []string
}{
	{"procedures", []string{"n", "space", "down"}},
	{"intro-annual-report", []string{"n", "space", "down", "enter"}},
	{"duties", uitest.ToDuties},
	{"follow", uitest.Flat(uitest.ToDuties, "enter")},
	{"followed", uitest.Flat(uitest.ToDuties, "enter", "enter")},
	{"followed-submission", uitest.Flat(uitest.ToDuties, "enter", "enter", "ctrl+g", "submission", "enter")},
	{"followed-home", uitest.Flat(uitest.ToDuties, "enter", "enter", "esc", "esc")},
}

func TestFollowGolden(t *testing.T) {
	for _, scene := range followScenes {
		for _, size := range uitest.Sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					s := uitest.Drive(t, uitest.Licensed(t), lang, size[0], size[1])
					s.Keys(scene.keys...)
					s.Golden(name)
				})
			}
		}
	}
}

// A duty opens the application that was begun for it, and no second one; that
// leads back to its licence.
func TestDutyOpensWhatWasBegun(t *testing.T) {
	s := uitest.Drive(t, uitest.Licensed(t), locales.EN, 120, 40)
	s.Keys(uitest.Flat(uitest.ToDuties, "enter", "enter")...)
	if len(s.Store.Apps) != 2 {
		t.Fatalf("%d applications", len(s.Store.Apps))
	}
	s.Keys("ctrl+g", "submission", "enter")
	s.Sees("Licence: 北京蓝鲸客服科技有限公司")
	s.Keys("end", "up", "enter")            // the row above the events that cannot be recorded
	s.Keys("ctrl+g", "submission", "enter") // where the focus was left
	s.Sees("begun: 北京蓝鲸客服科技有限公司", "annual report 2026 (In")
	s.Keys("enter")
	s.Sees("annual report 2026")
	if len(s.Store.Apps) != 2 {
		t.Errorf("%d applications", len(s.Store.Apps))
	}
}

// Esc and the first button begin nothing.
func TestFollowCanBeLeft(t *testing.T) {
	for _, key := range []string{"esc", "left"} {
		s := uitest.Drive(t, uitest.Licensed(t), locales.EN, 80, 24)
		s.Keys(uitest.Flat(uitest.ToDuties, "enter", key)...)
		if key == "left" {
			s.Keys("enter")
		}
		s.Sees("Annual report")
		if len(s.Store.Apps) != 1 {
			t.Errorf("%s: %d applications", key, len(s.Store.Apps))
		}
	}
}

// TestM1: the first quarter is the law's; June is only what the starting
// article says, which is a remark and no way of counting.
func TestM1(t *testing.T) {
	s := uitest.Drive(t, uitest.Licensed(t), locales.EN, 120, 40)
	s.Keys("enter", "ctrl+g", "submission", "enter")
	s.Sees("31 Mar 2027 · 128 days left")
	s.Sees("agency article ! superseded by")
	for _, wrong := range []string{"30 June 2027", "The sources name different days", "The law leaves open"} {
		if strings.Contains(s.Screen(), wrong) {
			t.Errorf("%q on:\n%s", wrong, s.Screen())
		}
	}
}
