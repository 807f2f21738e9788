package procedure_test

import (
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

// Every paper that an application is handed in with prints something, and what
// is read off it and held against an answer is among that.
func TestEveryPaperPrints(t *testing.T) {
	ps, err := procedure.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range ps {
		for _, m := range p.Materials {
			if len(m.Prints) == 0 && (m.Per == nil || len(m.Per.Prints) == 0) {
				t.Errorf("%s: nothing stands on %s", p.ID, m.ID)
			}
			for _, d := range m.Details {
				if d.Equals != "" && !slices.Contains(m.Prints, d.Equals) {
					t.Errorf("%s: %s is held against %s and does not print it", p.ID, m.ID, d.Equals)
				}
				if d.Column != "" && !slices.Contains(m.Per.Prints, d.Column) {
					t.Errorf("%s: %s is held against the column %s and does not print it", p.ID, m.ID, d.Column)
				}
			}
		}
	}
}

// A paper that is checked answers the question about it in the way that meets
// every condition which looks at it.
func TestTwinsMeetTheirConditions(t *testing.T) {
	p := callCenter(t)
	twins := map[model.QuestionID]bool{}
	for _, m := range p.Materials {
		if m.Settles == nil {
			continue
		}
		twins[m.Settles.Question] = true
		for _, c := range p.ConditionsOn(m.Settles.Question) {
			cell := c.Met[0].Cells[0]
			if len(c.Met) != 1 || len(c.Met[0].Cells) != 1 || !slices.ContainsFunc(cell.Values, func(v model.Value) bool { return model.Equal(v, m.Settles.Value) }) {
				t.Errorf("%s says %v, which does not meet %s", m.ID, m.Settles.Value, c.ID)
			}
		}
	}
	for _, q := range []model.QuestionID{"technical-plan-state", "business-plan-state", "service-assurance-state"} {
		if !twins[q] {
			t.Errorf("no paper settles %s", q)
		}
	}
}

// What changes while there is a licence leads to a procedure for changes, as a
// kind of change that this procedure knows.
func TestChangesLeadSomewhere(t *testing.T) {
	p := callCenter(t)
	leads := map[model.QuestionID]string{}
	for _, q := range p.Questions {
		if q.Change == nil {
			continue
		}
		i := slices.IndexFunc(p.Duties, func(d model.Duty) bool { return d.ID == q.Change.Duty })
		to, err := procedure.Latest(p.Duties[i].Opens)
		if err != nil {
			t.Fatalf("%s: %v", q.ID, err)
		}
		if kinds := to.Question(model.ChangeKind); kinds == nil || !slices.Contains(kinds.Options, q.Change.Kind) {
			t.Errorf("%s: %s knows no change of the kind %q", q.ID, to.ID, q.Change.Kind)
		}
		leads[q.ID] = q.Change.Kind
	}
	for q, kind := range map[model.QuestionID]string{
		"company-name": "name", "legal-representative": "legal-representative", "registered-capital": "capital",
		"shareholders": "shareholders", "service-kind": "scope", "coverage": "coverage", "provinces": "coverage",
	} {
		if leads[q] != kind {
			t.Errorf("%s leads to a change of %q, want %q", q, leads[q], kind)
		}
	}
}
