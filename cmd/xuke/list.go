package main

import (
	"cmp"
	"maps"
	"time"

	"github.com/spf13/cobra"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/store"
)

// A listCommand lists applications, narrowed by flags and by views that were
// saved in the wizard.
type listCommand struct {
	*session
	cmd    *cobra.Command
	filter filter
	sort   string
	view   string
}

func newList(s *session) *cobra.Command {
	c := &listCommand{session: s}
	c.cmd = s.command(spec{name: "list", json: true, run: c.run})
	f := c.cmd.Flags()
	c.filter.register(f, s.p)
	f.StringVar(&c.sort, "sort", string(model.ByDue), s.p.T(locales.CLIListFlagSort))
	f.IntVar(&c.filter.Limit, "limit", 0, s.p.T(locales.CLIListFlagLimit))
	f.StringVar(&c.view, "view", "", s.p.T(locales.CLIListFlagView))
	return c.cmd
}

func (c *listCommand) run([]string) error {
	q := &c.filter.Query
	q.Sort = model.Order(c.sort)
	if err := c.filter.read(c.cmd.Flags(), c.session); err != nil {
		return err
	}
	switch q.Sort {
	case model.ByDue, model.ByUpdated, model.ByTitle:
	default:
		return c.usage(locales.CLIErrorSort, "Given", c.sort)
	}
	if q.Limit < 0 {
		return c.usage(locales.CLIErrorLimit, "Given", q.Limit)
	}
	return c.withStore(func() error {
		if err := c.applyView(q); err != nil {
			return err
		}
		return c.list(*q)
	})
}

// applyView adds what a view narrows by. Flags take precedence.
func (c *listCommand) applyView(q *model.Query) error {
	if c.view == "" {
		return nil
	}
	views, err := c.db.Views()
	if err != nil {
		return err
	}
	var names []string
	for _, v := range views {
		names = append(names, v.Name)
		if v.Name != c.view {
			continue
		}
		filter := maps.Clone(v.Filter)
		if filter == nil {
			filter = make(model.Filter)
		}
		maps.Copy(filter, q.Filter)
		q.Filter, q.Search = filter, cmp.Or(q.Search, v.Search)
		if !c.cmd.Flags().Changed("sort") && v.Sort != "" {
			q.Sort = v.Sort
		}
		return nil
	}
	return c.usage(locales.CLIErrorView, "Given", c.view, "Accepts", cmp.Or(c.p.List(names), c.p.T(locales.TermNone)))
}

// A listed application, as scripts get it.
type listed struct {
	ID        model.ApplicationID `json:"id"`
	Title     string              `json:"title"`
	Procedure model.ProcedureID   `json:"procedure"`
	Edition   model.Date          `json:"edition"`
	State     model.StateID       `json:"state"`
	Percent   int                 `json:"percent"`
	Verdict   model.Readiness     `json:"verdict"`
	Updated   string              `json:"updated"`
	Next      *model.Next         `json:"next"`

	Responsible string   `json:"responsible"`
	Tags        []string `json:"tags"`

	Licence model.Validity `json:"licence,omitempty"` // expired or extended, once its last day is over
}

func (c *listCommand) list(q model.Query) error {
	l, err := c.db.List(q)
	if err != nil {
		return err
	}
	if c.json {
		rows := make([]listed, len(l.Rows))
		for i, r := range l.Rows {
			rows[i] = listed{r.ID, r.Title, r.Procedure, r.Edition, r.State, r.Percent, r.Verdict, r.Updated.UTC().Format(time.RFC3339), r.Next,
				r.Responsible, append([]string{}, r.Tags...), r.Validity(c.renewals(r), c.today)}
		}
		return c.write(rows)
	}
	if len(l.Rows) == 0 {
		return c.sayNone(q)
	}
	c.sayLines(columns(l.Rows, c.listLine))
	return nil
}

// sayNone says whether there is nothing, or nothing that matches.
func (s *session) sayNone(q model.Query) error {
	n, err := s.db.Counts()
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
		s.tell(locales.CLIListNone, "Count", of)
		return nil
	}
	s.tell(none)
	return nil
}

// renewals are the applications that may renew a licence that has run out.
func (s *session) renewals(r model.Summary) []model.Summary {
	if !r.Licence.Past(s.today) {
		return nil
	}
	return s.following(r.ID)
}

// listLine is one application: id, title, progress, state, next date and step.
func (s *session) listLine(r model.Summary) []string {
	id, title := legible.Line(string(r.ID)), short(legible.Line(r.Title), 36)
	if r.State == store.Damaged {
		return []string{id, title, "", s.p.T(locales.CLIListDamaged)}
	}
	p, err := s.edition(r.Procedure, r.Edition)
	if err != nil {
		return []string{id, title, "", s.text(locales.CLIListEdition, "ID", string(r.Procedure), "Edition", r.Edition.String())}
	}
	w := export.Words{Texts: s.p, Procedure: p}
	day, next := "", r.NextOn(s.today)
	if next != nil {
		day = next.Date.String()
	}
	return []string{id, title, w.Percent(r.Percent), w.State(r, s.renewals(r), s.today), day, w.Next(next, nil)}
}
