package walk_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/ui/uitest"
)

// click clicks on the first place of the screen that shows a text.
func click(t *testing.T, s *uitest.Session, text string) {
	t.Helper()
	for y, line := range strings.Split(s.Screen(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			s.Send(tea.MouseClickMsg{X: ansi.StringWidth(before), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	t.Fatalf("no %q to click on:\n%s", text, s.Screen())
}
