package files

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/draft"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
)

// materials is the list of what to collect, grouped by why it is needed, and
// below it what is noted about the row in focus. list_rows.go draws it.
type materials struct {
	d    *Room
	rows *page.Rows
}

// NewMaterials shows the list where the user left it, or at what is to be done
// next.
func NewMaterials(d *Room) page.Screen {
	m := &materials{d: d, rows: d.Env.Rows(1)}
	m.look()
	m.rows.Focus(string(d.rowToBegin()))
	return m
}

// rowToBegin is the row that the user left, else the one to be done next.
func (d *Room) rowToBegin() model.MaterialKey {
	if left := model.MaterialKey(d.Draft.Focus); d.Draft.Place == string(desk.Materials) {
		if _, ok := model.FindRow(d.Rows, left); ok {
			return left
		}
	}
	for _, it := range d.Correcting() {
		if it.Material != "" && !it.Settled() {
			return it.Material
		}
	}
	return model.MaterialKey(d.Next().What)
}

// look makes the rows anew.
func (m *materials) look() {
	rows := make([]page.Row, len(m.d.Rows))
	for i, r := range m.d.Rows {
		rows[i] = page.Row{
			Key: string(r.Key), Group: func() string { return m.d.Env.P.Text("term", "group", string(r.Group)) }, Part: materialPart(r),
			Lines: func(w int, focused bool) []string { return []string{m.d.rowLine(r, w, focused)} },
			Open:  func() page.Step { return m.d.open(r) },
		}
	}
	m.rows.Set(rows)
}

// at is the row in focus.
func (m *materials) at() (model.ListRow, bool) {
	return model.FindRow(m.d.Rows, model.MaterialKey(m.rows.Key()))
}

// Init keeps where the user is.
func (m *materials) Init() page.Step { return m.d.Here(string(desk.Materials), m.rows.Key()) }

func (m *materials) Title() string { return m.d.Env.T(locales.UITaskMaterials) }

// Bindings offers in the help line what can be done with the row in focus; the
// other keys say why not.
func (m *materials) Bindings() []page.Binding {
	d, k, t := m.d, m.d.Env.Keys(), m.d.Env.T
	to := func(stage desk.Stage) func() page.Step { return func() page.Step { return desk.OpenAt(stage, "") } }
	rows := []page.Binding{{Binding: k.Open}}
	r, ok := m.at()
	about := func(b key.Binding, do func(model.ListRow) page.Step) page.Binding {
		return page.On(b, func() page.Step { return do(r) })
	}
	if ok {
		rows = append(rows, about(k.Toggle, m.cycle).As(t(locales.UIMaterialsStatus)))
	}
	rows = append(rows, page.On(k.Back, d.leaving), page.On(k.Add, func() page.Step { return page.Push(newOwn(d, model.OwnMaterial{})) }))
	if ok {
		own := r.Own != nil
		rows = append(rows,
			offer(about(k.Rename, d.editOwn).As(k.Edit.Help().Desc), own, t(locales.UIOwnOnlyRename)),
			offer(about(k.Remove, d.removeOwn), own, t(locales.UIOwnOnlyRemove)),
			d.draftBinding(r))
	}
	rows = append(rows,
		page.On(k.Next, to(desk.Review)).As(t(locales.UITaskReview)),
		page.On(k.Collect, func() page.Step { return page.Push(NewCollect(d)) }),
		page.On(k.Ask, d.openLetters))
	if ok {
		rows = append(rows, about(k.Why, d.why), about(k.Sources, d.sources))
	}
	return append(append(rows, page.On(k.Packet, to(desk.Packet)), page.On(k.Export, to(desk.Export))), page.Shown(k.Move, k.GoTo)...)
}

// offer is a binding that the help line shows only where it can be used;
// elsewhere the key says why not.
func offer(b page.Binding, can bool, why string) page.Binding {
	if b = b.If(can, why); !can {
		b = b.Hide()
	}
	return b
}

// draftBinding writes the draft of a row's document, where it is for the
// company to write.
func (d *Room) draftBinding(r model.ListRow) page.Binding {
	none := d.Env.T(locales.UIDraftNone, "Material", d.Words().Row(r))
	return offer(page.On(d.Env.Keys().Draft, func() page.Step { return desk.OpenAt(desk.Draft, string(r.Key)) }), draft.For(r.MaterialID()), none)
}

func (d *Room) why(r model.ListRow) page.Step { return page.Push(d.Why(materialPart(r))) }

func (d *Room) sources(r model.ListRow) page.Step { return page.Push(d.SourcesOf(materialPart(r))) }

func (d *Room) editOwn(r model.ListRow) page.Step { return page.Push(newOwn(d, *r.Own)) }

func (d *Room) removeOwn(r model.ListRow) page.Step { return page.Push(newOwnRemoval(d, *r.Own)) }

// openLetters leads to those who bring something, or says how they get onto the
// list.
func (d *Room) openLetters() page.Step {
	if len(export.Owners(d.Proc, &d.App)) == 0 {
		return page.Warn(d.Env.T(locales.UIAskingNobody))
	}
	return desk.OpenAt(desk.Letters, "")
}

func (m *materials) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg := msg.(type) {
	case page.ShownMsg:
		return m, m.shown()
	case desk.ChangedMsg:
		m.look()
		return m, nil
	case tea.PasteMsg:
		return m, m.drop(msg.Content)
	}
	step, moved := m.rows.Update(msg)
	if moved {
		return m, m.Init()
	}
	return m, step
}

// shown comes back from a screen above, which may have added a row.
func (m *materials) shown() page.Step {
	m.look()
	if m.d.Draft.Place == string(desk.Materials) {
		m.rows.Focus(m.d.Draft.Focus)
	}
	return m.Init()
}

// open leads to a row, or to the answer without which it is no row yet.
func (d *Room) open(r model.ListRow) page.Step {
	if !desk.Blocked(r) {
		return page.Push(NewMaterial(d, r.Key))
	}
	for _, q := range r.Awaits {
		if d.Asks(q) {
			return desk.OpenAt(desk.Question, string(q))
		}
	}
	return d.refuse(r)
}

// drop attaches files that are dropped on the terminal to the row in focus; its
// page shows what comes of it. A folder is looked through.
func (m *materials) drop(text string) page.Step {
	paths := model.SplitPaths(text)
	r, ok := m.at()
	switch {
	case len(paths) == 1 && collectable(paths[0]):
		return page.Push(newCollectOf(m.d, paths[0]))
	case !ok || len(paths) == 0:
		return nil
	case desk.Blocked(r):
		return m.d.refuse(r)
	}
	return page.Steps(m.d.attachFrom(r.Key, "", paths...), page.Push(NewMaterial(m.d, r.Key)))
}

// following is the order in which Space goes through the statuses. Waived is
// not among them: it needs a reason.
var following = map[model.Status]model.Status{
	model.Missing: model.Requested, model.Requested: model.Got, model.Got: model.Checked, model.Checked: model.Missing,
}

func (m *materials) cycle(r model.ListRow) page.Step {
	step := m.d.cycle(r)
	m.look()
	return step
}

// cycle sets the next status of a row. Of a waived row the note is opened
// instead: its reason would be lost.
func (d *Room) cycle(r model.ListRow) page.Step {
	next, ok := following[r.Status]
	switch {
	case desk.Blocked(r):
		return d.refuse(r)
	case !ok:
		return page.Push(newNote(d, r))
	}
	c := r.Collected
	c.Status = next
	changed := d.App.Clone()
	if err := changed.Note(d.Proc, r.Key, c); err != nil {
		return page.Warn(d.Refusal("", err))
	}
	return d.Commit(changed, desk.MaterialDraft(r.Key, "status"))
}

// refuse says what has to be answered before anything can be noted about a row.
func (d *Room) refuse(r model.ListRow) page.Step {
	return page.Warn(d.Env.T(locales.UIMaterialsBlocked, "Questions", d.Words().Questions(r.Awaits)))
}

// leaving goes back, or asks before, where files are still on their way.
func (d *Room) leaving() page.Step {
	if d.Attaching() {
		return page.Push(d.Stopping(page.Pop(), nil))
	}
	return page.Pop()
}

func (m *materials) View(w, h int) page.Drawn {
	r, ok := m.at()
	var aside []string
	if ok {
		aside = m.d.explain(r)
	}
	return m.d.Lay(w, h, desk.Materials, aside, func(w, h int) page.Drawn {
		var below []string
		if ok {
			below = m.d.detail(r, w, h)
		}
		above := m.d.head(w, h)
		return m.rows.Draw(w, h-len(above)-len(below)).Under(above...).Over(below...)
	})
}

// materialPart is what can be explained about a row.
func materialPart(r model.ListRow) model.Part {
	part := model.Part{Kind: "material", ID: string(r.MaterialID())}
	if r.Material != nil {
		part.Sources = r.Material.Sources
	}
	return part
}

// explain is the column beside a row: why it is asked for and how to get it.
func (d *Room) explain(r model.ListRow) []string {
	part := materialPart(r)
	return d.Explain(part.Kind, part.ID, part.Sources)
}
