package desk

import (
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

func TestAwaited(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	app := model.New(p, "")
	d := &Desk{Proc: p, App: app, Standing: model.Standing{Rows: model.Checklist(p, &app)}}
	for _, tt := range []struct {
		key     model.MaterialKey
		want    []model.QuestionID
		blocked bool
	}{
		{"equity-chart", nil, false},
		{"outbound-commitment", []model.QuestionID{"outbound-consented"}, false},
		{"premises-proof", []model.QuestionID{"premises"}, false},
		{"shareholder-licence", []model.QuestionID{"shareholders"}, true},
	} {
		r, ok := model.FindRow(d.Rows, tt.key)
		if got := r.Awaits; !ok || !slices.Equal(got, tt.want) || Blocked(r) != tt.blocked {
			t.Errorf("%s: awaits %v, blocked %v", tt.key, got, Blocked(r))
		}
	}
}
