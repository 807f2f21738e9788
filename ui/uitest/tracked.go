package uitest

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/calendar"
	"github.com/xuke-cli/xuke/model/procedure"
)

// On is a day of 2026.
func On(month time.Month, day int) model.Date { return model.Date{Year: 2026, Month: month, Day: day} }

// Tracked is a store with one application to which something has happened.
func Tracked(t testing.TB, happened func(p *model.Procedure, a *model.Application) error) *Memory {
	t.Helper()
	p, err := procedure.Latest("call-center")
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
	m := NewMemory()
	a.Created, a.Updated = Noon, Noon
	if _, err := m.Create(a, model.Summarise(p, &a, calendar.China())); err != nil {
		t.Fatal(err)
	}
	return m
}

// TwiceReturned is what happened to an application with a second notice, of which
// one item is settled already.
func TwiceReturned(p *model.Procedure, a *model.Application) error {
	steps := []func() error{
		func() error {
			return a.Record(p, model.Event{ID: "submitted", Date: On(10, 12), Number: "2026-0815"}, nil)
		},
		func() error {
			return a.Record(p, model.Event{ID: "returned", Date: On(10, 16)}, []model.Item{{Answer: "registered-capital", Reason: model.Incorrect, Text: "注册资本低于一千万元"}})
		},
		func() error { return a.Answer(p, "registered-capital", model.Number(12_000_000)) },
		func() error { return a.Settle("i1", "") },
		func() error {
			return a.Attach(p, "equity-chart", model.File{Name: "股权结构图.pdf", SHA256: "aa", Size: 123456})
		},
		func() error { return a.Record(p, model.Event{ID: "resubmitted", Date: On(10, 26)}, nil) },
		func() error {
			return a.Record(p, model.Event{ID: "returned", Date: On(11, 2)}, []model.Item{
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

// Unanswered is what happened to an application that was submitted, and for which
// no notice has come within five working days.
func Unanswered(p *model.Procedure, a *model.Application) error {
	return a.Record(p, model.Event{ID: "submitted", Date: On(11, 9)}, nil)
}

// Licensed is a store with one application whose licence has been issued.
func Licensed(t testing.TB) *Memory {
	t.Helper()
	p, err := procedure.Latest("call-center")
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
	m := NewMemory()
	a.Created, a.Updated = Noon, Noon
	if _, err := m.Create(a, model.Summarise(p, &a, calendar.China())); err != nil {
		t.Fatal(err)
	}
	return m
}

// Reopened is the wizard on a store with a licence that was begun before the
// newer edition came.
func Reopened(t *testing.T, lang locales.Lang, w, h int) *Session {
	t.Helper()
	store := Licensed(t)
	for id, a := range store.Apps {
		a.Answers["service-kind"] = model.Answer{Value: model.Text("offshore")}
		store.Apps[id] = a
	}
	s := Drive(t, store, lang, w, h)
	s.Env.Procedures = TwoEditions(t)
	s.Send(tea.WindowSizeMsg{Width: w, Height: h})
	return s
}
