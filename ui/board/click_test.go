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

// On the board the first click on an application puts it in focus, the second
// one opens it.
func TestClickOnTheBoard(t *testing.T) {
	s := openBoard(t)
	click(t, s, "上海云答")
	s.Keys("space")
	s.Keys("x")
	s.Sees("上海云答")
	s.Hidden("北京蓝鲸")
	s.Keys("esc", "esc")
	click(t, s, "北京蓝鲸")
	click(t, s, "北京蓝鲸")
	s.Sees("Next:", "北京蓝鲸")
}

// A click in the search line moves its cursor, and the list below it can be
// clicked on as ever.
func TestClickInTheSearchLine(t *testing.T) {
	s := openBoard(t)
	s.Keys("/", "公司")
	_, end := s.Frame()
	click(t, s, "公司")
	_, start := s.Frame()
	if end == nil || start == nil || start.Y != end.Y || start.X != end.X-4 {
		t.Fatalf("the cursor went from %+v to %+v", end, start)
	}
	click(t, s, "上海云答")
	click(t, s, "上海云答")
	s.Sees("Next:", "上海云答")
}

func TestClickOnAnAction(t *testing.T) {
	s := openBoard(t)
	s.Keys("space", "space", "x")
	click(t, s, "New one for")
	s.Hidden("! of one application at a time")
	click(t, s, "New one for")
	s.Sees("! of one application at a time") // a disabled action says why
	click(t, s, "Tags")
	click(t, s, "Tags")
	s.Sees("Add which tags?")
}

// One click on a filter is enough, and another one takes it back.
func TestClickOnAFilter(t *testing.T) {
	s := openBoard(t)
	s.Keys("f")
	click(t, s, "○ 李四")
	s.Sees("2 shown", "[李四]")
	click(t, s, "● 李四")
	s.Sees("5 shown")
	s.Hidden("[李四]")
}

func TestClickOnAView(t *testing.T) {
	s := openBoard(t)
	s.Keys("v")
	click(t, s, "Mine to act")
	click(t, s, "Mine to act")
	s.Sees("[my turn]", "3 shown")
}

// In the archive a click opens; in the trash it asks.
func TestClickOnAShelf(t *testing.T) {
	s := openBoard(t)
	s.Keys("v", "end", "up", "enter")
	click(t, s, "武汉旧声")
	s.Sees("Next:")
	s = openBoard(t)
	s.Keys("v", "end", "enter")
	click(t, s, "天津误建")
	s.Sees("In the trash since")
	click(t, s, "Bring back")
	s.Sees("The trash is empty")
}

// A click on a field of a form is where letters go from then on.
func TestClickOnAField(t *testing.T) {
	s := openBoard(t)
	s.Keys("x", "down", "enter", "south")
	click(t, s, "Take which tags off?")
	s.Keys("重点")
	click(t, s, "Add which tags?")
	s.Keys("vip, ", "tab", "enter") // at the beginning, where the click was
	if got := strings.Join(s.Store.Sums["app1"].Tags, " "); got != "south vip" {
		t.Errorf("tagged %q", got)
	}
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

// The list of what is due is hit beside the months as well as below the head,
// and the months are not hit at all.
func TestClickOnADueDay(t *testing.T) {
	for _, w := range []int{60, 100} {
		s := uitest.Drive(t, uitest.Several(t), locales.EN, w, 30)
		s.Keys("D")
		if w == 100 {
			click(t, s, "Mo  Tu")
			click(t, s, "Mo  Tu")
			s.Sees("days to keep")
		}
		click(t, s, "上海云答")
		click(t, s, "上海云答")
		if d := s.Shell.Desk(); d == nil || !strings.Contains(d.App.Title, "上海云答") {
			t.Errorf("%d cells: the application is not open:\n%s", w, s.Screen())
		}
	}
}
