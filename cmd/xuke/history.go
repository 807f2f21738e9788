package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A historyCommand lists what was changed in an application, the latest first.
type historyCommand struct {
	*session
	limit int
}

func newHistory(s *session) *cobra.Command {
	c := &historyCommand{session: s}
	cmd := s.command(spec{name: "history", least: 1, most: 1, json: true, run: func(args []string) error { return s.on(args[0], c.history) }})
	cmd.Flags().IntVar(&c.limit, "limit", 0, s.p.T(locales.CLIHistoryFlagLimit))
	return cmd
}

func (c *historyCommand) history(a *subject) error {
	steps, err := c.db.History(a.ID, 0, max(0, c.limit))
	if err != nil {
		return err
	}
	if c.json {
		out := make([]any, len(steps))
		for i, e := range steps {
			out[i] = editRecord(a, e)
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
		fmt.Fprintf(c.out, "%4d  %s  %s\n", e.Seq, minute(e.At), about)
		fmt.Fprintln(c.out, indent(indent(block(a.Changes(e, &a.Application)))))
	}
	return nil
}

// editRecord is a step as scripts get it.
func editRecord(a *subject, e model.Edit) map[string]any {
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
		"changes": changes, "text": a.Changes(e, &a.Application),
	}
}

// minute is a moment on the local clock.
func minute(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }
