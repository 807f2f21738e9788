package widget

import (
	"bufio"
	"encoding/json"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
)

var (
	_ Widget = (*Text)(nil)
	_ Widget = (*Choice)(nil)
	_ Widget = (*Choices)(nil)
	_ Widget = (*Confirm)(nil)
	_ Widget = (*List)(nil)
	_ Widget = (*Form)(nil)
)

func newKit() *Kit {
	return &Kit{Theme: theme.New(true, true), Keys: keys.New(func(id string) string { return "词" })}
}

// press returns the message for a key as Bubble Tea spells it, or for one
// typed character.
func press(k string) tea.KeyPressMsg {
	named := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp,
		"pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "f1": tea.KeyF1, "f2": tea.KeyF2,
	}
	switch mod, base, found := strings.Cut(k, "+"); {
	case found && base != "" && mod == "ctrl":
		if c, ok := named[base]; ok {
			return tea.KeyPressMsg{Code: c, Mod: tea.ModCtrl}
		}
		return tea.KeyPressMsg{Code: rune(base[0]), Mod: tea.ModCtrl}
	case found && base != "" && mod == "shift":
		return tea.KeyPressMsg{Code: named[base], Mod: tea.ModShift}
	}
	if c, ok := named[k]; ok {
		return tea.KeyPressMsg{Code: c}
	}
	if k == "space" {
		k = " "
	}
	return tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
}

// do presses keys one after another and returns the last event.
func do(w Widget, ks ...string) (e Event) {
	for _, k := range ks {
		e = w.Update(press(k))
	}
	return e
}

// exact checks that View draws w×h cells and keeps the cursor inside.
func exact(t *testing.T, name string, wd Widget, w, h int) string {
	t.Helper()
	out, c := wd.View(w, h)
	exactText(t, name, out, w, h)
	if c != nil && (c.X < 0 || c.Y < 0 || c.X >= w || c.Y >= h) {
		t.Fatalf("%s %d×%d: cursor at %d,%d", name, w, h, c.X, c.Y)
	}
	if c != nil && c.Color != nil {
		t.Fatalf("%s: the cursor has a colour of its own", name)
	}
	return out
}

func exactText(t *testing.T, name, out string, w, h int) {
	t.Helper()
	lines := strings.Split(out, "\n")
	if len(lines) != max(1, h) {
		t.Fatalf("%s %d×%d: %d lines\n%q", name, w, h, len(lines), out)
	}
	for _, l := range lines {
		if Width(l) != max(0, w) && h > 0 {
			t.Fatalf("%s %d×%d: %d cells: %q", name, w, h, Width(l), l)
		}
	}
}

// fixtures are the strings that every field and every screen is put to.
func fixtures(t testing.TB) []string {
	extra := []string{"", "中文输入", "他说：“可以。”然后（真的）走了……", "a\xff\xfeb", "e\u0301\u0301", "👨‍👩‍👧🇨🇳1️⃣☑️", strings.Repeat("é", 300), "\u200d\u200d", "ᄀᄀᄀ각ᆨᆨ"}
	f, err := os.Open("../../testdata/strings.jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		return extra
	} else if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		var row struct{ Text string }
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		extra = append(extra, row.Text)
	}
	return extra
}

// TestExact puts every widget to random sizes, keys and strings.
func TestExact(t *testing.T) {
	strs := fixtures(t)
	all := strings.Fields("enter esc tab shift+tab up down left right home end pgup pgdown backspace delete space a 中 1 9 z ctrl+w ctrl+a ctrl+k ctrl+u ctrl+left ctrl+right f1")
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		text := func() string { return strs[r.IntN(len(strs))] }
		k := newKit()
		if seed%3 == 0 {
			k.Theme = theme.New(false, false).Plain()
		}
		options := make([]Option, r.IntN(20)+1)
		for i := range options {
			options[i] = Option{Label: harmless(text()), Note: harmless(text()), Find: "ab cd"}
		}
		opts := func() []Option { return options }
		field := NewText(k, 0)
		field.SetValue(text())
		field.Hint = func() string { return harmless(strs[seed%uint64(len(strs))]) }
		label := harmless(text())
		list := NewList(k, r.IntN(3)+1, func(i, w int, _ bool) []string { return []string{label, label} })
		list.SetCount(r.IntN(50))
		list.Header = func(i int) string { return map[bool]string{true: label}[i%4 == 0] }
		widgets := map[string]Widget{
			"text": field, "list": list,
			"choice": NewChoice(k, opts), "choices": NewChoices(k, opts),
			"confirm": NewConfirm(k, func() []string { return []string{"继续", label, "返回"} }, -1),
		}
		widgets["form"] = NewForm(k, func(i int) Caption { return Caption{label, label, theme.Tone(i % 4)} },
			NewText(k, 9), NewChoice(k, opts), NewChoices(k, opts), NewConfirm(k, func() []string { return []string{"是", "否"} }, -1), NewText(k, 0))
		for name, wd := range widgets {
			wd.Focus(seed%5 > 0)
			for range 6 {
				w, h := r.IntN(90), r.IntN(30)
				exact(t, name, wd, w, h)
				wd.Update(tea.PasteMsg{Content: text()})
				do(wd, all[r.IntN(len(all))], all[r.IntN(len(all))])
				wd.Click(r.IntN(90)-1, r.IntN(30)-1)
				exact(t, name, wd, w, h)
			}
		}
	}
}

// harmless is what the one sanitiser does to texts before they get here.
func harmless(s string) string {
	if len(s) > 400 {
		s = s[:400]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return '·'
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
}

func plain(w Widget, width, height int) string {
	s, _ := w.View(width, height)
	lines := strings.Split(ansi.Strip(s), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
