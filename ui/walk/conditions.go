package walk

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// conditionsPage lists the conditions with their verdicts, and for the one in
// focus the reason in numbers, what would settle it, and a way out.
type conditionsPage struct {
	d    *desk.Desk
	rows *page.Rows
}

// Conditions opens the list of the conditions, with one in focus; where none is
// of that name, the first.
func Conditions(d *desk.Desk, at model.ConditionID) page.Screen {
	c := &conditionsPage{d: d, rows: d.Env.Rows(1)}
	c.refresh()
	c.rows.Focus(string(at))
	return c
}

// refresh makes the rows anew.
func (c *conditionsPage) refresh() {
	var rows []page.Row
	for _, s := range c.d.Assessed {
		rows = append(rows, page.Row{
			Key:   string(s.ID),
			Lines: func(w int, focused bool) []string { return []string{c.line(s, w, focused)} },
			Open:  func() page.Step { return c.settle(s) },
		})
	}
	c.rows.Set(rows)
}

// here keeps where the user is.
func (c *conditionsPage) here() page.Step { return c.d.Here(string(desk.Conditions), "") }

// Init implements page.Starter.
func (c *conditionsPage) Init() page.Step { return c.here() }

// Title implements page.Screen.
func (c *conditionsPage) Title() string { return c.d.Env.T(locales.UITaskConditions) }

// Bindings implements page.Screen.
func (c *conditionsPage) Bindings() []page.Binding {
	k, t := c.d.Env.Keys(), c.d.Env.T
	return append([]page.Binding{
		{Binding: page.Renamed(k.Open, t(locales.UIConditionsSettle))},
		page.On(k.Next, func() page.Step { return desk.OpenAt(desk.Materials, "") }).As(t(locales.UITaskMaterials)),
		c.d.Env.Back(),
		page.On(k.Sources, c.sources),
		page.On(k.Why, c.sources).Hide(),
	}, page.Shown(k.Move, k.GoTo)...)
}

// Update implements page.Screen.
func (c *conditionsPage) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ShownMsg); ok {
		c.refresh()
		return c, c.here()
	}
	step, _ := c.rows.Update(msg)
	return c, step
}

// settle leads to the question that decides a condition, or to its sources
// where no question does.
func (c *conditionsPage) settle(s model.Assessment) page.Step {
	if q := c.d.Settling(s); q != "" && c.d.Asks(q) {
		return desk.OpenAt(desk.Question, string(q))
	}
	return c.sources()
}

// sources shows what the condition in focus stands on.
func (c *conditionsPage) sources() page.Step {
	if row, ok := c.rows.At(); ok {
		return page.Push(c.d.SourcesOf(desk.PartOf(c.d.Proc, row.Key)))
	}
	return nil
}

// line draws a condition and its verdict.
func (c *conditionsPage) line(s model.Assessment, w int, focused bool) string {
	th := c.d.Env.Theme()
	style, mark := th.Tone(desk.Tone(s))
	if mark == "" {
		mark = th.Mark.Open
	}
	title := th.Text
	if focused {
		title = th.Selected
	}
	verdict := c.d.Env.P.Text("term", "verdict", string(s.Verdict))
	return widget.Spread(style.Render(mark)+" "+title.Render(c.d.Words().Title("condition", string(s.ID))), style.Render(verdict), w)
}

// detail explains the condition in focus.
func (c *conditionsPage) detail(w int) []string {
	i := slices.IndexFunc(c.d.Assessed, func(s model.Assessment) bool { return string(s.ID) == c.rows.Key() })
	if i < 0 {
		return nil
	}
	s, th, words, e := c.d.Assessed[i], c.d.Env.Theme(), c.d.Words(), c.d.Env
	id := string(s.ID)
	var lines []string
	add := func(render func(...string) string, text string) {
		for _, l := range widget.Wrap(text, w) {
			lines = append(lines, render(l))
		}
	}
	add(th.Text.Render, words.Part("condition", id, "rule"))
	style, _ := th.Tone(desk.Tone(s))
	add(style.Render, words.Because(s))
	if s.Verdict == model.NotMet {
		for _, way := range s.Ways {
			add(th.Text.Render, words.Way(way))
		}
		add(th.Text.Render, e.T(locales.UIConditionsWay, "Way", words.Part("condition", id, "way")))
	}
	add(th.Dim.Render, e.T(locales.UIConditionsSeverity, "Severity", e.P.Text("term", "severity", string(s.Severity))))
	for _, n := range s.Notes {
		add(th.Dim.Render, words.Text("condition", id, "note."+n.ID))
	}
	if x := words.Explain(desk.PartOf(c.d.Proc, id), e.Today()); x.Disagree {
		add(th.Warn.Render, th.Mark.Warn+" "+e.T(locales.UIConditionsDisagree))
	}
	return lines
}

// summary counts the verdicts.
func (c *conditionsPage) summary() string {
	n := make(map[model.Verdict]int)
	for _, s := range c.d.Assessed {
		n[s.Verdict]++
	}
	return c.d.Env.T(locales.UIConditionsSummary, "Met", n[model.Met], "NotMet", n[model.NotMet], "Open", n[model.CannotTell])
}

// View implements page.Screen.
func (c *conditionsPage) View(w, h int) page.Drawn {
	return c.d.Lay(w, h, desk.Conditions, nil, func(w, h int) page.Drawn {
		th := c.d.Env.Theme()
		head := []string{th.Title.Render(c.Title()) + "  " + th.Dim.Render(c.summary()), ""}
		detail := c.detail(w)
		room := max(3, h-len(head)-len(detail)-1)
		return c.rows.Draw(w, min(room, c.rows.Len())).Under(head...).Over(append([]string{c.d.Env.Kit.Rule(w)}, detail...)...)
	})
}
