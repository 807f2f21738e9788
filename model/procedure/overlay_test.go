package procedure_test

import (
	"reflect"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

const overlay = `overlay = "call-center"
province = "heilongjiang"

[[question]]
id = "insurance-months-asked"
min = 3
default = 3
sources = [{ id = "guide-faq" }]

[[material]]
id = "site-plan"
required = "yes"
kind = "document"
sources = [{ id = "practice" }]
`

// An overlay changes the keys that it names, adds rows, and nothing else.
func TestOverlayChangesWhatItNames(t *testing.T) {
	shipped, err := procedure.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	ps := packs(t, map[string]string{"north.toml": overlay})
	s := shipped.With(ps...)
	s.Overlay(func(string, string) bool { return true }, ps...)
	base, _ := s.Latest("call-center")
	a := model.New(base, "test")
	if s.For(base, &a) != base {
		t.Error("laid over an application of no province")
	}
	a.Answers = map[model.QuestionID]model.Answer{
		"coverage": {Value: model.Text("one-province")}, "provinces": {Value: model.Choices{"heilongjiang"}},
	}
	over := s.For(base, &a)
	if over.Province != "heilongjiang" || over.Edition != base.Edition || over.ID != base.ID {
		t.Fatalf("%s %s %s", over.Province, over.ID, over.Edition)
	}
	want := []model.EditionChange{
		{Kind: "material", ID: "site-plan", How: model.Added},
		{Kind: "question", ID: "insurance-months-asked", How: model.Changed},
	}
	if got := model.CompareEditions(base, over); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	q, was := over.Question("insurance-months-asked"), base.Question("insurance-months-asked")
	if *q.Min != 3 || !model.Equal(q.Default, model.Number(3)) || q.Kind != was.Kind {
		t.Errorf("%+v", q)
	}
	if len(q.Sources) != len(was.Sources)+1 || q.Sources[0].Source != "guide-faq" {
		t.Errorf("sources: %v", q.Sources)
	}
	a.Answers["coverage"] = model.Answer{Value: model.Text("nationwide")}
	if s.For(base, &a) != base {
		t.Error("laid over an application that is nationwide")
	}
}
