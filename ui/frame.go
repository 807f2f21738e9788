package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/widget"
)

// The least window in which a screen can be used. Below, one line says so and
// the program goes on.
const (
	leastWidth  = 40
	leastHeight = 12
)

// The lines above and below a screen's body.
const (
	above = 2 // title, rule
	below = 2 // rule or notice, keys
)

// View composes the frame and places the cursor.
func (s Shell) View() tea.View {
	text, cursor := s.frame()
	v := tea.NewView(text)
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.Cursor = cursor
	v.WindowTitle = s.env.t(locales.UIAppName)
	return v
}

// frame is exactly w×h cells.
func (s Shell) frame() (string, *tea.Cursor) {
	switch {
	case s.w < 1 || s.h < 1:
		return "", nil
	case s.w < leastWidth || s.h < leastHeight:
		lines := widget.Wrap(s.env.t(locales.UIAppSmall, "W", leastWidth, "H", leastHeight), s.w)
		return widget.FitLines(lines, s.w, s.h), nil
	}
	body, cursor := s.top().View(s.w-2, s.h-above-below)
	lines := []string{s.titleLine(), s.env.kit.Rule(s.w)}
	for _, l := range strings.Split(widget.Fit(body, s.w-2, s.h-above-below), "\n") {
		lines = append(lines, " "+l+" ")
	}
	lines = append(lines, s.noteLine(), s.helpLine())
	return widget.FitLines(lines, s.w, s.h), widget.Shift(cursor, 1, above)
}

// inBody moves the mouse to the coordinates of the body.
func (s Shell) inBody(msg tea.Msg) tea.Msg {
	if m, ok := msg.(tea.MouseClickMsg); ok {
		m.X, m.Y = m.X-1, m.Y-above
		return m
	}
	return msg
}

// titleLine says where one is, and that saved is not submitted.
func (s Shell) titleLine() string {
	th := s.env.theme()
	path := []string{s.env.t(locales.UIAppName)}
	right := th.Dim.Render(s.env.t(locales.UIAppLanguage))
	if d := s.desk(); d != nil {
		path = append(path, legible.Line(d.app.Title))
		right = d.status(s.w < threeColumns) + th.Dim.Render(" · ") + right
	}
	if t := s.top().Title(); t != "" {
		path = append(path, t)
	}
	// What is too long for the line goes from the left: where one is matters
	// more than the name of the program.
	room := s.w - 4 - widget.Width(right)
	if len(path) > 2 && widget.Width(strings.Join(path, " › ")) > room {
		path = path[1:]
	}
	if over := widget.Width(strings.Join(path, " › ")) - room; len(path) > 1 && over > 0 {
		if path[0] = widget.Cut(path[0], widget.Width(path[0])-over); widget.Width(path[0]) < 6 {
			path = path[1:]
		}
	}
	for i, p := range path {
		if i < len(path)-1 {
			path[i] = th.Dim.Render(p)
		} else {
			path[i] = th.Title.Render(p)
		}
	}
	return " " + widget.Spread(strings.Join(path, th.Dim.Render(" "+th.Mark.Right+" ")), right, s.w-2) + " "
}

// noteLine is a rule, or one line that wants to be read.
func (s Shell) noteLine() string {
	th := s.env.theme()
	if d := s.desk(); d != nil && d.err != nil {
		return " " + th.Bad.Render(widget.Cut(th.Mark.Bad+" "+s.env.failure(d.err), s.w-2))
	}
	if s.note.text == "" {
		if d := s.desk(); d != nil && d.working() {
			return " " + th.Accent.Render(d.filingLine(s.w-2))
		}
		return s.env.kit.Rule(s.w)
	}
	style, mark := th.Good, th.Mark.Done
	if s.note.bad {
		style, mark = th.Warn, th.Mark.Warn
	}
	return " " + style.Render(widget.Cut(mark+" "+s.note.text, s.w-2))
}

func (s Shell) helpLine() string {
	m := s.env.keys().When(s.top().Typing())
	return " " + s.env.kit.HelpLine(s.w-2, append(s.top().Keys(), m.Language, m.Quit)...) + " "
}
