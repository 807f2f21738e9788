package page

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A Confirm asks before something is done. Its buttons are in safe order: the
// first one changes nothing and is the same as Esc.
type Confirm struct {
	env     *Env
	title   func() string
	body    func(w int) []string
	actions []func() Step // behind each button but the first
	buttons *widget.Confirm
	scroll  *widget.Scroll
}

// Confirm makes a question with buttons, of which the one at index value is in
// focus. Labels name the buttons, actions are behind all but the first.
func (e *Env) Confirm(title func() string, body func(w int) []string, value int, labels []locales.ID, actions ...func() Step) *Confirm {
	c := &Confirm{env: e, title: title, body: body, actions: actions, scroll: widget.NewScroll(e.Kit)}
	c.buttons = widget.NewConfirm(e.Kit, func() []string {
		out := make([]string, len(labels))
		for i, id := range labels {
			out[i] = e.T(id)
		}
		return out
	}, value)
	c.buttons.Focus(true)
	return c
}

// Title implements Screen.
func (c *Confirm) Title() string { return "" }

// Bindings implements Screen.
func (c *Confirm) Bindings() []Binding {
	return append(append(Shown(c.env.Keys().Choose), c.env.Back()), Shown(c.buttons.Help()...)...)
}

// Update implements Screen.
func (c *Confirm) Update(msg tea.Msg) (Screen, Step) {
	event := widget.Ignored
	switch m := msg.(type) {
	case widget.ClickMsg:
		event = m.Do()
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
	return c, Pop()
}

// View implements Screen.
func (c *Confirm) View(w, h int) Drawn {
	_, least := c.buttons.Height(w)
	room := max(1, h-least-1)
	text := c.scroll.View(w, room, func(w int) []string {
		var lines []string
		for _, l := range widget.Wrap(c.title(), w) {
			lines = append(lines, c.env.Theme().Title.Render(l))
		}
		return append(append(lines, ""), c.body(w)...)
	})
	return widget.Draw(c.buttons, w, least).Under(text, "")
}
