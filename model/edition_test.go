package model_test

import (
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// nextEdition is the shipped procedure as it might be a year later: something
// of every kind has gone, has come and is otherwise.
func nextEdition(t testing.TB) *model.Procedure {
	t.Helper()
	data, err := os.ReadFile("procedure/definitions/call-center/2026-11-23.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, edit := range [][2]string{
		{"edition = 2026-11-23", "edition = 2027-11-23"},
		{`options = ["domestic", "offshore"]`, `options = ["domestic", "mixed"]`},
		{`{ id = "record", questions = ["business-scope-telecom", "violations-3y"] }`, `{ id = "record", questions = ["business-scope-telecom", "complaints-line"] }`},
		{"id = \"violations-3y\"\nkind = \"yes-no\"", "id = \"complaints-line\"\nkind = \"yes-no\""},
		{"violations-3y = false", "complaints-line = true"},
		{"id = \"staff-list\"", "id = \"training-record\""},
		{`length = 3, unit = "month"`, `length = 2, unit = "month"`},
		{"service-kind = \"offshore\"", "service-kind = \"mixed\""},
		{"id = \"seats\"\nkind = \"number\"", "id = \"seats\"\nkind = \"text\""},
	} {
		if !strings.Contains(text, edit[0]) {
			t.Fatalf("nothing to edit: %s", edit[0])
		}
		text = strings.Replace(text, edit[0], edit[1], 1)
	}
	p, problems := procedure.Load("next.toml", []byte(text))
	if p == nil {
		t.Fatal(problems)
	}
	return p
}

func TestCompareEditions(t *testing.T) {
	old, next := callCenter(t), nextEdition(t)
	want := []model.EditionChange{
		{Kind: "question", ID: "complaints-line", How: model.Added},
		{Kind: "material", ID: "training-record", How: model.Added},
		{Kind: "question", ID: "violations-3y", How: model.Removed},
		{Kind: "material", ID: "staff-list", How: model.Removed},
		{Kind: "question", ID: "service-kind", How: model.Changed},
		{Kind: "question", ID: "seats", How: model.Changed},
		{Kind: "condition", ID: "no-violations", How: model.Changed},
		{Kind: "condition", ID: "no-marketing-calls", How: model.Changed},
		{Kind: "clock", ID: "resubmission", How: model.Changed},
	}
	if got := model.CompareEditions(old, next); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := model.CompareEditions(old, old); len(got) != 0 {
		t.Errorf("an edition differs from itself: %v", got)
	}
	back := model.CompareEditions(next, old)
	if len(back) != len(want) || back[0].ID != "violations-3y" || back[0].How != model.Added {
		t.Errorf("the other way round: %v", back)
	}
}

// There and back again: every answer is what it was, and what was submitted is
// untouched on the way.
func TestMoveThereAndBack(t *testing.T) {
	old, next := callCenter(t), nextEdition(t)
	a := answered(t, old, "service-kind=offshore violations-3y=true seats=30 company-name=甲 coverage=nationwide uscc=? "+staff3)
	happen(t, old, a, "submitted")
	before := a.Clone()

	a.Adopt(next)
	if a.Edition != next.Edition {
		t.Errorf("edition %s", a.Edition)
	}
	for _, id := range []model.QuestionID{"service-kind", "seats"} {
		if _, ok := a.Answers[id]; ok || len(a.Shelved[id]) != 1 {
			t.Errorf("%s: %v, shelved %v", id, a.Answers[id], a.Shelved[id])
		}
	}
	if !reflect.DeepEqual(a.Snapshots, before.Snapshots) || !reflect.DeepEqual(a.Events, before.Events) {
		t.Error("what was submitted has changed")
	}
	if model.Visits(next, a) == nil {
		t.Error("nothing is asked")
	}
	there := a.Clone()
	a.Adopt(old)
	if !reflect.DeepEqual(a.Answers, before.Answers) || len(a.Shelved) != 0 {
		t.Errorf("back:\n%v\nwant\n%v\nshelved %v", a.Answers, before.Answers, a.Shelved)
	}

	// An answer that was given meanwhile waits for its edition in turn.
	a = &there
	set(t, next, a, "service-kind", "mixed")
	set(t, next, a, "complaints-line", "true")
	meanwhile := a.Clone()
	a.Adopt(old)
	if got := model.Input(a.Answers["service-kind"].Value); got != "offshore" {
		t.Errorf("back with another answer: %s", got)
	}
	a.Adopt(next)
	if !reflect.DeepEqual(a.Answers, meanwhile.Answers) {
		t.Errorf("there again: %v, want %v", a.Answers, meanwhile.Answers)
	}
}

// Moving changes nothing behind the back of a copy.
func TestMoveSharesNothing(t *testing.T) {
	old, next := callCenter(t), nextEdition(t)
	a := answered(t, old, "service-kind=offshore company-name=甲")
	copied := a.Clone()
	answers := maps.Clone(a.Answers)
	a.Adopt(next)
	if !reflect.DeepEqual(copied.Answers, answers) || copied.Edition != old.Edition {
		t.Errorf("the copy has changed: %v", copied.Answers)
	}
}

func TestNewerIsOfferedOnce(t *testing.T) {
	old, next := callCenter(t), nextEdition(t)
	a := model.New(old, "test")
	if a.Newer(old) || !a.Newer(next) {
		t.Error("a newer edition is to be offered, and only that")
	}
	a.Stay(next)
	if a.Newer(next) {
		t.Error("offered again")
	}
	a.Adopt(next)
	if a.Newer(next) || a.Newer(old) {
		t.Error("offered to one that has moved")
	}
	if a.Adopt(old); a.Newer(next) {
		t.Error("offered to one that has come back from it")
	}
}
