package ui

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// items is the list of what a correction notice asks for, before it is
// recorded with its event. A whole notice can be pasted: each line becomes an
// item. Until then the list is kept as half-typed text.
type items struct {
	d      *trackRoom
	event  model.Event
	drafts []string // fields of the event
	all    []model.Item
	list   *widget.List
	warned bool // what is odd about the list was said once
	w, top int  // as drawn last, for clicks
}

func newItems(d *trackRoom, e model.Event, drafts []string) screen {
	s := &items{d: d, event: e, drafts: drafts}
	if kept, ok := d.draft.Text[s.draft()]; ok && json.Unmarshal([]byte(kept), &s.all) != nil {
		s.all = nil
	}
	s.list = widget.NewList(d.env.kit, 1, s.row)
	s.count()
	s.list.Select(len(s.all))
	return s
}

// draft names the list among the half-typed texts.
func (s *items) draft() string { return recordDraft(s.event.ID, "items") }

// count fits the list to the items. Below them stand rowAdd and rowDone, as in
// every list that can be added to.
func (s *items) count() { s.list.SetCount(len(s.all) + 2) }

func (s *items) Title() string { return s.d.env.t(locales.UIItemsTitle) }

func (s *items) Keys() []key.Binding {
	k := s.d.env.keys()
	ks := []key.Binding{k.Choose, k.Add}
	if s.list.At() < len(s.all) {
		ks = append(ks, k.Remove)
	}
	return append(ks, renamed(k.Next, s.d.env.t(locales.UIItemsRecord)), k.Back, k.Move)
}

func (s *items) Update(msg tea.Msg) (screen, Step) {
	k, at := s.d.env.keys(), s.list.At()
	switch {
	case keys.Is(msg, k.Back):
		return s, pop(1)
	case keys.Is(msg, k.Add):
		return s, push(newItem(s, len(s.all)))
	case keys.Is(msg, k.Next):
		return s, s.done()
	case keys.Is(msg, k.Remove) && at < len(s.all):
		return s, s.remove(at)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case shownMsg:
		s.count()
	case tea.PasteMsg:
		return s, s.paste(m.Content)
	case tea.MouseClickMsg:
		x, y := s.d.clicked(m, s.w)
		event = s.list.Click(x, y-s.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.list.Update(m)
	}
	if event != widget.Picked {
		return s, nil
	}
	if at = s.list.At(); at == len(s.all)+rowDone {
		return s, s.done()
	}
	return s, push(newItem(s, min(at, len(s.all))))
}

// keep makes all the list, and keeps it as it stands. Until they are recorded
// items go by ids of their own, so that half-typed text finds its item again.
func (s *items) keep(all []model.Item) Step {
	for i := range all {
		if all[i].ID == "" {
			all[i].ID = s.freeID(all)
		}
	}
	s.all, s.warned = all, false
	s.count()
	text, err := json.Marshal(all)
	if err != nil {
		return warn(s.d.env.failure(err))
	}
	return s.d.typed(s.draft(), string(text))
}

// remove takes an item out, with what was half-typed in it.
func (s *items) remove(i int) Step {
	typed := newItem(s, i).drafts()
	return Steps(s.keep(slices.Delete(slices.Clone(s.all), i, i+1)), s.d.forget(typed...))
}

func (s *items) freeID(all []model.Item) string {
	for n := len(all); ; n++ {
		id := strconv.Itoa(n)
		if !slices.ContainsFunc(all, func(it model.Item) bool { return it.ID == id }) {
			return id
		}
	}
}

// half lists the fields of items that somebody has typed and not confirmed.
func (s *items) half() (fields []string) {
	for field, text := range s.d.draft.Text {
		if strings.HasPrefix(field, s.draft()+"/") && text != "" {
			fields = append(fields, field)
		}
	}
	return fields
}

// paste makes an item of each line of a notice.
func (s *items) paste(notice string) Step {
	pieces := model.SplitNotice(notice)
	if len(pieces) == 0 {
		return nil
	}
	all := slices.Clone(s.all)
	for _, text := range pieces {
		all = append(all, model.Item{Reason: model.OtherReason, Text: text})
	}
	kept := s.keep(all)
	s.list.Select(len(all) + rowDone)
	return Steps(kept, s.told(len(pieces)))
}

func (s *items) told(n int) Step { return notice(s.d.env.t(locales.UIItemsSplit, "Count", n)) }

// done records the event with its items. A notice without any is odd, and so
// is an item that was begun and not confirmed: either is said once.
func (s *items) done() Step {
	d, half := s.d, s.half()
	odd := locales.ID("")
	switch {
	case s.warned:
	case len(half) > 0:
		odd = locales.UIItemsHalf
	case len(s.all) == 0:
		odd = locales.UIItemsNone
	}
	if odd != "" {
		s.warned = true
		return warn(d.env.t(odd))
	}
	changed := d.app.Clone()
	if err := changed.Record(d.proc, s.event, s.all); err != nil {
		return warn(d.refusal("", err))
	}
	commit := d.commit(changed, slices.Concat(s.drafts, half, []string{s.draft()})...)
	return Steps(commit, pop(2), notice(d.nowAt(locales.UIRecordDone)))
}

func (s *items) row(i, w int, focused bool) []string {
	th, e := s.d.env.theme(), s.d.env
	style := th.Text
	if focused {
		style = th.Selected
	}
	switch i - len(s.all) {
	case rowAdd:
		return []string{"+ " + style.Render(e.t(locales.UIItemsAdd))}
	case rowDone:
		return []string{th.Mark.Right + " " + style.Render(e.t(locales.UIItemsDone, "Count", len(s.all)))}
	}
	it := s.all[i]
	return []string{widget.Spread(th.Mark.Open+" "+style.Render(s.d.itemTitle(it)), th.Dim.Render(s.d.itemAbout(it)), w)}
}

func (s *items) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	return s.d.page(w, h, Submission, s.aside(w), func(w, h int) (string, *tea.Cursor) {
		th := s.d.env.theme()
		lines := []string{th.Title.Render(s.d.env.t(locales.UIItemsHeading))}
		if h >= 8 {
			for _, l := range widget.Wrap(s.d.env.t(locales.UIItemsBody), w) {
				lines = append(lines, th.Dim.Render(l))
			}
			lines = append(lines, "")
		}
		s.top = len(lines)
		list, _ := s.list.View(w, max(1, h-s.top))
		return strings.Join(append(lines, list), "\n"), nil
	})
}

// aside shows the item in focus in full, where there is room beside the list.
func (s *items) aside(w int) []string {
	if w < threeColumns {
		return nil
	}
	if at := s.list.At(); at < len(s.all) {
		return []string{s.d.env.theme().Label.Render(s.d.itemAbout(s.all[at])), "", s.d.itemTitle(s.all[at])}
	}
	return []string{""}
}
