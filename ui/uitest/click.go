package uitest

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Click clicks on the first place where a text stands on the screen.
func (s *Session) Click(text string) {
	s.t.Helper()
	for y, line := range strings.Split(s.Screen(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			s.Send(tea.MouseClickMsg{X: ansi.StringWidth(before), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	s.t.Fatalf("no %q to click on:\n%s", text, s.Screen())
}
