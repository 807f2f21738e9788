package files

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// materials is the list of what to collect, grouped by why it is needed, and
// for the row in focus all that is noted about it.
type materials struct {
	d    *Room
	list *widget.List
	key  model.MaterialKey // of the row in focus, wherever it moves
	w    int               // as drawn last, for clicks
	top  int               // lines above the list, as drawn last
}

func NewMaterials(d *Room) page.Screen {
	m := &materials{d: d, key: d.rowToBegin()}
	m.list = widget.NewList(d.Env.Kit, 1, m.row)
	m.list.Header = m.header
	m.find()
	return m
}

// rowToBegin is where the person left, else what is to be done next.
func (d *Room) rowToBegin() model.MaterialKey {
	if left := model.MaterialKey(d.Draft.Focus); d.Draft.Place == string(desk.Materials) && d.rowIndex(left) >= 0 {
		return left
	}
	for _, it := range d.Correcting() {
		if it.Material != "" && !it.Settled() {
			return it.Material
		}
	}
	return model.MaterialKey(d.Next().What)
}

func (d *Room) rowIndex(key model.MaterialKey) int {
	return slices.IndexFunc(d.Rows, func(r model.ListRow) bool { return r.Key == key })
}

// find puts the cursor on the row that it was on. If that is gone, it stays
// where it is.
func (m *materials) find() {
	m.list.SetCount(len(m.d.Rows))
	if i := m.d.rowIndex(m.key); i >= 0 {
		m.list.Select(i)
	}
	if r, ok := m.at(); ok {
		m.key = r.Key
	}
}

func (m *materials) at() (model.ListRow, bool) {
	i := m.list.At()
	if i < 0 || i >= len(m.d.Rows) {
		return model.ListRow{}, false
	}
	return m.d.Rows[i], true
}

func (m *materials) Init() page.Step { return m.d.At(string(desk.Materials), string(m.key)) }

func (m *materials) Title() string { return m.d.Env.T(locales.UITaskMaterials) }

func (m *materials) Keys() []key.Binding {
	k, t := m.d.Env.Keys(), m.d.Env.T
	ks := []key.Binding{k.Open, page.Renamed(k.Toggle, t(locales.UIMaterialsStatus)), k.Back, k.Add}
	if r, ok := m.at(); ok && r.Own != nil {
		ks = append(ks, page.Renamed(k.Rename, k.Edit.Help().Desc), k.Remove)
	}
	if r, ok := m.at(); ok && draft.For(r.MaterialID()) {
		ks = append(ks, k.Draft)
	}
	return append(ks, page.Renamed(k.Next, t(locales.UITaskReview)), k.Collect, k.Ask, k.Why, k.Sources, k.Packet, k.Export, k.Move, k.GoTo)
}

func (m *materials) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ShownMsg); ok {
		return m, m.shown()
	}
	r, ok := m.at()
	if cmd, taken := m.command(msg, r, ok); taken {
		return m, cmd
	}
	event := widget.Ignored
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return m, m.drop(msg.Content, r, ok)
	case tea.MouseClickMsg:
		x, y := m.d.Clicked(msg, m.w)
		event = m.list.Click(x, y-m.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = m.list.Update(msg)
	}
	switch {
	case event == widget.Picked && ok:
		return m, m.open(r)
	case event == widget.Moved:
		r, _ = m.at()
		m.key = r.Key
		return m, m.d.At(string(desk.Materials), string(m.key))
	}
	return m, nil
}

// shown comes back from a screen above, which may have added a row.
func (m *materials) shown() page.Step {
	if m.d.Draft.Place == string(desk.Materials) {
		m.key = model.MaterialKey(m.d.Draft.Focus)
	}
	m.find()
	return m.Init()
}

// command does what a key says, about row r if there is one.
func (m *materials) command(msg tea.Msg, r model.ListRow, ok bool) (cmd page.Step, taken bool) {
	d, k := m.d, m.d.Env.Keys()
	switch {
	case keys.Is(msg, k.Back):
		return d.Leaving(), true
	case keys.Is(msg, k.Next):
		return desk.OpenAt(desk.Review, ""), true
	case keys.Is(msg, k.Add):
		return page.Push(newOwn(d, model.OwnMaterial{})), true
	case keys.Is(msg, k.Collect):
		return page.Push(NewCollect(d)), true
	case keys.Is(msg, k.Export):
		return desk.OpenAt(desk.Export, ""), true
	case keys.Is(msg, k.Packet):
		return desk.OpenAt(desk.Packet, ""), true
	case keys.Is(msg, k.Ask):
		return d.writeLetters(), true
	case !ok:
		return nil, false
	case keys.Is(msg, k.Draft):
		return d.writeDraft(r), true
	case keys.Is(msg, k.Toggle):
		return m.d.cycle(r), true
	case keys.Is(msg, k.Rename):
		return m.rename(r), true
	case keys.Is(msg, k.Remove):
		return m.remove(r), true
	case keys.Is(msg, k.Why):
		return page.Push(d.Why(desk.MaterialPart(r))), true
	case keys.Is(msg, k.Sources):
		return page.Push(d.SourcesOf(desk.MaterialPart(r))), true
	}
	return nil, false
}

// open leads to the row, or to the answer without which it is no row yet.
func (m *materials) open(r model.ListRow) page.Step {
	if desk.Blocked(r) {
		for _, q := range r.Awaits {
			if m.d.Asks(q) {
				return desk.OpenAt(desk.Question, string(q))
			}
		}
		return m.d.refuse(r)
	}
	return page.Push(NewMaterial(m.d, r.Key))
}

// drop takes files in that somebody drops on the terminal: for the row in
// focus, and its page shows what came of it.
func (m *materials) drop(text string, r model.ListRow, ok bool) page.Step {
	paths := model.SplitPaths(text)
	switch {
	case len(paths) == 1 && collectable(paths[0]):
		return page.Push(newCollectOf(m.d, paths[0]))
	case !ok || len(paths) == 0:
		return nil
	case desk.Blocked(r):
		return m.d.refuse(r)
	}
	return page.Steps(m.d.Take(r.Key, "", paths...), page.Push(NewMaterial(m.d, r.Key)))
}

// following is the order in which Space goes through the statuses. Waived is
// not among them: it needs a reason.
var following = map[model.Status]model.Status{
	model.Missing: model.Requested, model.Requested: model.Got, model.Got: model.Checked, model.Checked: model.Missing,
}

// cycle sets the next status. A waived row is opened instead: its reason would
// be lost.
func (d *Room) cycle(r model.ListRow) page.Step {
	next, ok := following[r.Status]
	switch {
	case desk.Blocked(r):
		return d.refuse(r)
	case !ok:
		return page.Push(newNoting(d, r.Key))
	}
	c := r.Collected
	c.Status = next
	changed := d.App.Clone()
	if err := changed.Note(d.Proc, r.Key, c); err != nil {
		return page.Warn(d.Refusal("", err))
	}
	return d.Commit(changed, desk.MaterialDraft(r.Key, "status"))
}

// refuse says what has to be answered before anything can be noted.
func (d *Room) refuse(r model.ListRow) page.Step {
	return page.Warn(d.Env.T(locales.UIMaterialsBlocked, "Questions", d.Words().Questions(r.Awaits)))
}

func (m *materials) rename(r model.ListRow) page.Step {
	if r.Own == nil {
		return page.Warn(m.d.Env.T(locales.UIOwnOnlyRename))
	}
	return page.Push(newOwn(m.d, *r.Own))
}

func (m *materials) remove(r model.ListRow) page.Step {
	if r.Own == nil {
		return page.Warn(m.d.Env.T(locales.UIOwnOnlyRemove))
	}
	return page.Push(newOwnRemoval(m.d, *r.Own))
}

func (m *materials) View(w, h int) (string, *tea.Cursor) {
	m.w = w
	var aside []string
	if r, ok := m.at(); ok {
		aside = m.d.aboutRow(r)
	}
	return m.d.Page(w, h, desk.Materials, aside, func(w, h int) (string, *tea.Cursor) {
		head, detail := m.head(w, h), m.detail(w, h)
		m.top = len(head)
		list, _ := m.list.View(w, max(1, h-len(head)-len(detail)))
		return strings.Join(slices.Concat(head, []string{list}, detail), "\n"), nil
	})
}

// head counts, and says what to do next.
func (m *materials) head(w, h int) []string {
	d, th, e := m.d, m.d.Env.Theme(), m.d.Env
	g := model.Settled(d.Rows)
	title := th.Title.Render(e.T(locales.UITaskMaterials)) + "  " + th.Dim.Render(e.T(locales.UIMaterialsSettled, "Done", g.Done, "Of", g.Of))
	if n := d.overdueRows(); n > 0 {
		title += "  " + th.Warn.Render(th.Mark.Warn+" "+e.T(locales.UIMaterialsOverdue, "Count", n))
	}
	if h < 8 {
		return []string{title}
	}
	next := e.T(locales.UIMaterialsNext, "Next", d.Words().Next(d.Next(), &d.App))
	if items := d.Correcting(); len(items) > 0 {
		next = d.correctingHere(items)
	}
	lines := []string{title, th.Accent.Render(th.Mark.Right) + " " + next}
	if n := len(model.SetAside(d.Proc, &d.App)); n > 0 {
		lines = append(lines, th.Warn.Render(widget.Cut(e.T(locales.UIAsideHint, "Count", n, "Key", e.Keys().GoTo.Help().Key), w)))
	}
	if h >= 14 {
		lines = append(lines, "")
	}
	return lines
}

// correctingHere says how many rows the notice names: nothing else is to do
// here until it is answered.
func (d *Room) correctingHere(items []model.Item) string {
	n := 0
	for _, r := range d.Rows {
		if desk.NamedBy(items, r.Key) {
			n++
		}
	}
	return d.Env.T(locales.UIMaterialsCorrecting, "Count", n)
}

// header begins a group.
func (m *materials) header(i int) string {
	rows := m.d.Rows
	if i >= len(rows) || i > 0 && rows[i-1].Group == rows[i].Group {
		return ""
	}
	return m.d.Env.P.Text("term", "group", string(rows[i].Group))
}

// row draws a row: how far it is, what it is, and as much as there is room for
// of who brings it and when.
func (m *materials) row(i, w int, focused bool) []string {
	if i >= len(m.d.Rows) {
		return nil
	}
	r, th, items := m.d.Rows[i], m.d.Env.Theme(), m.d.Correcting()
	style := th.Text
	switch {
	case focused:
		style = th.Selected
	case r.Needed == model.Unknown, len(items) > 0 && !desk.NamedBy(items, r.Key):
		style = th.Dim
	}
	left := m.d.StatusMark(r) + " " + style.Render(m.d.Words().Row(r))
	if desk.NamedBy(items, r.Key) {
		left = m.d.StatusMark(r) + " " + th.Accent.Render(th.Mark.Right) + " " + style.Render(m.d.Words().Row(r))
	}
	sides := m.d.sides(r)
	right := sides[len(sides)-1]
	for _, s := range sides {
		if widget.Width(left)+2+widget.Width(s) <= w {
			right = s
			break
		}
	}
	return []string{widget.Spread(left, right, w)}
}

// detail is what is noted about the row in focus. It takes as many lines for
// every row, lest the list jump.
func (m *materials) detail(w, h int) []string {
	room := min(3, h/4)
	if h >= 24 {
		room = 5
	}
	r, ok := m.at()
	if room < 1 || !ok {
		return nil
	}
	th := m.d.Env.Theme()
	name := widget.Wrap(m.d.Words().Row(r), w)
	if room < 5 {
		name = []string{widget.Cut(m.d.Words().Row(r), w)}
	}
	lines := make([]string, 0, room)
	for _, l := range name {
		lines = append(lines, th.Label.Render(l))
	}
	for _, n := range m.d.noted(r) {
		style, mark := th.Tone(n.tone)
		for _, l := range widget.Wrap(strings.TrimSpace(mark+" "+n.text), w) {
			lines = append(lines, style.Render(l))
		}
	}
	for len(lines) < room {
		lines = append(lines, "")
	}
	return append([]string{m.d.Env.Kit.Rule(w)}, lines[:room]...)
}

// writeDraft leads to the dialog that writes the draft of a row's document, or
// says that this one is not for the company to write.
func (d *Room) writeDraft(r model.ListRow) page.Step {
	if !draft.For(r.MaterialID()) {
		return page.Warn(d.Env.T(locales.UIDraftNone, "Material", d.Words().Row(r)))
	}
	return desk.OpenAt(desk.Draft, string(r.Key))
}

// writeLetters leads to those who bring something, or says how they get onto
// the list.
func (d *Room) writeLetters() page.Step {
	if len(export.Owners(d.Proc, &d.App)) == 0 {
		return page.Warn(d.Env.T(locales.UIAskingNobody))
	}
	return desk.OpenAt(desk.Letters, "")
}
