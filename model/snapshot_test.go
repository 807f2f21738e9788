package model_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
)

// record is Record without items, at a time of day.
func record(t *testing.T, p *model.Procedure, a *model.Application, event, on string, items ...model.Item) {
	t.Helper()
	e := model.Event{ID: model.EventID(event), Date: day(on), Recorded: time.Date(2026, 11, 26, 9, 30, 1, 5, time.FixedZone("", 8*3600))}
	if err := a.Record(p, e, items); err != nil {
		t.Fatalf("%s: %v", event, err)
	}
}

func stored(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestSnapshot(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "coverage=nationwide registered-capital=10000000")
	file := model.File{Name: "营业执照.pdf", SHA256: "aa", Size: 1, Added: time.Unix(1, 0).UTC()}
	if err := a.Attach(p, "business-licence", file); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Snapshot(1); !errors.Is(err, &model.Error{Code: model.NoSuchRound}) {
		t.Errorf("before anything is handed in: %v", err)
	}
	record(t, p, a, "filled", "2026-09-20")
	if len(a.Snapshots) != 0 {
		t.Error("a milestone froze something")
	}
	record(t, p, a, "submitted", "2026-09-21")
	first, err := a.Snapshot(1)
	if err != nil || !first.Intact() || first.Event != "submitted" || len(first.Materials["business-licence"].Files) != 1 {
		t.Fatalf("%+v %v", first, err)
	}
	was := stored(t, first)

	// Everything that can be changed afterwards.
	set(t, p, a, "registered-capital", "20000000")
	if err := a.Replace(p, "business-licence", "aa", model.File{Name: "新.pdf", SHA256: "bb"}, time.Unix(2, 0)); err != nil {
		t.Fatal(err)
	}
	if _, err := a.AddOwn(model.OwnMaterial{Name: "说明"}); err != nil {
		t.Fatal(err)
	}
	a.Looked("bb", model.Look{})
	if err := a.Rename("另一个名称"); err != nil {
		t.Fatal(err)
	}
	record(t, p, a, "returned", "2026-09-25", model.Item{Answer: "coverage", Reason: model.Incorrect}, model.Item{Answer: "registered-capital", Reason: model.Incorrect},
		model.Item{Material: "business-licence", Reason: model.Outdated}, model.Item{Reason: model.OtherReason, Text: "x"})
	var changed []bool
	for _, it := range a.Items {
		changed = append(changed, a.ChangedSince(p, it))
		if err := a.Settle(it.ID, ""); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(changed, []bool{false, true, true, false}) {
		t.Errorf("changed since the notice: %v", changed)
	}
	record(t, p, a, "resubmitted", "2026-09-28")
	if got := stored(t, a.Snapshots[0]); got != was {
		t.Errorf("the first snapshot became\n%s, was\n%s", got, was)
	}

	// What it shows, and what had changed.
	then, now := a.AsOf(p, a.Snapshots[0]), a.AsOf(p, a.Snapshots[1])
	if then.Title != "test" || now.Title != "另一个名称" || len(then.Events) != 2 || len(now.Events) != 4 || len(now.Items) != 4 {
		t.Errorf("as of then %q %v, as of now %q %v", then.Title, then.Events, now.Title, now.Events)
	}
	c := model.Compare(p, &then, &now)
	if len(c.Answers) != 1 || c.Answers[0].Question.ID != "registered-capital" {
		t.Errorf("answers %+v", c.Answers)
	}
	if len(c.Materials) != 2 || c.Materials[0].Added[0].SHA256 != "bb" || c.Materials[0].Removed[0].SHA256 != "aa" || c.Materials[1].Before != nil {
		t.Errorf("materials %+v", c.Materials)
	}
	if !model.Compare(p, &now, &now).Same() {
		t.Error("it differs from itself")
	}

	// There and back through the store, and with a hand in it.
	var back model.Application
	if err := json.Unmarshal([]byte(stored(t, a)), &back); err != nil || len(back.Snapshots) != 2 {
		t.Fatal(err)
	}
	for _, s := range back.Snapshots {
		if !s.Intact() {
			t.Errorf("submission %d is not intact after a round trip", s.Round)
		}
		for _, tampered := range []string{
			strings.Replace(stored(t, s), "2026-09-2", "2026-08-2", 1), strings.Replace(stored(t, s), "0000000", "0000001", 1),
			strings.Replace(stored(t, s), `"sha256":"`, `"sha256":"c`, 1), strings.Replace(stored(t, s), `"sum":"`, `"sum":"0`, 1),
		} {
			var bad model.Snapshot
			if err := json.Unmarshal([]byte(tampered), &bad); err != nil || bad.Intact() {
				t.Errorf("not noticed (%v): %s", err, tampered)
			}
		}
	}
	a.Unrecord(p)
	if len(a.Snapshots) != 1 || stored(t, a.Snapshots[0]) != was {
		t.Errorf("%d snapshots after taking the resubmission back", len(a.Snapshots))
	}
	a.Unrecord(p)
	if len(a.Snapshots) != 1 {
		t.Error("taking a notice back took a snapshot")
	}
}

// An event of a time before snapshots has none; the rounds keep their numbers.
func TestSnapshotBefore(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "coverage=nationwide")
	record(t, p, a, "submitted", "2026-09-21")
	a.Snapshots = nil
	record(t, p, a, "returned", "2026-09-25", model.Item{Answer: "coverage", Reason: model.Incorrect})
	if a.ChangedSince(p, a.Items[0]) {
		t.Error("changed since something that is not kept")
	}
	if err := a.Settle("i1", ""); err != nil {
		t.Fatal(err)
	}
	record(t, p, a, "resubmitted", "2026-09-28")
	var e *model.Error
	if _, err := a.Snapshot(1); !errors.As(err, &e) || fmt.Sprint(e.Accepts) != "[2]" {
		t.Errorf("%v", err)
	}
	if s, err := a.Snapshot(2); err != nil || len(a.AsOf(p, s).Events) != 3 {
		t.Errorf("%+v %v", s, err)
	}
}

// Random walks with changes between the events: no event is lost, a snapshot
// never changes, and taking the last event back restores what was before it.
func TestRandomWalksKeep(t *testing.T) {
	p := callCenter(t)
	for seed := range uint64(120) {
		rnd := rand.New(rand.NewPCG(seed, 4))
		a := answered(t, p, "coverage=nationwide registered-capital=10000000")
		var frozen []string
		for step := range 20 {
			set(t, p, a, "registered-capital", fmt.Sprint(10_000_000+1000*int(seed)+step))
			var open []*model.EventRule
			for _, r := range model.Allowed(p, a) {
				if !r.Settled || len(a.OpenItems()) == 0 {
					open = append(open, r)
				}
			}
			if items := a.OpenItems(); len(items) > 0 {
				if err := a.Settle(items[rnd.IntN(len(items))].ID, ""); err != nil {
					t.Fatal(err)
				}
			}
			if len(open) == 0 {
				if len(model.Allowed(p, a)) == 0 {
					break
				}
				continue
			}
			rule := open[rnd.IntN(len(open))]
			var items []model.Item
			if slices.Contains(rule.Asks, model.AskItems) {
				items = []model.Item{{Answer: "coverage", Reason: model.Incorrect}, {Material: "business-licence", Reason: model.Outdated}}
			}
			before := a.Clone()
			events := len(a.Events)
			record(t, p, a, string(rule.ID), day("2026-01-05").AddDays(step).String(), items...)
			if len(a.Events) != events+1 || len(a.Snapshots) != len(frozen)+map[bool]int{true: 1}[rule.Freezes] {
				t.Fatalf("seed %d, %s: %d events, %d snapshots", seed, rule.ID, len(a.Events), len(a.Snapshots))
			}
			undone := a.Clone()
			undone.Unrecord(p)
			undone.Numbered = before.Numbered // numbers are not given out twice
			if !reflect.DeepEqual(norm(t, undone), norm(t, before)) {
				t.Fatalf("seed %d: taking %s back left\n%s, was\n%s", seed, rule.ID, stored(t, undone), stored(t, before))
			}
			if rule.Freezes {
				frozen = append(frozen, stored(t, a.Snapshots[len(a.Snapshots)-1]))
			}
			for i, s := range a.Snapshots {
				if stored(t, s) != frozen[i] || !s.Intact() {
					t.Fatalf("seed %d, step %d: snapshot %d changed", seed, step, i+1)
				}
			}
		}
	}
}

// norm is an application as it is stored, where empty and missing are one.
func norm(t *testing.T, a model.Application) (m map[string]any) {
	t.Helper()
	if err := json.Unmarshal([]byte(stored(t, a)), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestLacks(t *testing.T) {
	p := callCenter(t)
	for _, tt := range []struct {
		e    model.Event
		want string
	}{
		{model.Event{ID: "refused"}, "[reason]"},
		{model.Event{ID: "refused", Reason: "x"}, "[]"},
		{model.Event{ID: "not-accepted"}, "[reason]"},
		{model.Event{ID: "issued"}, "[number valid-until]"},
		{model.Event{ID: "issued", Number: "B2-1", ValidUntil: day("2031-11-22")}, "[]"},
		{model.Event{ID: "submitted"}, "[]"},
	} {
		if got := fmt.Sprint(tt.e.Lacks(p.Event(tt.e.ID))); got != tt.want {
			t.Errorf("%+v lacks %s, want %s", tt.e, got, tt.want)
		}
	}
}

// Every event says who acts, or that the calendar does; what is handed in is
// frozen, and nothing else is.
func TestEventRules(t *testing.T) {
	p := callCenter(t)
	for _, r := range p.Events {
		if freezes := r.ID == "submitted" || r.ID == "resubmitted"; r.Freezes != freezes {
			t.Errorf("%s freezes: %t", r.ID, r.Freezes)
		}
		if nobody := r.ID == "expired"; (r.Actor == model.Nobody) != nobody {
			t.Errorf("%s is done by %q", r.ID, r.Actor)
		}
	}
}
