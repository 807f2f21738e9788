package board

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// due is what is due in all applications: what is over first, and beside it
// the month of the row in focus.
type due struct {
	env    *Room
	sums   []model.Summary
	days   []model.DueDay
	whose  model.Turn // only this side's; Nobody for all
	loaded bool
	list   *widget.List
	left   int // of the list, as drawn last
}

func newDue(e *Room) page.Screen {
	d := &due{env: e}
	d.list = widget.NewList(e.Kit, 2, d.row)
	d.list.Header = d.header
	return d
}

// sides are the filters, in the order in which Tab goes through them.
var sides = []struct {
	turn model.Turn
	name locales.ID
}{
	{model.Nobody, locales.UIDueAll}, {model.Applicant, locales.UIDueMine},
	{model.Client, locales.UIDueClient}, {model.Officials, locales.UIDueAuthority},
}

func (d *due) Init() page.Step { return d.env.dues() }

func (d *due) Title() string { return d.env.T(locales.UIDueTitle) }

func (d *due) Keys() []key.Binding {
	k := d.env.Keys()
	return []key.Binding{k.Open, k.Back, k.Move, page.Renamed(k.Next, d.env.T(locales.UIDueFilter)), page.Renamed(k.Export, d.env.T(locales.UIDueExport))}
}

func (d *due) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := d.env.Keys()
	switch {
	case keys.Is(msg, k.Back):
		return d, page.Pop(1)
	case keys.Is(msg, k.Next, k.Filter):
		d.turn(1)
		return d, nil
	case keys.Is(msg, k.Previous):
		d.turn(len(sides) - 1)
		return d, nil
	case keys.Is(msg, k.Export) && len(d.days) > 0:
		return d, page.Push(newDueExport(d))
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case duesMsg:
		if m.err != nil {
			return d, page.Steps(page.Pop(1), page.Warn(d.env.Fail(m.err)))
		}
		d.sums, d.loaded = m.rows, true
		d.find()
	case page.ShownMsg:
		return d, d.Init()
	case tea.MouseClickMsg:
		event = d.list.Click(m.X-d.left, m.Y-dueHead)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = d.list.Update(m)
	}
	if day, ok := d.at(); ok && event == widget.Picked {
		return d, page.Steps(page.GoHome(), page.Load(day.Summary.ID, page.Opening{How: page.Entering, Lead: day.Due}))
	}
	return d, nil
}

// turn goes to another filter.
func (d *due) turn(by int) {
	i := slices.IndexFunc(sides, func(s struct {
		turn model.Turn
		name locales.ID
	}) bool {
		return s.turn == d.whose
	})
	d.whose = sides[(i+by)%len(sides)].turn
	d.find()
	d.list.Select(0)
}

func (d *due) find() {
	d.days = model.DueDays(d.sums, model.DueQuery{Today: d.env.Today(), Within: -1, Whose: d.whose})
	d.days = slices.DeleteFunc(d.days, func(day model.DueDay) bool { _, ok := d.words(day); return !ok })
	d.list.SetCount(len(d.days))
}

func (d *due) at() (model.DueDay, bool) {
	if i := d.list.At(); i >= 0 && i < len(d.days) {
		return d.days[i], true
	}
	return model.DueDay{}, false
}

// words speaks about the procedure of a day; false where that is not there.
func (d *due) words(day model.DueDay) (export.Words, bool) {
	p, err := d.env.Procedures.Edition(day.Procedure, day.Edition)
	if err != nil {
		return export.Words{}, false
	}
	return d.env.Words(p), true
}

// header begins what is over, and each month.
func (d *due) header(i int) string {
	e, day := d.env, d.days[i]
	switch {
	case day.Over():
		if i == 0 {
			return e.T(locales.UIDueHeadingOver)
		}
		return ""
	case i > 0 && !d.days[i-1].Over() && d.days[i-1].Date.Year == day.Date.Year && d.days[i-1].Date.Month == day.Date.Month:
		return ""
	}
	return e.P.Month(day.Date.Year, int(day.Date.Month))
}

// row says when and what, and below it in which application.
func (d *due) row(i, w int, focused bool) []string {
	if i >= len(d.days) {
		return nil
	}
	e, day := d.env, d.days[i]
	th := e.Theme()
	words, _ := d.words(day)
	style, tone := th.Text, theme.Neutral
	if focused {
		style = th.Selected
	}
	switch {
	case day.Over():
		tone = theme.Bad
	case day.Left <= 7:
		tone = theme.Warn
	}
	date := widget.Pad(e.P.DateShort(day.Date.Year, int(day.Date.Month), day.Date.Day), 9)
	first := widget.Spread(style.Render(date+words.Due(day.Due)), th.Say(tone, words.Left(day.Left)), w)
	about := legible.Line(day.Title) + " " + th.Mark.Quiet + " " + e.P.Text("term", "turn", string(day.Whose))
	about = strings.Repeat(" ", 9) + about
	return []string{first, th.Dim.Render(widget.Spread(about, d.span(day.Due, words, w-widget.Width(about)-2), w))}
}

// span says up to when, and whether that is an estimate, in full where there
// is room.
func (d *due) span(day model.Due, words export.Words, room int) string {
	e := d.env
	if day.Latest.IsZero() && !day.Estimate {
		return ""
	}
	if full := words.DueSpan(day); widget.Width(full) <= room {
		return full
	}
	until := e.P.DateShort(day.Latest.Year, int(day.Latest.Month), day.Latest.Day)
	switch {
	case day.Latest.IsZero():
		return e.T(locales.UIDueEstimate)
	case day.Estimate:
		return e.T(locales.UIDueUntilEstimate, "Date", until)
	}
	return e.T(locales.UIDueUntil, "Date", until)
}

// dueHead is the number of lines above the list.
const dueHead = 2

func (d *due) View(w, h int) (string, *tea.Cursor) {
	e, th := d.env, d.env.Theme()
	head := d.head(w) + "\n\n"
	switch {
	case !d.loaded:
		return head + th.Dim.Render(widget.Cut(e.T(locales.UIDueLoading), w)), nil
	case len(d.days) == 0 && d.whose != model.Nobody:
		return head + strings.Join(widget.Wrap(e.T(locales.UIDueNoneOf), min(w, 72)), "\n"), nil
	case len(d.days) == 0:
		return head + strings.Join(widget.Wrap(e.T(locales.UIDueNone), min(w, 72)), "\n"), nil
	}
	d.left = 0
	h -= dueHead
	if w < besideWidth {
		list, _ := d.list.View(w, max(1, h))
		return head + list, nil
	}
	const gap = 3
	d.left = monthWidth + gap
	list, _ := d.list.View(w-d.left, max(1, h))
	return head + widget.Columns(h, e.Kit.Wall(), widget.Column{Text: d.beside(h), Width: monthWidth}, widget.Column{Text: list, Width: w - d.left}), nil
}

// head counts, and shows the filters.
func (d *due) head(w int) string {
	e, th := d.env, d.env.Theme()
	over := 0
	for _, day := range d.days {
		if day.Over() {
			over++
		}
	}
	left := e.T(locales.UIDueCount, "Count", len(d.days))
	if over > 0 {
		left += "  " + th.Say(theme.Bad, e.T(locales.UIDueOver, "Count", over))
	}
	var tabs, chosen string
	for _, s := range sides {
		if s.turn != d.whose {
			tabs += th.Dim.Render(" " + e.T(s.name) + " ")
			continue
		}
		chosen = th.Selected.Render("[" + e.T(s.name) + "]")
		tabs += chosen
	}
	if widget.Width(left)+2+widget.Width(tabs) > w {
		tabs = chosen
	}
	return widget.Spread(left, tabs, w)
}

// beside is the month of the row in focus, the next one where there is room,
// and what the marks mean.
func (d *due) beside(h int) string {
	e, th := d.env, d.env.Theme()
	day, ok := d.at()
	if !ok {
		return ""
	}
	marked := make(map[model.Date]bool, len(d.days))
	for _, one := range d.days {
		marked[one.Date] = true
	}
	today := e.Today()
	lines := e.month(day.Date, today, marked)
	if h >= 2*monthHeight+3 {
		after := model.Date{Year: day.Date.Year, Month: day.Date.Month, Day: 1}.AddMonths(1)
		next := e.month(model.Date{Year: after.Year, Month: after.Month}, today, marked)
		lines = append(append(lines, ""), next...)
	}
	legend := e.T(locales.UIDueLegend, "Due", th.Mark.Due, "Today", th.Mark.Left)
	return strings.Join(append(lines, "", th.Dim.Render(legend)), "\n")
}

// besideWidth is the least width at which the months stand beside the list.
const besideWidth = 78
