package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
)

func question(e *Env, value, lines int) *Confirm {
	body := func(int) []string {
		text := make([]string, lines)
		for i := range text {
			text[i] = fmt.Sprint("line ", i+1)
		}
		return text
	}
	return e.Confirm(func() string { return "Sure?" }, body, value, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove, locales.UIButtonUndo},
		func() Step { return said("removed") }, func() Step { return said("undone") })
}

// The first button changes nothing and is the same as Esc; the others do what is
// behind them.
func TestConfirm(t *testing.T) {
	e := english(t)
	for _, tt := range []struct {
		name  string
		value int
		keys  []tea.Msg
		want  Step
	}{
		{"the safe button", 0, []tea.Msg{enter}, Pop()},
		{"esc", 2, []tea.Msg{esc}, Pop()},
		{"the button in focus", 2, []tea.Msg{enter}, said("undone")},
		{"the next one", 0, []tea.Msg{right, enter}, said("removed")},
		{"beyond the last one", 0, []tea.Msg{right, right, right, enter}, said("undone")},
		{"no button", 1, []tea.Msg{tea.KeyPressMsg{Code: 'z', Text: "z"}}, nil},
		{"a reply for another screen", 1, []tea.Msg{savedMsg{}}, nil},
	} {
		c := question(e, tt.value, 1)
		var step Step
		for _, k := range tt.keys {
			step = press(c, k)
		}
		if !same(step, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, step, tt.want)
		}
	}
	for label, want := range map[locales.ID]Step{locales.UIButtonKeep: Pop(), locales.UIButtonRemove: said("removed"), locales.UIButtonUndo: said("undone")} {
		if step, ok := click(question(e, 0, 1), e.T(label)); !ok || !same(step, want) {
			t.Errorf("a click on %s: %v", e.T(label), step)
		}
	}
	if step, ok := click(question(e, 1, 1), "Sure?"); ok {
		t.Errorf("a click on the question does something: %v", step)
	}
}

// A text that is too long for the window scrolls below the buttons, with the
// wheel and with the keys that buttons have no use for.
func TestConfirmScrolls(t *testing.T) {
	for _, msg := range []tea.Msg{down, tea.MouseWheelMsg{Button: tea.MouseWheelDown}} {
		c := question(english(t), 0, 40)
		before := on(c)
		for range 40 {
			c.Update(msg)
			c.View(80, 24)
		}
		after := on(c)
		if !strings.Contains(before, "Sure?") || strings.Contains(before, "line 40") || !strings.Contains(after, "line 40") {
			t.Errorf("%T: from\n%s\nto\n%s", msg, before, after)
		}
		if lines := strings.Split(after, "\n"); !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "[ ") }) {
			t.Errorf("%T: the buttons are gone", msg)
		}
	}
}

// A text to read is left by the keys that lead to such pages, too.
func TestReader(t *testing.T) {
	r := english(t).Reader(locales.UIWhyTitle, func(int) []string { return []string{"because"} })
	if !strings.Contains(on(r), "because") || r.Title() == "" {
		t.Errorf("%q:\n%s", r.Title(), on(r))
	}
	for _, key := range []string{"esc", "enter", "f1", "f4"} {
		if step := press(r, keyPress(key)); !same(step, Pop()) {
			t.Errorf("%s: %v", key, step)
		}
	}
}
