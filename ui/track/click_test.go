package track_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// toSubmission opens the first application of the board at the page on which it
// is tracked.
var toSubmission = []string{"enter", "ctrl+g", "submission", "enter"}

// toNotice goes on to the form of a correction notice, from an application that
// waits for the authority.
var toNotice = []string{"D", "tab", "tab", "tab", "enter", "ctrl+g", "submission", "enter", "home", "down", "down", "down", "enter"}

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

// Every list and form of the room is hit where it is drawn, beside the task
// list and below it.
func TestClicks(t *testing.T) {
	for _, size := range uitest.Sizes {
		s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, size[0], size[1])
		s.Keys(toSubmission...)
		s.Keys("home")
		click(t, s, "◐ 营业执照不是最新的")
		s.Sees("▌ ◐ 营业执照不是最新的")
		click(t, s, "◐ 营业执照不是最新的")
		s.Sees("Correction item", "▌ › Done")
		click(t, s, "Not needed")
		s.Sees("▌ › Not needed")
		click(t, s, "Not needed")
		s.Sees("Why is “营业执照不是最新的” not needed?")
		s.Keys("电话")
		click(t, s, "话") // the cursor goes before it
		s.Keys("的")
		s.Sees("电的话")
	}
}

// The fields of an event, the list of a notice and the fields of an item are
// hit too.
func TestClicksInForms(t *testing.T) {
	for _, size := range uitest.Sizes {
		store := uitest.Several(t)
		s := uitest.Drive(t, store, locales.ZH, size[0], size[1])
		s.Keys(toNotice...)
		click(t, s, "编号")
		s.Keys("B-7", "tab", "tab", "tab")
		click(t, s, "备注")
		s.Keys("电话通知")
		s.Send(tea.PasteMsg{Content: "1. 股权结构图未追溯到自然人\n2. 注册资本与营业执照不一致\n"})
		click(t, s, "○ 注册资本与营业执照不一致")
		click(t, s, "○ 注册资本与营业执照不一致")
		s.Sees("修改这一项")
		click(t, s, "不完整")
		s.Sees("▌ ● 2 不完整")
		click(t, s, "注册资本")
		s.Keys("！", "esc")
		click(t, s, "就这些")
		click(t, s, "就这些") // says that an item was not confirmed
		click(t, s, "就这些")
		app := store.Apps["app2"]
		last := app.Events[len(app.Events)-1]
		if last.ID != "returned" || last.Number != "B-7" || last.Note != "电话通知" || len(app.Items) != 2 {
			t.Errorf("%v: recorded %+v with %+v", size, last, app.Items)
		}
		if len(store.Drafts["app2"].Text) > 0 {
			t.Errorf("%v: still half-typed: %v", size, store.Drafts["app2"].Text)
		}
	}
}

// The wheel moves the focus of a list.
func TestWheel(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, 80, 24)
	s.Keys(toSubmission...)
	s.Keys("home")
	s.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	s.Sees("▌ ◐ 营业执照不是最新的")
	if got := s.Store.Drafts["app1"].Focus; got != "item/i3" {
		t.Errorf("the focus is kept as %q", got)
	}
}
