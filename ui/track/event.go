package track

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// An eventPage is one event that was recorded: what is known of it, and the ways
// to put it right.
type eventPage struct {
	d    *Room
	i    int
	ways *page.Rows
}

func newEventPage(d *Room, i int) page.Screen {
	p := &eventPage{d: d, i: i, ways: d.Env.Rows(1)}
	p.refresh()
	return p
}

// event is the event, the zero Event if it is gone.
func (p *eventPage) event() model.Event {
	if p.i >= len(p.d.App.Events) {
		return model.Event{}
	}
	return p.d.App.Events[p.i]
}

func (p *eventPage) refresh() {
	d := p.d
	var rows []page.Row
	way := func(id locales.ID, do func() page.Step, args ...any) {
		rows = append(rows, desk.Way{Title: func() string { return d.Env.T(id, args...) }, Do: do}.Row(d.Env, string(id)))
	}
	way(locales.UIAmendWay, func() page.Step { return page.Push(newAmend(d, p.i)) })
	if rest := p.event().Rest; len(rest) > 0 {
		way(locales.UINoticeRest, func() page.Step {
			return page.Push(d.reader(locales.UINoticeRestTitle, p.Title, func() []string { return legibleLines(rest) }))
		}, "Count", len(rest))
	}
	if p.i == len(d.App.Events)-1 {
		way(locales.UIAmendTakeBack, func() page.Step { return d.unrecordFrom(p) })
	}
	p.ways.Set(rows)
}

func (p *eventPage) Title() string { return p.d.Words().Title("event", string(p.event().ID)) }

func (p *eventPage) Bindings() []page.Binding {
	k := p.d.Env.Keys()
	told := func() []string { return p.d.eventTold(p.event()) }
	part := desk.PartOf(p.d.Proc, string(p.event().ID))
	return []page.Binding{
		{Binding: k.Choose}, p.d.Env.Back(), {Binding: k.Move},
		page.On(k.Why, func() page.Step { return page.Push(p.d.reader(locales.UIWhyTitle, p.Title, told)) }),
		page.On(k.Sources, func() page.Step { return page.Push(p.d.SourcesOf(part)) }),
	}
}

func (p *eventPage) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ShownMsg); ok {
		p.refresh()
		return p, nil
	}
	step, _ := p.ways.Update(msg)
	return p, step
}

func (p *eventPage) View(w, h int) page.Drawn {
	return p.d.Lay(w, h, desk.Submission, nil, func(w, h int) page.Drawn {
		lines := append(p.d.heading(p.Title(), w), widget.WrapAll(p.d.eventTold(p.event()), w)...)
		if room := max(1, h-p.ways.Len()-1); len(lines) > room {
			lines = lines[:room]
		}
		lines = append(lines, "")
		return p.ways.Draw(w, h-len(lines)).Under(lines...)
	})
}
