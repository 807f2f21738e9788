package widget

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// TestCursor: the terminal's cursor stands where the next character goes,
// counted in cells from the left end of a field of 22 cells, 20 of them text.
func TestCursor(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		x    int
		show string
	}{
		{"empty", nil, 2, ""},
		{"latin", []string{"abc"}, 5, "abc"},
		{"chinese behind latin", []string{"abc", "中文输入"}, 13, "abc中文输入"},
		{"left", []string{"abc", "中文输入", "left", "left"}, 9, "abc中文输入"},
		{"typed in the middle", []string{"中入", "left", "文输"}, 8, "中文输入"},
		{"home", []string{"abc", "中文输入", "home"}, 2, "abc中文输入"},
		{"start", []string{"中文", "ctrl+a"}, 2, "中文"},
		{"end", []string{"中文", "home", "ctrl+e"}, 6, "中文"},
		{"backspace", []string{"中文", "backspace"}, 4, "中"},
		{"delete", []string{"中文", "home", "delete"}, 2, "文"},
		{"kill to the start", []string{"中文输入", "left", "ctrl+u"}, 2, "入"},
		{"kill to the end", []string{"中文输入", "left", "ctrl+k"}, 8, "中文输"},
		{"a word is one Chinese character", []string{"中文输入", "ctrl+w"}, 8, "中文输"},
		{"a word", []string{"call center ", "ctrl+w"}, 7, "call"},
		{"word left", []string{"call center", "ctrl+left"}, 7, "call center"},
		{"word right", []string{"call center", "home", "ctrl+right"}, 6, "call center"},
		{"grapheme", []string{"e\u0301x", "left", "left", "delete"}, 2, "x"},
		{"combining mark joins", []string{"e", "\u0301", "backspace"}, 2, ""},
		{"full", []string{"一二三四五六七八"}, 18, "一二三四五六七八"},
		{"overflow", []string{"一二三四五六七八九十甲乙丙"}, 19, "‹六七八九十甲乙丙"},
		{"overflow, home", []string{"一二三四五六七八九十甲乙丙", "home"}, 3, " 一二三四五六七八九›"},
		{"overflow, back", []string{"一二三四五六七八九十甲乙丙", "left", "left", "left", "left", "left", "left", "left", "left"}, 3, "‹六七八九十甲乙丙"},
	} {
		f := NewText(newKit(), 0)
		f.Focus(true)
		for _, k := range c.keys {
			do(f, k)
			exact(t, c.name, f, 22, 1)
		}
		s, cur := f.View(22, 1)
		show := strings.TrimRight(ansi.Strip(s)[len("▌ "):], " ")
		if cur == nil || cur.X != c.x || cur.Y != 0 || show != c.show {
			t.Errorf("%s: %q, cursor %+v, want %q, %d", c.name, show, cur, c.show, c.x)
		}
	}
}

func TestTextBox(t *testing.T) {
	f := NewText(newKit(), 0)
	f.Hint = func() string { return "例如 1000万" }
	f.Focus(true)
	if got, want := plain(f, 20, 3), "┌──────────────────┐\n│ 例如 1000万      │\n└──────────────────┘"; got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	do(f, "800 万")
	_, c := f.View(20, 3)
	if c.X != 8 || c.Y != 1 {
		t.Error(c)
	}
	f.Focus(false)
	if _, c := f.View(20, 3); c != nil {
		t.Error("a cursor without focus")
	}
}

// TestTextKeeps: whatever is typed or pasted is the value, byte for byte.
func TestTextKeeps(t *testing.T) {
	for _, s := range fixtures(t) {
		f := NewText(newKit(), 8000)
		f.Focus(true)
		f.Update(tea.PasteMsg{Content: s})
		exact(t, s, f, 30, 1)
		if f.Value() != s || f.Truncated() {
			t.Errorf("%q became %q", s, f.Value())
		}
		if out, _ := f.View(30, 1); strings.ContainsAny(strings.NewReplacer("\x1b[", "", "\x1b]", "\x1b]").Replace(out), "\x00\a\b\r\n\u202e\u2066\u009b") {
			t.Errorf("%q is drawn as %q", s, out)
		}
		for range 20 { // and can be taken away again, to the last byte
			do(f, "ctrl+w", "backspace")
		}
		do(f, "end", "ctrl+u")
		if f.Value() != "" {
			t.Errorf("%q: %q is left", s, f.Value())
		}
	}
}

func TestTextIgnores(t *testing.T) {
	f := NewText(newKit(), 0)
	for _, k := range []string{"enter", "esc", "tab", "shift+tab", "up", "down", "pgup", "f1", "f2", "ctrl+g", "ctrl+c", "ctrl+s"} {
		if e := do(f, k); e != Ignored || f.Value() != "" {
			t.Errorf("%s: %v, %q", k, e, f.Value())
		}
	}
	for _, k := range []string{"left", "backspace", "ctrl+d", "home"} {
		if e := do(f, k); e != Moved {
			t.Errorf("%s: %v", k, e)
		}
	}
	if e := do(f, "?", "s", "L", "space", "enter字"); e != Changed || f.Value() != "?sL enter字" {
		t.Errorf("letters: %v, %q", e, f.Value())
	}
}

func TestTextLimit(t *testing.T) {
	f := NewText(newKit(), 4)
	f.Focus(true)
	f.Update(tea.PasteMsg{Content: strings.Repeat("客服", 500_000)})
	if f.Value() != "客服客服" || !f.Truncated() {
		t.Errorf("%q, %v", f.Value(), f.Truncated())
	}
	if e := do(f, "x"); e != Moved || !f.Truncated() || len(f.Value()) != 12 {
		t.Errorf("full: %v %q", e, f.Value())
	}
	if do(f, "backspace"); f.Truncated() {
		t.Error("still truncated")
	}
}

func TestTextClick(t *testing.T) {
	f := NewText(newKit(), 0)
	f.SetValue("一二三")
	f.Focus(true)
	for x, want := range map[int]int{0: 2, 2: 2, 3: 2, 4: 4, 7: 6, 19: 8} {
		f.View(20, 3)
		f.Click(x, 1)
		if _, c := f.View(20, 3); c.X != want {
			t.Errorf("click at %d: %d, want %d", x, c.X, want)
		}
	}
}

func BenchmarkPaste(b *testing.B) {
	paste := tea.PasteMsg{Content: strings.Repeat("客服", 1<<20/6)}
	for b.Loop() {
		f := NewText(newKit(), 0)
		f.Focus(true)
		f.Update(paste)
		f.View(60, 3)
	}
}
