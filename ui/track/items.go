package track

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// items is the list of what a correction notice asks for, before it is
// recorded with its event. A whole notice can be pasted: each line becomes an
// item. Until then the list is kept as half-typed text.
type items struct {
	d      *Room
	event  model.Event
	drafts []string // fields of the event
	all    []model.Item
	list   *widget.List
	warned bool // what is odd about the list was said once
	w, top int  // as drawn last, for clicks
}

func newItems(d *Room, e model.Event, drafts []string) page.Screen {
	s := &items{d: d, event: e, drafts: drafts}
	if kept, ok := d.Draft.Text[s.draft()]; ok && json.Unmarshal([]byte(kept), &s.all) != nil {
		s.all = nil
	}
	s.list = widget.NewList(d.Env.Kit, 1, s.row)
	s.count()
	s.list.Select(len(s.all))
	return s
}

// draft names the list among the half-typed texts.
func (s *items) draft() string { return recordDraft(s.event.ID, "items") }

// count fits the list to the items. Below them stand rowAdd and rowDone, as in
// every list that can be added to.
func (s *items) count() { s.list.SetCount(len(s.all) + 2) }

func (s *items) Title() string { return s.d.Env.T(locales.UIItemsTitle) }

func (s *items) Keys() []key.Binding {
	k := s.d.Env.Keys()
	ks := []key.Binding{k.Choose, k.Add}
	if s.list.At() < len(s.all) {
		ks = append(ks, k.Remove)
	}
	return append(ks, page.Renamed(k.Next, s.d.Env.T(locales.UIItemsRecord)), k.Back, k.Move)
}

func (s *items) Update(msg tea.Msg) (page.Screen, page.Step) {
	k, at := s.d.Env.Keys(), s.list.At()
	switch {
	case keys.Is(msg, k.Back):
		return s, page.Pop(1)
	case keys.Is(msg, k.Add):
		return s, page.Push(newItem(s, len(s.all)))
	case keys.Is(msg, k.Next):
		return s, s.done()
	case keys.Is(msg, k.Remove) && at < len(s.all):
		return s, s.remove(at)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case page.ShownMsg:
		s.count()
	case tea.PasteMsg:
		return s, s.paste(m.Content)
	case tea.MouseClickMsg:
		x, y := s.d.Clicked(m, s.w)
		event = s.list.Click(x, y-s.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = s.list.Update(m)
	}
	if event != widget.Picked {
		return s, nil
	}
	if at = s.list.At(); at == len(s.all)+page.RowDone {
		return s, s.done()
	}
	return s, page.Push(newItem(s, min(at, len(s.all))))
}

// keep makes all the list, and keeps it as it stands. Until they are recorded
// items go by ids of their own, so that half-typed text finds its item again.
func (s *items) keep(all []model.Item) page.Step {
	for i := range all {
		if all[i].ID == "" {
			all[i].ID = s.freeID(all)
		}
	}
	s.all, s.warned = all, false
	s.count()
	text, err := json.Marshal(all)
	if err != nil {
		return page.Warn(s.d.Env.Fail(err))
	}
	return s.d.Typed(s.draft(), string(text))
}

// remove takes an item out, with what was half-typed in it.
func (s *items) remove(i int) page.Step {
	typed := newItem(s, i).drafts()
	return page.Steps(s.keep(slices.Delete(slices.Clone(s.all), i, i+1)), s.d.Forget(typed...))
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
	for field, text := range s.d.Draft.Text {
		if strings.HasPrefix(field, s.draft()+"/") && text != "" {
			fields = append(fields, field)
		}
	}
	return fields
}

// paste makes an item of each line of a notice.
func (s *items) paste(notice string) page.Step {
	pieces := model.SplitNotice(notice)
	if len(pieces) == 0 {
		return nil
	}
	all := slices.Clone(s.all)
	for _, text := range pieces {
		all = append(all, model.Item{Reason: model.OtherReason, Text: text})
	}
	kept := s.keep(all)
	s.list.Select(len(all) + page.RowDone)
	return page.Steps(kept, s.told(len(pieces)))
}

func (s *items) told(n int) page.Step {
	return page.Notice(s.d.Env.T(locales.UIItemsSplit, "Count", n))
}

// done records the event with its items. A notice without any is odd, and so
// is an item that was begun and not confirmed: either is said once.
func (s *items) done() page.Step {
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
		return page.Warn(d.Env.T(odd))
	}
	changed := d.App.Clone()
	if err := changed.Record(d.Proc, s.event, s.all); err != nil {
		return page.Warn(d.Refusal("", err))
	}
	commit := d.Commit(changed, slices.Concat(s.drafts, half, []string{s.draft()})...)
	return page.Steps(commit, page.Pop(2), page.Notice(d.nowAt(locales.UIRecordDone)))
}

func (s *items) row(i, w int, focused bool) []string {
	th, e := s.d.Env.Theme(), s.d.Env
	style := th.Text
	if focused {
		style = th.Selected
	}
	switch i - len(s.all) {
	case page.RowAdd:
		return []string{"+ " + style.Render(e.T(locales.UIItemsAdd))}
	case page.RowDone:
		return []string{th.Mark.Right + " " + style.Render(e.T(locales.UIItemsDone, "Count", len(s.all)))}
	}
	it := s.all[i]
	return []string{widget.Spread(th.Mark.Open+" "+style.Render(s.d.ItemTitle(it)), th.Dim.Render(s.d.ItemAbout(it)), w)}
}

func (s *items) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	return s.d.Page(w, h, desk.Submission, s.aside(w), func(w, h int) (string, *tea.Cursor) {
		th := s.d.Env.Theme()
		lines := []string{th.Title.Render(s.d.Env.T(locales.UIItemsHeading))}
		if h >= 8 {
			for _, l := range widget.Wrap(s.d.Env.T(locales.UIItemsBody), w) {
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
	if w < desk.ThreeColumns {
		return nil
	}
	if at := s.list.At(); at < len(s.all) {
		return []string{s.d.Env.Theme().Label.Render(s.d.ItemAbout(s.all[at])), "", s.d.ItemTitle(s.all[at])}
	}
	return []string{""}
}
