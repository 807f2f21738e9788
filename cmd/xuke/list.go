package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/model/procedure"
	"github.com/xuke-cli/xuke/store"
)

func (c *command) listCommand() *cobra.Command {
	var q model.Query
	var state, sort string
	cmd := c.sub("list", c.args(0, 0), func([]string) error {
		q.State, q.Sort = model.StateID(state), model.Order(sort)
		if err := c.checkQuery(q); err != nil {
			return err
		}
		return c.withStore(func() error { return c.list(q) })
	})
	cmd.Flags().StringVar(&state, "state", "", c.p.T(locales.CLIListFlagState))
	cmd.Flags().StringVar(&q.Search, "search", "", c.p.T(locales.CLIListFlagSearch))
	cmd.Flags().StringVar(&sort, "sort", string(model.ByDue), c.p.T(locales.CLIListFlagSort))
	cmd.Flags().IntVar(&q.Limit, "limit", 0, c.p.T(locales.CLIListFlagLimit))
	cmd.Flags().BoolVar(&q.Trash, "trash", false, c.p.T(locales.CLIListFlagTrash))
	c.jsonFlag(cmd)
	return cmd
}

func (c *command) checkQuery(q model.Query) error {
	switch q.Sort {
	case model.ByDue, model.ByUpdated, model.ByTitle:
	default:
		return c.usage(locales.CLIErrorSort, "Given", string(q.Sort))
	}
	if q.Limit < 0 {
		return c.usage(locales.CLIErrorLimit, "Given", q.Limit)
	}
	if q.State == "" {
		return nil
	}
	procs, err := procedure.Builtin()
	if err != nil {
		return err
	}
	var states []string
	for _, p := range procs {
		if p.State(q.State) != nil {
			return nil
		}
		for _, s := range p.States {
			if !slices.Contains(states, string(s.ID)) {
				states = append(states, string(s.ID))
			}
		}
	}
	return c.usage(locales.CLIErrorState, "Given", string(q.State), "Accepts", strings.Join(states, " "))
}

type listed struct {
	ID        model.ApplicationID `json:"id"`
	Title     string              `json:"title"`
	Procedure model.ProcedureID   `json:"procedure"`
	Edition   model.Date          `json:"edition"`
	State     model.StateID       `json:"state"`
	Percent   int                 `json:"percent"`
	Updated   string              `json:"updated"`
	Next      *model.Next         `json:"next"`
}

func (c *command) list(q model.Query) error {
	l, err := c.db.List(q)
	if err != nil {
		return err
	}
	if c.json {
		rows := make([]listed, len(l.Rows))
		for i, r := range l.Rows {
			rows[i] = listed{r.ID, r.Title, r.Procedure, r.Edition, r.State, r.Percent, r.Updated.UTC().Format(time.RFC3339), r.Next}
		}
		return c.write(rows)
	}
	if len(l.Rows) == 0 {
		c.tell(locales.CLIListEmpty)
		return nil
	}
	fmt.Fprintln(c.out, lines(columns(l.Rows, c.listLine)))
	return nil
}

// listLine is one application: id, title, progress, state, next date and step.
func (c *command) listLine(r model.Summary) []string {
	id, title := legible.Line(string(r.ID)), short(legible.Line(r.Title), 36)
	if r.State == store.Damaged {
		return []string{id, title, "", c.p.T(locales.CLIListDamaged)}
	}
	p, err := procedure.Edition(r.Procedure, r.Edition)
	if err != nil {
		return []string{id, title, "", c.p.T(locales.CLIListEdition)}
	}
	w := export.Words{Texts: c.p, Procedure: p}
	day := ""
	if r.Next != nil {
		day = r.Next.Date.String()
	}
	return []string{id, title, w.Percent(r.Percent), w.Title("state", string(r.State)), day, w.Next(r.Next, nil)}
}
