package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
)

// What of one's own packs is broken stands above the keys until the next key:
// what was told before the wizard began is under it.
func TestBrokenPackIsTold(t *testing.T) {
	s := drive(t, newMemory(), locales.EN, 80, 24)
	s.world.Warning = func(*locales.Printer) string { return "Pack not in order: own.toml:1:8" }
	shell, err := New(s.world, Start{})
	if err != nil {
		t.Fatal(err)
	}
	s.shell = shell
	s.run(s.shell.Init())
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	s.sees("Pack not in order: own.toml:1:8")
}
