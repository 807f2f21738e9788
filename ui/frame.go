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

// The smallest window in which a screen can be used. In a smaller one a line says
// so, and the program goes on.
const (
	leastWidth  = 40
	leastHeight = 12
)

// What stands around the body of a screen: lines above and below it, cells on
// either side.
const (
	above  = 2 // title, rule
	below  = 2 // rule or notice, keys
	beside = 1
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
	w, h := s.body()
	body := s.top().View(w, h)
	lines := []string{s.titleLine(), s.env.Kit.Rule(s.w)}
	for _, l := range strings.Split(widget.Fit(body.Text, w, h), "\n") {
		lines = append(lines, " "+l+" ")
	}
	lines = append(append(lines, notes...), s.helpLine())
	return widget.FitLines(lines, s.w, s.h), widget.Shift(body.Cursor, beside, above)
}

// body is the size of the screen's part of the frame.
func (s Shell) body() (w, h int) {
	return s.w - 2*beside, s.h - above - below - (len(s.noteLines()) - 1)
}

// titleLine says where the user is, and that saved is not submitted.
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
	// A line that is too long loses its left end: where the user is matters more
	// than the name of the program.
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

// mostNoteLines is how many lines a notice takes from the screen at most.
const mostNoteLines = 3

// noteLines are a rule, or a notice in its place. A long notice is shown to its
// end where there is room: a path or what to do next often stands last.
func (s Shell) noteLines() []string {
	th := s.env.Theme()
	style, text := th.Good, th.Mark.Done+" "+s.note.Text
	d := s.open
	switch {
	case d != nil && d.Failed() != nil:
		style, text = th.Bad, th.Mark.Bad+" "+s.env.Fail(d.Failed())
	case s.note.Text == "" && d != nil && d.Working():
		return []string{" " + th.Accent.Render(d.FilingLine(s.w-2))}
	case s.note.Text == "":
		return []string{s.env.Kit.Rule(s.w)}
	case s.note.Bad:
		style, text = th.Warn, th.Mark.Warn+" "+s.note.Text
	}
	lines := widget.Wrap(text, s.w-2)
	if len(lines) > mostNoteLines {
		lines = append(lines[:mostNoteLines-1], widget.Cut(strings.Join(lines[mostNoteLines-1:], ""), s.w-2))
	}
	for i, l := range lines {
		lines[i] = " " + style.Render(l)
	}
	return lines
}

func (s Shell) helpLine() string {
	m := s.env.Keys().When(s.typing())
	return " " + s.env.Kit.HelpLine(s.w-2, append(page.Help(s.top().Bindings()), m.Language, m.Quit)...) + " "
}
