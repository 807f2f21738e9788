package ui_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// A warning about the user's packs stands above the keys until the next key: what
// was printed before the wizard began is hidden by it.
func TestBrokenPackIsTold(t *testing.T) {
	s := uitest.Drive(t, uitest.NewMemory(), locales.EN, 80, 24)
	s.World.Warning = func(*locales.Printer) string { return "Pack not in order: own.toml:1:8" }
	shell, err := ui.New(s.World, ui.Start{})
	if err != nil {
		t.Fatal(err)
	}
	s.Shell = shell
	s.Run(s.Shell.Init())
	s.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	s.Sees("Pack not in order: own.toml:1:8")
	s.Keys("n")
	s.Hidden("Pack not in order")
}
