package board_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// click clicks on the first cell of a text on the screen.
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

// Another procedure takes the place of the introduction: Esc leads to the board.
func TestClickOnAProcedure(t *testing.T) {
	s := openBoard(t)
	s.Keys("n", "space")
	title := "Renewal"
	click(t, s, title)
	click(t, s, title)
	s.Sees(title, "Press Enter to begin")
	s.Keys("esc")
	s.Sees("5 applications")
}

// The list of what is due is hit beside the months as well as below the head.
func TestClickOnADueDay(t *testing.T) {
	for _, w := range []int{60, 100} {
		s := uitest.Drive(t, uitest.Several(t), locales.EN, w, 30)
		s.Keys("D")
		click(t, s, "上海云答")
		click(t, s, "上海云答")
		if d := s.Shell.Desk(); d == nil || !strings.Contains(d.App.Title, "上海云答") {
			t.Errorf("%d cells: the application is not open:\n%s", w, s.Screen())
		}
	}
}
