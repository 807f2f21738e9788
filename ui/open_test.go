package ui_test

import (
	"slices"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// Before the overview is there, there is nothing to jump between.
func TestNoGoToBeforeTheOverview(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.KnockOuts, "ctrl+c", "restart", "ctrl+g"))
	s.Sees("Go on where you left off?")
	s.Keys("enter", "ctrl+g", "overview", "enter")
	s.Sees("Next:")
	s.Keys("esc")
	s.Sees("1 application")
}

// Whoever names an application is where it was left, and Esc leads to the
// board.
func TestStartWithAnApplication(t *testing.T) {
	m := uitest.NewMemory()
	uitest.Drive(t, m, locales.EN, 80, 24).Keys(append(slices.Clone(uitest.Company), "800")...)
	s := uitest.Begin(t, m, ui.Start{Open: "app1"}, locales.EN, 80, 24)
	s.Sees("Registered capital", "800")
	s.Keys("esc", "esc")
	s.Sees("1 application")
	if s.Shell.Desk() != nil {
		t.Error("the board has an application on the desk")
	}
}
