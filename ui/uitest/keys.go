package uitest

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// named are the keys that are no text, by the names that Keys knows.
var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "backspace": {Code: tea.KeyBackspace}, "del": {Code: tea.KeyDelete},
	"space": {Code: tea.KeySpace, Text: " "}, "f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "ctrl+a": {Code: 'a', Mod: tea.ModCtrl}, "ctrl+t": {Code: 't', Mod: tea.ModCtrl},
	"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+s": {Code: 's', Mod: tea.ModCtrl}, "ctrl+g": {Code: 'g', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl},
}

// Keys presses the keys that have a name, pastes what follows "paste:", and types
// anything else letter by letter.
func (s *Session) Keys(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		if msg, ok := named[k]; ok {
			s.Send(msg)
			continue
		}
		if text, ok := strings.CutPrefix(k, "paste:"); ok {
			s.Send(tea.PasteMsg{Content: text})
			continue
		}
		for _, r := range k {
			s.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

// Flat joins names of keys, and lists of them, to one walk.
func Flat(parts ...any) []string {
	var keys []string
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			keys = append(keys, p)
		case []string:
			keys = append(keys, p...)
		}
	}
	return keys
}

// Times is a key pressed n times.
func Times(key string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = key
	}
	return keys
}

// Back leaves n screens.
func Back(n int) []string { return Times("esc", n) }
