package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// twoEditions are the shipped procedures, and the call centre licence as it
// might be a year later.
func twoEditions(t testing.TB) *procedure.Set {
	t.Helper()
	data, err := os.ReadFile("../model/procedure/definitions/call-center/2026-11-23.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(
		"edition = 2026-11-23", "edition = 2027-11-23",
		`options = ["domestic", "offshore"]`, `options = ["domestic"]`,
		`service-kind = "offshore"`, `service-kind = "domestic"`,
		`id = "staff-list"`, `id = "rectification-report"`,
	).Replace(string(data))
	next, problems := procedure.Load("next.toml", []byte(text))
	if next == nil {
		t.Fatal(problems)
	}
	shipped, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return procedure.NewSet(append([]*model.Procedure{next}, shipped...)...)
}

// reopened is the wizard on a store with a licence that was begun before the
// newer edition came.
func reopened(t *testing.T, lang locales.Lang, w, h int) *session {
	t.Helper()
	store := licensed(t)
	for id, a := range store.apps {
		a.Answers["service-kind"] = model.Answer{Value: model.Text("offshore")}
		store.apps[id] = a
	}
	s := drive(t, store, lang, w, h)
	s.env.Procedures = twoEditions(t)
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	return s
}

func TestEditionGolden(t *testing.T) {
	for _, scene := range []struct {
		name string
		keys []string
	}{
		{"edition", []string{"enter"}},
		{"edition-back", []string{"enter", "right", "right", "enter", "ctrl+g", "edition", "enter"}},
	} {
		for _, size := range sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					s := reopened(t, lang, size[0], size[1])
					s.keys(scene.keys...)
					s.golden(name)
				})
			}
		}
	}
}

func (m *memory) only(t *testing.T) model.Application {
	t.Helper()
	for _, a := range m.apps {
		return a
	}
	t.Fatal("no application")
	return model.Application{}
}

// Esc leaves everything as it is and asks again; staying asks no more; moving
// keeps every answer, and the way back is there.
func TestEditionStayOrMove(t *testing.T) {
	s := reopened(t, locales.EN, 80, 24)
	s.keys("enter")
	s.sees("The rules have a newer edition", "Removed")
	s.keys("esc", "esc", "enter")
	s.sees("The rules have a newer edition")
	s.keys("right", "enter") // stay
	if a := s.store.only(t); a.Edition.Year != 2026 || a.Declined.Year != 2027 {
		t.Errorf("stayed: %s, declined %s", a.Edition, a.Declined)
	}
	s.keys("esc", "enter")
	if strings.Contains(s.screen(), "newer edition") {
		t.Errorf("asked again:\n%s", s.screen())
	}
	s.keys("ctrl+g", "edition", "enter", "right", "right", "enter") // move after all
	s.sees("Moved to the edition of 2027-11-23")
	a := s.store.only(t)
	if a.Edition.Year != 2027 || len(a.Shelved["service-kind"]) != 1 || a.Answers["company-name"].Value == nil {
		t.Errorf("moved: %+v", a)
	}
	s.keys("ctrl+g", "edition", "enter", "right", "right", "enter") // and back
	if a := s.store.only(t); a.Edition.Year != 2026 || model.Input(a.Answers["service-kind"].Value) != "offshore" {
		t.Errorf("back: %+v", a)
	}
}
