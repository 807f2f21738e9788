package walk

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// conditions lists the verdicts, and for the one in focus the reason in
// numbers, what would settle it, and a way out.
type conditions struct {
	d    *desk.Desk
	list *widget.List
	w    int
}

// newConditions puts one of them in focus, the first if there is none of that
// name.
func NewConditions(d *desk.Desk, at model.ConditionID) page.Screen {
	c := &conditions{d: d}
	c.list = widget.NewList(d.Env.Kit, 1, c.row)
	c.list.SetCount(len(d.Assessed))
	c.list.Select(max(0, slices.IndexFunc(d.Assessed, func(s model.Assessment) bool { return s.ID == at })))
	return c
}

func (c *conditions) Init() page.Step { return c.d.At(string(desk.Conditions), "") }

func (c *conditions) Title() string { return c.d.Env.T(locales.UITaskConditions) }

func (c *conditions) Keys() []key.Binding {
	k := c.d.Env.Keys()
	open := k.Open
	open.SetHelp(open.Help().Key, c.d.Env.T(locales.UIConditionsSettle))
	next := k.Next
	next.SetHelp(next.Help().Key, c.d.Env.T(locales.UITaskMaterials))
	return []key.Binding{open, next, k.Back, k.Sources, k.Move, k.GoTo}
}

func (c *conditions) at() (model.Assessment, bool) {
	i := c.list.At()
	if i < 0 || i >= len(c.d.Assessed) {
		return model.Assessment{}, false
	}
	return c.d.Assessed[i], true
}

func (c *conditions) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := c.d.Env.Keys()
	s, ok := c.at()
	switch {
	case keys.Is(msg, k.Back):
		return c, page.Pop(1)
	case keys.Is(msg, k.Next):
		return c, desk.OpenAt(desk.Materials, "")
	case ok && keys.Is(msg, k.Sources, k.Why):
		return c, page.Push(c.d.SourcesOf(desk.PartOf(c.d.Proc, string(s.ID))))
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case page.ShownMsg:
		c.list.SetCount(len(c.d.Assessed))
		return c, c.d.At(string(desk.Conditions), "")
	case tea.MouseClickMsg:
		x, y := c.d.Clicked(m, c.w)
		event = c.list.Click(x, y-2)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = c.list.Update(m)
	}
	if event == widget.Picked && ok {
		return c, c.settle(s)
	}
	return c, nil
}

// settle leads to the question that decides a condition.
func (c *conditions) settle(s model.Assessment) page.Step {
	if q := c.d.Settling(s); q != "" {
		if c.d.Asks(q) {
			return desk.OpenAt(desk.Question, string(q))
		}
	}
	return page.Push(c.d.SourcesOf(desk.PartOf(c.d.Proc, string(s.ID))))
}

func (c *conditions) row(i, w int, focused bool) []string {
	if i >= len(c.d.Assessed) {
		return nil
	}
	s, th := c.d.Assessed[i], c.d.Env.Theme()
	style, mark := th.Tone(desk.Tone(s))
	if mark == "" {
		mark = th.Mark.Open
	}
	title := th.Text
	if focused {
		title = th.Selected
	}
	verdict := c.d.Env.P.Text("term", "verdict", string(s.Verdict))
	return []string{widget.Spread(style.Render(mark)+" "+title.Render(c.d.Words().Title("condition", string(s.ID))), style.Render(verdict), w)}
}

// detail explains the condition in focus.
func (c *conditions) detail(w int) []string {
	s, ok := c.at()
	if !ok {
		return nil
	}
	th, words, e := c.d.Env.Theme(), c.d.Words(), c.d.Env
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

func (c *conditions) View(w, h int) (string, *tea.Cursor) {
	c.w = w
	return c.d.Page(w, h, desk.Conditions, nil, func(w, h int) (string, *tea.Cursor) {
		th := c.d.Env.Theme()
		head := []string{th.Title.Render(c.d.Env.T(locales.UITaskConditions)) + "  " + th.Dim.Render(c.summary()), ""}
		detail := c.detail(w)
		room := max(3, h-len(head)-len(detail)-1)
		list, _ := c.list.View(w, min(room, c.list.Count()))
		lines := append(head, list, c.d.Env.Kit.Rule(w))
		return strings.Join(append(lines, detail...), "\n"), nil
	})
}

func (c *conditions) summary() string {
	var met, not, open int
	for _, s := range c.d.Assessed {
		switch s.Verdict {
		case model.Met:
			met++
		case model.NotMet:
			not++
		default:
			open++
		}
	}
	return c.d.Env.T(locales.UIConditionsSummary, "Met", met, "NotMet", not, "Open", open)
}
