package cover

import (
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// goTo leads to anything of an application: one types a part of its name, or
// of its id, and picks.
type GoTo struct {
	d      *Room
	places []destination
	*page.Finder
}

// A destination is somewhere to go.
type destination struct {
	id    string
	group locales.ID // names what sort of place it is
	title func() string
	mark  string // how it stands
	lead  func() page.Step
}

func NewGoTo(d *Room) *GoTo {
	g := &GoTo{d: d, places: d.destinations()}
	g.Finder = d.Env.Finder(locales.UIGotoLabel, locales.UIGotoHint, g.row)
	g.Over(len(g.places), func(i int) (name, id string) { return g.places[i].title(), g.places[i].id })
	return g
}

func (g *GoTo) Typing() bool { return true }

func (g *GoTo) Title() string { return g.d.Env.T(locales.UIGotoTitle) }

func (g *GoTo) Bindings() []page.Binding {
	k := g.d.Env.Keys().When(true)
	return []page.Binding{{Binding: k.Open}, g.d.Env.Back(), {Binding: k.Move}, page.Unused(k.GoTo)}
}

func (g *GoTo) Update(msg tea.Msg) (page.Screen, page.Step) {
	if i, ok := g.Take(msg, 0); ok {
		return g, g.places[i].lead()
	}
	return g, nil
}

func (g *GoTo) row(i, w int, focused bool) []string {
	p, th := g.places[i], g.d.Env.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	return []string{widget.Spread(p.mark+" "+style.Render(p.title()), th.Dim.Render(g.d.Env.T(p.group)), w)}
}

func (g *GoTo) View(w, h int) (string, *tea.Cursor) { return g.Draw(w, h) }

// destinations lists where one can go, the stages and what can be done first:
// they are what one sees before anything is typed.
func (d *Room) destinations() []destination {
	ps := append(d.stages(), d.actions()...)
	if len(model.SetAside(d.Proc, &d.App)) > 0 {
		ps = append(ps, destination{
			"aside", locales.UIGotoAction, func() string { return d.Env.T(locales.UIAsideGoto) }, d.Env.Theme().Mark.Warn,
			func() page.Step { return desk.LeaveFor(desk.Place{Stage: desk.SetAside}) },
		})
	}
	title := func(kind, id string) func() string {
		return func() string { return d.Words().Title(kind, id) }
	}
	for _, v := range d.Visits {
		for _, q := range v.Questions {
			ps = append(ps, destination{
				string(q.ID), locales.UIGotoQuestion, title("question", string(q.ID)), d.MarkOfAnswer(q),
				func() page.Step { return d.toQuestion(v, q.ID) },
			})
		}
	}
	for _, s := range d.Assessed {
		ps = append(ps, destination{
			string(s.ID), locales.UIGotoCondition, title("condition", string(s.ID)), d.MarkOfVerdict(s),
			func() page.Step { return desk.LeaveFor(desk.At(desk.Conditions, string(s.ID))) },
		})
	}
	for _, r := range d.Rows {
		ps = append(ps, destination{
			string(r.Key), locales.UIGotoMaterial, func() string { return d.Words().Row(r) }, d.MarkOfRow(r),
			func() page.Step { return desk.LeaveFor(desk.At(desk.Material, string(r.Key))) },
		})
	}
	return ps
}

// stages are the stops of the task list.
func (d *Room) stages() []destination {
	titles := map[desk.Stage]locales.ID{
		desk.Conditions: locales.UITaskConditions, desk.Materials: locales.UITaskMaterials,
		desk.Review: locales.UITaskReview, desk.Submission: locales.UITaskSubmission,
	}
	var ps []destination
	for _, t := range d.TaskList() {
		ps = append(ps, destination{
			string(t.At), locales.UIGotoStage,
			func() string {
				if id, ok := titles[t.At]; ok {
					return d.Env.T(id)
				}
				return d.Words().Title("section", string(t.At))
			}, t.Mark,
			func() page.Step {
				return desk.LeaveFor(d.TaskPlace(t.At))
			},
		})
	}
	return ps
}

// actions are what can be done from anywhere.
func (d *Room) actions() []destination {
	text := func(id locales.ID) func() string { return func() string { return d.Env.T(id) } }
	mark := d.Env.Theme().Mark.Right
	all := []destination{
		{"export", locales.UIGotoAction, text(locales.UIGotoExport), mark, func() page.Step { return desk.LeaveFor(desk.Place{Stage: desk.Export}) }},
		{"collect", locales.UIGotoAction, text(locales.UICollectTitle), mark, func() page.Step { return desk.LeaveFor(desk.Place{Stage: desk.Collect}) }},
		{"packet", locales.UIGotoAction, text(locales.UIGotoPacket), mark, func() page.Step { return desk.LeaveFor(desk.Place{Stage: desk.Packet}) }},
		{"undo", locales.UIGotoAction, text(locales.UIGotoUndo), mark, func() page.Step { return page.Jump(NewUndo(d)) }},
		{"history", locales.UIGotoAction, text(locales.UIGotoHistory), mark, func() page.Step { return page.Jump(newHistory(d)) }},
		{"overview", locales.UIGotoAction, text(locales.UIGotoOverview), mark, func() page.Step { return desk.LeaveFor(desk.Place{}) }},
		{"home", locales.UIGotoAction, text(locales.UIGotoHome), mark, func() page.Step { return page.GoHome() }},
	}
	if p, ok := d.otherEdition(); ok {
		all = append(all, destination{"edition", locales.UIGotoAction, text(locales.UIGotoEdition), mark, func() page.Step { return page.Jump(newEdition(d, p)) }})
	}
	return all
}

// toQuestion leads to a question, with the cursor in its field, and on from
// there.
func (d *Room) toQuestion(v model.Visit, id model.QuestionID) page.Step {
	note := d.At(string(v.Page), string(id))
	return page.Steps(note, desk.LeaveFor(desk.At(desk.Page, string(v.Page))))
}
