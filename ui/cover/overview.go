package cover

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// overview is the first page of an application: what to do next, the items of
// a notice that waits for an answer, the task list with progress, and the way
// to everything else. All other screens of the application stand above it.
type overview struct {
	d    *Room
	rows *page.Rows
}

// NewOverview is the first page of the application.
func NewOverview(d *Room) page.Screen {
	o := &overview{d: d, rows: d.Env.Rows(1)}
	o.refresh()
	return o
}

func (o *overview) refresh() {
	rows := []page.Row{{
		Key:   "next",
		Lines: func(_ int, focused bool) []string { return []string{o.next(focused)} },
		Open:  func() page.Step { return openAt(o.d.nextPlace()) },
	}}
	items := o.d.Correcting()
	for _, it := range items {
		rows = append(rows, page.Row{
			Key:   "item/" + it.ID,
			Lines: func(w int, focused bool) []string { return []string{o.item(it, w, focused)} },
			Open:  func() page.Step { return desk.OpenAt(desk.Settle, it.ID) },
		})
	}
	for i, t := range o.d.TaskList() {
		rows = append(rows, page.Row{
			Key: "task/" + string(t.At),
			Lines: func(w int, focused bool) []string {
				if len(items) > 0 {
					return []string{o.quietTask(i, focused)}
				}
				return []string{o.task(i, w, focused)}
			},
			Open: func() page.Step { return openAt(taskPlace(o.d.Desk, t.At)) },
		})
	}
	o.rows.Set(rows)
}

// Init looks into the files that nothing is known about yet.
func (o *overview) Init() page.Step { return o.d.LookAgain() }

func (o *overview) Title() string { return "" }

func (o *overview) Bindings() []page.Binding {
	k := o.d.Env.Keys()
	leave := func() page.Step { return page.Steps(o.d.Here("", ""), page.Pop()) }
	rows := append(page.Shown(k.Open), page.On(k.Back, leave))
	rows = append(append(rows, page.Shown(k.Move)...),
		page.On(k.Export, func() page.Step { return desk.OpenAt(desk.Export, "") }),
		page.On(k.Packet, func() page.Step { return desk.OpenAt(desk.Packet, "") }))
	rows = append(rows, page.Shown(k.Edit, k.Undo, k.GoTo)...)
	return append(rows, page.On(k.Rename, func() page.Step { return page.Push(newRename(o.d)) }).Hide())
}

func (o *overview) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg.(type) {
	case page.ShownMsg:
		o.refresh()
		return o, o.d.Here(string(desk.Overview), "")
	case desk.ChangedMsg:
		o.refresh()
		return o, nil
	}
	step, _ := o.rows.Update(msg)
	return o, step
}

// openAt opens a place above what is shown.
func openAt(to desk.Place) page.Step { return desk.OpenAt(to.Stage, to.ID) }

// taskPlace is where a task leads: to its stage, or to the first open page of a
// section, or its first one.
func taskPlace(d *desk.Desk, at desk.Stage) desk.Place {
	var first *model.Visit
	for i, v := range d.Visits {
		if v.Section != model.SectionID(at) {
			continue
		}
		if v.Open(&d.App) {
			return desk.At(desk.Page, string(v.Page))
		}
		if first == nil {
			first = &d.Visits[i]
		}
	}
	switch {
	case first != nil:
		return desk.At(desk.Page, string(first.Page))
	case at == desk.Materials, at == desk.Review, at == desk.Submission:
		return desk.At(at, "")
	}
	return desk.At(desk.Conditions, "")
}

// nextPlace is where the next thing is done.
func (d *Room) nextPlace() desk.Place {
	n := d.Next()
	switch n.Code {
	case model.NextAnswer, model.NextConfirm, model.NextFindOut:
		if to, ok := d.PageOf(model.QuestionID(n.What)); ok {
			return to
		}
	case model.NextMeet:
		return desk.At(desk.Conditions, "")
	case model.NextCollect, model.NextCheck:
		return desk.At(desk.Materials, "")
	case model.NextWait:
		if n.Whose == model.Client {
			return desk.At(desk.Materials, "")
		}
	}
	return desk.At(desk.Submission, "")
}

func (o *overview) next(focused bool) string {
	th := o.d.Env.Theme()
	text := o.d.Env.T(locales.UIOverviewNext, "Next", o.d.Words().Next(o.d.Next(), &o.d.App))
	return th.Accent.Render(th.Mark.Right) + " " + th.Row(focused).Render(text)
}

// item is a line of the notice.
func (o *overview) item(it model.Item, w int, focused bool) string {
	d, th := o.d, o.d.Env.Theme()
	side := th.Dim.Render(d.ItemAbout(it))
	if d.ChangedSince(it) {
		side = d.Env.T(locales.UIItemsChangedShort)
	}
	return widget.Spread(d.ItemMark(it)+" "+th.Row(focused).Render(d.ItemTitle(it)), side, w)
}

func (o *overview) task(i, w int, focused bool) string {
	th, t := o.d.Env.Theme(), o.d.TaskList()[i]
	return widget.Spread(t.Mark+" "+th.Row(focused).Render(t.Title), th.Dim.Render(t.Count), min(w, 44))
}

// quietTask is a task below a notice: it can be opened as ever, and is not what
// there is to do.
func (o *overview) quietTask(i int, focused bool) string {
	th := o.d.Env.Theme()
	style := th.Dim
	if focused {
		style = th.Selected
	}
	return th.Dim.Render(th.Mark.Quiet) + " " + style.Render(o.d.TaskList()[i].Title)
}

// head sums up: progress, who decides, whether it could be submitted.
func (o *overview) head() []string {
	d, e, th := o.d, o.d.Env, o.d.Env.Theme()
	g := model.Overall(d.Proc, &d.App)
	tone, ready := o.readiness()
	return []string{
		e.Kit.Bar(g.Done, g.Of, 30),
		th.Dim.Render(e.T(locales.UIOverviewAuthority, "Authority", d.Words().Authority(model.AuthorityFor(d.Proc, &d.App), &d.App))),
		th.Say(tone, ready),
		"",
	}
}

// readiness says whether the application could be submitted, or how far the
// answer to a notice is.
func (o *overview) readiness() (theme.Tone, string) {
	d, e := o.d, o.d.Env
	if len(d.Correcting()) > 0 {
		if open := len(d.App.OpenItems()); open > 0 {
			return theme.Warn, e.T(locales.UIOverviewCorrecting, "Count", open)
		}
		return theme.Good, e.T(locales.UIItemsAllSettled)
	}
	tones := map[model.Readiness]theme.Tone{model.Ready: theme.Good, model.ReadyWithOpen: theme.Good, model.NotReady: theme.Warn}
	return tones[d.Readiness], e.T(locales.UIOverviewReadiness, "Readiness", e.P.Text("term", "readiness", string(d.Readiness)))
}

func (o *overview) View(w, h int) page.Drawn {
	head := o.head()
	return o.rows.Draw(w, h-len(head)).Under(head...)
}
