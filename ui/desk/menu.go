package desk

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A menu is something to read and below it the ways to go on, so that
// everything can be done with arrows and Enter.
type menu struct {
	d      *Desk
	title  func() string
	body   func(w int) []string
	look   func() []Way // nil where there is nothing left to decide
	ways   []Way
	list   *widget.List
	w, top int // as drawn last, for clicks
}

// A way is one thing to do.
type Way struct {
	Title func() string
	Do    func() page.Step
}

func (d *Desk) Menu(title func() string, body func(w int) []string, look func() []Way) page.Screen {
	m := &menu{d: d, title: title, body: body, look: look}
	m.list = widget.NewList(d.Env.Kit, 1, m.row)
	m.refresh()
	return m
}

func (m *menu) refresh() {
	m.ways = m.look()
	m.list.SetCount(len(m.ways))
}

func (m *menu) Title() string { return m.d.Env.T(locales.UITaskMaterials) }

func (m *menu) Keys() []key.Binding {
	k := m.d.Env.Keys()
	return []key.Binding{k.Choose, k.Back, k.Move}
}

func (m *menu) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, m.d.Env.Keys().Back) {
		return m, page.Pop(1)
	}
	event := widget.Ignored
	switch msg := msg.(type) {
	case page.ShownMsg, page.ChangedDeskMsg:
		if m.refresh(); len(m.ways) == 0 {
			return m, page.Pop(1)
		}
	case tea.MouseClickMsg:
		x, y := m.d.Clicked(msg, m.w)
		event = m.list.Click(x, y-m.top)
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		event = m.list.Update(msg)
	}
	if at := m.list.At(); event == widget.Picked && at >= 0 {
		return m, m.ways[at].Do()
	}
	return m, nil
}

func (m *menu) row(i, w int, focused bool) []string {
	th := m.d.Env.Theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	return []string{th.Mark.Right + " " + style.Render(widget.Cut(m.ways[i].Title(), max(0, w-2)))}
}

func (m *menu) View(w, h int) (string, *tea.Cursor) {
	m.w = w
	return m.d.Page(w, h, Materials, nil, func(w, h int) (string, *tea.Cursor) {
		var lines []string
		for _, l := range widget.Wrap(m.title(), w) {
			lines = append(lines, m.d.Env.Theme().Title.Render(l))
		}
		lines = append(lines, m.body(w)...)
		// The ways to go on scroll, what is to be read does not.
		if room := max(1, h-min(len(m.ways), 3)-1); len(lines) > room {
			lines = append(lines[:room-1], m.d.Env.Theme().Mark.Cut)
		}
		lines = append(lines, "")
		m.top = len(lines)
		list, _ := m.list.View(w, max(1, h-m.top))
		return strings.Join(append(lines, list), "\n"), nil
	})
}
