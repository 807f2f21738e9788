package model_test

import (
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// To look into a file is no step: it must not be what undo takes back, nor
// keep the step before from being taken back.
func TestLooksAreNoStep(t *testing.T) {
	p := callCenter(t)
	before := model.New(p, "test")
	attached := before.Clone()
	if err := attached.Attach(p, "equity-chart", model.File{Name: "a.pdf", SHA256: "aa"}, model.File{Name: "b.pdf", SHA256: "bb"}); err != nil {
		t.Fatal(err)
	}
	looked := attached.Clone()
	looked.Looked("aa", model.Look{Pages: 3})
	if cs, err := model.Changes(&attached, &looked); err != nil || len(cs) != 0 {
		t.Errorf("looking is a step: %v %+v", err, cs)
	}
	if attached.Materials["equity-chart"].Files[0].Look != nil {
		t.Error("comparing has changed what was compared")
	}

	changed := looked.Clone()
	if err := changed.Detach(p, "equity-chart", "bb", changed.Updated); err != nil {
		t.Fatal(err)
	}
	step := edit(t, &looked, &changed)
	again := changed.Clone()
	again.Looked("aa", model.Look{Pages: 4})
	back, err := again.Revert(step)
	if err != nil {
		t.Fatal(err)
	}
	files := back.Materials["equity-chart"].Files
	if len(files) != 2 || files[0].Look == nil || files[0].Look.Pages != 4 {
		t.Errorf("taken back to %+v", files)
	}
	first, err := back.Revert(edit(t, &before, &attached))
	if err != nil || len(first.Materials["equity-chart"].Files) != 0 {
		t.Errorf("%v: %+v", err, first.Materials)
	}
}

func edit(t *testing.T, before, after *model.Application) model.Edit {
	t.Helper()
	cs, err := model.Changes(before, after)
	if err != nil || len(cs) == 0 {
		t.Fatalf("%v: %d changes", err, len(cs))
	}
	return model.Edit{Seq: 2, Changes: cs}
}

// A step that others have gone on from cannot be taken back.
func TestRevertOfAnOldStep(t *testing.T) {
	p := callCenter(t)
	a := model.New(p, "a")
	b, c := a.Clone(), a.Clone()
	b.Title, c.Title = "b", "c"
	if _, err := c.Revert(edit(t, &a, &b)); err == nil {
		t.Error("a step was taken back over another one")
	}
}
