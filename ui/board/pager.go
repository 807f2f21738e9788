package board

import (
	"maps"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A pager lists applications. Only the rows around the window are ever
// loaded, so any number of them is as quick as ten.
type pager struct {
	env     *Room
	query   model.Query
	rows    map[int]model.Summary
	total   int
	loaded  bool
	loading bool
	list    *widget.List
	stay    model.ApplicationID // to be in focus after a reload, as far as it is there
}

// stretch is how many rows are loaded at a time.
const stretch = 100

func newPager(e *Room, q model.Query, row func(i, w int, focused bool) []string) pager {
	return pager{env: e, query: q, rows: make(map[int]model.Summary), list: widget.NewList(e.Kit, 3, row)}
}

// load asks for the rows around index i.
func (p *pager) load(i int) page.Step {
	p.loading = true
	p.query.Today = p.env.Today()
	q := p.query
	q.Offset, q.Limit = max(0, i-stretch/2), stretch
	return p.env.list(q)
}

// reload looks again, at where one is.
func (p *pager) reload() page.Step {
	if at, ok := p.at(); ok && p.stay == "" {
		p.stay = at.ID
	}
	return p.load(max(0, p.list.At()))
}

// same reports whether two queries look for the same, whatever the stretch.
func same(a, b model.Query) bool {
	return a.Search == b.Search && a.Sort == b.Sort && a.Trash == b.Trash && a.Archived == b.Archived && maps.Equal(a.Filter, b.Filter)
}

// take takes the answer to load. One to what was asked before is passed over.
func (p *pager) take(msg listedMsg) page.Step {
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
		if r.ID == p.stay {
			p.list.Select(i)
		}
	}
	p.stay = ""
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

// more loads on where the focus has left what is loaded.
func (p *pager) more() page.Step {
	if _, ok := p.at(); ok || p.loading || p.total == 0 {
		return nil
	}
	return p.load(p.list.At())
}
