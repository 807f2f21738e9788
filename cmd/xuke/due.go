package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
)

// A dueCommand lists what is due in all applications, for people, scripts and
// calendars.
type dueCommand struct {
	*session
	within string
	whose  string
	ics    string // a calendar file; "-" is standard output
	force  bool
}

func newDue(s *session) *cobra.Command {
	c := &dueCommand{session: s}
	cmd := s.command(spec{name: "due", json: true, run: c.run})
	f := cmd.Flags()
	f.StringVar(&c.within, "within", "30d", s.p.T(locales.CLIDueFlagWithin))
	f.StringVar(&c.whose, "whose", "", s.p.T(locales.CLIDueFlagWhose))
	f.StringVar(&c.ics, "ics", "", s.p.T(locales.CLIDueFlagICS))
	f.BoolVar(&c.force, "force", false, s.p.T(locales.CLIDueFlagForce))
	return cmd
}

func (c *dueCommand) run([]string) error {
	if err := c.alone(c.ics, export.CalendarFormat); err != nil {
		return err
	}
	q, err := c.query()
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(c.data, "xuke.db")); os.IsNotExist(err) {
		return c.due(nil) // a daily job makes no database
	}
	return c.withStore(func() error {
		l, err := c.db.List(model.Query{Sort: model.ByDue})
		if err != nil {
			return err
		}
		away, err := c.db.List(model.Query{Sort: model.ByDue, Archived: true})
		if err != nil {
			return err
		}
		c.tellDamaged(l.Rows)
		return c.due(model.DueDays(model.WithArchived(l.Rows, away.Rows), q))
	})
}

// query reads how far to look, and whose days are wanted.
func (c *dueCommand) query() (model.DueQuery, error) {
	q := model.DueQuery{Today: c.today, Whose: model.Turn(c.whose)}
	if c.whose != "" && !slices.Contains([]model.Turn{model.Applicant, model.Client, model.Officials}, q.Whose) {
		return q, c.usage(locales.CLIErrorSide, "Given", c.whose)
	}
	var err error
	q.Within, err = c.stretch(c.within)
	return q, err
}

// stretch reads a number of days from today: 30d, 8w, 6m, a bare number of
// days, or all, which is -1.
func (c *dueCommand) stretch(text string) (int, error) {
	text = strings.TrimSpace(strings.ToLower(text))
	if text == "all" {
		return -1, nil
	}
	number := strings.TrimRight(text, "dwm")
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n > 36600 || len(text)-len(number) > 1 {
		return 0, c.usage(locales.CLIErrorWithin, "Given", text)
	}
	switch strings.TrimPrefix(text, number) {
	case "w":
		return 7 * n, nil
	case "m":
		return c.today.AddMonths(n).Sub(c.today), nil
	}
	return n, nil
}

// tellDamaged says how many applications cannot be read: their days are
// missing from the list.
func (c *dueCommand) tellDamaged(rows []model.Summary) {
	if n := len(rows) - len(readable(rows)); n > 0 {
		c.tell(locales.CLIDueDamaged, "Count", n)
	}
}

// due prints what is due. If something is overdue, the exit code is 3.
func (c *dueCommand) due(days []model.DueDay) error {
	if slices.ContainsFunc(days, model.DueDay.Over) {
		c.code = exitNotReady
	}
	days, words := c.worded(days)
	if c.ics != "" {
		if err := c.writeICS(days, words); err != nil || c.ics == "-" {
			return err
		}
	}
	if c.json {
		out := make([]dueRecord, len(days))
		for i, d := range days {
			out[i] = dueRecordOf(words[i], d)
		}
		return c.write(out)
	}
	i := -1
	c.sayLines(columns(days, func(d model.DueDay) []string {
		i++
		w := words[i]
		return []string{d.Date.String(), w.Left(d.Left), short(legible.Line(d.Title), 36), w.Due(d.Due), c.p.Text("term", "turn", turnID(d.Whose)), span(w, d)}
	}))
	return nil
}

// span says between which days something is due, "" if it is one day.
func span(w export.Words, d model.DueDay) string {
	if d.Latest.IsZero() && !d.Estimate {
		return ""
	}
	return w.DueSpan(d.Due)
}

// worded finds the words for each day. Days of a procedure that is not there
// cannot be named and are left out.
func (c *dueCommand) worded(days []model.DueDay) (known []model.DueDay, words []export.Words) {
	for _, d := range days {
		a, err := c.subject(model.Application{Procedure: d.Procedure, Edition: d.Edition})
		if err != nil {
			c.tell(locales.CLIDueDamaged, "Count", 1)
			continue
		}
		known, words = append(known, d), append(words, a.Words)
	}
	return known, words
}

func (c *dueCommand) writeICS(days []model.DueDay, words []export.Words) error {
	entries := make([]export.CalendarEntry, len(days))
	for i, d := range days {
		entries[i] = words[i].CalendarEntry(d)
	}
	var b bytes.Buffer
	if err := export.ICS(&b, c.p.T(locales.UIDueICSName), entries); err != nil {
		return err
	}
	if c.ics == "-" {
		_, err := c.out.Write(b.Bytes())
		return err
	}
	if err := c.save(c.ics, b.Bytes(), c.force); err != nil {
		return err
	}
	c.tell(locales.CLIDueWritten, "Count", len(days), "File", c.ics)
	return nil
}

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
	Days      int                 `json:"days"` // left; negative when it is overdue
	Overdue   bool                `json:"overdue"`
	Source    string              `json:"source"` // "" where a notice or a person set it
	Stated    bool                `json:"stated"` // by a notice
}

func dueRecordOf(w export.Words, d model.DueDay) dueRecord {
	source := ""
	if clock := w.Procedure.Clock(model.ClockID(d.What)); d.Code == model.DueClock && !d.Stated && clock != nil && len(clock.Sources) > 0 {
		source = string(clock.Sources[0].Source)
	}
	return dueRecord{
		App: d.Summary.ID, Title: d.Title, Procedure: d.Procedure, State: d.State, Code: d.Code, What: d.What, Text: w.Due(d.Due),
		Date: d.Date, Latest: d.Last(), Estimate: d.Estimate, Whose: d.Whose, Days: d.Left, Overdue: d.Over(), Source: source, Stated: d.Stated,
	}
}
