package model_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func day(s string) model.Date {
	d, err := model.ParseISODate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// walked records "event event …" a day apart.
func walked(t *testing.T, p *model.Procedure, events string) *model.Application {
	t.Helper()
	a := model.New(p, "test")
	on := day("2026-09-21")
	for _, id := range strings.Fields(events) {
		if err := a.Record(p, model.Event{ID: model.EventID(id), Date: on}, nil); err != nil {
			t.Fatalf("%s: %v", events, err)
		}
		on = on.AddDays(1)
	}
	return &a
}

func TestMachine(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		events string
		state  model.StateID
	}{
		{"", "preparing"},
		{"registered", "preparing"},
		{"registered filled", "preparing"},
		{"filled submitted", "submitted"},
		{"submitted returned", "returned"},
		{"submitted returned resubmitted", "resubmitted"},
		{"submitted returned resubmitted returned resubmitted accepted", "accepted"},
		{"submitted accepted returned resubmitted", "accepted"},
		{"submitted not-accepted", "not-accepted"},
		{"submitted accepted review-started", "under-review"},
		{"submitted accepted review-started reviewed", "accepted"},
		{"submitted accepted published", "public-notice"},
		{"submitted accepted approved", "approved"},
		{"submitted accepted review-started refused", "refused"},
		{"submitted accepted published approved issued", "issued"},
		{"submitted accepted approved issued expired", "ended"},
		{"submitted withdrawn", "withdrawn"},
		{"withdrawn", "withdrawn"},
	} {
		if got := model.StateOf(p, walked(t, p, tt.events)).ID; got != tt.state {
			t.Errorf("%q: %s, want %s", tt.events, got, tt.state)
		}
	}
}

func TestEventRefused(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		events, event string
		allowed       string
	}{
		{"", "accepted", "registered filled submitted withdrawn"},
		{"filled", "registered", "submitted withdrawn"},
		{"registered", "registered", "filled submitted withdrawn"},
		{"submitted", "issued", "returned not-accepted accepted review-started verified withdrawn"},
		{"submitted not-accepted", "submitted", "reconsidered"},
		{"submitted accepted approved", "withdrawn", "issued"},
	} {
		a := walked(t, p, tt.events)
		n := len(a.Events)
		err := a.Record(p, model.Event{ID: model.EventID(tt.event), Date: day("2026-12-01")}, nil)
		var e *model.Error
		if !errors.As(err, &e) || e.Code != model.EventNotAllowed || strings.Join(e.Accepts, " ") != tt.allowed || len(a.Events) != n {
			t.Errorf("%q then %s: %v", tt.events, tt.event, err)
		}
	}
	a := walked(t, p, "submitted")
	if err := a.Record(p, model.Event{ID: "accepted", Date: day("2026-09-20")}, nil); !errors.Is(err, &model.Error{Code: model.DateOrder}) {
		t.Errorf("earlier date: %v", err)
	}
	if err := a.Record(p, model.Event{ID: "nonsense", Date: day("2026-09-22")}, nil); !errors.Is(err, &model.Error{Code: model.NoSuchEvent}) {
		t.Errorf("unknown event: %v", err)
	}
}

func TestCorrectionItems(t *testing.T) {
	p := callCenter(t)
	a := walked(t, p, "submitted")
	items := []model.Item{
		{Material: "equity-chart", Reason: model.Incomplete, Text: "签字"},
		{Answer: "registered-address", Reason: model.Incorrect, Text: "不一致"},
	}
	if err := a.Record(p, model.Event{ID: "returned", Date: day("2026-09-25")}, items); err != nil {
		t.Fatal(err)
	}
	resubmit := model.Event{ID: "resubmitted", Date: day("2026-10-09")}
	if err := a.Record(p, resubmit, nil); !errors.Is(err, &model.Error{Code: model.ItemsOpen}) {
		t.Fatalf("with open items: %v", err)
	}
	if err := a.Settle(a.Items[0].ID, ""); err != nil {
		t.Fatal(err)
	}
	if err := a.Settle(a.Items[1].ID, "主管部门答复不需要"); err != nil {
		t.Fatal(err)
	}
	if err := a.Record(p, resubmit, nil); err != nil {
		t.Fatal(err)
	}
	second := []model.Item{{Material: "equity-chart", Reason: model.Incorrect}, {Material: "credibility", Reason: model.Incomplete}}
	if err := a.Record(p, model.Event{ID: "returned", Date: day("2026-10-12")}, second); err != nil {
		t.Fatal(err)
	}
	var late []bool
	for _, it := range a.Items {
		late = append(late, a.Late(p, it))
	}
	if !slices.Equal(late, []bool{false, false, false, true}) || a.Items[3].Round != 2 {
		t.Errorf("late %v items %+v", late, a.Items)
	}
	a.Unrecord(p)
	if len(a.Items) != 2 || len(a.Events) != 3 || model.StateOf(p, a).ID != "resubmitted" {
		t.Errorf("after taking back: %+v %s", a.Items, model.StateOf(p, a).ID)
	}
	for _, bad := range []model.Item{{Material: "nonsense", Reason: model.Incorrect}, {Answer: "nonsense", Reason: model.Incorrect}, {Reason: "nonsense"}} {
		if err := a.Record(p, model.Event{ID: "returned", Date: day("2026-10-12")}, []model.Item{bad}); err == nil {
			t.Errorf("took %+v", bad)
		}
	}
}

// Random walks: every allowed event can be recorded, no event is lost, and
// every state is reached.
func TestRandomWalks(t *testing.T) {
	p := callCenter(t)
	reached := map[model.StateID]bool{}
	for seed := range uint64(400) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		a := model.New(p, "")
		for step := range 25 {
			allowed := model.Allowed(p, &a)
			reached[model.StateOf(p, &a).ID] = true
			if len(allowed) == 0 {
				break
			}
			e := allowed[rnd.IntN(len(allowed))]
			if err := a.Record(p, model.Event{ID: e.ID, Date: day("2026-01-05").AddDays(step)}, nil); err != nil {
				t.Fatalf("seed %d: %s was allowed: %v", seed, e.ID, err)
			}
			if len(a.Events) != step+1 {
				t.Fatalf("seed %d: %d events after step %d", seed, len(a.Events), step)
			}
		}
	}
	for _, s := range p.States {
		if !reached[s.ID] {
			t.Errorf("state %s was never reached", s.ID)
		}
	}
}
