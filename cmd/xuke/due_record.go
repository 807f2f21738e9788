package main

import (
	"bytes"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
)

// A dueRecord is a due day as scripts get it.
type dueRecord struct {
	App       model.ApplicationID `json:"app"`
	Title     string              `json:"title"`
	Procedure model.ProcedureID   `json:"procedure"`
	State     model.StateID       `json:"state"`
	Code      model.DueCode       `json:"code"`
	What      string              `json:"what"`
	Text      string              `json:"text"`
	Date      model.Date          `json:"date"`
	Latest    model.Date          `json:"latest"`
	Estimate  bool                `json:"estimate"`
	Whose     model.Turn          `json:"whose"`
	Days      int                 `json:"days"` // left; negative when it is over
	Overdue   bool                `json:"overdue"`
	Source    string              `json:"source"`
}

func dueRecordOf(w export.Words, d model.DueDay) dueRecord {
	source := ""
	if clock := w.Procedure.Clock(model.ClockID(d.What)); d.Code == model.DueClock && clock != nil && len(clock.Sources) > 0 {
		source = string(clock.Sources[0].Source)
	}
	return dueRecord{
		App: d.Summary.ID, Title: d.Title, Procedure: d.Procedure, State: d.State, Code: d.Code, What: d.What, Text: w.Due(d.Due),
		Date: d.Date, Latest: d.Last(), Estimate: d.Estimate, Whose: d.Whose, Days: d.Left, Overdue: d.Over(), Source: source,
	}
}

func (c *command) writeICS(days []model.DueDay, words []export.Words, file string, force bool) error {
	entries := make([]export.CalendarEntry, len(days))
	for i, d := range days {
		entries[i] = words[i].CalendarEntry(d)
	}
	var b bytes.Buffer
	if err := export.ICS(&b, c.p.T(locales.UIDueICSName), entries); err != nil {
		return err
	}
	if file == "-" {
		_, err := c.out.Write(b.Bytes())
		return err
	}
	if err := writeFile(file, b.Bytes(), force); err != nil {
		return unwritable(file, err)
	}
	c.tell(locales.CLIDueWritten, "Count", len(days), "File", file)
	return nil
}
