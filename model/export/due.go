package export

import (
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// Due names a due day: "collect: proof of premises", "decision by the
// authority".
func (w Words) Due(d model.Due) string {
	switch d.Code {
	case model.DueRow:
		id, of := model.MaterialKey(d.What).Split()
		name := legible.Line(d.Name)
		switch {
		case id == model.OtherMaterial:
			return w.say("due.material", "What", name)
		case of != "":
			name = w.say("row.of", "Material", w.Title("material", string(id)), "Name", name)
		default:
			name = w.Title("material", string(id))
		}
		if d.Whose == model.Client {
			return w.say("due.requested", "What", name)
		}
		return w.say("due.material", "What", name)
	case model.DueFindOut:
		return w.say("due.find-out", "What", w.Question(model.QuestionID(d.What)))
	case model.DueSubmit:
		return w.say("due.submit")
	case model.DueExpired:
		return w.say("due.expired")
	}
	return w.Title("clock", d.What)
}

// DueSpan says the day, or the days between which it lies, and whether it is
// an estimate.
func (w Words) DueSpan(d model.Due) string {
	return w.Span(model.Deadline{Earliest: d.Date, Latest: d.Last(), Estimate: d.Estimate})
}

// Left says how many days are left, or that it is over.
func (w Words) Left(days int) string {
	switch {
	case days < 0:
		return w.say("due.over", "Count", -days)
	case days == 0:
		return w.say("due.today")
	}
	return w.say("due.left", "Count", days)
}

// DueSources names what a due day rests on, "" where a person set it.
func (w Words) DueSources(d model.Due) string {
	if d.Code != model.DueClock {
		return ""
	}
	if d.Stated {
		return w.say("due.stated")
	}
	c := w.Procedure.Clock(model.ClockID(d.What))
	if c == nil {
		return ""
	}
	var names []string
	for _, cite := range c.Sources {
		names = append(names, w.Cited(cite))
	}
	return w.List(names)
}

// CalendarEntry puts a due day into words for a calendar.
func (w Words) CalendarEntry(d model.DueDay) CalendarEntry {
	title := legible.Line(d.Title)
	notes := []string{w.DueSpan(d.Due), w.Text("term", "turn", string(d.Whose))}
	if from := w.DueSources(d.Due); from != "" {
		notes = append(notes, from)
	}
	return CalendarEntry{
		UID:  string(d.Summary.ID) + "." + string(d.Code) + "." + strings.ReplaceAll(d.What, "/", ".") + "@xuke",
		Date: d.Date, Title: w.say("due.entry", "What", w.Due(d.Due), "Title", title),
		Notes: strings.Join(append(notes, w.say("due.notice")), "\n"), Changed: d.Updated,
	}
}
