package walk_test

import (
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

var conditions = uitest.Flat(uitest.Company, "800万", "enter", "ctrl+g", "conditions", "enter")

// The first click puts a condition in focus, the second leads to the question
// that settles it.
func TestClickOnConditions(t *testing.T) {
	for _, size := range uitest.Sizes {
		s := uitest.Play(t, locales.EN, size[0], size[1], conditions)
		click(t, s, "Registered capital")
		s.Sees("you entered CNY 8,000,000")
		click(t, s, "Registered capital")
		s.Sees("How much is your", "8000000")
	}
}

// The keys of the list lead on to the materials, and to the sources.
func TestKeysOfConditions(t *testing.T) {
	s := uitest.Play(t, locales.EN, 80, 24, conditions)
	for _, k := range []string{"f4", "s", "f1"} {
		s.Keys(k)
		s.Sees("Sources", "Call centre service on commission")
		s.Keys("esc")
		s.Sees("cannot tell yet")
	}
	s.Keys("tab")
	s.Sees("Materials", "Business licence")
}
