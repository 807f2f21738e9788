package page

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// confirm asks before something is done. Its buttons are in safe order: the
// first one changes nothing and is the same as Esc.
type Confirm struct {
	Env     *Env
	title   func() string
	body    func(w int) []string
	labels  []locales.ID
	actions []func() Step // behind each button but the first
	buttons *widget.Confirm
	scroll  *widget.Scroll
	w, h    int
}

// confirm puts the button at index value in focus.
func (env *Env) Confirm(title func() string, body func(w int) []string, value int, labels []locales.ID, actions ...func() Step) *Confirm {
	c := &Confirm{Env: env, title: title, body: body, labels: labels, actions: actions, scroll: widget.NewScroll(env.Kit)}
	c.buttons = widget.NewConfirm(env.Kit, func() []string {
		out := make([]string, len(labels))
		for i, id := range labels {
			out[i] = env.T(id)
		}
		return out
	}, value)
	c.buttons.Focus(true)
	return c
}

func (c *Confirm) Title() string { return "" }

func (c *Confirm) Keys() []key.Binding {
	k := c.Env.Keys()
	return append([]key.Binding{k.Choose, k.Back}, c.buttons.Help()...)
}

func (c *Confirm) Update(msg tea.Msg) (Screen, Step) {
	if keys.Is(msg, c.Env.Keys().Back) {
		return c, Pop(1)
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
	return c, Pop(1)
}

func (c *Confirm) View(w, h int) (string, *tea.Cursor) {
	_, least := c.buttons.Height(w)
	text := c.scroll.View(w, max(1, h-least-1), func(w int) []string {
		var lines []string
		for _, l := range widget.Wrap(c.title(), w) {
			lines = append(lines, c.Env.Theme().Title.Render(l))
		}
		return append(append(lines, ""), c.body(w)...)
	})
	c.w, c.h = w, h
	buttons, _ := c.buttons.View(w, least)
	return text + "\n\n" + buttons, nil
}
