package desk

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A menu is something to read and below it the ways to go on, so that
// everything can be done with arrows and Enter.
type menu struct {
	d     *Desk
	at    Stage
	title func() string
	body  func(w int) []string
	look  func() []Way
	rows  *page.Rows
}

// A Way is one way to go on.
type Way struct {
	Title func() string
	Do    func() page.Step
}

// Row returns the way as a row of a list.
func (way Way) Row(e *page.Env, key string) page.Row {
	return page.Row{Key: key, Open: way.Do, Lines: func(w int, focused bool) []string {
		th := e.Theme()
		style := th.Text
		if focused {
			style = th.Selected
		}
		return []string{th.Mark.Right + " " + style.Render(widget.Cut(way.Title(), max(0, w-2)))}
	}}
}

// Menu makes a page with a text and the ways to go on, on a stage of the task
// list. Look is asked again whenever the application may have changed; where
// there is nothing left to decide it returns nil, and the page is left.
func (d *Desk) Menu(at Stage, title func() string, body func(w int) []string, look func() []Way) page.Screen {
	m := &menu{d: d, at: at, title: title, body: body, look: look, rows: d.Env.Rows(1)}
	m.refresh()
	return m
}

func (m *menu) refresh() {
	var rows []page.Row
	for i, way := range m.look() {
		rows = append(rows, way.Row(m.d.Env, strconv.Itoa(i)))
	}
	m.rows.Set(rows)
}

// Title implements page.Screen.
func (m *menu) Title() string { return m.d.Env.T(stageTitles[m.at]) }

// Bindings implements page.Screen.
func (m *menu) Bindings() []page.Binding {
	k := m.d.Env.Keys()
	return append(append(page.Shown(k.Choose), m.d.Env.Back()), page.Shown(k.Move)...)
}

// Update implements page.Screen.
func (m *menu) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg.(type) {
	case page.ShownMsg, ChangedMsg:
		if m.refresh(); m.rows.Len() == 0 {
			return m, page.Leave(m)
		}
		return m, nil
	}
	step, _ := m.rows.Update(msg)
	return m, step
}

// View implements page.Screen.
func (m *menu) View(w, h int) page.Drawn {
	return m.d.Lay(w, h, m.at, nil, func(w, h int) page.Drawn {
		var lines []string
		for _, l := range widget.Wrap(m.title(), w) {
			lines = append(lines, m.d.Env.Theme().Title.Render(l))
		}
		lines = append(lines, m.body(w)...)
		// The ways to go on scroll, what is to be read does not.
		if room := max(1, h-min(m.rows.Len(), 3)-1); len(lines) > room {
			lines = append(lines[:room-1], m.d.Env.Theme().Mark.Cut)
		}
		lines = append(lines, "")
		return m.rows.Draw(w, h-len(lines)).Under(lines...)
	})
}
