// Package theme says how things look: a dozen named styles, the marks, and the
// lines that boxes are drawn with.
//
// Screens never name a colour. They ask for what a text means (Title, Dim,
// Warn) and New answers for a dark or a light background, with colour or
// without. Meaning never rests on colour alone: whatever is good or bad also
// carries a mark, whatever is chosen also carries a bar or brackets, and
// without colour there is bold, underline and reverse and nothing else.
//
//	t := theme.New(dark, color)
//	t.Title.Render(title)
//	t.Say(theme.Bad, message) // ✗ message, in red
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// A Theme is a look: pass it by value.
type Theme struct {
	Dark  bool // for a dark background
	Color bool // colours may be used
	ASCII bool // see Plain

	Text   lipgloss.Style // the body
	Title  lipgloss.Style // headings, labels of the field in focus
	Label  lipgloss.Style // labels of the other fields
	Dim    lipgloss.Style // what may be overlooked: hints, explanations
	Accent lipgloss.Style // what the eye should find first
	Good   lipgloss.Style
	Warn   lipgloss.Style
	Bad    lipgloss.Style
	Link   lipgloss.Style // addresses, and what Enter leads to

	Selected lipgloss.Style // the row under the hand; always with Mark.Here
	Bar      lipgloss.Style // the full part of a progress bar, and Mark.Here
	Rule     lipgloss.Style // lines between parts, borders out of focus
	Focus    lipgloss.Style // borders of the field in focus
	Key      lipgloss.Style // a key's name in the help line
	KeyWord  lipgloss.Style // what the key does

	Button        lipgloss.Style
	ButtonFocused lipgloss.Style // always with brackets too

	Mark Marks
	Line lipgloss.Border
}

// A palette holds the colours of one background. Every one of them has a
// contrast of at least 4.5:1 to it, rule apart, which is decoration.
type palette struct {
	text, dim, accent, good, warn, bad, rule color.Color
}

var (
	onDark = palette{
		text: hex("#DEE3EA"), dim: hex("#98A2B3"), accent: hex("#6CB6FF"),
		good: hex("#7BC99A"), warn: hex("#E5B567"), bad: hex("#FF8A80"), rule: hex("#4B5563"),
	}
	onLight = palette{
		text: hex("#1F2933"), dim: hex("#5B6675"), accent: hex("#0B5CAD"),
		good: hex("#1E6B3C"), warn: hex("#8A5200"), bad: hex("#B3261E"), rule: hex("#B6BFCA"),
	}
)

func hex(s string) color.Color { return lipgloss.Color(s) }

// New returns the look for a dark or a light background. Without color there
// are no colours, only bold, underline and reverse.
func New(dark, color bool) Theme {
	t := Theme{Dark: dark, Color: color, Mark: unicodeMarks, Line: lipgloss.NormalBorder()}
	s, bold := lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true)
	if !color {
		t.Text, t.Label, t.Dim, t.Rule, t.KeyWord, t.Button, t.Bar = s, s, s, s, s, s, s
		t.Title, t.Accent, t.Selected, t.Focus, t.Key = bold, bold, bold, bold, bold
		t.Good, t.Warn, t.Bad = s, bold, bold
		t.Link = s.Underline(true)
		t.ButtonFocused = bold.Reverse(true)
		return t
	}
	p := onLight
	if dark {
		p = onDark
	}
	// Body text keeps the terminal's own colour: people chose it to read well.
	t.Text, t.Label, t.Title = s, s, bold
	t.Dim, t.KeyWord, t.Button = s.Foreground(p.dim), s.Foreground(p.dim), s.Foreground(p.text)
	t.Accent, t.Link = s.Foreground(p.accent), s.Foreground(p.accent).Underline(true)
	t.Good, t.Warn, t.Bad = s.Foreground(p.good), s.Foreground(p.warn), s.Foreground(p.bad)
	t.Selected, t.Bar = bold.Foreground(p.accent), s.Foreground(p.accent)
	t.Rule, t.Focus = s.Foreground(p.rule), s.Foreground(p.accent)
	t.Key, t.ButtonFocused = s.Foreground(p.text), bold.Foreground(p.accent)
	return t
}

// Row returns the style of a row's title, which tells the row in focus.
func (t *Theme) Row(focused bool) lipgloss.Style {
	if focused {
		return t.Selected
	}
	return t.Text
}

// Plain returns the same look with marks and lines in ASCII, for terminals
// that lack the characters or draw them two cells wide.
func (t Theme) Plain() Theme {
	t.ASCII, t.Mark, t.Line = true, asciiMarks, lipgloss.ASCIIBorder()
	return t
}
