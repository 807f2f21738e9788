package uitest

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Frame is what the shell draws, and where the cursor stands.
func (s *Session) Frame() (string, *tea.Cursor) {
	v := s.Shell.View()
	return v.Content, v.Cursor
}

// Screen is what is shown, without styles, and without blanks at the ends.
func (s *Session) Screen() string {
	text, _ := s.Frame()
	lines := strings.Split(ansi.Strip(text), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Sees fails unless the screen shows all of the texts.
func (s *Session) Sees(texts ...string) {
	s.t.Helper()
	shown := s.Screen()
	for _, want := range texts {
		if !strings.Contains(shown, want) {
			s.t.Fatalf("no %q on:\n%s", want, shown)
		}
	}
}

// Hidden fails if the screen shows any of the texts.
func (s *Session) Hidden(texts ...string) {
	s.t.Helper()
	for _, text := range texts {
		if shown := s.Screen(); strings.Contains(shown, text) {
			s.t.Fatalf("%q on:\n%s", text, shown)
		}
	}
}

// Click clicks on the first place where a text stands on the screen.
func (s *Session) Click(text string) {
	s.t.Helper()
	for y, line := range strings.Split(s.Screen(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			s.Send(tea.MouseClickMsg{X: ansi.StringWidth(before), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	s.t.Fatalf("no %q to click on:\n%s", text, s.Screen())
}

// Fits fails unless the frame is exactly as large as the window and the cursor
// inside.
func (s *Session) Fits() {
	s.t.Helper()
	text, cursor := s.Frame()
	w, h := s.W, s.H
	if w < 1 || h < 1 {
		return
	}
	lines := strings.Split(text, "\n")
	if len(lines) != h {
		s.t.Fatalf("%dx%d: %d lines:\n%s", w, h, len(lines), text)
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got != w || !utf8.ValidString(l) {
			s.t.Fatalf("%dx%d: line %d has %d cells: %q", w, h, i, got, l)
		}
	}
	if cursor != nil && (cursor.X < 0 || cursor.X >= w || cursor.Y < 0 || cursor.Y >= h) {
		s.t.Fatalf("%dx%d: cursor at %d,%d", w, h, cursor.X, cursor.Y)
	}
}

// Harmless fails if anything is on the screen that a terminal would act upon,
// apart from the colours that a theme sets.
func (s *Session) Harmless() {
	s.t.Helper()
	text, _ := s.Frame()
	for _, r := range ansi.Strip(text) {
		switch {
		case r == '\n':
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff:
			s.t.Fatalf("%U reaches the terminal", r)
		}
	}
	var state byte
	for rest := text; len(rest) > 0; {
		seq, width, n, next := ansi.DecodeSequence(rest, state, nil)
		if width == 0 && len(seq) > 1 && seq[0] == 0x1b && !strings.HasSuffix(seq, "m") {
			s.t.Fatalf("%q reaches the terminal", seq)
		}
		state, rest = next, rest[n:]
	}
}
