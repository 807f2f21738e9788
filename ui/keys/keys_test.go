package keys

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

func words(id string) string { return "«" + id + "»" }

func TestHelp(t *testing.T) {
	m := New(words)
	for _, c := range []struct {
		b    key.Binding
		want string
	}{
		{m.Continue, "enter «key.continue»"},
		{m.Move, "↑↓ «key.move»"},
		{m.Why, "F1 «key.why»"},
		{m.Find, "/ «key.find»"},
		{m.MoveUp, "ctrl+↑ «key.move-up»"},
		{m.PageUp, " "},
		{m.Typing().Why, "F1 «key.why»"},
		{m.Typing().Find, "ctrl+f «key.find»"},
		{m.Typing().Add, "ins «key.add»"},
	} {
		if h := c.b.Help(); h.Key+" "+h.Desc != c.want {
			t.Errorf("got %q, want %q", h.Key+" "+h.Desc, c.want)
		}
	}
}

func TestTyping(t *testing.T) {
	m := New(words).Typing()
	for i, v := 0, reflect.ValueOf(m); i < v.NumField(); i++ {
		if b, ok := v.Field(i).Interface().(key.Binding); ok && b.Enabled() && slices.ContainsFunc(b.Keys(), Letter) {
			t.Errorf("%s still has the keys %q", v.Type().Field(i).Name, b.Keys())
		}
	}
	if m.Export.Enabled() || m.Toggle.Enabled() || m.Delete.Enabled() {
		t.Error("a key that edits text is still a command")
	}
	if !m.Text.Backspace.Enabled() || !m.Up.Enabled() || !m.Back.Enabled() {
		t.Error("a key is missing")
	}
	if !New(words).Export.Enabled() {
		t.Error("Typing changed the original")
	}
}

func TestIs(t *testing.T) {
	m := New(words)
	for _, c := range []struct {
		msg  tea.Msg
		b    key.Binding
		want bool
	}{
		{tea.KeyPressMsg{Code: tea.KeyEnter}, m.Continue, true},
		{tea.KeyPressMsg{Code: 'l', Mod: tea.ModShift, Text: "L"}, m.Language, true},
		{tea.KeyPressMsg{Code: 'l', Text: "l"}, m.Language, false},
		{tea.KeyPressMsg{Code: '?', Text: "?"}, m.Why, true},
		{tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, m.Toggle, true},
		{tea.KeyPressMsg{Code: tea.KeyExtended, Text: "enter"}, m.Continue, false},
		{tea.PasteMsg{Content: "n"}, m.New, false},
	} {
		if got := Is(c.msg, c.b); got != c.want {
			t.Errorf("%v: %v", c.msg, got)
		}
	}
}

func TestIDs(t *testing.T) {
	ids := IDs()
	if !slices.Contains(ids, "key.continue") || slices.Contains(ids, "key.") {
		t.Error(strings.Join(ids, " "))
	}
	sorted := slices.Clone(ids)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(ids) {
		t.Error("an id twice: " + strings.Join(ids, " "))
	}
}
