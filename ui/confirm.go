package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// confirm asks before something is done. Its buttons are in safe order: the
// first one changes nothing and is the same as Esc.
type confirm struct {
	env     *Env
	title   func() string
	body    func(w int) []string
	labels  []locales.ID
	actions []func() Step // behind each button but the first
	buttons *widget.Confirm
	scroll  *widget.Scroll
	w, h    int
}

// newConfirm puts the button at index value in focus.
func newConfirm(env *Env, title func() string, body func(w int) []string, value int, labels []locales.ID, actions ...func() Step) *confirm {
	c := &confirm{env: env, title: title, body: body, labels: labels, actions: actions, scroll: widget.NewScroll(env.kit)}
	c.buttons = widget.NewConfirm(env.kit, func() []string {
		out := make([]string, len(labels))
		for i, id := range labels {
			out[i] = env.t(id)
		}
		return out
	}, value)
	c.buttons.Focus(true)
	return c
}

func (c *confirm) Title() string { return "" }
func (c *confirm) Keys() []key.Binding {
	k := c.env.keys()
	return append([]key.Binding{k.Choose, k.Back}, c.buttons.Help()...)
}

func (c *confirm) Update(msg tea.Msg) (screen, Step) {
	if keys.Is(msg, c.env.keys().Back) {
		return c, pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		_, least := c.buttons.Height(c.w)
		event = c.buttons.Click(m.X, m.Y-(c.h-least))
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		if event = c.buttons.Update(m); event == widget.Ignored {
			c.scroll.Update(m)
		}
	}
	if event != widget.Picked {
		return c, nil
	}
	if i := c.buttons.Value(); i > 0 {
		return c, c.actions[i-1]()
	}
	return c, pop(1)
}

func (c *confirm) View(w, h int) (string, *tea.Cursor) {
	_, least := c.buttons.Height(w)
	text := c.scroll.View(w, max(1, h-least-1), func(w int) []string {
		var lines []string
		for _, l := range widget.Wrap(c.title(), w) {
			lines = append(lines, c.env.theme().Title.Render(l))
		}
		return append(append(lines, ""), c.body(w)...)
	})
	c.w, c.h = w, h
	buttons, _ := c.buttons.View(w, least)
	return text + "\n\n" + buttons, nil
}

// newRemoval asks before a row of a list goes.
func newRemoval(list *entries, e model.Entry) screen {
	d := list.d
	changed := d.app.Clone()
	var left model.Entries
	for _, x := range list.values() {
		if x.ID != e.ID {
			left = append(left, x.Without(e.ID))
		}
	}
	if left == nil {
		left = model.Entries{}
	}
	err := changed.Answer(d.proc, list.q.ID, left)
	if err == nil && len(model.Leaving(d.proc, &d.app, &changed)) > 0 {
		return newDeparture(list, e, changed)
	}
	diff := model.Differ(d.proc, &d.app, &changed)
	title := func() string {
		return d.env.t(locales.UIRemoveTitle, "Name", legible.Line(e.Text("name")))
	}
	body := func(w int) []string { return d.difference(diff, w) }
	return newConfirm(d.env, title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonRemove}, func() Step {
		if err != nil {
			return warn(d.refusal(list.q.ID, err))
		}
		return Steps(d.commit(changed), pop(1))
	})
}

// newNone asks whether an empty list means that there is none.
func newNone(list *entries) screen {
	d := list.d
	title := func() string { return d.env.t(locales.UINoneTitle, "Question", d.words().Question(list.q.ID)) }
	body := func(w int) []string { return widget.Wrap(d.env.t(locales.UINoneBody), w) }
	return newConfirm(d.env, title, body, 0, []locales.ID{locales.UIButtonBack, locales.UIButtonNone}, func() Step {
		changed := d.app.Clone()
		if err := changed.Answer(d.proc, list.q.ID, model.Entries{}); err != nil {
			return warn(d.refusal(list.q.ID, err))
		}
		return list.take(list.page, changed, nil, 2)
	})
}

// difference says what a change does, in lines.
func (d *desk) difference(diff model.Difference, w int) []string {
	th, words, e := d.env.theme(), d.words(), d.env
	var lines []string
	add := func(mark, text string) {
		for i, l := range widget.Wrap(text, w-2) {
			if i > 0 {
				mark = strings.Repeat(" ", widget.Width(mark))
			}
			lines = append(lines, mark+" "+l)
		}
	}
	if diff.After != diff.Before && diff.After != nil {
		add(th.Mark.Warn, e.t(locales.UIImpactAuthority, "Authority", words.Authority(diff.After, &d.app)))
	}
	for _, r := range diff.Requirements {
		add(th.Mark.Warn, e.t(locales.UIImpactRequirement, "Condition", words.Title("condition", string(r.Condition.ID)),
			"Before", words.Bound(r.Before[0]), "After", words.Bound(r.After[0])))
	}
	for _, v := range diff.Verdicts {
		if v.Before != "" && v.After != "" {
			add(th.Mark.Quiet, e.t(locales.UIImpactVerdict, "Condition", words.Title("condition", string(v.Condition.ID)),
				"Before", e.p.Text("term", "verdict", string(v.Before)), "After", e.p.Text("term", "verdict", string(v.After))))
		}
	}
	for _, r := range diff.Added {
		add(th.Good.Render("+"), e.t(locales.UIImpactAdded, "Material", words.Row(r)))
	}
	for _, r := range diff.Removed {
		add(th.Bad.Render("−"), e.t(locales.UIImpactRemoved, "Material", words.Row(r)))
	}
	for _, q := range diff.Dropped {
		add(th.Mark.Quiet, e.t(locales.UIImpactDropped, "Question", words.Question(q)))
	}
	if len(lines) == 0 {
		lines = append(lines, e.t(locales.UIImpactNothing))
	}
	if len(diff.Dropped) > 0 || diff.RemovedWithStatus > 0 {
		lines = append(lines, "")
		lines = append(lines, widget.Wrap(e.t(locales.UIImpactKept), w)...)
	}
	return lines
}
