package model_test

import (
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/model"
)

// A checked paper settles its question, whatever was answered; an answer that
// contradicts it is said; a paper that is no longer checked settles nothing.
func TestTwins(t *testing.T) {
	p := callCenter(t)
	for _, twin := range []struct {
		question  model.QuestionID
		paper     model.MaterialKey
		condition model.ConditionID
	}{
		{"technical-plan-state", "technical-plan", "technical-plan-ready"},
		{"business-plan-state", "business-plan", "business-plan-ready"},
		{"service-assurance-state", "service-assurance", "long-term-service"},
	} {
		for _, tt := range []struct {
			answer string
			status model.Status
			want   model.Verdict
			paper  bool // the verdict is by the paper
			odd    bool // and the answer contradicts it
		}{
			{"", model.Checked, model.Met, true, false},
			{"?", model.Checked, model.Met, true, false},
			{"none", model.Checked, model.Met, true, true},
			{"drafting", model.Checked, model.Met, true, true},
			{"ready", model.Checked, model.Met, true, false},
			{"", model.Got, model.CannotTell, false, false},
			{"none", model.Got, model.NotMet, false, false},
			{"none", model.Missing, model.NotMet, false, false},
			{"ready", model.Missing, model.Met, false, false},
		} {
			a := answered(t, p, "")
			if tt.answer != "" {
				set(t, p, a, twin.question, tt.answer)
			}
			if err := a.Note(p, twin.paper, model.Collected{Status: tt.status}); err != nil {
				t.Fatal(err)
			}
			s, _ := assessment(p, a, twin.condition)
			by := model.SettledBy(p, a, twin.question)
			odd := slices.ContainsFunc(model.Findings(p, a, model.Date{}), func(f model.Finding) bool {
				return f.Code == model.PaperSays && f.Question == twin.question && f.Material == twin.paper && f.Want == "ready"
			})
			if s.Verdict != tt.want || (by == twin.paper) != tt.paper || odd != tt.odd {
				t.Errorf("%s=%q, paper %s: %s by %q, contradicted %v", twin.question, tt.answer, tt.status, s.Verdict, by, odd)
			}
			if tt.paper && s.Reasons[0].Paper != twin.paper {
				t.Errorf("%s: met because of %+v", twin.question, s.Reasons)
			}
			if len(s.Missing) > 0 && tt.paper {
				t.Errorf("%s: still missing", twin.question)
			}
		}
	}
}

// A question that a paper settles counts as answered.
func TestTwinCounts(t *testing.T) {
	p := callCenter(t)
	a := answered(t, p, "")
	before := model.Answered(p, a, "")
	if err := a.Note(p, "technical-plan", model.Collected{Status: model.Checked}); err != nil {
		t.Fatal(err)
	}
	if after := model.Answered(p, a, ""); after.Done != before.Done+1 || after.Of != before.Of {
		t.Errorf("%v became %v", before, after)
	}
}
