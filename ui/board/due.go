package board

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// due lists what is due in all applications, what is overdue first, with the
// month of the day in focus beside it. What a day looks like is in due_row.go.
type due struct {
	env    *Room
	sums   []model.Summary
	days   []model.DueDay // a row each
	whose  model.Turn     // only this side's days; Nobody for all
	loaded bool
	rows   *page.Rows
}

func newDue(e *Room) page.Screen {
	d := &due{env: e, rows: e.Rows(2)}
	return d
}

// A side is whose days are listed.
type side struct {
	turn model.Turn
	name locales.ID
}

// sides are in the order in which Tab goes through them.
var sides = []side{
	{model.Nobody, locales.UIDueAll}, {model.Applicant, locales.UIDueMine},
	{model.Client, locales.UIDueClient}, {model.Officials, locales.UIDueAuthority},
}

func (d *due) Init() page.Step { return d.env.dues() }

func (d *due) Title() string { return d.env.T(locales.UIDueTitle) }

func (d *due) Bindings() []page.Binding {
	k, e := d.env.Keys(), d.env
	next := page.On(k.Next, func() page.Step { return d.turn(1) })
	calendar := page.On(k.Export, func() page.Step { return page.Push(newDueExport(d)) })
	return slices.Concat(page.Shown(k.Open), []page.Binding{e.Back()}, page.Shown(k.Move), []page.Binding{
		next.As(e.T(locales.UIDueFilter)),
		calendar.As(e.T(locales.UIDueExport)).If(len(d.days) > 0, d.nothing()),
		page.On(k.Filter, next.Do).Hide(),
		page.On(k.Previous, func() page.Step { return d.turn(len(sides) - 1) }).Hide(),
	})
}

func (d *due) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch m := msg.(type) {
	case duesMsg:
		if m.err != nil {
			return d, page.Steps(page.Leave(d), page.Warn(d.env.Fail(m.err)))
		}
		d.sums, d.loaded = m.rows, true
		d.list()
		return d, nil
	case page.ShownMsg:
		return d, d.Init()
	}
	step, _ := d.rows.Update(msg)
	return d, step
}

// turn lists the days of another side.
func (d *due) turn(by int) page.Step {
	i := slices.IndexFunc(sides, func(s side) bool { return s.turn == d.whose })
	d.whose = sides[(i+by)%len(sides)].turn
	d.list()
	d.rows.Select(0)
	return nil
}

// list shows the days of a side. Those of a procedure that is not installed any
// more cannot be worded and are left out.
func (d *due) list() {
	d.days = model.DueDays(d.sums, model.DueQuery{Today: d.env.Today(), Within: -1, Whose: d.whose})
	d.days = slices.DeleteFunc(d.days, func(day model.DueDay) bool { _, ok := d.words(day); return !ok })
	rows := make([]page.Row, len(d.days))
	for i, day := range d.days {
		rows[i] = d.row(day)
	}
	d.rows.Set(rows)
}

// words speaks about the procedure of a day; false if it is not installed.
func (d *due) words(day model.DueDay) (export.Words, bool) {
	p, err := d.env.Procedures.Edition(day.Procedure, day.Edition)
	if err != nil {
		return export.Words{}, false
	}
	return d.env.Words(p), true
}

// nothing says why the list is empty.
func (d *due) nothing() string {
	switch {
	case !d.loaded:
		return d.env.T(locales.UIDueLoading)
	case d.whose != model.Nobody:
		return d.env.T(locales.UIDueNoneOf)
	}
	return d.env.T(locales.UIDueNone)
}

// besideWidth is the least width at which the months stand beside the list.
const besideWidth = 78

func (d *due) View(w, h int) page.Drawn {
	head := d.head(w)
	switch {
	case !d.loaded:
		return widget.DrawLines(head, "", d.env.Theme().Dim.Render(widget.Cut(d.nothing(), w)))
	case len(d.days) == 0:
		return widget.DrawLines(head, "").Over(widget.Wrap(d.nothing(), min(w, 72))...)
	}
	const above, gap = 2, 3
	h -= above
	if w < besideWidth {
		return d.rows.Draw(w, h).Under(head, "")
	}
	left := monthWidth + gap
	list := d.rows.Draw(w-left, h).Shift(left, 0)
	list.Text = widget.Columns(h, d.env.Kit.Wall(), widget.Column{Text: d.beside(h), Width: monthWidth}, widget.Column{Text: list.Text, Width: w - left})
	return list.Under(head, "")
}

// head counts the days, and shows which side is listed.
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

// beside draws the month of the day in focus, the next one where there is room,
// and what the marks mean.
func (d *due) beside(h int) string {
	e, th := d.env, d.env.Theme()
	day := d.days[d.rows.Index()]
	marked := make(map[model.Date]bool, len(d.days))
	for _, marks := range d.days {
		marked[marks.Date] = true
	}
	today := e.Today()
	lines := e.month(day.Date, today, marked)
	if h >= 2*monthHeight+3 {
		after := firstOf(day.Date).AddMonths(1)
		next := e.month(model.Date{Year: after.Year, Month: after.Month}, today, marked) // without a day to select
		lines = append(append(lines, ""), next...)
	}
	legend := e.T(locales.UIDueLegend, "Due", th.Mark.Due, "Today", th.Mark.Left)
	return strings.Join(append(lines, "", th.Dim.Render(legend)), "\n")
}
