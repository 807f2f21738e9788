package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// conditions lists the verdicts, and for the one in focus the reason in
// numbers, what would settle it, and a way out.
type conditions struct {
	d    *desk
	list *widget.List
	w    int
}

// newConditions puts one of them in focus, the first if there is none of that
// name.
func newConditions(d *desk, at model.ConditionID) screen {
	c := &conditions{d: d}
	c.list = widget.NewList(d.env.kit, 1, c.row)
	c.list.SetCount(len(d.assessed))
	c.list.Select(max(0, slices.IndexFunc(d.assessed, func(s model.Assessment) bool { return s.ID == at })))
	return c
}

func (c *conditions) Init() Step    { return c.d.at(string(Conditions), "") }
func (c *conditions) Title() string { return c.d.env.t(locales.UITaskConditions) }

func (c *conditions) Keys() []key.Binding {
	k := c.d.env.keys()
	open := k.Open
	open.SetHelp(open.Help().Key, c.d.env.t(locales.UIConditionsSettle))
	next := k.Next
	next.SetHelp(next.Help().Key, c.d.env.t(locales.UITaskMaterials))
	return []key.Binding{open, next, k.Back, k.Sources, k.Move, k.GoTo}
}

func (c *conditions) at() (model.Assessment, bool) {
	i := c.list.At()
	if i < 0 || i >= len(c.d.assessed) {
		return model.Assessment{}, false
	}
	return c.d.assessed[i], true
}

func (c *conditions) Update(msg tea.Msg) (screen, Step) {
	k := c.d.env.keys()
	s, ok := c.at()
	switch {
	case keys.Is(msg, k.Back):
		return c, pop(1)
	case keys.Is(msg, k.Next):
		return c, openAt(Materials, "")
	case ok && keys.Is(msg, k.Sources, k.Why):
		return c, push(c.d.sourcesOf(partOf(c.d.proc, string(s.ID))))
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case shownMsg:
		c.list.SetCount(len(c.d.assessed))
		return c, c.d.at(string(Conditions), "")
	case tea.MouseClickMsg:
		x, y := c.d.clicked(m, c.w)
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
func (c *conditions) settle(s model.Assessment) Step {
	if q := c.d.settling(s); q != "" {
		if c.d.asks(q) {
			return openAt(Question, string(q))
		}
	}
	return push(c.d.sourcesOf(partOf(c.d.proc, string(s.ID))))
}

func (c *conditions) row(i, w int, focused bool) []string {
	if i >= len(c.d.assessed) {
		return nil
	}
	s, th := c.d.assessed[i], c.d.env.theme()
	style, mark := th.Tone(tone(s))
	if mark == "" {
		mark = th.Mark.Open
	}
	title := th.Text
	if focused {
		title = th.Selected
	}
	verdict := c.d.env.p.Text("term", "verdict", string(s.Verdict))
	return []string{widget.Spread(style.Render(mark)+" "+title.Render(c.d.words().Title("condition", string(s.ID))), style.Render(verdict), w)}
}

// detail explains the condition in focus.
func (c *conditions) detail(w int) []string {
	s, ok := c.at()
	if !ok {
		return nil
	}
	th, words, e := c.d.env.theme(), c.d.words(), c.d.env
	id := string(s.ID)
	var lines []string
	add := func(render func(...string) string, text string) {
		for _, l := range widget.Wrap(text, w) {
			lines = append(lines, render(l))
		}
	}
	add(th.Text.Render, words.Part("condition", id, "rule"))
	style, _ := th.Tone(tone(s))
	add(style.Render, words.Because(s))
	if s.Verdict == model.NotMet {
		for _, way := range s.Ways {
			add(th.Text.Render, words.Way(way))
		}
		add(th.Text.Render, e.t(locales.UIConditionsWay, "Way", words.Part("condition", id, "way")))
	}
	add(th.Dim.Render, e.t(locales.UIConditionsSeverity, "Severity", e.p.Text("term", "severity", string(s.Severity))))
	for _, n := range s.Notes {
		add(th.Dim.Render, words.Text("condition", id, "note."+n.ID))
	}
	if x := words.Explain(partOf(c.d.proc, id), e.Today()); x.Disagree {
		add(th.Warn.Render, th.Mark.Warn+" "+e.t(locales.UIConditionsDisagree))
	}
	return lines
}

func (c *conditions) View(w, h int) (string, *tea.Cursor) {
	c.w = w
	return c.d.page(w, h, Conditions, nil, func(w, h int) (string, *tea.Cursor) {
		th := c.d.env.theme()
		head := []string{th.Title.Render(c.d.env.t(locales.UITaskConditions)) + "  " + th.Dim.Render(c.summary()), ""}
		detail := c.detail(w)
		room := max(3, h-len(head)-len(detail)-1)
		list, _ := c.list.View(w, min(room, c.list.Count()))
		lines := append(head, list, c.d.env.kit.Rule(w))
		return strings.Join(append(lines, detail...), "\n"), nil
	})
}

func (c *conditions) summary() string {
	var met, not, open int
	for _, s := range c.d.assessed {
		switch s.Verdict {
		case model.Met:
			met++
		case model.NotMet:
			not++
		default:
			open++
		}
	}
	return c.d.env.t(locales.UIConditionsSummary, "Met", met, "NotMet", not, "Open", open)
}
