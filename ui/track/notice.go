package track

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A notice is the list of what a correction notice asks for, before it is
// recorded with its event. A whole notice can be pasted: each line becomes an
// item. Until it is recorded the list is kept as half-typed text.
type notice struct {
	d      *Room
	from   *record // the form of its event, left together with the notice
	event  model.Event
	items  []model.Item
	list   *page.Rows
	warned bool // what is odd about the list was said once
}

// The rows below the items.
const (
	addRow  = "add"
	doneRow = "done"
)

func newNotice(from *record, e model.Event) *notice {
	n := &notice{d: from.d, from: from, event: e, list: from.d.Env.Rows(1)}
	if kept, ok := n.d.Kept(n.draft()); ok && json.Unmarshal([]byte(kept), &n.items) != nil {
		n.items = nil
	}
	n.refresh()
	n.list.Focus(addRow)
	return n
}

// draft names the list among the half-typed texts.
func (n *notice) draft() string { return recordDraft(n.event.ID, "items") }

// itemDraft names a field of an item among the half-typed texts.
func (n *notice) itemDraft(id, field string) string { return n.draft() + "/" + id + "/" + field }

// refresh makes the rows: the items, then one that adds another, and one that
// records them all.
func (n *notice) refresh() {
	var rows []page.Row
	for i, it := range n.items {
		rows = append(rows, page.Row{
			Key: it.ID, Open: func() page.Step { return page.Push(newNoticeItem(n, i)) },
			Lines: func(w int, focused bool) []string {
				th := n.d.Env.Theme()
				return []string{widget.Spread(th.Mark.Open+" "+n.styled(n.d.ItemTitle(it), focused), th.Dim.Render(n.d.ItemAbout(it)), w)}
			},
		})
	}
	n.list.Set(append(rows,
		page.Row{Key: addRow, Open: n.add, Lines: func(_ int, focused bool) []string {
			return []string{"+ " + n.styled(n.d.Env.T(locales.UIItemsAdd), focused)}
		}},
		page.Row{Key: doneRow, Open: n.done, Lines: func(_ int, focused bool) []string {
			return []string{n.d.Env.Theme().Mark.Right + " " + n.styled(n.d.Env.T(locales.UIItemsDone, "Count", len(n.items)), focused)}
		}},
	))
}

func (n *notice) styled(text string, focused bool) string {
	if focused {
		return n.d.Env.Theme().Selected.Render(text)
	}
	return n.d.Env.Theme().Text.Render(text)
}

// add opens a new item.
func (n *notice) add() page.Step { return page.Push(newNoticeItem(n, len(n.items))) }

func (n *notice) Title() string { return n.d.Env.T(locales.UIItemsTitle) }

func (n *notice) Bindings() []page.Binding {
	k := n.d.Env.Keys()
	bs := []page.Binding{{Binding: k.Choose}, page.On(k.Add, n.add)}
	if i := n.list.Index(); i < len(n.items) {
		bs = append(bs, page.On(k.Remove, func() page.Step { return n.remove(i) }))
	}
	return append(bs, page.On(k.Next, n.done).As(n.d.Env.T(locales.UIItemsRecord)), n.d.Env.Back(), page.Binding{Binding: k.Move})
}

func (n *notice) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(tea.PasteMsg); ok {
		return n, n.split(m.Content)
	}
	step, _ := n.list.Update(msg)
	return n, step
}

// keep makes items the list, and keeps it as half-typed text. Until they are
// recorded items go by ids of their own, so that the half-typed text of one
// finds it again.
func (n *notice) keep(items []model.Item) page.Step {
	for i := range items {
		if items[i].ID == "" {
			items[i].ID = freeID(items)
		}
	}
	n.items, n.warned = items, false
	n.refresh()
	text, err := json.Marshal(items)
	if err != nil {
		return page.Warn(n.d.Env.Fail(err))
	}
	return n.d.Typed(n.draft(), string(text))
}

// freeID is an id that no item has.
func freeID(items []model.Item) string {
	for i := len(items); ; i++ {
		id := strconv.Itoa(i)
		if !slices.ContainsFunc(items, func(it model.Item) bool { return it.ID == id }) {
			return id
		}
	}
}

// put changes item i, or adds one at the end, and puts the row below it in
// focus.
func (n *notice) put(i int, it model.Item) page.Step {
	items := slices.Clone(n.items)
	if i < len(items) {
		it.ID = items[i].ID
		items[i] = it
	} else {
		items = append(items, it)
	}
	kept := n.keep(items)
	n.list.Select(i + 1)
	return kept
}

// remove removes an item, with what was half-typed in it.
func (n *notice) remove(i int) page.Step {
	var typed []string
	for _, field := range itemFields {
		typed = append(typed, n.itemDraft(n.items[i].ID, field))
	}
	return page.Steps(n.keep(slices.Delete(slices.Clone(n.items), i, i+1)), n.d.Forget(typed...))
}

// split adds an item for each line of a notice.
func (n *notice) split(text string) page.Step {
	lines := model.SplitNotice(text)
	if len(lines) == 0 {
		return nil
	}
	items := slices.Clone(n.items)
	for _, line := range lines {
		items = append(items, model.Item{Reason: model.OtherReason, Text: line})
	}
	kept := n.keep(items)
	n.list.Focus(doneRow)
	return page.Steps(kept, page.Notice(n.d.Env.T(locales.UIItemsSplit, "Count", len(lines))))
}

// unconfirmed lists the fields of items that have been typed and not
// confirmed.
func (n *notice) unconfirmed() (fields []string) {
	for field, text := range n.d.Draft.Text {
		if strings.HasPrefix(field, n.draft()+"/") && text != "" {
			fields = append(fields, field)
		}
	}
	return fields
}

// done records the event with its items. A notice without any is odd, and so
// is an item that was begun and not confirmed: either is said once.
func (n *notice) done() page.Step {
	d, unconfirmed := n.d, n.unconfirmed()
	odd := locales.ID("")
	switch {
	case n.warned:
	case len(unconfirmed) > 0:
		odd = locales.UIItemsHalf
	case len(n.items) == 0:
		odd = locales.UIItemsNone
	}
	if odd != "" {
		n.warned = true
		return page.Warn(d.Env.T(odd))
	}
	changed := d.App.Clone()
	if err := changed.Record(d.Proc, n.event, n.items); err != nil {
		return page.Warn(d.Refusal("", err))
	}
	commit := d.Commit(changed, slices.Concat(n.from.form.Kept(), unconfirmed, []string{n.draft()})...)
	return page.Steps(commit, page.Leave(n.from), page.Notice(d.doneAt(locales.UIRecordDone)))
}

func (n *notice) View(w, h int) page.Drawn {
	return n.d.Lay(w, h, desk.Submission, n.beside(w), func(w, h int) page.Drawn {
		th := n.d.Env.Theme()
		lines := []string{th.Title.Render(n.d.Env.T(locales.UIItemsHeading))}
		if h >= 8 {
			for _, l := range widget.Wrap(n.d.Env.T(locales.UIItemsBody), w) {
				lines = append(lines, th.Dim.Render(l))
			}
			lines = append(lines, "")
		}
		return n.list.Draw(w, h-len(lines)).Under(lines...)
	})
}

// beside is the item in focus in full, where there is room beside the list.
func (n *notice) beside(w int) []string {
	if w < desk.ThreeColumns {
		return nil
	}
	if i := n.list.Index(); i < len(n.items) {
		return []string{n.d.Env.Theme().Label.Render(n.d.ItemAbout(n.items[i])), "", n.d.ItemTitle(n.items[i])}
	}
	return []string{""} // the column stays, so that the list keeps its width
}
