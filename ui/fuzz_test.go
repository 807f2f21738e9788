package ui_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// Whatever the size and the keys, the frame is exactly w×h cells and the
// cursor inside it.
func FuzzFits(f *testing.F) {
	f.Add(uint8(80), uint8(24), uint8(3), []byte{})
	f.Add(uint8(1), uint8(1), uint8(9), []byte("xxxx"))
	f.Add(uint8(40), uint8(12), uint8(8), []byte{2, 0, 5, 7})
	f.Add(uint8(200), uint8(70), uint8(12), []byte{2, 2, 2, 0})
	keys := []string{"enter", "esc", "down", "up", "tab", "f1", "f2", "f3", "f4", "ctrl+g", "1", "a", "中", "space", "e"}
	f.Fuzz(func(t *testing.T, w, h, scene uint8, presses []byte) {
		s := uitest.Play(t, locales.ZH, 80, 24, scenes[int(scene)%len(scenes)].keys)
		s.Send(tea.WindowSizeMsg{Width: int(w), Height: int(h)})
		s.Fits()
		for _, p := range presses[:min(len(presses), 12)] {
			s.Keys(keys[int(p)%len(keys)])
			s.Fits()
			if s.Quit {
				return
			}
		}
	})
}

// hostile are the strings that every field, screen and export has to bear.
func hostile(t testing.TB) map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "testdata", "strings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := make(map[string]string)
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct{ Name, Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		all[row.Name] = row.Text
	}
	return all
}

// Every string is kept byte for byte and shown harmless: nothing reaches the
// terminal but printable text and our own styles.
func TestHostileText(t *testing.T) {
	for name, text := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			s := uitest.Play(t, locales.ZH, 80, 24, uitest.Flat(uitest.KnockOuts, "1", "enter", "2", "enter", "1", "enter", "2", "enter"))
			s.Send(tea.PasteMsg{Content: text})
			s.Fits()
			s.Harmless()
			if got := s.Store.Drafts["app1"].Text["company-name"]; got != text {
				t.Errorf("typed %.80q, kept %.80q", text, got)
			}
			s.Keys("tab", "tab", "91350100M000100Y43", "tab", "王", "tab", "2020-01-02", "enter")
			s.Harmless()
			for range 12 { // back to the list, where the title shows it too
				s.Keys("esc")
				s.Fits()
				s.Harmless()
			}
		})
	}
}
