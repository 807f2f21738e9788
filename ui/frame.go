package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
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
	v.WindowTitle = s.env.T(locales.UIAppName)
	return v
}

// frame is exactly w×h cells.
func (s Shell) frame() (string, *tea.Cursor) {
	switch {
	case s.w < 1 || s.h < 1:
		return "", nil
	case s.w < leastWidth || s.h < leastHeight:
		lines := widget.Wrap(s.env.T(locales.UIAppSmall, "W", leastWidth, "H", leastHeight), s.w)
		return widget.FitLines(lines, s.w, s.h), nil
	}
	notes := s.noteLines()
	wide, high := s.body()
	body, cursor := s.draw(wide, high)
	lines := []string{s.titleLine(), s.env.Kit.Rule(s.w)}
	for _, l := range strings.Split(widget.Fit(body, s.w-2, high), "\n") {
		lines = append(lines, " "+l+" ")
	}
	lines = append(append(lines, notes...), s.helpLine())
	return widget.FitLines(lines, s.w, s.h), widget.Shift(cursor, 1, above)
}

// body is the size of the screen's part of the frame.
func (s Shell) body() (w, h int) {
	return s.w - 2, s.h - above - below - (len(s.noteLines()) - 1)
}

// draw draws the top screen.
func (s Shell) draw(w, h int) (string, *tea.Cursor) {
	switch sc := s.top().(type) {
	case interface{ View(w, h int) page.Drawn }:
		drawn := sc.View(w, h)
		return drawn.Text, drawn.Cursor
	case interface {
		View(w, h int) (string, *tea.Cursor)
	}:
		return sc.View(w, h)
	}
	return "", nil
}

// titleLine says where one is, and that saved is not submitted.
func (s Shell) titleLine() string {
	th := s.env.Theme()
	path := []string{s.env.T(locales.UIAppName)}
	right := th.Dim.Render(s.env.T(locales.UIAppLanguage))
	if d := s.open; d != nil {
		path = append(path, legible.Line(d.App.Title))
		right = d.Status(s.w < desk.ThreeColumns) + th.Dim.Render(" · ") + right
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

// The most lines that a notice takes from the screen.
const noticed = 3

// noteLines is a rule, or what wants to be read, to its end: a path or what to
// do next often stands last.
func (s Shell) noteLines() []string {
	th := s.env.Theme()
	style, text := th.Good, th.Mark.Done+" "+s.note.Text
	d := s.open
	switch {
	case d != nil && d.Err != nil:
		style, text = th.Bad, th.Mark.Bad+" "+s.env.Fail(d.Err)
	case s.note.Text == "" && d != nil && d.Working():
		return []string{" " + th.Accent.Render(d.FilingLine(s.w-2))}
	case s.note.Text == "":
		return []string{s.env.Kit.Rule(s.w)}
	case s.note.Bad:
		style, text = th.Warn, th.Mark.Warn+" "+s.note.Text
	}
	lines := widget.Wrap(text, s.w-2)
	if len(lines) > noticed {
		lines = append(lines[:noticed-1], widget.Cut(strings.Join(lines[noticed-1:], ""), s.w-2))
	}
	for i, l := range lines {
		lines[i] = " " + style.Render(l)
	}
	return lines
}

func (s Shell) helpLine() string {
	m := s.env.Keys().When(s.typing())
	return " " + s.env.Kit.HelpLine(s.w-2, append(page.Help(s.bindings()), m.Language, m.Quit)...) + " "
}
