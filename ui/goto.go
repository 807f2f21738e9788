package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// goTo leads to anything of an application: one types a part of its name, or
// of its id, and picks.
type goTo struct {
	d      *coverRoom
	places []destination
	*finder
}

// A destination is somewhere to go.
type destination struct {
	id    string
	group locales.ID // names what sort of place it is
	title func() string
	mark  string // how it stands
	lead  func() Step
}

func newGoTo(d *coverRoom) *goTo {
	g := &goTo{d: d, places: d.destinations()}
	g.finder = d.env.finder(locales.UIGotoLabel, locales.UIGotoHint, g.row)
	g.over(len(g.places), func(i int) (name, id string) { return g.places[i].title(), g.places[i].id })
	return g
}

func (g *goTo) Typing() bool  { return true }
func (g *goTo) Title() string { return g.d.env.t(locales.UIGotoTitle) }

func (g *goTo) Keys() []key.Binding {
	k := g.d.env.keys().When(true)
	return []key.Binding{k.Open, k.Back, k.Move}
}

func (g *goTo) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, g.d.env.keys().Back) {
		return g, pop(1)
	}
	if i, ok := g.take(msg, 0); ok {
		return g, g.places[i].lead()
	}
	return g, nil
}

func (g *goTo) row(i, w int, focused bool) []string {
	p, th := g.places[i], g.d.env.theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	return []string{widget.Spread(p.mark+" "+style.Render(p.title()), th.Dim.Render(g.d.env.t(p.group)), w)}
}

func (g *goTo) View(w, h int) (string, *tea.Cursor) { return g.view(w, h) }

// destinations lists where one can go, the stages and what can be done first:
// they are what one sees before anything is typed.
func (d *coverRoom) destinations() []destination {
	ps := append(d.stages(), d.actions()...)
	if len(model.SetAside(d.proc, &d.app)) > 0 {
		ps = append(ps, destination{
			"aside", locales.UIGotoAction, func() string { return d.env.t(locales.UIAsideGoto) }, d.env.theme().Mark.Warn,
			func() Step { return leaveFor(Place{Stage: SetAside}) },
		})
	}
	title := func(kind, id string) func() string {
		return func() string { return d.words().Title(kind, id) }
	}
	for _, v := range d.visits {
		for _, q := range v.Questions {
			ps = append(ps, destination{
				string(q.ID), locales.UIGotoQuestion, title("question", string(q.ID)), d.markOfAnswer(q),
				func() Step { return d.toQuestion(v, q.ID) },
			})
		}
	}
	for _, s := range d.assessed {
		ps = append(ps, destination{
			string(s.ID), locales.UIGotoCondition, title("condition", string(s.ID)), d.markOfVerdict(s),
			func() Step { return leaveFor(Place{Conditions, string(s.ID)}) },
		})
	}
	for _, r := range d.rows {
		ps = append(ps, destination{
			string(r.Key), locales.UIGotoMaterial, func() string { return d.words().Row(r) }, d.markOfRow(r),
			func() Step { return leaveFor(Place{Material, string(r.Key)}) },
		})
	}
	return ps
}

// stages are the stops of the task list.
func (d *coverRoom) stages() []destination {
	titles := map[Stage]locales.ID{
		Conditions: locales.UITaskConditions, Materials: locales.UITaskMaterials,
		Review: locales.UITaskReview, Submission: locales.UITaskSubmission,
	}
	var ps []destination
	for _, t := range d.taskList() {
		ps = append(ps, destination{
			string(t.at), locales.UIGotoStage,
			func() string {
				if id, ok := titles[t.at]; ok {
					return d.env.t(id)
				}
				return d.words().Title("section", string(t.at))
			}, t.mark,
			func() Step {
				return leaveFor(d.taskPlace(t.at))
			},
		})
	}
	return ps
}

// actions are what can be done from anywhere.
func (d *coverRoom) actions() []destination {
	text := func(id locales.ID) func() string { return func() string { return d.env.t(id) } }
	mark := d.env.theme().Mark.Right
	all := []destination{
		{"export", locales.UIGotoAction, text(locales.UIGotoExport), mark, func() Step { return leaveFor(Place{Stage: Export}) }},
		{"collect", locales.UIGotoAction, text(locales.UICollectTitle), mark, func() Step { return leaveFor(Place{Stage: Collect}) }},
		{"packet", locales.UIGotoAction, text(locales.UIGotoPacket), mark, func() Step { return leaveFor(Place{Stage: Packet}) }},
		{"undo", locales.UIGotoAction, text(locales.UIGotoUndo), mark, func() Step { return jump(newUndo(d)) }},
		{"history", locales.UIGotoAction, text(locales.UIGotoHistory), mark, func() Step { return jump(newHistory(d)) }},
		{"overview", locales.UIGotoAction, text(locales.UIGotoOverview), mark, func() Step { return leaveFor(Place{}) }},
		{"home", locales.UIGotoAction, text(locales.UIGotoHome), mark, func() Step { return goHome() }},
	}
	if p, ok := d.otherEdition(); ok {
		all = append(all, destination{"edition", locales.UIGotoAction, text(locales.UIGotoEdition), mark, func() Step { return jump(newEdition(d, p)) }})
	}
	return all
}

// toQuestion leads to a question, with the cursor in its field, and on from
// there.
func (d *coverRoom) toQuestion(v model.Visit, id model.QuestionID) Step {
	note := d.at(string(v.Page), string(id))
	return Steps(note, leaveFor(Place{Page, string(v.Page)}))
}
