package model_test

import (
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// The one failure is not drowned: it comes first, and that nobody has typed in
// what stands on the paper is one line at the end of what is not settled, and no
// finding.
func TestInspectionsInOrder(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "company-name=甲公司")
	const key = "business-licence"
	if err := a.Attach(p, key, model.File{Name: "a.pdf", SHA256: "aa", Size: 9, Look: &model.Look{Format: model.PNG, Pages: 1, DPI: 72}}); err != nil {
		t.Fatal(err)
	}
	if err := a.Detail(p, key, model.OnName, model.Text("乙公司")); err != nil {
		t.Fatal(err)
	}
	row, _ := model.FindRow(model.Checklist(p, a), key)
	found := model.Inspect(p, a, row)
	order := []model.Level{model.Fail, model.Warn, model.Inconclusive, model.Pass}
	if !slices.IsSortedFunc(found, func(x, y model.Inspection) int { return slices.Index(order, x.Level) - slices.Index(order, y.Level) }) {
		t.Errorf("not the worst first: %+v", found)
	}
	if found[0].Code != model.InspectEquals || found[0].Level != model.Fail {
		t.Errorf("first: %+v", found[0])
	}
	var untyped []model.Inspection
	for _, f := range found {
		if f.Code == model.InspectMissing {
			untyped = append(untyped, f)
		}
	}
	if len(untyped) != 1 || !slices.Equal(untyped[0].Details, []model.DetailID{model.OnNumber, model.ValidUntil, model.PagesOf}) {
		t.Errorf("not typed in: %+v", untyped)
	}
	for _, tt := range []struct {
		found []model.Inspection
		want  model.Level
	}{
		{nil, ""},
		{untyped, ""},
		{append(untyped, model.Inspection{Level: model.Pass}), model.Pass},
		{append(untyped, model.Inspection{Level: model.Inconclusive}), model.Inconclusive},
		{[]model.Inspection{{Level: model.Pass}, {Level: model.Fail}, {Level: model.Warn}}, model.Fail},
	} {
		if got := model.Worst(tt.found); got != tt.want {
			t.Errorf("the worst of %+v: %q, want %q", tt.found, got, tt.want)
		}
	}
}

// A draft with open places fails, one that is filled in only warns.
func TestDraftWithOpenPlaces(t *testing.T) {
	p := callCenter(t)
	for places, want := range map[int]model.Level{0: model.Warn, 1: model.Fail} {
		a := answered(t, p, "")
		if err := a.Attach(p, "business-plan", model.File{Name: "a.docx", SHA256: "aa", Size: 9, Look: &model.Look{Format: model.DOCX, Places: places}}); err != nil {
			t.Fatal(err)
		}
		row, _ := model.FindRow(model.Checklist(p, a), "business-plan")
		found := model.Inspect(p, a, row)
		if got := model.Worst(found); got != want || places > 0 && (found[0].Code != model.InspectPlaces || found[0].Got != model.Number(places)) {
			t.Errorf("%d places: %s, %+v", places, got, found)
		}
	}
}
