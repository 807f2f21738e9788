package cover

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// overview is the first page of an application: the task list with progress,
// what to do next, and the way to everything else. All other screens of the
// application stand above it.
type Overview struct {
	d    *Room
	list *widget.List
}

func NewOverview(d *Room) page.Screen {
	o := &Overview{d: d}
	o.list = widget.NewList(d.Env.Kit, 1, o.row)
	o.count()
	return o
}

// count fits the list: the next thing, the items of a notice that waits for an
// answer, and the tasks.
func (o *Overview) count() { o.list.SetCount(1 + len(o.d.Correcting()) + len(o.d.TaskList())) }

func (o *Overview) Init() page.Step { return o.d.LookAgain() }

func (o *Overview) Title() string { return "" }

func (o *Overview) Keys() []key.Binding {
	k := o.d.Env.Keys()
	return []key.Binding{k.Open, k.Back, k.Move, k.Export, k.Packet, k.Edit, k.Undo, k.GoTo}
}

func (o *Overview) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := o.d.Env.Keys()
	switch {
	case keys.Is(msg, k.Back):
		return o, page.Steps(o.d.At("", ""), page.Pop(1))
	case keys.Is(msg, k.Export):
		return o, desk.OpenAt(desk.Export, "")
	case keys.Is(msg, k.Packet):
		return o, desk.OpenAt(desk.Packet, "")
	case keys.Is(msg, k.Rename):
		return o, page.Push(newRename(o.d))
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case page.ShownMsg:
		o.count()
		return o, o.d.At("overview", "")
	case tea.MouseClickMsg:
		event = o.list.Click(m.X, m.Y-o.top())
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = o.list.Update(m)
	}
	if event == widget.Picked {
		return o, o.open(o.list.At())
	}
	return o, nil
}

// open leads to a task; the first row is the next thing to do.
func (o *Overview) open(i int) page.Step {
	if i == 0 {
		next := o.d.nextPlace()
		return desk.OpenAt(next.Stage, next.ID)
	}
	items := o.d.Correcting()
	if i <= len(items) {
		return desk.OpenAt(desk.Settle, items[i-1].ID)
	}
	to := o.d.TaskPlace(o.d.TaskList()[i-1-len(items)].At)
	return desk.OpenAt(to.Stage, to.ID)
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
		return desk.Place{Stage: desk.Conditions}
	case model.NextCollect, model.NextCheck:
		return desk.Place{Stage: desk.Materials}
	case model.NextWait:
		if n.Whose == model.Client {
			return desk.Place{Stage: desk.Materials}
		}
	}
	return desk.Place{Stage: desk.Submission}
}

func (o *Overview) row(i, w int, focused bool) []string {
	th := o.d.Env.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	if i == 0 {
		text := o.d.Env.T(locales.UIOverviewNext, "Next", o.d.Words().Next(o.d.Next(), &o.d.App))
		return []string{th.Accent.Render(th.Mark.Right) + " " + style.Render(text)}
	}
	items := o.d.Correcting()
	if i <= len(items) {
		return []string{o.item(items[i-1], w, style)}
	}
	t := o.d.TaskList()[i-1-len(items)]
	if len(items) > 0 { // open as ever, and not what is to do
		if !focused {
			style = th.Dim
		}
		return []string{th.Dim.Render(th.Mark.Quiet) + " " + style.Render(t.Title)}
	}
	return []string{widget.Spread(t.Mark+" "+style.Render(t.Title), th.Dim.Render(t.Count), min(w, 44))}
}

// item is a line of the notice.
func (o *Overview) item(it model.Item, w int, style lipgloss.Style) string {
	d := o.d
	side := d.Env.Theme().Dim.Render(d.ItemAbout(it))
	if d.ChangedSince(it) {
		side = d.Env.T(locales.UIItemsChangedShort)
	}
	return widget.Spread(d.ItemMark(it)+" "+style.Render(d.ItemTitle(it)), side, w)
}

// top is the number of lines above the list.
func (o *Overview) top() int { return len(o.head()) }

// head sums up: who decides, progress, whether it could be submitted.
func (o *Overview) head() []string {
	d, th := o.d, o.d.Env.Theme()
	w, e := d.Words(), d.Env
	g := model.Overall(d.Proc, &d.App)
	tone := theme.Neutral
	switch d.Readiness {
	case model.Ready:
		tone = theme.Good
	case model.NotReady:
		tone = theme.Warn
	}
	ready := e.T(locales.UIOverviewReadiness, "Readiness", e.P.Text("term", "readiness", string(d.Readiness)))
	if items := d.Correcting(); len(items) > 0 {
		tone, ready = theme.Warn, e.T(locales.UIOverviewCorrecting, "Count", len(d.App.OpenItems()))
		if len(d.App.OpenItems()) == 0 {
			tone, ready = theme.Good, e.T(locales.UIItemsAllSettled)
		}
	}
	return []string{
		e.Kit.Bar(g.Done, g.Of, 30),
		th.Dim.Render(e.T(locales.UIOverviewAuthority, "Authority", w.Authority(model.AuthorityFor(d.Proc, &d.App), &d.App))),
		th.Say(tone, ready),
		"",
	}
}

func (o *Overview) View(w, h int) (string, *tea.Cursor) {
	head := o.head()
	text, _ := o.list.View(w, max(1, h-len(head)))
	return strings.Join(append(head, text), "\n"), nil
}
