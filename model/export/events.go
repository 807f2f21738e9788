package export

import (
	"encoding/json"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// eventChanges names the events that were recorded, taken back and put right.
func (w Words) eventChanges(c model.Change) (lines []string) {
	var before, after []model.Event
	json.Unmarshal(c.Before, &before) //nolint:errcheck // none were there
	json.Unmarshal(c.After, &after)   //nolint:errcheck // or none are left
	same := 0
	for same < min(len(before), len(after)) && before[same].ID == after[same].ID {
		lines = append(lines, w.amended(before[same], after[same])...)
		same++
	}
	name := func(e model.Event) string {
		return w.say("change.event", "Event", w.Title("event", string(e.ID)), "Date", w.Day(e.Date))
	}
	for _, e := range after[same:] {
		lines = append(lines, w.say("change.recorded", "What", name(e)))
	}
	for _, e := range before[same:] {
		lines = append(lines, w.say("change.unrecorded", "What", name(e)))
	}
	return lines
}

// amended says what was put right about an event.
func (w Words) amended(before, after model.Event) (lines []string) {
	for _, f := range []struct{ field, before, after string }{
		{"date", w.Day(before.Date), w.Day(after.Date)},
		{"received", w.Day(before.Received), w.Day(after.Received)},
		{"number", legible.Line(before.Number), legible.Line(after.Number)},
		{"valid-until", w.Day(before.ValidUntil), w.Day(after.ValidUntil)},
		{"due", w.Term(before.Due), w.Term(after.Due)},
		{"reason", legible.Line(before.Reason), legible.Line(after.Reason)},
		{"note", legible.Line(before.Note), legible.Line(after.Note)},
	} {
		if f.before != f.after {
			lines = append(lines, w.say("change.amended", "Event", w.Title("event", string(after.ID)), "Field", w.Text("term", "event-field", f.field),
				"Before", orDash(f.before), "After", orDash(f.after)))
		}
	}
	return lines
}
