package store

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

func summarise(a *model.Application) (model.Summary, error) {
	return model.Summary{ID: a.ID, Title: a.Title, State: "preparing"}, nil
}

// save changes an application and keeps it.
func save(t testing.TB, s *Store, a *model.Application, change func(*model.Application)) {
	t.Helper()
	change(a)
	rev, err := s.Save(*a, model.Summary{State: "preparing"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a.Rev = rev
}

func undo(t testing.TB, s *Store, id model.ApplicationID) (model.Application, bool) {
	t.Helper()
	a, _, ok, err := s.Undo(id, epoch, summarise)
	if err != nil {
		t.Fatal(err)
	}
	return a, ok
}

func TestUndoAcrossRestarts(t *testing.T) {
	dir := t.TempDir()
	s := openDir(t, dir)
	a := create(t, s, sample("蓝鲸"))
	first := a.Clone()
	save(t, s, &a, func(a *model.Application) { a.Title = "白鲸" })
	second := a.Clone()
	save(t, s, &a, func(a *model.Application) {
		a.Answers = map[model.QuestionID]model.Answer{"seats": {Value: model.Number(20)}}
		a.Events = []model.Event{{ID: "submitted", Date: model.Date{Year: 2026, Month: 11, Day: 20}}}
	})
	s.Close()

	s = openDir(t, dir)
	for _, want := range []model.Application{second, first} {
		got, ok := undo(t, s, a.ID)
		got.Rev, want.Rev, got.Updated, want.Updated = 0, 0, epoch, epoch
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("undone to\n%+v, want\n%+v", got, want)
		}
	}
	if _, ok := undo(t, s, a.ID); ok {
		t.Error("the making of an application was taken back")
	}
	steps, err := s.History(a.ID, 0, 0)
	if err != nil || len(steps) != 5 {
		t.Fatalf("%v: the log has %d steps, want 5: it is only added to", err, len(steps))
	}
	for i, undoes := range []int64{2, 3, 0, 0, 0} {
		if steps[i].Undoes != undoes || steps[i].Seq != int64(5-i) {
			t.Errorf("step %d takes back %d, want %d", steps[i].Seq, steps[i].Undoes, undoes)
		}
	}
	if page, err := s.History(a.ID, 1, 2); err != nil || len(page) != 2 || page[0].Seq != 4 {
		t.Errorf("a page of the log: %v, %+v", err, page)
	}
}

func TestUndoGoesOnAfterNewSteps(t *testing.T) {
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("a"))
	for _, title := range []string{"b", "c"} {
		save(t, s, &a, func(a *model.Application) { a.Title = title })
	}
	a, _ = undo(t, s, a.ID) // c
	save(t, s, &a, func(a *model.Application) { a.Title = "d" })
	for _, want := range []string{"b", "a"} {
		if got, ok := undo(t, s, a.ID); !ok || got.Title != want {
			t.Errorf("undone to %q, want %q", got.Title, want)
		}
	}
}

// Any walk, taken back step by step, leads through the same places.
func TestUndoRandomWalk(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 1))
	s := openDir(t, t.TempDir())
	a := create(t, s, sample("a"))
	past := []model.Application{a.Clone()}
	for range 60 {
		before := a.Clone()
		save(t, s, &a, func(a *model.Application) { wander(r, a) })
		if cs, _ := model.Changes(&before, &a); len(cs) > 0 {
			past = append(past, a.Clone())
		}
	}
	for i := len(past) - 2; i >= 0; i-- {
		got, ok := undo(t, s, a.ID)
		want := past[i]
		if cs, err := model.Changes(&got, &want); !ok || err != nil || len(cs) > 0 {
			t.Fatalf("seed %d: step back to %d differs: %v %+v", seed, i, err, cs)
		}
	}
}

func wander(r *rand.Rand, a *model.Application) {
	b := a.Clone()
	switch r.IntN(6) {
	case 0:
		b.Title = fmt.Sprint("title ", r.IntN(3))
	case 1:
		if b.Answers == nil {
			b.Answers = make(map[model.QuestionID]model.Answer)
		}
		b.Answers[model.QuestionID(fmt.Sprint("q", r.IntN(4)))] = model.Answer{Value: model.Text(fmt.Sprint("<", r.IntN(3), ">"))}
	case 2:
		for id := range b.Answers {
			delete(b.Answers, id)
			break
		}
	case 3:
		b.Items = append(b.Items, model.Item{ID: fmt.Sprint("i", r.IntN(9)), Text: "改"})
	case 4:
		if n := len(b.Items); n > 0 {
			b.Items[r.IntN(n)].Resolved = true
		}
	case 5:
		b.Events = append(b.Events, model.Event{ID: "submitted", Number: fmt.Sprint(r.IntN(5))})
		if r.IntN(2) == 0 {
			b.Events = nil
		}
	}
	*a = b
}

func TestPurgeForgetsTheLog(t *testing.T) {
	s := openDir(t, t.TempDir())
	a, b := create(t, s, sample("a")), create(t, s, sample("b"))
	save(t, s, &a, func(a *model.Application) { a.Title = "c" })
	if err := s.Purge(a.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.History(a.ID, 0, 0); CodeOf(err) != NotFound {
		t.Errorf("the log of a purged application: %v", err)
	}
	err := s.view(func(t2 tx) error {
		return t2.scan(history, string(a.ID), func(key, _ []byte, _ error) bool {
			t.Errorf("left behind: %q", key)
			return true
		})
	})
	if err != nil {
		t.Error(err)
	}
	if steps, err := s.History(b.ID, 0, 0); err != nil || len(steps) != 1 || steps[0].At != b.Updated.In(steps[0].At.Location()) {
		t.Errorf("the log of another: %v %+v", err, steps)
	}
}

func TestStepsCountFromOne(t *testing.T) {
	if stepKey("a", 2) >= stepKey("a", 1) {
		t.Error("the latest step does not come first")
	}
	if got := len(stepKey("0123456789", 1)); got != idLength+16 {
		t.Errorf("a key has %d bytes", got)
	}
}
