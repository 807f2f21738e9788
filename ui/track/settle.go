package track

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// settle is one recorded correction item: what it asks for, and the ways to be
// done with it.
type settle struct {
	d      *Room
	id     string
	ways   []settleWay
	list   *widget.List
	w, top int // as drawn last, for clicks
}

// A settleWay is one thing to do about an item.
type settleWay struct {
	title func() string
	do    func() page.Step
}

func NewSettle(d *Room, id string) page.Screen {
	s := &settle{d: d, id: id}
	s.list = widget.NewList(d.Env.Kit, 1, s.row)
	s.look()
	return s
}

// look finds what can be done now.
func (s *settle) look() {
	d, it := s.d, s.d.item(s.id)
	s.ways = nil
	way := func(id locales.ID, do func() page.Step) {
		s.ways = append(s.ways, settleWay{func() string { return d.Env.T(id) }, do})
	}
	if it.Settled() {
		way(locales.UIItemsReopen, func() page.Step { return page.Steps(d.reopen(s.id), page.Pop(1)) })
	} else {
		way(locales.UIItemsSettle, func() page.Step { return page.Steps(d.settle(s.id, ""), page.Pop(1)) })
		way(locales.UIItemsWaive, func() page.Step { return page.Push(newWaive(d, s.id)) })
	}
	if to, ok := d.concerned(it); ok {
		s.ways = append(s.ways, settleWay{
			func() string { return d.Env.T(locales.UIItemsOpen, "What", d.Words().Item(it, &d.App)) },
			func() page.Step { return desk.OpenAt(to.Stage, to.ID) },
		})
	}
	s.list.SetCount(len(s.ways))
}

// item returns a recorded item, an empty one if it is gone.
func (d *Room) item(id string) model.Item {
	i := slices.IndexFunc(d.App.Items, func(it model.Item) bool { return it.ID == id })
	if i < 0 {
		return model.Item{}
	}
	return d.App.Items[i]
}

// concerned is the place of what an item is about, if there is one.
func (d *Room) concerned(it model.Item) (desk.Place, bool) {
	if _, ok := model.FindRow(d.Rows, it.Material); ok {
		return desk.At(desk.Material, string(it.Material)), true
	}
	return desk.At(desk.Question, string(it.Answer)), d.Asks(it.Answer)
}

// settle marks an item as done, or as waived where waive says why.
func (d *Room) settle(id, waive string, confirmed ...string) page.Step {
	changed := d.App.Clone()
	if err := changed.Settle(id, waive); err != nil {
		return page.Warn(d.Refusal("", err))
	}
	commit, text := d.Commit(changed, confirmed...), d.Env.T(locales.UIItemsAllSettled)
	if n := len(d.App.OpenItems()); n > 0 {
		text = d.Env.T(locales.UIItemsLeft, "Count", n)
	}
	return page.Steps(commit, page.Notice(text))
}

func (d *Room) reopen(id string) page.Step {
	changed := d.App.Clone()
	changed.Reopen(id)
	return d.Commit(changed)
}

func (s *settle) Title() string { return s.d.Env.T(locales.UIItemsItem) }

func (s *settle) Keys() []key.Binding {
	k := s.d.Env.Keys()
	return []key.Binding{k.Choose, k.Back, k.Move, k.Sources}
}

func (s *settle) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := s.d.Env.Keys()
	switch {
	case keys.Is(msg, k.Back):
		return s, page.Pop(1)
	case keys.Is(msg, k.Sources):
		return s, page.Push(s.d.SourcesOf(s.d.noticePart()))
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case page.ShownMsg:
		s.look()
	case tea.MouseClickMsg:
		x, y := s.d.Clicked(m, s.w)
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
	th := s.d.Env.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	return []string{th.Mark.Right + " " + style.Render(widget.Cut(s.ways[i].title(), max(0, w-2)))}
}

func (s *settle) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	return s.d.Page(w, h, desk.Submission, nil, func(w, h int) (string, *tea.Cursor) {
		it, th := s.d.item(s.id), s.d.Env.Theme()
		var lines []string
		for _, l := range widget.Wrap(s.d.ItemTitle(it), w) {
			lines = append(lines, th.Title.Render(l))
		}
		lines = append(lines, strings.Split(desk.WrapAll(s.d.itemTold(it), w), "\n")...)
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
func (d *Room) noticePart() model.Part {
	for _, e := range d.Proc.Events {
		if slices.Contains(e.Asks, model.AskItems) {
			return desk.PartOf(d.Proc, string(e.ID))
		}
	}
	return model.Part{}
}

// itemTold is what there is to say about an item.
func (d *Room) itemTold(it model.Item) []string {
	e, words := d.Env, d.Words()
	told := []string{e.P.Label(e.T(locales.UIItemsReason), e.P.Text("term", "reason", string(it.Reason)))}
	if it.Material != "" || it.Answer != "" {
		told = append(told, e.P.Label(e.T(locales.UIItemsConcern), words.Item(it, &d.App)))
	}
	told = append(told, e.P.Label(e.T(locales.UIItemsState), d.itemState(it)))
	if d.ChangedSince(it) {
		told = append(told, e.Theme().Mark.Part+" "+e.T(locales.UIItemsChanged))
	}
	if d.App.Late(d.Proc, it) {
		told = append(told, e.Theme().Mark.Warn+" "+d.lateText())
	}
	return told
}

// lateText says that an item was not in the first notice, and what the law
// says to that: it is cited first where the notice is.
func (d *Room) lateText() string {
	cites := d.noticePart().Sources
	if len(cites) == 0 {
		return d.Env.T(locales.UIItemsLateShort)
	}
	return d.Env.T(locales.UIItemsLate, "Citation", d.Words().Citation(cites[0]))
}

// itemState says whether an item is settled, and why not if it need not be.
func (d *Room) itemState(it model.Item) string {
	switch {
	case it.Waived != "":
		return d.Env.T(locales.UIItemsWaived, "Reason", legible.Line(it.Waived))
	case it.Resolved:
		return d.Env.T(locales.UIItemsSettled)
	}
	return d.Env.T(locales.UIItemsUnsettled)
}
