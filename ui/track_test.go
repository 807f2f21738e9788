package ui

import (
	"fmt"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// tracked is a store with one application to which all that happened.
func tracked(t testing.TB, happened func(p *model.Procedure, a *model.Application) error) *memory {
	t.Helper()
	p, err := procedure.Latest(callCenter)
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "北京蓝鲸客服科技有限公司")
	for id, v := range map[model.QuestionID]model.Value{
		"company-name": model.Text("北京蓝鲸客服科技有限公司"), "coverage": model.Text("nationwide"), "registered-capital": model.Number(8_000_000),
	} {
		if err := a.Answer(p, id, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := happened(p, &a); err != nil {
		t.Fatal(err)
	}
	m := newMemory()
	a.Created, a.Updated = noon, noon
	if _, err := m.Create(a, model.Summarise(p, &a, calendar.China())); err != nil {
		t.Fatal(err)
	}
	return m
}

func on(month time.Month, day int) model.Date { return model.Date{Year: 2026, Month: month, Day: day} }

// twiceReturned has had a second notice, of which one thing is done already.
func twiceReturned(p *model.Procedure, a *model.Application) error {
	steps := []func() error{
		func() error {
			return a.Record(p, model.Event{ID: "submitted", Date: on(10, 12), Number: "2026-0815"}, nil)
		},
		func() error {
			return a.Record(p, model.Event{ID: "returned", Date: on(10, 16)}, []model.Item{{Answer: "registered-capital", Reason: model.Incorrect, Text: "注册资本低于一千万元"}})
		},
		func() error { return a.Answer(p, "registered-capital", model.Number(12_000_000)) },
		func() error { return a.Settle("i1", "") },
		func() error {
			return a.Attach(p, "equity-chart", model.File{Name: "股权结构图.pdf", SHA256: "aa", Size: 123456})
		},
		func() error { return a.Record(p, model.Event{ID: "resubmitted", Date: on(10, 26)}, nil) },
		func() error {
			return a.Record(p, model.Event{ID: "returned", Date: on(11, 2)}, []model.Item{
				{Material: "equity-chart", Reason: model.Incomplete, Text: "股权结构图没有追溯到自然人"},
				{Material: "business-licence", Reason: model.Outdated, Text: "营业执照不是最新的"},
				{Reason: model.OtherReason, Text: "请在说明上加盖公章"},
			})
		},
		func() error { return a.Note(p, "business-licence", model.Collected{Status: model.Got}) },
		func() error { return a.Settle("i4", "窗口答复不需要") },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// unanswered was submitted, and no notice has come within five working days.
func unanswered(p *model.Procedure, a *model.Application) error {
	return a.Record(p, model.Event{ID: "submitted", Date: on(11, 9)}, nil)
}

var trackScenes = []struct {
	name     string
	happened func(*model.Procedure, *model.Application) error
	keys     []string
}{
	{"correcting", twiceReturned, []string{"enter"}},
	{"correcting-materials", twiceReturned, []string{"enter", "ctrl+g", "materials", "enter"}},
	{"correcting-submission", twiceReturned, []string{"enter", "ctrl+g", "submission", "enter"}},
	{"correcting-item", twiceReturned, []string{"enter", "down", "down", "enter"}},
	{"rounds", twiceReturned, flat("enter", "ctrl+g", "submission", "enter", "end", times("up", 4))},
	{"round", twiceReturned, flat("enter", "ctrl+g", "submission", "enter", "end", times("up", 4), "enter")},
	{"round-change", twiceReturned, flat("enter", "ctrl+g", "submission", "enter", "end", times("up", 2), "enter")},
	{"deemed", unanswered, []string{"enter", "enter"}},
	{"deemed-overview", unanswered, []string{"enter"}},
	{"deemed-record", unanswered, []string{"enter", "enter", "enter"}},
}

func TestTrackGolden(t *testing.T) {
	for _, scene := range trackScenes {
		for _, size := range sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					s := drive(t, tracked(t, scene.happened), lang, size[0], size[1])
					for _, k := range scene.keys {
						s.keys(k)
						s.fits()
					}
					s.golden(name)
				})
			}
		}
	}
}

// Where no notice came in time, Enter leads from the overview to a record that
// counts from the day of receipt.
func TestDeemed(t *testing.T) {
	s := drive(t, tracked(t, unanswered), locales.EN, 80, 24)
	s.keys("enter")
	s.sees("No notice came in time")
	s.keys("enter", "enter", "enter", "enter", "enter", "enter")
	s.sees("Accepted (受理), awaiting the decision")
	for _, a := range s.store.apps {
		if n := len(a.Events); n != 2 || !a.Events[1].Deemed || a.Events[1].Date != on(11, 9) {
			t.Errorf("recorded %+v", a.Events)
		}
	}
}

// A notice that has been answered gives the overview back its tasks; each item
// is settled from there.
func TestCorrecting(t *testing.T) {
	s := drive(t, tracked(t, twiceReturned), locales.EN, 80, 24)
	s.keys("enter", "down", "enter", "enter") // done
	s.sees("Correction (补正): 1 item left")
	s.keys("down", "enter", "enter")
	s.sees("All correction items are settled", "Resubmit on the official system")
	s.keys("home", "enter") // to what can be recorded now
	s.sees("▌ + Resubmitted after correction")
}

// A submission opens read-only, and nothing that is pressed there changes it.
func TestRoundIsReadOnly(t *testing.T) {
	s := drive(t, tracked(t, twiceReturned), locales.EN, 80, 24)
	s.keys(flat("enter", "ctrl+g", "submission", "enter", "end", times("up", 3), "enter")...)
	s.sees("Submission 1 as it was handed in", "This is what was handed in")
	before := fmt.Sprint(s.store.apps)
	s.keys("enter", "space", "x", "u", "down", "f3", "tab")
	if after := fmt.Sprint(s.store.apps); after != before {
		t.Errorf("the application became %s", after)
	}
}
