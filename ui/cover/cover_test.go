package cover_test

import (
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

func most(t *testing.T) func(*model.Procedure, *model.Application) {
	return func(p *model.Procedure, a *model.Application) { uitest.Most(t, p, a) }
}

// A click puts a row in focus, and another one opens it.
func TestCoverClicks(t *testing.T) {
	s := uitest.Begun(t, locales.EN, "review", most(t))
	s.Click("Ability")
	s.Sees("▌ ○ Ability")
	s.Keys("home")
	s.Click("▌ ○")
	s.Sees("Premises")
	s.Hidden("12 problems")
	s.Keys("ctrl+g", "check", "enter", "esc") // the overview
	s.Click("Materials")
	s.Sees("▌ ○ Materials")
	s.Click("Materials")
	s.Sees("Business licence")
	s.Keys("ctrl+g")
	s.Click("Check")
	s.Click("Check")
	s.Sees("12 problems")
}

// The keys that lead to Go to and Undo from everywhere do nothing there, and
// lead nowhere while an application is only offered.
func TestKeysThatWorkEverywhere(t *testing.T) {
	s := uitest.Begun(t, locales.EN, "review", most(t))
	s.Keys("ctrl+g", "ctrl+g", "esc")
	s.Sees("12 problems")
	s.Keys("ctrl+z", "ctrl+z")
	s.Sees("There is no step to undo")
	s.Keys("esc")
	s.Sees("12 problems")

	s = uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800万", "ctrl+c", "restart"))
	s.Sees("Go on where you left off?")
	s.Keys("ctrl+g", "ctrl+z")
	s.Sees("Go on where you left off?")
	s.Keys("enter", "ctrl+g", "overview", "enter")
	s.Sees("Next:")
}

// Everything that can be done from anywhere is a place to go to.
func TestGoToActions(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"undo", "Undo the last step?"},
		{"history", "History"},
		{"export", "Which file?"},
		{"packet", "still wanting"},
		{"collect", "folder"},
	} {
		s := uitest.Play(t, locales.EN, 80, 24, uitest.Flat(uitest.Company, "800万", "enter", "ctrl+g", tt.name, "enter"))
		s.Sees(tt.want)
		s.Keys("esc")
		s.Sees("Next:") // above the overview
	}
}

// The check page follows the language, headings as well, and a row with
// nothing more to explain says so.
func TestReviewSpeaks(t *testing.T) {
	s := uitest.Begun(t, locales.EN, "review", func(p *model.Procedure, a *model.Application) { uitest.Ready(t, p, a) })
	s.Keys("f1")
	s.Sees("nothing more to explain")
	s.Sees("One last look before")
	s.Keys("f2")
	s.Sees("提交前再看一眼", "适用性")
	s.Hidden("One last look before")
}

// A half-typed title waits for the next time.
func TestRenameKeepsWhatIsTyped(t *testing.T) {
	s := uitest.Begun(t, locales.EN, "review", most(t))
	s.Keys("esc", "r", "ctrl+u", "Orca", "esc", "r")
	s.Sees("Orca")
	s.Keys("enter")
	if got := s.Store.Apps["app1"].Title; got != "Orca" {
		t.Errorf("the title is %q", got)
	}
	if text := s.Store.Drafts["app1"].Text; len(text) != 0 {
		t.Errorf("still kept: %v", text)
	}
}
