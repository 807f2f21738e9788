package model_test

import (
	"errors"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// issuedBare has come to its licence, without the number and the validity.
func issuedBare(t *testing.T) (*model.Procedure, *model.Application) {
	t.Helper()
	return recorded(t, "submitted 2026-01-05, returned 2026-01-09, resubmitted 2026-01-12, accepted 2026-01-16, approved 2026-03-02, issued 2026-03-10")
}

// recorded records a history event by event.
func recorded(t *testing.T, of string) (*model.Procedure, *model.Application) {
	t.Helper()
	p := callCenter(t)
	a := model.New(p, "t")
	for _, e := range history(t, of).Events {
		if err := a.Record(p, e, nil); err != nil {
			t.Fatal(err)
		}
	}
	return p, &a
}

// TestD8 adds to an event what was not known when it was recorded, whatever
// has been recorded since.
func TestD8(t *testing.T) {
	p, a := issuedBare(t)
	if err := a.Record(p, model.Event{ID: "numbers-filed", Date: date(t, "2026-04-01")}, nil); err != nil {
		t.Fatal(err)
	}
	before := a.Clone()
	at, err := a.EventIndex("issued")
	if err != nil || at != 5 {
		t.Fatalf("issued is %d, %v", at, err)
	}
	number, until := "B2-1", date(t, "2031-03-09")
	if err := a.Amend(p, at, model.Amendment{Number: &number, ValidUntil: &until}); err != nil {
		t.Fatal(err)
	}
	if e := a.Events[5]; e.Number != number || e.ValidUntil != until || e.Date != date(t, "2026-03-10") || len(a.Events) != 7 {
		t.Errorf("amended to %+v", a.Events)
	}
	var renew bool
	for _, d := range model.Deadlines(p, a, year2026{}) {
		renew = renew || d.Clock == "renew-by" && d.Earliest == until.AddDays(-90)
	}
	if !renew {
		t.Error("the clock of the renewal does not run")
	}
	changes, err := model.Changes(&before, a)
	if err != nil || len(changes) != 1 {
		t.Fatalf("%+v, %v", changes, err)
	}
	back, err := a.Revert(model.Edit{Changes: changes})
	if err != nil || back.Events[5].Number != "" || len(back.Events) != 7 {
		t.Errorf("taken back to %+v, %v", back.Events, err)
	}
}

func TestAmendRefuses(t *testing.T) {
	p, a := issuedBare(t)
	until := date(t, "2031-03-09")
	early, late, mid := date(t, "2026-01-08"), date(t, "2026-01-13"), date(t, "2026-01-10")
	for _, tt := range []struct {
		at   int
		m    model.Amendment
		want model.Code
	}{
		{1, model.Amendment{ValidUntil: &until}, model.NotAsked},
		{0, model.Amendment{Due: &model.Term{Length: 3, Unit: model.Days}}, model.NotAsked},
		{2, model.Amendment{Date: &early}, model.DateOrder},
		{1, model.Amendment{Date: &late}, model.DateAfterNext},
		{1, model.Amendment{Received: &early}, model.ReceivedEarly},
		{1, model.Amendment{Due: &model.Term{Date: early}}, model.DueEarly},
	} {
		if err := a.Amend(p, tt.at, tt.m); !errors.Is(err, &model.Error{Code: tt.want}) {
			t.Errorf("event %d with %+v: %v", tt.at, tt.m, err)
		}
	}
	if err := a.Amend(p, 1, model.Amendment{Date: &mid, Received: &late}); err != nil || a.Events[1].Received != late {
		t.Errorf("%v: %+v", err, a.Events[1])
	}
}

func TestEventIndex(t *testing.T) {
	_, a := issuedBare(t)
	for name, want := range map[string]int{"1": 0, "6": 5, "returned": 1} {
		if got, err := a.EventIndex(name); err != nil || got != want {
			t.Errorf("%s is %d, %v", name, got, err)
		}
	}
	a.Events = append(a.Events, model.Event{ID: "returned"})
	for name, want := range map[string]model.Code{"0": model.NotRecorded, "8": model.NotRecorded, "renewed": model.NotRecorded, "returned": model.AmbiguousEvent} {
		if _, err := a.EventIndex(name); !errors.Is(err, &model.Error{Code: want}) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A submission that was kept goes with the date of its event, and is whole.
func TestAmendSubmission(t *testing.T) {
	p, a := issuedBare(t)
	on, number := date(t, "2026-01-06"), "S-2"
	if err := a.Amend(p, 0, model.Amendment{Date: &on, Number: &number}); err != nil {
		t.Fatal(err)
	}
	s, err := a.Snapshot(1)
	if err != nil || s.Date != on || s.Number != number || !s.Intact() {
		t.Errorf("kept as %v %s, intact %v, %v", s.Date, s.Number, s.Intact(), err)
	}
	a.Snapshots[0].Title = "another"
	on = date(t, "2026-01-07")
	if err := a.Amend(p, 0, model.Amendment{Date: &on}); err != nil {
		t.Fatal(err)
	}
	if a.Snapshots[0].Intact() {
		t.Error("what was altered passes for whole")
	}
}

func TestAmendItem(t *testing.T) {
	p, a := recorded(t, "submitted 2026-01-05")
	if err := a.Record(p, model.Event{ID: "returned", Date: date(t, "2026-01-09")}, []model.Item{{Reason: model.OtherReason, Text: "x"}}); err != nil {
		t.Fatal(err)
	}
	is := model.Item{ID: "i1", Reason: model.Incomplete, Text: "to the end", Material: "equity-chart", Round: 7, Resolved: true}
	if err := a.AmendItem(p, is); err != nil {
		t.Fatal(err)
	}
	if it := a.Items[0]; it.Text != "to the end" || it.Material != "equity-chart" || it.Round != 1 || it.Resolved {
		t.Errorf("amended to %+v", it)
	}
	for _, tt := range []struct {
		it   model.Item
		want model.Code
	}{
		{model.Item{ID: "i2", Reason: model.Incomplete}, model.NoSuchItem},
		{model.Item{ID: "i1", Reason: "bad"}, model.NotAnOption},
		{model.Item{ID: "i1", Reason: model.Incomplete, Material: "nothing"}, model.NoSuchMaterial},
		{model.Item{ID: "i1", Reason: model.Incomplete, Answer: "nothing"}, model.NoSuchQuestion},
	} {
		if err := a.AmendItem(p, tt.it); !errors.Is(err, &model.Error{Code: tt.want}) {
			t.Errorf("%+v: %v", tt.it, err)
		}
	}
	// D26: nothing was changed about the chart since it was handed in.
	if !a.Untouched(p, a.Items[0]) {
		t.Error("the chart is as it was")
	}
	if err := a.Note(p, "equity-chart", model.Collected{Status: model.Got}); err != nil {
		t.Fatal(err)
	}
	if a.Untouched(p, a.Items[0]) || a.Untouched(p, model.Item{Round: 1, Text: "x"}) {
		t.Error("the chart was changed, and an item about nothing has nothing to change")
	}
}
