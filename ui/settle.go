package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// settle is one recorded correction item: what it asks for, and the ways to be
// done with it.
type settle struct {
	d      *trackRoom
	id     string
	ways   []settleWay
	list   *widget.List
	w, top int // as drawn last, for clicks
}

// A settleWay is one thing to do about an item.
type settleWay struct {
	title func() string
	do    func() Step
}

func newSettle(d *trackRoom, id string) screen {
	s := &settle{d: d, id: id}
	s.list = widget.NewList(d.env.kit, 1, s.row)
	s.look()
	return s
}

// look finds what can be done now.
func (s *settle) look() {
	d, it := s.d, s.d.item(s.id)
	s.ways = nil
	way := func(id locales.ID, do func() Step) {
		s.ways = append(s.ways, settleWay{func() string { return d.env.t(id) }, do})
	}
	if it.Settled() {
		way(locales.UIItemsReopen, func() Step { return Steps(d.reopen(s.id), pop(1)) })
	} else {
		way(locales.UIItemsSettle, func() Step { return Steps(d.settle(s.id, ""), pop(1)) })
		way(locales.UIItemsWaive, func() Step { return push(newWaive(d, s.id)) })
	}
	if to, ok := d.concerned(it); ok {
		s.ways = append(s.ways, settleWay{
			func() string { return d.env.t(locales.UIItemsOpen, "What", d.words().Item(it, &d.app)) },
			func() Step { return openAt(to.Stage, to.ID) },
		})
	}
	s.list.SetCount(len(s.ways))
}

// item returns a recorded item, an empty one if it is gone.
func (d *trackRoom) item(id string) model.Item {
	i := slices.IndexFunc(d.app.Items, func(it model.Item) bool { return it.ID == id })
	if i < 0 {
		return model.Item{}
	}
	return d.app.Items[i]
}

// concerned is the place of what an item is about, if there is one.
func (d *trackRoom) concerned(it model.Item) (Place, bool) {
	if _, ok := model.FindRow(d.rows, it.Material); ok {
		return Place{Material, string(it.Material)}, true
	}
	return Place{Question, string(it.Answer)}, d.asks(it.Answer)
}

// settle marks an item as done, or as waived where waive says why.
func (d *trackRoom) settle(id, waive string, confirmed ...string) Step {
	changed := d.app.Clone()
	if err := changed.Settle(id, waive); err != nil {
		return warn(d.refusal("", err))
	}
	commit, text := d.commit(changed, confirmed...), d.env.t(locales.UIItemsAllSettled)
	if n := len(d.app.OpenItems()); n > 0 {
		text = d.env.t(locales.UIItemsLeft, "Count", n)
	}
	return Steps(commit, notice(text))
}

func (d *trackRoom) reopen(id string) Step {
	changed := d.app.Clone()
	changed.Reopen(id)
	return d.commit(changed)
}

func (s *settle) Title() string { return s.d.env.t(locales.UIItemsItem) }
func (s *settle) Keys() []key.Binding {
	k := s.d.env.keys()
	return []key.Binding{k.Choose, k.Back, k.Move, k.Sources}
}

func (s *settle) Update(msg tea.Msg) (screen, Step) {
	k := s.d.env.keys()
	switch {
	case keys.Is(msg, k.Back):
		return s, pop(1)
	case keys.Is(msg, k.Sources):
		return s, push(s.d.sourcesOf(s.d.noticePart()))
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case shownMsg:
		s.look()
	case tea.MouseClickMsg:
		x, y := s.d.clicked(m, s.w)
		event = s.list.Click(x, y-s.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.list.Update(m)
	}
	if event == widget.Picked {
		return s, s.ways[s.list.At()].do()
	}
	return s, nil
}

func (s *settle) row(i, w int, focused bool) []string {
	th := s.d.env.theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	return []string{th.Mark.Right + " " + style.Render(widget.Cut(s.ways[i].title(), max(0, w-2)))}
}

func (s *settle) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	return s.d.page(w, h, Submission, nil, func(w, h int) (string, *tea.Cursor) {
		it, th := s.d.item(s.id), s.d.env.theme()
		var lines []string
		for _, l := range widget.Wrap(s.d.itemTitle(it), w) {
			lines = append(lines, th.Title.Render(l))
		}
		lines = append(lines, strings.Split(wrapAll(s.d.itemTold(it), w), "\n")...)
		if room := max(1, h-len(s.ways)-1); len(lines) > room {
			lines = lines[:room]
		}
		lines = append(lines, "")
		s.top = len(lines)
		list, _ := s.list.View(w, max(1, h-s.top))
		return strings.Join(append(lines, list), "\n"), nil
	})
}

// noticePart is the event that correction items come with.
func (d *trackRoom) noticePart() model.Part {
	for _, e := range d.proc.Events {
		if slices.Contains(e.Asks, model.AskItems) {
			return partOf(d.proc, string(e.ID))
		}
	}
	return model.Part{}
}

// itemTold is what there is to say about an item.
func (d *trackRoom) itemTold(it model.Item) []string {
	e, words := d.env, d.words()
	told := []string{e.p.Label(e.t(locales.UIItemsReason), e.p.Text("term", "reason", string(it.Reason)))}
	if it.Material != "" || it.Answer != "" {
		told = append(told, e.p.Label(e.t(locales.UIItemsConcern), words.Item(it, &d.app)))
	}
	told = append(told, e.p.Label(e.t(locales.UIItemsState), d.itemState(it)))
	if d.changedSince(it) {
		told = append(told, e.theme().Mark.Part+" "+e.t(locales.UIItemsChanged))
	}
	if d.app.Late(d.proc, it) {
		told = append(told, e.theme().Mark.Warn+" "+d.lateText())
	}
	return told
}

// lateText says that an item was not in the first notice, and what the law
// says to that: it is cited first where the notice is.
func (d *trackRoom) lateText() string {
	cites := d.noticePart().Sources
	if len(cites) == 0 {
		return d.env.t(locales.UIItemsLateShort)
	}
	return d.env.t(locales.UIItemsLate, "Citation", d.words().Citation(cites[0]))
}

// itemState says whether an item is settled, and why not if it need not be.
func (d *trackRoom) itemState(it model.Item) string {
	switch {
	case it.Waived != "":
		return d.env.t(locales.UIItemsWaived, "Reason", legible.Line(it.Waived))
	case it.Resolved:
		return d.env.t(locales.UIItemsSettled)
	}
	return d.env.t(locales.UIItemsUnsettled)
}
