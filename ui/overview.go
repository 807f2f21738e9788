package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// overview is the first page of an application: the task list with progress,
// what to do next, and the way to everything else. All other screens of the
// application stand above it.
type overview struct {
	d    *coverRoom
	list *widget.List
}

func newOverview(d *coverRoom) screen {
	o := &overview{d: d}
	o.list = widget.NewList(d.env.kit, 1, o.row)
	o.count()
	return o
}

// count fits the list: the next thing, the items of a notice that waits for an
// answer, and the tasks.
func (o *overview) count() { o.list.SetCount(1 + len(o.d.correcting()) + len(o.d.taskList())) }

func (o *overview) Init() Step    { return o.d.lookAgain() }
func (o *overview) Title() string { return "" }

func (o *overview) Keys() []key.Binding {
	k := o.d.env.keys()
	return []key.Binding{k.Open, k.Back, k.Move, k.Export, k.Packet, k.Edit, k.Undo, k.GoTo}
}

func (o *overview) Update(msg tea.Msg) (screen, Step) {
	k := o.d.env.keys()
	switch {
	case keys.Is(msg, k.Back):
		return o, Steps(o.d.at("", ""), pop(1))
	case keys.Is(msg, k.Export):
		return o, openAt(Export, "")
	case keys.Is(msg, k.Packet):
		return o, openAt(Packet, "")
	case keys.Is(msg, k.Rename):
		return o, push(newTitle(o.d))
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case shownMsg:
		o.count()
		return o, o.d.at("overview", "")
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
func (o *overview) open(i int) Step {
	if i == 0 {
		next := o.d.nextPlace()
		return openAt(next.Stage, next.ID)
	}
	items := o.d.correcting()
	if i <= len(items) {
		return openAt(Settle, items[i-1].ID)
	}
	to := o.d.taskPlace(o.d.taskList()[i-1-len(items)].at)
	return openAt(to.Stage, to.ID)
}

// nextPlace is where the next thing is done.
func (d *coverRoom) nextPlace() Place {
	n := d.next()
	switch n.Code {
	case model.NextAnswer, model.NextConfirm, model.NextFindOut:
		if to, ok := d.pageOf(model.QuestionID(n.What)); ok {
			return to
		}
	case model.NextMeet:
		return Place{Stage: Conditions}
	case model.NextCollect, model.NextCheck:
		return Place{Stage: Materials}
	case model.NextWait:
		if n.Whose == model.Client {
			return Place{Stage: Materials}
		}
	}
	return Place{Stage: Submission}
}

func (o *overview) row(i, w int, focused bool) []string {
	th := o.d.env.theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	if i == 0 {
		text := o.d.env.t(locales.UIOverviewNext, "Next", o.d.words().Next(o.d.next(), &o.d.app))
		return []string{th.Accent.Render(th.Mark.Right) + " " + style.Render(text)}
	}
	items := o.d.correcting()
	if i <= len(items) {
		return []string{o.item(items[i-1], w, style)}
	}
	t := o.d.taskList()[i-1-len(items)]
	if len(items) > 0 { // open as ever, and not what is to do
		if !focused {
			style = th.Dim
		}
		return []string{th.Dim.Render(th.Mark.Quiet) + " " + style.Render(t.title)}
	}
	return []string{widget.Spread(t.mark+" "+style.Render(t.title), th.Dim.Render(t.count), min(w, 44))}
}

// item is a line of the notice.
func (o *overview) item(it model.Item, w int, style lipgloss.Style) string {
	d := o.d
	side := d.env.theme().Dim.Render(d.itemAbout(it))
	if d.changedSince(it) {
		side = d.env.t(locales.UIItemsChangedShort)
	}
	return widget.Spread(d.itemMark(it)+" "+style.Render(d.itemTitle(it)), side, w)
}

// top is the number of lines above the list.
func (o *overview) top() int { return len(o.head()) }

// head sums up: who decides, progress, whether it could be submitted.
func (o *overview) head() []string {
	d, th := o.d, o.d.env.theme()
	w, e := d.words(), d.env
	g := model.Overall(d.proc, &d.app)
	tone := theme.Neutral
	switch d.readiness {
	case model.Ready:
		tone = theme.Good
	case model.NotReady:
		tone = theme.Warn
	}
	ready := e.t(locales.UIOverviewReadiness, "Readiness", e.p.Text("term", "readiness", string(d.readiness)))
	if items := d.correcting(); len(items) > 0 {
		tone, ready = theme.Warn, e.t(locales.UIOverviewCorrecting, "Count", len(d.app.OpenItems()))
		if len(d.app.OpenItems()) == 0 {
			tone, ready = theme.Good, e.t(locales.UIItemsAllSettled)
		}
	}
	return []string{
		e.kit.Bar(g.Done, g.Of, 30),
		th.Dim.Render(e.t(locales.UIOverviewAuthority, "Authority", w.Authority(model.AuthorityFor(d.proc, &d.app), &d.app))),
		th.Say(tone, ready),
		"",
	}
}

func (o *overview) View(w, h int) (string, *tea.Cursor) {
	head := o.head()
	text, _ := o.list.View(w, max(1, h-len(head)))
	return strings.Join(append(head, text), "\n"), nil
}
