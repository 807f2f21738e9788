package track

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// An itemPage is one item of a recorded notice: what it asks for, and the ways
// to be done with it.
type itemPage struct {
	d    *Room
	id   string
	ways *page.Rows
}

// NewSettle returns the page on which a recorded item is settled.
func NewSettle(d *Room, id string) page.Screen {
	p := &itemPage{d: d, id: id, ways: d.Env.Rows(1)}
	p.refresh()
	return p
}

// refresh finds what can be done now.
func (p *itemPage) refresh() {
	d, it := p.d, p.d.item(p.id)
	var rows []page.Row
	way := func(id locales.ID, do func() page.Step) {
		rows = append(rows, desk.Way{Title: func() string { return d.Env.T(id) }, Do: do}.Row(d.Env, string(id)))
	}
	if it.Settled() {
		way(locales.UIItemsReopen, func() page.Step { return page.Steps(d.reopen(p.id), page.Pop()) })
	} else {
		way(locales.UIItemsSettle, func() page.Step { return d.settleAsking(p.id, p) })
		way(locales.UIItemsWaive, func() page.Step { return page.Push(newWaiver(p)) })
	}
	way(locales.UIAmendItem, func() page.Step { return page.Push(newItemAmend(d, d.item(p.id))) })
	if to, ok := d.concerned(it); ok {
		rows = append(rows, desk.Way{
			Title: func() string { return d.Env.T(locales.UIItemsOpen, "What", d.Words().Item(it, &d.App)) },
			Do:    func() page.Step { return desk.OpenAt(to.Stage, to.ID) },
		}.Row(d.Env, string(locales.UIItemsOpen)))
	}
	p.ways.Set(rows)
}

func (p *itemPage) Title() string { return p.d.Env.T(locales.UIItemsItem) }

func (p *itemPage) Bindings() []page.Binding {
	k := p.d.Env.Keys()
	sources := func() page.Step { return page.Push(p.d.SourcesOf(p.d.noticePart())) }
	return []page.Binding{{Binding: k.Choose}, p.d.Env.Back(), {Binding: k.Move}, page.On(k.Sources, sources)}
}

func (p *itemPage) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ShownMsg); ok {
		p.refresh()
		return p, nil
	}
	step, _ := p.ways.Update(msg)
	return p, step
}

func (p *itemPage) View(w, h int) page.Drawn {
	return p.d.Lay(w, h, desk.Submission, nil, func(w, h int) page.Drawn {
		it := p.d.item(p.id)
		lines := append(p.d.heading(p.d.ItemTitle(it), w), widget.WrapAll(p.d.itemTold(it), w)...)
		if room := max(1, h-p.ways.Len()-1); len(lines) > room {
			lines = lines[:room]
		}
		lines = append(lines, "")
		return p.ways.Draw(w, h-len(lines)).Under(lines...)
	})
}
