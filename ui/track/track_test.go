package track_test

import (
	"fmt"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/uitest"
)

var trackScenes = []struct {
	name     string
	happened func(*model.Procedure, *model.Application) error
	keys     []string
}{
	{"correcting", uitest.TwiceReturned, []string{"enter"}},
	{"correcting-materials", uitest.TwiceReturned, []string{"enter", "ctrl+g", "materials", "enter"}},
	{"correcting-submission", uitest.TwiceReturned, []string{"enter", "ctrl+g", "submission", "enter"}},
	{"correcting-item", uitest.TwiceReturned, []string{"enter", "down", "down", "enter"}},
	{"rounds", uitest.TwiceReturned, uitest.Flat("enter", "ctrl+g", "submission", "enter", "end", uitest.Times("up", 4))},
	{"round", uitest.TwiceReturned, uitest.Flat("enter", "ctrl+g", "submission", "enter", "end", uitest.Times("up", 4), "enter")},
	{"round-change", uitest.TwiceReturned, uitest.Flat("enter", "ctrl+g", "submission", "enter", "end", uitest.Times("up", 2), "enter")},
	{"deemed", uitest.Unanswered, []string{"enter", "enter"}},
	{"deemed-overview", uitest.Unanswered, []string{"enter"}},
	{"deemed-record", uitest.Unanswered, []string{"enter", "enter", "enter"}},
}

func TestTrackGolden(t *testing.T) {
	for _, scene := range trackScenes {
		for _, size := range uitest.Sizes {
			for _, lang := range locales.Langs {
				name := fmt.Sprintf("%s.%dx%d.%s", scene.name, size[0], size[1], lang)
				t.Run(name, func(t *testing.T) {
					s := uitest.Drive(t, uitest.Tracked(t, scene.happened), lang, size[0], size[1])
					for _, k := range scene.keys {
						s.Keys(k)
						s.Fits()
					}
					s.Golden(name)
				})
			}
		}
	}
}

// Where no notice came in time, Enter leads from the overview to a record that
// counts from the day of receipt.
func TestDeemed(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.Unanswered), locales.EN, 80, 24)
	s.Keys("enter")
	s.Sees("No notice came in time")
	s.Keys("enter", "enter", "enter", "enter", "enter", "enter")
	s.Sees("Accepted (受理), awaiting the decision")
	for _, a := range s.Store.Apps {
		if n := len(a.Events); n != 2 || !a.Events[1].Deemed || a.Events[1].Date != uitest.On(11, 9) {
			t.Errorf("recorded %+v", a.Events)
		}
	}
}

// A notice that has been answered gives the overview back its tasks; each item
// is settled from there.
func TestCorrecting(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, 80, 24)
	s.Keys("enter", "down", "enter", "enter") // done, though nothing was changed
	s.Sees("Nothing about “Equity structure chart (股权结构图)” was changed since the")
	s.Keys("right", "enter")
	s.Sees("Correction (补正): 1 item left")
	s.Keys("down", "enter", "enter")
	s.Sees("All correction items are settled", "Resubmit on the official system")
	s.Keys("home", "enter") // to what can be recorded now
	s.Sees("▌ + Resubmitted after correction")
}

// A submission opens read-only, and nothing that is pressed there changes it.
func TestRoundIsReadOnly(t *testing.T) {
	s := uitest.Drive(t, uitest.Tracked(t, uitest.TwiceReturned), locales.EN, 80, 24)
	s.Keys(uitest.Flat("enter", "ctrl+g", "submission", "enter", "end", uitest.Times("up", 3), "enter")...)
	s.Sees("Submission 1 as it was handed in", "This is what was handed in")
	before := fmt.Sprint(s.Store.Apps)
	s.Keys("enter", "space", "x", "u", "down", "f3", "tab")
	if after := fmt.Sprint(s.Store.Apps); after != before {
		t.Errorf("the application became %s", after)
	}
}
