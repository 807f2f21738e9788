package track

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A noticePage is the list of what a correction notice asks for, before it is
// recorded with its event. A whole notice can be pasted: its items join the
// list, what may be one is offered below, and the rest is folded away. Until it
// is recorded all of it is kept as half-typed text.
type noticePage struct {
	d      *Room
	from   *record // the form of its event, left together with the notice
	event  model.Event
	items  []proposal
	rest   []string // what else the notice says
	list   *page.Rows
	warned bool // what is odd about the list was said once
}

// The rows below the items.
const (
	addRow  = "add"
	doneRow = "done"
	restRow = "rest"
)

func newNotice(from *record, e model.Event) *noticePage {
	n := &noticePage{d: from.d, from: from, event: e, list: from.d.Env.Rows(1)}
	if kept, ok := n.d.Kept(n.draft()); ok {
		h := unfold(kept)
		n.items, n.rest = h.Items, h.Rest
	}
	n.refresh()
	n.list.Focus(addRow)
	return n
}

// draft names the list among the half-typed texts.
func (n *noticePage) draft() string { return recordDraft(n.event.ID, "items") }

// itemDraft names a field of an item among the half-typed texts.
func (n *noticePage) itemDraft(id, field string) string { return n.draft() + "/" + id + "/" + field }

// refresh makes the rows: the items, one that adds another, one that records
// them all; below it what may be an item too, and the rest of the notice.
func (n *noticePage) refresh() {
	var in, out []page.Row
	for i, it := range n.items {
		if it.Out {
			out = append(out, n.itemRow(i, it))
			continue
		}
		in = append(in, n.itemRow(i, it))
	}
	rows := append(in,
		page.Row{Key: addRow, Open: n.add, Lines: func(_ int, focused bool) []string {
			return []string{"+ " + n.styled(n.d.Env.T(locales.UIItemsAdd), focused)}
		}},
		page.Row{Key: doneRow, Open: n.done, Lines: func(_ int, focused bool) []string {
			return []string{n.d.Env.Theme().Mark.Right + " " + n.styled(n.d.Env.T(locales.UIItemsDone, "Count", len(n.taken())), focused)}
		}},
	)
	rows = append(rows, out...)
	if len(n.rest) > 0 {
		rows = append(rows, page.Row{Key: restRow, Open: n.openRest, Group: func() string { return " " }, Lines: func(_ int, focused bool) []string {
			return []string{n.d.Env.Theme().Mark.Right + " " + n.styled(n.d.Env.T(locales.UINoticeRest, "Count", len(n.rest)), focused)}
		}})
	}
	n.list.Set(rows)
}

// itemRow is the row of an item. Space takes it in, or leaves it out.
func (n *noticePage) itemRow(i int, it proposal) page.Row {
	r := page.Row{
		Key: it.ID, Open: func() page.Step { return page.Push(newNoticeItem(n, i)) },
		Toggle: func() page.Step { return n.toggle(i) },
		Lines: func(w int, focused bool) []string {
			th, mark := n.d.Env.Theme(), n.d.Env.Theme().Mark.Open
			if it.Out {
				mark = th.Dim.Render(th.Mark.None)
			}
			return []string{widget.Spread(mark+" "+n.styled(n.d.ItemTitle(it.Item), focused), th.Dim.Render(n.d.ItemAbout(it.Item)), w)}
		},
	}
	if it.Out {
		r.Group = func() string { return n.d.Env.T(locales.UINoticeOffered) }
	}
	return r
}

// toggle takes an item in, or leaves it out: what is left out stays with the
// rest of the notice.
func (n *noticePage) toggle(i int) page.Step {
	items := slices.Clone(n.items)
	items[i].Out = !items[i].Out
	return n.keep(items)
}

// taken are the items that are recorded.
func (n *noticePage) taken() (items []model.Item) {
	for _, it := range n.items {
		if !it.Out {
			items = append(items, it.Item)
		}
	}
	return items
}

// recorded is the event with all that the notice says and that is no item.
func (n *noticePage) recorded() model.Event {
	e := n.event
	e.Rest = slices.Clone(n.rest)
	for _, it := range n.items {
		if it.Out {
			e.Rest = append(e.Rest, it.Text)
		}
	}
	return e
}

// openRest shows what else the notice says.
func (n *noticePage) openRest() page.Step {
	return page.Push(n.d.reader(locales.UINoticeRestTitle, func() string { return n.d.Env.T(locales.UINoticeRest, "Count", len(n.rest)) },
		func() []string { return legibleLines(n.rest) }))
}

// legibleLines are lines as they can be shown.
func legibleLines(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = legible.Line(l)
	}
	return out
}

func (n *noticePage) styled(text string, focused bool) string {
	if focused {
		return n.d.Env.Theme().Selected.Render(text)
	}
	return n.d.Env.Theme().Text.Render(text)
}

// add opens a new item.
func (n *noticePage) add() page.Step { return page.Push(newNoticeItem(n, len(n.items))) }

func (n *noticePage) Title() string { return n.d.Env.T(locales.UIItemsTitle) }

func (n *noticePage) Bindings() []page.Binding {
	k := n.d.Env.Keys()
	bs := []page.Binding{{Binding: k.Choose}, page.On(k.Add, n.add)}
	if i := n.at(); i >= 0 {
		toggle := page.On(k.Toggle, func() page.Step { return n.toggle(i) }).As(n.d.Env.T(locales.UINoticeLeave))
		if n.items[i].Out {
			toggle = toggle.As(n.d.Env.T(locales.UINoticeTake))
		}
		bs = append(bs, toggle, page.On(k.Remove, func() page.Step { return n.remove(i) }))
	}
	return append(bs, page.On(k.Next, n.done).As(n.d.Env.T(locales.UIItemsRecord)), n.d.Env.Back(), page.Binding{Binding: k.Move})
}

// at is the index of the item in focus, -1 for another row.
func (n *noticePage) at() int {
	key := n.list.Key()
	return slices.IndexFunc(n.items, func(it proposal) bool { return it.ID == key })
}

func (n *noticePage) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(tea.PasteMsg); ok {
		return n, n.propose(n.d.readNotice(m.Content))
	}
	step, _ := n.list.Update(msg)
	return n, step
}

// keep makes items the list, and keeps it as half-typed text. Until they are
// recorded items go by ids of their own, so that the half-typed text of one
// finds it again.
func (n *noticePage) keep(items []proposal) page.Step {
	for i := range items {
		if items[i].ID == "" {
			items[i].ID = freeID(items)
		}
	}
	n.items, n.warned = items, false
	n.refresh()
	text, err := json.Marshal(half{items, n.rest})
	if err != nil {
		return page.Warn(n.d.Env.Fail(err))
	}
	return n.d.Typed(n.draft(), string(text))
}

// freeID is an id that no item has.
func freeID(items []proposal) string {
	for i := len(items); ; i++ {
		id := strconv.Itoa(i)
		if !slices.ContainsFunc(items, func(it proposal) bool { return it.ID == id }) {
			return id
		}
	}
}

// put changes item i, or adds one at the end, and puts the row below it in
// focus.
func (n *noticePage) put(i int, it model.Item) page.Step {
	items := slices.Clone(n.items)
	if i < len(items) {
		it.ID = items[i].ID
		items[i].Item, items[i].Out = it, false // what was looked at is meant
	} else {
		items = append(items, proposal{Item: it})
	}
	kept := n.keep(items)
	n.list.Focus(items[i].ID)
	n.list.Select(n.list.Index() + 1)
	return kept
}

// remove removes an item, with what was half-typed in it.
func (n *noticePage) remove(i int) page.Step {
	var typed []string
	for _, field := range itemFields {
		typed = append(typed, n.itemDraft(n.items[i].ID, field))
	}
	return page.Steps(n.keep(slices.Delete(slices.Clone(n.items), i, i+1)), n.d.Forget(typed...))
}

// unconfirmed lists the fields of items that have been typed and not
// confirmed.
func (n *noticePage) unconfirmed() (fields []string) {
	for field, text := range n.d.Draft.Text {
		if strings.HasPrefix(field, n.draft()+"/") && text != "" {
			fields = append(fields, field)
		}
	}
	return fields
}

// done records the event with its items. A notice without any is odd, and so
// is an item that was begun and not confirmed: either is said once.
func (n *noticePage) done() page.Step {
	d, unconfirmed := n.d, n.unconfirmed()
	odd := locales.ID("")
	switch {
	case n.warned:
	case len(unconfirmed) > 0:
		odd = locales.UIItemsHalf
	case len(n.taken()) == 0:
		odd = locales.UIItemsNone
	}
	if odd != "" {
		n.warned = true
		return page.Warn(d.Env.T(odd))
	}
	changed := d.App.Clone()
	if err := changed.Record(d.Proc, n.recorded(), n.taken()); err != nil {
		return page.Warn(d.Refusal("", err))
	}
	commit := d.Commit(changed, slices.Concat(n.from.form.Kept(), unconfirmed, []string{n.draft()})...)
	return page.Steps(commit, page.Leave(n.from), page.Notice(d.doneAt(locales.UIRecordDone)))
}

func (n *noticePage) View(w, h int) page.Drawn {
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
func (n *noticePage) beside(w int) []string {
	if w < desk.ThreeColumns {
		return nil
	}
	if i := n.at(); i >= 0 {
		return []string{n.d.Env.Theme().Label.Render(n.d.ItemAbout(n.items[i].Item)), "", n.d.ItemTitle(n.items[i].Item)}
	}
	return []string{""} // the column stays, so that the list keeps its width
}
