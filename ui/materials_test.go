package ui

import (
	"slices"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/procedure"
)

func TestWithEnding(t *testing.T) {
	for _, tt := range []struct{ path, format, want string }{
		{"清单.md", "md", "清单.md"},
		{"清单.md", "txt", "清单.txt"},
		{"清单.JSON", "md", "清单.md"},
		{"清单.MD", "md", "清单.MD"},
		{"清单", "json", "清单.json"},
		{"清单.odt", "md", "清单.odt.md"},
		{"v1.2", "txt", "v1.2.txt"},
		{"out.md/清单", "txt", "out.md/清单.txt"},
		{".md", "md", ".md.md"},
		{"md", "md", "md.md"},
	} {
		if got := withEnding(tt.path, tt.format); got != tt.want || formatOf(got) != tt.format {
			t.Errorf("%q as %s is %q, want %q", tt.path, tt.format, got, tt.want)
		}
	}
}

func TestIsFolder(t *testing.T) {
	for path, want := range map[string]bool{"out/": true, `out\`: true, "/": true, "out": false, "out/a.md": false, "": false} {
		if isFolder(path) != want {
			t.Errorf("%q: %v", path, !want)
		}
	}
}

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
	d := &papersRoom{desk: &desk{env: &Env{Today: func() model.Date { return today }}}}
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

func TestAwaited(t *testing.T) {
	p, err := procedure.Latest("call-center")
	if err != nil {
		t.Fatal(err)
	}
	app := model.New(p, "")
	d := &desk{proc: p, app: app, rows: model.Checklist(p, &app)}
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
		r, ok := model.FindRow(d.rows, tt.key)
		if got := r.Awaits; !ok || !slices.Equal(got, tt.want) || blocked(r) != tt.blocked {
			t.Errorf("%s: awaits %v, blocked %v", tt.key, got, blocked(r))
		}
	}
}
