package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// materials is the list of what to collect, grouped by why it is needed, and
// for the row in focus all that is noted about it.
type materials struct {
	d    *papersRoom
	list *widget.List
	key  model.MaterialKey // of the row in focus, wherever it moves
	w    int               // as drawn last, for clicks
	top  int               // lines above the list, as drawn last
}

func newMaterials(d *papersRoom) screen {
	m := &materials{d: d, key: d.rowToBegin()}
	m.list = widget.NewList(d.env.kit, 1, m.row)
	m.list.Header = m.header
	m.find()
	return m
}

// rowToBegin is where the person left, else what is to be done next.
func (d *papersRoom) rowToBegin() model.MaterialKey {
	if left := model.MaterialKey(d.draft.Focus); d.draft.Place == string(Materials) && d.rowIndex(left) >= 0 {
		return left
	}
	for _, it := range d.correcting() {
		if it.Material != "" && !it.Settled() {
			return it.Material
		}
	}
	return model.MaterialKey(d.next().What)
}

func (d *papersRoom) rowIndex(key model.MaterialKey) int {
	return slices.IndexFunc(d.rows, func(r model.ListRow) bool { return r.Key == key })
}

// find puts the cursor on the row that it was on. If that is gone, it stays
// where it is.
func (m *materials) find() {
	m.list.SetCount(len(m.d.rows))
	if i := m.d.rowIndex(m.key); i >= 0 {
		m.list.Select(i)
	}
	if r, ok := m.at(); ok {
		m.key = r.Key
	}
}

func (m *materials) at() (model.ListRow, bool) {
	i := m.list.At()
	if i < 0 || i >= len(m.d.rows) {
		return model.ListRow{}, false
	}
	return m.d.rows[i], true
}

func (m *materials) Init() Step    { return m.d.at(string(Materials), string(m.key)) }
func (m *materials) Title() string { return m.d.env.t(locales.UITaskMaterials) }

func (m *materials) Keys() []key.Binding {
	k, t := m.d.env.keys(), m.d.env.t
	ks := []key.Binding{k.Open, renamed(k.Toggle, t(locales.UIMaterialsStatus)), k.Back, k.Add}
	if r, ok := m.at(); ok && r.Own != nil {
		ks = append(ks, renamed(k.Rename, k.Edit.Help().Desc), k.Remove)
	}
	if r, ok := m.at(); ok && draft.For(r.MaterialID()) {
		ks = append(ks, k.Draft)
	}
	return append(ks, renamed(k.Next, t(locales.UITaskReview)), k.Collect, k.Ask, k.Why, k.Sources, k.Packet, k.Export, k.Move, k.GoTo)
}

func (m *materials) Update(msg tea.Msg) (screen, Step) {
	if _, ok := msg.(shownMsg); ok {
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
		x, y := m.d.clicked(msg, m.w)
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
		return m, m.d.at(string(Materials), string(m.key))
	}
	return m, nil
}

// shown comes back from a screen above, which may have added a row.
func (m *materials) shown() Step {
	if m.d.draft.Place == string(Materials) {
		m.key = model.MaterialKey(m.d.draft.Focus)
	}
	m.find()
	return m.Init()
}

// command does what a key says, about row r if there is one.
func (m *materials) command(msg tea.Msg, r model.ListRow, ok bool) (cmd Step, taken bool) {
	d, k := m.d, m.d.env.keys()
	switch {
	case keys.Is(msg, k.Back):
		return d.leaving(), true
	case keys.Is(msg, k.Next):
		return openAt(Review, ""), true
	case keys.Is(msg, k.Add):
		return push(newOwn(d, model.OwnMaterial{})), true
	case keys.Is(msg, k.Collect):
		return push(newCollect(d)), true
	case keys.Is(msg, k.Export):
		return openAt(Export, ""), true
	case keys.Is(msg, k.Packet):
		return openAt(Packet, ""), true
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
		return push(d.why(materialPart(r))), true
	case keys.Is(msg, k.Sources):
		return push(d.sourcesOf(materialPart(r))), true
	}
	return nil, false
}

// open leads to the row, or to the answer without which it is no row yet.
func (m *materials) open(r model.ListRow) Step {
	if blocked(r) {
		for _, q := range r.Awaits {
			if m.d.asks(q) {
				return openAt(Question, string(q))
			}
		}
		return m.d.refuse(r)
	}
	return push(newMaterial(m.d, r.Key))
}

// drop takes files in that somebody drops on the terminal: for the row in
// focus, and its page shows what came of it.
func (m *materials) drop(text string, r model.ListRow, ok bool) Step {
	paths := model.SplitPaths(text)
	switch {
	case len(paths) == 1 && collectable(paths[0]):
		return push(newCollectOf(m.d, paths[0]))
	case !ok || len(paths) == 0:
		return nil
	case blocked(r):
		return m.d.refuse(r)
	}
	return Steps(m.d.take(r.Key, "", paths...), push(newMaterial(m.d, r.Key)))
}

// following is the order in which Space goes through the statuses. Waived is
// not among them: it needs a reason.
var following = map[model.Status]model.Status{
	model.Missing: model.Requested, model.Requested: model.Got, model.Got: model.Checked, model.Checked: model.Missing,
}

// cycle sets the next status. A waived row is opened instead: its reason would
// be lost.
func (d *papersRoom) cycle(r model.ListRow) Step {
	next, ok := following[r.Status]
	switch {
	case blocked(r):
		return d.refuse(r)
	case !ok:
		return push(newNoting(d, r.Key))
	}
	c := r.Collected
	c.Status = next
	changed := d.app.Clone()
	if err := changed.Note(d.proc, r.Key, c); err != nil {
		return warn(d.refusal("", err))
	}
	return d.commit(changed, materialDraft(r.Key, "status"))
}

// refuse says what has to be answered before anything can be noted.
func (d *papersRoom) refuse(r model.ListRow) Step {
	return warn(d.env.t(locales.UIMaterialsBlocked, "Questions", d.words().Questions(r.Awaits)))
}

func (m *materials) rename(r model.ListRow) Step {
	if r.Own == nil {
		return warn(m.d.env.t(locales.UIOwnOnlyRename))
	}
	return push(newOwn(m.d, *r.Own))
}

func (m *materials) remove(r model.ListRow) Step {
	if r.Own == nil {
		return warn(m.d.env.t(locales.UIOwnOnlyRemove))
	}
	return push(newOwnRemoval(m.d, *r.Own))
}

func (m *materials) View(w, h int) (string, *tea.Cursor) {
	m.w = w
	var aside []string
	if r, ok := m.at(); ok {
		aside = m.d.aboutRow(r)
	}
	return m.d.page(w, h, Materials, aside, func(w, h int) (string, *tea.Cursor) {
		head, detail := m.head(w, h), m.detail(w, h)
		m.top = len(head)
		list, _ := m.list.View(w, max(1, h-len(head)-len(detail)))
		return strings.Join(slices.Concat(head, []string{list}, detail), "\n"), nil
	})
}

// head counts, and says what to do next.
func (m *materials) head(w, h int) []string {
	d, th, e := m.d, m.d.env.theme(), m.d.env
	g := model.Settled(d.rows)
	title := th.Title.Render(e.t(locales.UITaskMaterials)) + "  " + th.Dim.Render(e.t(locales.UIMaterialsSettled, "Done", g.Done, "Of", g.Of))
	if n := d.overdueRows(); n > 0 {
		title += "  " + th.Warn.Render(th.Mark.Warn+" "+e.t(locales.UIMaterialsOverdue, "Count", n))
	}
	if h < 8 {
		return []string{title}
	}
	next := e.t(locales.UIMaterialsNext, "Next", d.words().Next(d.next(), &d.app))
	if items := d.correcting(); len(items) > 0 {
		next = d.correctingHere(items)
	}
	lines := []string{title, th.Accent.Render(th.Mark.Right) + " " + next}
	if n := len(model.SetAside(d.proc, &d.app)); n > 0 {
		lines = append(lines, th.Warn.Render(widget.Cut(e.t(locales.UIAsideHint, "Count", n, "Key", e.keys().GoTo.Help().Key), w)))
	}
	if h >= 14 {
		lines = append(lines, "")
	}
	return lines
}

// correctingHere says how many rows the notice names: nothing else is to do
// here until it is answered.
func (d *papersRoom) correctingHere(items []model.Item) string {
	n := 0
	for _, r := range d.rows {
		if namedBy(items, r.Key) {
			n++
		}
	}
	return d.env.t(locales.UIMaterialsCorrecting, "Count", n)
}

// header begins a group.
func (m *materials) header(i int) string {
	rows := m.d.rows
	if i >= len(rows) || i > 0 && rows[i-1].Group == rows[i].Group {
		return ""
	}
	return m.d.env.p.Text("term", "group", string(rows[i].Group))
}

// row draws a row: how far it is, what it is, and as much as there is room for
// of who brings it and when.
func (m *materials) row(i, w int, focused bool) []string {
	if i >= len(m.d.rows) {
		return nil
	}
	r, th, items := m.d.rows[i], m.d.env.theme(), m.d.correcting()
	style := th.Text
	switch {
	case focused:
		style = th.Selected
	case r.Needed == model.Unknown, len(items) > 0 && !namedBy(items, r.Key):
		style = th.Dim
	}
	left := m.d.statusMark(r) + " " + style.Render(m.d.words().Row(r))
	if namedBy(items, r.Key) {
		left = m.d.statusMark(r) + " " + th.Accent.Render(th.Mark.Right) + " " + style.Render(m.d.words().Row(r))
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
	th := m.d.env.theme()
	name := widget.Wrap(m.d.words().Row(r), w)
	if room < 5 {
		name = []string{widget.Cut(m.d.words().Row(r), w)}
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
	return append([]string{m.d.env.kit.Rule(w)}, lines[:room]...)
}

// writeDraft leads to the dialog that writes the draft of a row's document, or
// says that this one is not for the company to write.
func (d *papersRoom) writeDraft(r model.ListRow) Step {
	if !draft.For(r.MaterialID()) {
		return warn(d.env.t(locales.UIDraftNone, "Material", d.words().Row(r)))
	}
	return openAt(Draft, string(r.Key))
}

// writeLetters leads to those who bring something, or says how they get onto
// the list.
func (d *papersRoom) writeLetters() Step {
	if len(export.Owners(d.proc, &d.app)) == 0 {
		return warn(d.env.t(locales.UIAskingNobody))
	}
	return openAt(Letters, "")
}
