package main

import (
	"fmt"
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
	"github.com/xuke-cli/xuke/store"
)

func (c *command) dueCommand() *cobra.Command {
	var within, whose, file string
	var force bool
	cmd := c.sub("due", c.args(0, 0), func([]string) error {
		if err := c.alone(file, export.CalendarFormat); err != nil {
			return err
		}
		q, err := c.dueQuery(within, whose)
		if err != nil {
			return err
		}
		if _, err := os.Stat(filepath.Join(c.data, "xuke.db")); os.IsNotExist(err) {
			return c.due(nil, file, force) // a daily job makes no database
		}
		return c.withStore(func() error {
			l, err := c.db.List(model.Query{Sort: model.ByDue})
			if err != nil {
				return err
			}
			c.sayDamaged(l.Rows)
			return c.due(model.DueDays(l.Rows, q), file, force)
		})
	})
	f := cmd.Flags()
	f.StringVar(&within, "within", "30d", c.p.T(locales.CLIDueFlagWithin))
	f.StringVar(&whose, "whose", "", c.p.T(locales.CLIDueFlagWhose))
	f.StringVar(&file, "ics", "", c.p.T(locales.CLIDueFlagICS))
	f.BoolVar(&force, "force", false, c.p.T(locales.CLIDueFlagForce))
	c.jsonFlag(cmd)
	return cmd
}

// dueQuery reads how far to look, and whose days.
func (c *command) dueQuery(within, whose string) (model.DueQuery, error) {
	q := model.DueQuery{Today: c.today, Whose: model.Turn(whose)}
	if whose != "" && !slices.Contains([]model.Turn{model.Applicant, model.Client, model.Officials}, q.Whose) {
		return q, c.usage(locales.CLIErrorSide, "Given", whose)
	}
	var err error
	q.Within, err = c.within(within)
	return q, err
}

// within reads a stretch of days from today: 30d, 8w, 6m, a bare number of
// days, or all, which is -1.
func (c *command) within(text string) (int, error) {
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

// sayDamaged does not keep quiet about what cannot be read.
func (c *command) sayDamaged(rows []model.Summary) {
	n := 0
	for _, r := range rows {
		if r.State == store.Damaged {
			n++
		}
	}
	if n > 0 {
		c.tell(locales.CLIDueDamaged, "Count", n)
	}
}

// due prints what is due. Something over makes the exit code 3.
func (c *command) due(days []model.DueDay, file string, force bool) error {
	if slices.ContainsFunc(days, model.DueDay.Over) {
		c.code = exitNotReady
	}
	days, words := c.worded(days)
	if file != "" {
		if err := c.writeICS(days, words, file, force); err != nil || file == "-" {
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
	if len(days) == 0 {
		return nil
	}
	i := -1
	fmt.Fprintln(c.out, lines(columns(days, func(d model.DueDay) []string {
		i++
		w := words[i]
		return []string{d.Date.String(), w.Left(d.Left), short(legible.Line(d.Title), 36), w.Due(d.Due), c.p.Text("term", "turn", turnID(d.Whose)), span(w, d)}
	})))
	return nil
}

// span says the days between which something lies, where one day does not.
func span(w export.Words, d model.DueDay) string {
	if d.Latest.IsZero() && !d.Estimate {
		return ""
	}
	return w.DueSpan(d.Due)
}

// worded finds the words for each day. Days of a procedure that is not there
// cannot be named and are left out.
func (c *command) worded(days []model.DueDay) (known []model.DueDay, words []export.Words) {
	for _, d := range days {
		s, err := c.subject(model.Application{Procedure: d.Procedure, Edition: d.Edition})
		if err != nil {
			c.tell(locales.CLIDueDamaged, "Count", 1)
			continue
		}
		known, words = append(known, d), append(words, s.Words)
	}
	return known, words
}
