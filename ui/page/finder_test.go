package page

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/widget"
)

var fruits = []struct{ name, id string }{{"Apple 苹果", "malus"}, {"Pear 梨", "pyrus"}, {"Pineapple 菠萝", "ananas"}}

func fruitFinder(e *Env) *Finder {
	f := e.Finder(locales.UIGotoLabel, locales.UIGotoHint, func(i, _ int, _ bool) []string { return []string{fruits[i].name} })
	f.Among(len(fruits), func(i int) (name, id string) { return fruits[i].name, fruits[i].id })
	return f
}

func shownBy(f *Finder) string { return f.Draw(120, 24).Text }

// What is typed leaves the things that have it in their name, however it is
// written, or in their id, and Enter picks one of them by its own number.
func TestFinder(t *testing.T) {
	e := english(t)
	for _, tt := range []struct {
		typed string
		keys  []tea.Msg
		want  int // picked, -1 for nothing
		shown []string
	}{
		{"", nil, 0, []string{"Apple", "Pear", "Pineapple"}},
		{"", []tea.Msg{down, down}, 2, nil},
		{" PEAR ", nil, 1, []string{"Pear"}},
		{"apple", []tea.Msg{down}, 2, []string{"Apple", "Pineapple"}},
		{"梨", nil, 1, []string{"Pear"}},
		{"anan", nil, 2, []string{"Pineapple"}},
		{"plum", nil, -1, []string{e.T(locales.UIGotoNone)}},
		{"plum", []tea.Msg{down}, -1, nil},
	} {
		f := fruitFinder(e)
		f.Update(tea.PasteMsg{Content: tt.typed})
		for _, k := range tt.keys {
			f.Update(k)
		}
		for _, text := range tt.shown {
			if !strings.Contains(shownBy(f), text) {
				t.Errorf("%q: no %q in\n%s", tt.typed, text, shownBy(f))
			}
		}
		if tt.typed == " PEAR " && strings.Contains(shownBy(f), "Apple") {
			t.Errorf("%q does not leave out the others:\n%s", tt.typed, shownBy(f))
		}
		if i, picked := f.Update(enter); picked != (tt.want >= 0) || picked && i != tt.want {
			t.Errorf("%q, %d keys: picked %d (%v), want %d", tt.typed, len(tt.keys), i, picked, tt.want)
		}
	}
}

// Focus goes by the number of the thing, and stays where that is not found.
func TestFinderFocus(t *testing.T) {
	f := fruitFinder(english(t))
	f.Update(tea.PasteMsg{Content: "apple"})
	f.Focus(2)
	f.Focus(1)
	if i, picked := f.Update(enter); !picked || i != 2 {
		t.Errorf("picked %d (%v)", i, picked)
	}
}

// The second click on a row picks it; the wheel moves; the field keeps the
// cursor.
func TestFinderMouse(t *testing.T) {
	f := fruitFinder(english(t))
	drawn := f.Draw(80, 24)
	if drawn.Cursor == nil || drawn.Cursor.Y != 0 {
		t.Errorf("the cursor is at %v", drawn.Cursor)
	}
	line := func(drawn widget.Drawn, text string) int {
		before, _, _ := strings.Cut(drawn.Text, text)
		return strings.Count(before, "\n")
	}
	for n, want := range []bool{false, true} {
		hit, ok := drawn.Hit(3, line(drawn, "Pineapple"))
		if !ok {
			t.Fatalf("nothing to click on in\n%s", drawn.Text)
		}
		if i, picked := f.Update(hit); picked != want || picked && i != 2 {
			t.Errorf("click %d: picked %d (%v)", n+1, i, picked)
		}
	}
	f.Update(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	if i, picked := f.Update(enter); !picked || i != 1 {
		t.Errorf("after the wheel: picked %d (%v)", i, picked)
	}
}
