package cover

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// goTo leads to anything in an application: the user types a part of its name
// or of its id, and picks.
type goTo struct {
	d      *Room
	places []destination
	finder *page.Finder
}

// A destination is somewhere to go. The title is a function so that it follows
// the language.
type destination struct {
	id    string
	kind  locales.ID // names what sort of destination it is
	title func() string
	mark  string // how it stands
	lead  func() page.Step
}

// NewGoTo finds anything in the application by its name.
func NewGoTo(d *Room) page.Screen {
	g := &goTo{d: d, places: d.destinations()}
	g.finder = d.Env.Finder(locales.UIGotoLabel, locales.UIGotoHint, g.row)
	g.finder.Among(len(g.places), func(i int) (name, id string) { return g.places[i].title(), g.places[i].id })
	return g
}

func (g *goTo) Typing() bool { return true }

func (g *goTo) Title() string { return g.d.Env.T(locales.UIGotoTitle) }

func (g *goTo) Bindings() []page.Binding {
	k := g.d.Env.Keys().When(true)
	return []page.Binding{{Binding: k.Open}, g.d.Env.Back(), {Binding: k.Move}, page.Unused(k.GoTo)}
}

func (g *goTo) Update(msg tea.Msg) (page.Screen, page.Step) {
	if i, ok := g.finder.Update(msg); ok {
		return g, g.places[i].lead()
	}
	return g, nil
}

func (g *goTo) View(w, h int) page.Drawn { return g.finder.Draw(w, h) }

func (g *goTo) row(i, w int, focused bool) []string {
	p, th := g.places[i], g.d.Env.Theme()
	return []string{widget.Spread(p.mark+" "+th.Row(focused).Render(p.title()), th.Dim.Render(g.d.Env.T(p.kind)), w)}
}

// destinations lists where the user can go. Tasks and actions come first: they
// are what the list shows before anything is typed.
func (d *Room) destinations() []destination {
	ds := append(d.tasks(), d.actions()...)
	titled := func(kind, id string) func() string {
		return func() string { return d.Words().Title(kind, id) }
	}
	for _, v := range d.Visits {
		for _, q := range v.Questions {
			ds = append(ds, destination{
				string(q.ID), locales.UIGotoQuestion, titled("question", string(q.ID)), markOfAnswer(d.Desk, q),
				func() page.Step { return d.toQuestion(v, q.ID) },
			})
		}
	}
	for _, s := range d.Assessed {
		ds = append(ds, destination{
			string(s.ID), locales.UIGotoCondition, titled("condition", string(s.ID)), markOfVerdict(d.Desk, s),
			leaveFor(desk.At(desk.Conditions, string(s.ID))),
		})
	}
	for _, r := range d.Rows {
		ds = append(ds, destination{
			string(r.Key), locales.UIGotoMaterial, func() string { return d.Words().Row(r) }, markOfRow(d.Desk, r),
			leaveFor(desk.At(desk.Material, string(r.Key))),
		})
	}
	return ds
}

func leaveFor(to desk.Place) func() page.Step {
	return func() page.Step { return desk.LeaveFor(to) }
}

// tasks are the stops of the task list.
func (d *Room) tasks() []destination {
	var ds []destination
	for i, t := range d.TaskList() {
		ds = append(ds, destination{
			string(t.At), locales.UIGotoStage, func() string { return d.TaskList()[i].Title }, t.Mark,
			func() page.Step { return desk.LeaveFor(taskPlace(d.Desk, t.At)) },
		})
	}
	return ds
}

// actions are what can be done from anywhere.
func (d *Room) actions() []destination {
	var ds []destination
	add := func(id string, title locales.ID, mark string, lead func() page.Step) {
		ds = append(ds, destination{id, locales.UIGotoAction, func() string { return d.Env.T(title) }, mark, lead})
	}
	m := d.Env.Theme().Mark
	add("export", locales.UIGotoExport, m.Right, leaveFor(desk.At(desk.Export, "")))
	add("collect", locales.UICollectTitle, m.Right, leaveFor(desk.At(desk.Collect, "")))
	add("packet", locales.UIGotoPacket, m.Right, leaveFor(desk.At(desk.Packet, "")))
	add("undo", locales.UIGotoUndo, m.Right, leaveFor(desk.At(desk.Undo, "")))
	add("history", locales.UIGotoHistory, m.Right, leaveFor(desk.At(desk.History, "")))
	add("overview", locales.UIGotoOverview, m.Right, leaveFor(desk.Place{}))
	add("home", locales.UIGotoHome, m.Right, page.GoHome)
	if _, ok := d.otherEdition(); ok {
		add("edition", locales.UIGotoEdition, m.Right, leaveFor(desk.At(desk.Edition, "")))
	}
	if len(model.SetAside(d.Proc, &d.App)) > 0 {
		add("aside", locales.UIAsideGoto, m.Warn, leaveFor(desk.At(desk.SetAside, "")))
	}
	return ds
}

// toQuestion leads to a question, with the cursor in its field, and on from
// there.
func (d *Room) toQuestion(v model.Visit, id model.QuestionID) page.Step {
	note := d.Here(string(v.Page), string(id))
	return page.Steps(note, desk.LeaveFor(desk.At(desk.Page, string(v.Page))))
}
