package export

import (
	"io"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/xuke-cli/xuke/model"
)

// A CalendarEntry is a due day in words, for a calendar.
type CalendarEntry struct {
	UID     string // the same for the same thing, however often it is exported
	Date    model.Date
	Title   string
	Notes   string
	Changed time.Time // when the application was saved last
}

// alarms ring at nine in the morning, counted from the beginning of the day: a
// week before, a day before, and on the day itself.
var alarms = []string{"-P6DT15H", "-PT15H", "PT9H"}

// ICS writes due days as a calendar that programs import or subscribe to: an
// entry of a whole day each, with alarms. Importing it again changes the
// entries and does not double them.
func ICS(w io.Writer, name string, entries []CalendarEntry) error {
	c := ics.NewCalendarFor("xuke")
	c.SetProductId("-//xuke//xuke//ZH")
	c.SetMethod(ics.MethodPublish)
	c.SetName(name)
	c.SetXWRCalName(name)
	for _, e := range entries {
		day := time.Date(e.Date.Year, e.Date.Month, e.Date.Day, 0, 0, 0, 0, time.UTC)
		event := c.AddEvent(e.UID)
		event.SetDtStampTime(e.Changed.UTC())
		event.SetLastModifiedAt(e.Changed.UTC())
		event.SetAllDayStartAt(day)
		event.SetAllDayEndAt(day.AddDate(0, 0, 1))
		event.SetTimeTransparency(ics.TransparencyTransparent) // nobody is busy all day
		event.SetSummary(e.Title)
		event.SetDescription(e.Notes)
		for _, at := range alarms {
			alarm := event.AddAlarm()
			alarm.SetAction(ics.ActionDisplay)
			alarm.SetTrigger(at)
			alarm.SetDescription(e.Title)
		}
	}
	return c.SerializeTo(w, ics.WithNewLineWindows)
}
