package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

func (c *command) historyCommand() *cobra.Command {
	var limit int
	cmd := c.sub("history", c.args(1, 1), func(args []string) error {
		return c.withStore(func() error {
			s, err := c.find(args[0])
			if err != nil {
				return err
			}
			steps, err := c.db.History(s.ID, 0, max(0, limit))
			if err != nil {
				return err
			}
			return c.history(s, steps)
		})
	})
	cmd.Flags().IntVar(&limit, "limit", 0, c.p.T(locales.CLIHistoryFlagLimit))
	c.jsonFlag(cmd)
	return cmd
}

// history prints the steps, the latest first.
func (c *command) history(s *subject, steps []model.Edit) error {
	if c.json {
		out := make([]any, len(steps))
		for i, e := range steps {
			out[i] = c.editRecord(s, e)
		}
		return c.write(out)
	}
	undone := make(map[int64]bool)
	for _, e := range steps {
		undone[e.Undoes] = true
		about := ""
		switch {
		case e.Undoes != 0:
			about = c.text(locales.CLIHistoryUndoes, "Seq", e.Undoes)
		case undone[e.Seq]:
			about = c.p.T(locales.CLIHistoryUndone)
		}
		fmt.Fprintf(c.out, "%4d  %s  %s\n", e.Seq, when(e.At), about)
		fmt.Fprintln(c.out, indent(indent(lines(s.Changes(e, &s.Application)))))
	}
	return nil
}

// editRecord is a step as scripts get it.
func (c *command) editRecord(s *subject, e model.Edit) map[string]any {
	changes := []map[string]string{}
	for _, ch := range e.Changes {
		changes = append(changes, map[string]string{"part": ch.Part, "of": ch.Of})
	}
	var undoes any
	if e.Undoes != 0 {
		undoes = e.Undoes
	}
	return map[string]any{
		"seq": e.Seq, "rev": e.Rev, "at": e.At.Format(time.RFC3339), "undoes": undoes,
		"changes": changes, "text": s.Changes(e, &s.Application),
	}
}

// when is a moment on the clock of this place, to the minute.
func when(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }
