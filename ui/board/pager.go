package board

import (
	"maps"

	"charm.land/bubbles/v2/key"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A pager lists applications. Only the rows around the window are ever loaded,
// so a hundred thousand are as quick as ten.
type pager struct {
	env     *Room
	query   model.Query
	rows    map[int]model.Summary // the loaded ones, by their place on the list
	total   int
	loaded  bool // a reply has come
	loading bool // another one is on its way
	list    *widget.List
	focus   model.ApplicationID           // gets the focus when the reply comes; "" for whatever has it
	open    func(model.Summary) page.Step // what Enter and a click on the row in focus do
	box     func(model.Summary) string
}

// stretch is the number of rows that are loaded at a time.
const stretch = 100

// newPager lists what a query has. Box is the mark before a title, "" for none.
func newPager(e *Room, q model.Query, open func(model.Summary) page.Step, box func(model.Summary) string) *pager {
	p := &pager{env: e, query: q, rows: make(map[int]model.Summary), open: open, box: box}
	p.list = widget.NewList(e.Kit, 3, p.row)
	return p
}

// load asks for the rows around index i.
func (p *pager) load(i int) page.Step {
	p.loading = true
	p.query.Today = p.env.Today()
	q := p.query
	q.Offset, q.Limit = max(0, i-stretch/2), stretch
	return p.env.list(q)
}

// reload asks again for the rows around the focus, and keeps it on the same
// application.
func (p *pager) reload() page.Step {
	if at, ok := p.at(); ok && p.focus == "" {
		p.focus = at.ID
	}
	return p.load(max(0, p.list.At()))
}

// same reports whether two queries ask for the same applications in the same
// order, whatever the stretch.
func same(a, b model.Query) bool {
	return a.Search == b.Search && a.Sort == b.Sort && a.Trash == b.Trash && a.Archived == b.Archived && maps.Equal(a.Filter, b.Filter)
}

// listed shows the rows of a reply. A reply to an earlier query is ignored.
func (p *pager) listed(msg listedMsg) page.Step {
	if !same(msg.query, p.query) {
		return nil
	}
	p.loading = false
	if msg.err != nil {
		return page.Warn(p.env.Fail(msg.err))
	}
	p.loaded, p.total = true, msg.listing.Total
	p.rows = make(map[int]model.Summary, len(msg.listing.Rows))
	for i, r := range msg.listing.Rows {
		p.rows[msg.query.Offset+i] = r
	}
	p.list.SetCount(p.total)
	for i, r := range p.rows {
		if r.ID == p.focus {
			p.list.Select(i)
		}
	}
	p.focus = ""
	if at := p.list.At(); at >= msg.query.Offset && at < msg.query.Offset+stretch {
		return nil
	}
	return p.more() // the focus has moved on meanwhile
}

// at returns the application in focus, if it is loaded.
func (p *pager) at() (model.Summary, bool) {
	s, ok := p.rows[p.list.At()]
	return s, ok
}

// more loads rows where the focus has left those that are loaded.
func (p *pager) more() page.Step {
	if _, ok := p.at(); ok || p.loading || p.total == 0 {
		return nil
	}
	return p.load(p.list.At())
}

// follow opens the application that was picked, and loads rows where the focus
// has moved.
func (p *pager) follow(e widget.Event) page.Step {
	at, ok := p.at()
	switch {
	case e == widget.Picked && ok:
		return p.open(at)
	case e == widget.Moved:
		return p.more()
	}
	return nil
}

// onRow is the row of a key that needs an application in focus. It does nothing
// before that is loaded.
func (p *pager) onRow(b key.Binding, do func(model.Summary) page.Step) page.Binding {
	return page.On(b, func() page.Step {
		if at, ok := p.at(); ok {
			return do(at)
		}
		return nil
	})
}

func (p *pager) row(i, w int, focused bool) []string {
	if s, ok := p.rows[i]; ok {
		return p.env.card(s, p.box(s), w, focused)
	}
	return []string{p.env.Theme().Mark.Quiet, "", ""}
}
