package main

import (
	"fmt"
	"maps"
	"time"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/store"
)

func (c *command) listCommand() *cobra.Command {
	var q model.Query
	var sort, view string
	cmd := c.sub("list", c.args(0, 0), nil)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		q.Sort = model.Order(sort)
		if err := c.readFilter(cmd, &q); err != nil {
			return err
		}
		if err := c.checkQuery(q); err != nil {
			return err
		}
		return c.withStore(func() error {
			if err := c.applyView(&q, view, cmd.Flags().Changed("sort")); err != nil {
				return err
			}
			return c.list(q)
		})
	}
	c.addFilterFlags(cmd, &q)
	cmd.Flags().StringVar(&sort, "sort", string(model.ByDue), c.p.T(locales.CLIListFlagSort))
	cmd.Flags().IntVar(&q.Limit, "limit", 0, c.p.T(locales.CLIListFlagLimit))
	cmd.Flags().StringVar(&view, "view", "", c.p.T(locales.CLIListFlagView))
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
	return nil
}

// applyView adds what a view that was saved in the wizard narrows by. Flags
// come before it.
func (c *command) applyView(q *model.Query, name string, sorted bool) error {
	if name == "" {
		return nil
	}
	views, err := c.db.Views()
	if err != nil {
		return err
	}
	var names []string
	for _, v := range views {
		names = append(names, v.Name)
		if v.Name != name {
			continue
		}
		filter := maps.Clone(v.Filter)
		if filter == nil {
			filter = make(model.Filter)
		}
		maps.Copy(filter, q.Filter)
		q.Filter, q.Search = filter, first(q.Search, v.Search)
		if !sorted && v.Sort != "" {
			q.Sort = v.Sort
		}
		return nil
	}
	return c.usage(locales.CLIErrorView, "Given", name, "Accepts", first(c.p.List(names), c.p.T(locales.TermNone)))
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

	Responsible string   `json:"responsible"`
	Tags        []string `json:"tags"`
}

func (c *command) list(q model.Query) error {
	l, err := c.db.List(q)
	if err != nil {
		return err
	}
	if c.json {
		rows := make([]listed, len(l.Rows))
		for i, r := range l.Rows {
			rows[i] = listed{r.ID, r.Title, r.Procedure, r.Edition, r.State, r.Percent, r.Updated.UTC().Format(time.RFC3339), r.Next,
				r.Responsible, append([]string{}, r.Tags...)}
		}
		return c.write(rows)
	}
	if len(l.Rows) == 0 {
		return c.sayNone(q)
	}
	fmt.Fprintln(c.out, lines(columns(l.Rows, c.listLine)))
	return nil
}

// sayNone says whether there is nothing, or nothing that fits.
func (c *command) sayNone(q model.Query) error {
	n, err := c.db.Counts()
	if err != nil {
		return err
	}
	of, none := n.Live, locales.CLIListEmpty
	switch {
	case q.Trash:
		of, none = n.Trash, locales.CLIListNoTrash
	case q.Archived:
		of, none = n.Archived, locales.CLIListNoArchive
	}
	if of > 0 {
		c.tell(locales.CLIListNone, "Count", of)
		return nil
	}
	c.tell(none)
	return nil
}

// listLine is one application: id, title, progress, state, next date and step.
func (c *command) listLine(r model.Summary) []string {
	id, title := legible.Line(string(r.ID)), short(legible.Line(r.Title), 36)
	if r.State == store.Damaged {
		return []string{id, title, "", c.p.T(locales.CLIListDamaged)}
	}
	p, err := c.edition(r.Procedure, r.Edition)
	if err != nil {
		return []string{id, title, "", c.text(locales.CLIListEdition, "ID", string(r.Procedure), "Edition", r.Edition.String())}
	}
	w := export.Words{Texts: c.p, Procedure: p}
	day := ""
	if r.Next != nil {
		day = r.Next.Date.String()
	}
	return []string{id, title, w.Percent(r.Percent), w.Title("state", string(r.State)), day, w.Next(r.Next, nil)}
}
