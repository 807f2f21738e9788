package desk

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

func plain(s string) string        { return ansi.Strip(s) }
func contains(s, part string) bool { return strings.Contains(s, part) }
func lines(n int) (paras []string) { return strings.Split(strings.Repeat("why\n", n-1)+"end", "\n") }
func find(text, part string) (x, y int) {
	for y, line := range strings.Split(plain(text), "\n") {
		if before, _, ok := strings.Cut(line, part); ok {
			return ansi.StringWidth(before), y
		}
	}
	return -1, -1
}

// A button is something that can be clicked.
type button struct{}

func (button) Click(x, y int) widget.Event { return widget.Picked }

// However a screen is divided, the body has its cursor and its targets where it
// is drawn, and nothing beside it is a target.
func TestLay(t *testing.T) {
	d, _ := open(t, nil)
	const body = "here it is"
	for _, tt := range []struct {
		w      int
		aside  []string
		tasks  bool // the task list is a column
		beside bool // the explanations are shown
	}{
		{60, nil, false, false}, {60, []string{"why"}, false, false},
		{TwoColumns - 1, []string{"why"}, false, false}, {TwoColumns, []string{"why"}, false, true}, {TwoColumns, nil, false, false},
		{ThreeColumns, []string{"why"}, true, true}, {ThreeColumns, nil, true, false}, {160, []string{"why"}, true, true},
	} {
		var bw, bh int
		drawn := d.Lay(tt.w, 20, Materials, tt.aside, func(w, h int) page.Drawn {
			bw, bh = w, h
			on := page.Drawn{Text: body, Cursor: &tea.Cursor{}, Targets: []widget.Target{{W: len(body), H: 1, On: button{}}}}
			return on.Under("above")
		})
		x, y := find(drawn.Text, body)
		if x < 0 {
			t.Fatalf("%d cells: no body in\n%s", tt.w, plain(drawn.Text))
		}
		if drawn.Cursor == nil || drawn.Cursor.X != x || drawn.Cursor.Y != y {
			t.Errorf("%d cells: the body is at %d,%d, the cursor at %+v", tt.w, x, y, drawn.Cursor)
		}
		if hit, ok := drawn.Hit(x, y); !ok || hit.X != 0 || hit.Y != 0 {
			t.Errorf("%d cells: a click on the body hits %+v, %v", tt.w, hit, ok)
		}
		for _, off := range [][2]int{{x - 1, y}, {x + len(body), y}, {x, y - 1}, {x, y + 1}} {
			if _, ok := drawn.Hit(off[0], off[1]); ok {
				t.Errorf("%d cells: a click at %v, beside the body, hits it", tt.w, off)
			}
		}
		if got := contains(plain(drawn.Text), d.Env.T(locales.UITaskTitle)); got != tt.tasks {
			t.Errorf("%d cells: the task list is there: %v", tt.w, got)
		}
		if got := contains(plain(drawn.Text), "why"); got != tt.beside {
			t.Errorf("%d cells: the explanations are there: %v", tt.w, got)
		}
		if n := strings.Count(drawn.Text, "\n") + 1; bw > tt.w || bh > 20 || n > 20 {
			t.Errorf("%d cells: the body may have %dx%d, %d lines are drawn", tt.w, bw, bh, n)
		}
		for _, line := range strings.Split(drawn.Text, "\n") {
			if w := ansi.StringWidth(line); w > tt.w {
				t.Errorf("%d cells: a line has %d", tt.w, w)
			}
		}
	}
}

// Explanations that do not fit end with the key that shows them all.
func TestBeside(t *testing.T) {
	d, _ := open(t, nil)
	if got := d.Beside(lines(5), 30, 5); !contains(got, "end") || contains(got, "F1") {
		t.Errorf("as many lines as there are:\n%s", got)
	}
	got := d.Beside(lines(6), 30, 5)
	if contains(got, "end") || !contains(got, "F1") || strings.Count(got, "\n") != 4 {
		t.Errorf("too many lines:\n%s", plain(got))
	}
}

// The task list marks what is done, begun, and in the way.
func TestTaskMarks(t *testing.T) {
	mark := func(d *Desk, at Stage) string {
		for _, task := range d.TaskList() {
			if task.At == at {
				return task.Mark + " " + task.Count
			}
		}
		return ""
	}
	d, _ := open(t, nil)
	m := d.Env.Theme().Mark
	section := Stage(d.Proc.Sections[0].ID)
	if got := mark(d, section); !contains(got, m.Open+" 0/") {
		t.Errorf("nothing is answered: %q", got)
	}
	answer(t, d, "service-for", "clients")
	if got := mark(d, section); !contains(got, m.Part+" 1/") {
		t.Errorf("one answer: %q", got)
	}
	answer(t, d, "service-for", "own-customers")
	if got := mark(d, section); !contains(got, m.Bad) || !contains(mark(d, Conditions), m.Bad) {
		t.Errorf("an answer that stands in the way: %q, %q", got, mark(d, Conditions))
	}
	if mark(d, Submission) != m.None+" " || mark(d, Review) != m.Open+" " {
		t.Errorf("not ready: %q, %q", mark(d, Submission), mark(d, Review))
	}
}

// A menu follows what there is to decide, and where nothing is left it goes, with
// whatever stands above it.
func TestMenu(t *testing.T) {
	d, _ := open(t, nil)
	left, done := []string{"one", "two"}, 0
	menu := d.Menu(Materials, func() string { return "What now?" }, func(int) []string { return []string{"text"} }, func() (ways []Way) {
		for _, name := range left {
			ways = append(ways, Way{Title: func() string { return name }, Do: func() page.Step { done++; return page.Pop() }})
		}
		return ways
	})
	for w, text := range map[int]string{60: "What now?", 120: "two"} {
		if drawn := menu.View(w, 20); !contains(plain(drawn.Text), text) {
			t.Errorf("no %q on\n%s", text, plain(drawn.Text))
		}
	}
	if _, step := menu.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); done != 1 || len(step) != 1 {
		t.Errorf("enter does %v", step)
	}
	left = left[1:]
	if _, step := menu.Update(ChangedMsg{}); step != nil || contains(plain(menu.View(60, 20).Text), "one") {
		t.Errorf("%v\n%s", step, plain(menu.View(60, 20).Text))
	}
	left = nil
	for _, msg := range []tea.Msg{ChangedMsg{}, page.ShownMsg{}} {
		if _, step := menu.Update(msg); len(step) != 1 || step[0] != (page.BackMsg{To: menu, Over: true}) {
			t.Errorf("%T: %v", msg, step)
		}
	}
}

// A refusal of the model is worded with the question; any other error is one of
// the outside world.
func TestRefusal(t *testing.T) {
	d, _ := open(t, nil)
	changed := d.App.Clone()
	err := changed.Answer(d.Proc, "coverage", model.Text("the moon"))
	if got := d.Refusal("coverage", err); !contains(got, "the moon") || !contains(got, d.Words().Question("coverage")) {
		t.Errorf("%q", got)
	}
	if got := d.Refusal("", errFull); got != errFull.Error() {
		t.Errorf("%q", got)
	}
}
