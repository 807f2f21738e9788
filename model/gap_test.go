package model_test

import (
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// A packet lacks what is required, not waived, and has no file or files that
// will not do.
func TestGaps(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	a := model.New(p, "x")
	good := model.Look{Format: model.PDF, Pages: 1, DPI: 300, Tone: model.Colour}
	code := func() model.ObstacleCode {
		for _, g := range model.StandingOf(p, &a, model.Date{}).Gaps() {
			if g.Row.Key == "equity-chart" {
				return g.Code
			}
		}
		return ""
	}
	steps := []struct {
		name string
		do   func() error
		want model.ObstacleCode
	}{
		{"nothing", func() error { return nil }, model.PaperMissing},
		{"marked as checked", func() error { return a.Note(p, "equity-chart", model.Collected{Status: model.Checked}) }, model.PaperElsewhere},
		{"a file", func() error {
			return a.Attach(p, "equity-chart", model.File{Name: "a.pdf", SHA256: "aa", Size: 9, Look: &good})
		}, ""},
		{"a broken one", func() error {
			return a.Attach(p, "equity-chart", model.File{Name: "b.pdf", SHA256: "bb", Size: 9, Look: &model.Look{Format: model.PDF, Defects: []model.Defect{model.Truncated}}})
		}, model.PaperFails},
		{"waived", func() error {
			c := a.Materials["equity-chart"]
			c.Status, c.Reason = model.Waived, "not asked for"
			return a.Note(p, "equity-chart", c)
		}, ""},
	}
	for _, s := range steps {
		if err := s.do(); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		if got := code(); got != s.want {
			t.Errorf("%s: %q, want %q", s.name, got, s.want)
		}
	}
	undecided := 0
	for _, g := range model.StandingOf(p, &a, model.Date{}).Gaps() {
		switch {
		case g.Row.Required() != model.Yes:
			t.Errorf("%s is not required", g.Row.Key)
		case g.Code == model.PaperUndecided && len(g.Row.Awaits) == 0:
			t.Errorf("%s awaits nothing", g.Row.Key)
		case g.Code == model.PaperUndecided:
			undecided++
		}
	}
	if undecided == 0 {
		t.Error("nothing is undecided without an answer")
	}
}
