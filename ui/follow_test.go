package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// licensed is a store with one application whose licence has been issued.
func licensed(t testing.TB) *memory {
	t.Helper()
	p, err := procedure.Latest(callCenter)
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "北京蓝鲸客服科技有限公司")
	for id, v := range map[model.QuestionID]model.Value{
		"company-name": model.Text("北京蓝鲸客服科技有限公司"), "coverage": model.Text("nationwide"), "uscc": model.Text("91350100M000100Y43"),
	} {
		if err := a.Answer(p, id, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range []model.Event{
		{ID: "submitted", Date: model.Date{Year: 2026, Month: 9, Day: 1}},
		{ID: "accepted", Date: model.Date{Year: 2026, Month: 9, Day: 3}},
		{ID: "approved", Date: model.Date{Year: 2026, Month: 10, Day: 20}},
		{ID: "issued", Date: model.Date{Year: 2026, Month: 11, Day: 2}, Number: "B2-20260001", ValidUntil: model.Date{Year: 2031, Month: 11, Day: 1}},
	} {
		if err := a.Record(p, e, nil); err != nil {
			t.Fatal(err)
		}
	}
	m := newMemory()
	a.Created, a.Updated = noon, noon
	if _, err := m.Create(a, model.Summarise(p, &a, calendar.China())); err != nil {
		t.Fatal(err)
	}
	return m
}

// toDuties goes from home to the first duty of the licence.
var toDuties = []string{"enter", "ctrl+g", "submission", "enter", "down", "down"}

var followScenes = []struct {
	name string
	keys []string
}{
	{"procedures", []string{"n", "space", "down"}},
	{"intro-annual-report", []string{"n", "space", "down", "enter"}},
	{"duties", toDuties},
	{"follow", flat(toDuties, "enter")},
	{"followed", flat(toDuties, "enter", "enter")},
	{"followed-submission", flat(toDuties, "enter", "enter", "ctrl+g", "submission", "enter")},
	{"followed-home", flat(toDuties, "enter", "enter", "esc", "esc")},
}

func TestFollowGolden(t *testing.T) {
	for _, scene := range followScenes {
		for _, size := range sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					s := drive(t, licensed(t), lang, size[0], size[1])
					s.keys(scene.keys...)
					s.golden(name)
				})
			}
		}
	}
}

// A duty opens the application that was begun for it, and no second one; that
// leads back to its licence.
func TestDutyOpensWhatWasBegun(t *testing.T) {
	s := drive(t, licensed(t), locales.EN, 120, 40)
	s.keys(flat(toDuties, "enter", "enter")...)
	if len(s.store.apps) != 2 {
		t.Fatalf("%d applications", len(s.store.apps))
	}
	s.keys("ctrl+g", "submission", "enter")
	s.sees("Licence: 北京蓝鲸客服科技有限公司")
	s.keys("end", "up", "enter")            // the row above the events that cannot be recorded
	s.keys("ctrl+g", "submission", "enter") // where the focus was left
	s.sees("begun: 北京蓝鲸客服科技有限公司", "annual report 2026 (In")
	s.keys("enter")
	s.sees("annual report 2026")
	if len(s.store.apps) != 2 {
		t.Errorf("%d applications", len(s.store.apps))
	}
}

// Esc and the first button begin nothing.
func TestFollowCanBeLeft(t *testing.T) {
	for _, key := range []string{"esc", "left"} {
		s := drive(t, licensed(t), locales.EN, 80, 24)
		s.keys(flat(toDuties, "enter", key)...)
		if key == "left" {
			s.keys("enter")
		}
		s.sees("Annual report")
		if len(s.store.apps) != 1 {
			t.Errorf("%s: %d applications", key, len(s.store.apps))
		}
	}
}

// The first quarter is the law's; June is only what the starting article says.
// That is no way of counting which the law leaves open.
func TestSourcesThatDisagreeAreNoReadings(t *testing.T) {
	s := drive(t, licensed(t), locales.EN, 120, 40)
	s.keys("enter", "ctrl+g", "submission", "enter")
	s.sees("The sources name different days;")
	if strings.Contains(s.screen(), "The law leaves open") {
		t.Error(s.screen())
	}
}
