package track_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// A notice that is pasted into the form of its event becomes its items, and
// no text of several lines in a field for a number.
func TestNoticePastedEarly(t *testing.T) {
	store := uitest.Several(t)
	s := uitest.Drive(t, store, locales.ZH, 80, 24)
	s.Keys("D", "tab", "tab", "tab", "enter") // the one that waits for the authority
	s.Keys("ctrl+g", "submission", "enter", "home", "down", "down", "down", "enter")
	s.Sees("收到补正通知")
	s.Send(tea.PasteMsg{Content: "1. 股权结构图未追溯到自然人\r\n2. 注册资本与营业执照不一致\r\n"})
	s.Sees("股权结构图未追溯到自然人", "注册资本与营业执照不一致")
	s.Keys("enter")
	var items []model.Item
	for _, a := range store.Apps {
		items = append(items, a.Items...)
	}
	if len(items) != 2 || items[0].Round != 1 {
		t.Errorf("recorded %+v", items)
	}
}
