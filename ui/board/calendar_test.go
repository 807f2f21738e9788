package board_test

import (
	"errors"
	"regexp"
	"testing"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/uitest"
)

// The days that are listed become a calendar file; one that exists is replaced
// only after a question.
func TestCalendar(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.EN, 80, 24)
	s.Keys("D", "e")
	s.Sees("Export as a calendar (.ics)", "Licence deadlines.ics", "alarms a week before")
	s.Hidden("Format", "Language")
	s.Keys("enter")
	s.Sees("days exported to /here/Licence deadlines.ics")
	d := s.Output.Last()
	uids := regexp.MustCompile(`(?m)^UID:.*$`).FindAllString(d.Text, -1)
	if len(uids) < 6 || d.Replace || d.Path != "/here/Licence deadlines.ics" {
		t.Fatalf("%d days in %+v", len(uids), d)
	}
	seen := map[string]bool{}
	for _, uid := range uids {
		if seen[uid] {
			t.Errorf("%s stands for two things", uid)
		}
		seen[uid] = true
	}

	s.Output.There = map[string]bool{d.Path: true}
	s.Keys("e", "enter")
	s.Sees("exists already", d.Path)
	s.Keys("enter") // keep
	s.Sees("Which file?")
	if len(s.Output.Documents) != 1 {
		t.Fatal("replaced unasked")
	}
	s.Keys("enter", "right", "enter")
	s.Sees("exported to")
	if !s.Output.Last().Replace {
		t.Error("not replaced")
	}
}

// Only the days of the filter are in the file.
func TestCalendarOfOneSide(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.EN, 80, 24)
	s.Keys("D", "tab", "tab", "e", "enter")
	s.Sees("1 day exported to")
}

// What is typed stays until it is confirmed, whatever the disk says.
func TestCalendarKeepsWhatIsTyped(t *testing.T) {
	s := uitest.Drive(t, uitest.Several(t), locales.EN, 80, 24)
	s.Keys("D", "e", "ctrl+u", "mine", "esc", "e")
	s.Sees("mine", "Will be written as mine.ics")
	s.Output.Fail = errors.New("the disk is full")
	s.Keys("enter")
	s.Sees("mine", "the disk is full")
	s.Output.Fail = nil
	s.Keys("enter")
	s.Sees("exported to /here/mine.ics")
	s.Keys("e")
	s.Sees("Licence deadlines.ics")
}
