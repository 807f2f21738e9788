package board_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// Half-typed tags wait for the same applications, and for no others. What was
// confirmed is not half typed any more.
func TestHalfTypedTagsKept(t *testing.T) {
	s := openBoard(t)
	s.Keys("x", "down", "enter", "sou", "tab", "nor", "esc", "x", "down", "enter")
	s.Sees("sou", "nor")
	s.Keys("esc", "down", "x", "down", "enter")
	s.Hidden("sou")
	s.Keys("esc", "up", "x", "down", "enter", "th", "tab", "tab")
	s.Sees("south")
	s.Keys("tab", "enter")
	s.Sees("Tags changed")
	s.Keys("x", "down", "enter")
	s.Sees("Add which tags?")
	s.Hidden("nor")
}

// Half-typed tags of a selection are kept whatever the order of the list.
func TestHalfTypedTagsOfASelection(t *testing.T) {
	s := openBoard(t)
	s.Keys("space", "space", "x", "down", "enter", "sou", "esc", "o", "o", "x", "down", "enter")
	s.Sees("2 applications", "sou")
}

// A half-typed name takes the place of the person who is responsible now.
func TestHalfTypedPersonKept(t *testing.T) {
	s := openBoard(t)
	s.Keys("x", "down", "down", "enter")
	s.Sees("张三")
	s.Keys("ctrl+u", "王", "esc", "x", "down", "down", "enter")
	s.Sees("王")
	s.Hidden("│ 张三")
	s.Keys("ctrl+u", "esc", "x", "down", "down", "enter")
	s.Hidden("│ 王", "│ 张三") // an empty name was typed, too
	s.Keys("王五", "enter")
	s.Sees("Responsible person noted")
	s.Keys("esc", "x", "down", "down", "enter")
	s.Sees("王五")
}

// Tags that could not be saved are still there, with the reason.
func TestTagsStayWhenTheyCannotBeSaved(t *testing.T) {
	s := openBoard(t)
	s.Store.Fail = errors.New("the disk is full")
	s.Keys("x", "down", "enter", "south", "tab", "enter")
	s.Sees("south", "✗ the disk is full")
	s.Store.Fail = nil
	s.Keys("esc", "x", "down", "enter")
	s.Sees("south")
	s.Keys("tab", "enter")
	s.Sees("Tags changed")
}

// The half-typed name of a view is kept until the view is saved.
func TestHalfTypedViewNameKept(t *testing.T) {
	s := openBoard(t)
	s.Keys("f", "space", "esc", "v", "n", "Bus", "esc", "n")
	s.Sees("Bus")
	s.Store.Fail = errors.New("the disk is full")
	s.Keys("y", "enter")
	s.Sees("Busy", "✗ the disk is full")
	s.Store.Fail = nil
	s.Keys("esc", "n")
	s.Sees("Busy")
	s.Keys("enter")
	s.Sees("Saved: Busy")
	s.Keys("n")
	s.Sees("What is this view called?")
	s.Hidden("Busy")
}

// Saving a view keeps those that are saved, even before the screen knows them.
func TestSavingAViewKeepsTheOthers(t *testing.T) {
	m := uitest.Clients(t)
	m.Kept = []model.View{{Name: "Calm", Sort: model.ByDue}}
	s := uitest.Drive(t, m, locales.EN, 100, 30)
	late := true
	s.Hold = func(msg tea.Msg) bool { return late && fmt.Sprintf("%T", msg) == "board.viewsMsg" }
	s.Keys("f", "space", "esc", "v", "n", "Busy")
	s.Hidden("Calm")
	late = false
	s.Keys("enter")
	s.Sees("Calm", "Busy")
	var names []string
	for _, v := range m.Kept {
		names = append(names, v.Name)
	}
	if got := strings.Join(names, " "); got != "Calm Busy" {
		t.Errorf("saved are %q", got)
	}
}

// The headings of the filters follow the language.
func TestFilterHeadingsFollowTheLanguage(t *testing.T) {
	s := openBoard(t)
	s.Keys("f")
	s.Sees("Whose turn")
	s.Keys("f2")
	s.Hidden("Whose turn")
}
