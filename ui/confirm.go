package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
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

// confirm puts the button at index value in focus.
func (env *Env) confirm(title func() string, body func(w int) []string, value int, labels []locales.ID, actions ...func() Step) *confirm {
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
