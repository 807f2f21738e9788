package files

import (
	"slices"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// Space leads through all statuses but waived, and round.
func TestFollowing(t *testing.T) {
	at, seen := model.Missing, []model.Status{}
	for range len(model.Statuses) - 1 {
		seen = append(seen, at)
		at = following[at]
	}
	if at != model.Missing || !slices.Equal(append(seen, model.Waived), model.Statuses) {
		t.Errorf("%v, then %s", seen, at)
	}
	if next, ok := following[model.Waived]; ok {
		t.Errorf("waived becomes %s", next)
	}
}

func TestEveryStatusIsExplained(t *testing.T) {
	for _, s := range model.Statuses {
		if statusNotes[s] == "" {
			t.Error(s)
		}
	}
}

func TestOverdue(t *testing.T) {
	today := model.Date{Year: 2026, Month: time.November, Day: 23}
	d := &Room{Desk: &desk.Desk{Env: &page.Env{Today: func() model.Date { return today }}}}
	for _, tt := range []struct {
		status model.Status
		due    model.Date
		want   bool
	}{
		{model.Missing, model.Date{}, false},
		{model.Missing, today, false},
		{model.Missing, today.AddDays(1), false},
		{model.Missing, today.AddDays(-1), true},
		{model.Got, today.AddDays(-1), true},
		{model.Checked, today.AddDays(-1), false},
		{model.Waived, today.AddDays(-1), false},
	} {
		if got := d.overdue(model.ListRow{Collected: model.Collected{Status: tt.status, Due: tt.due}}); got != tt.want {
			t.Errorf("%s by %s: %v", tt.status, tt.due, got)
		}
	}
}
