package page

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/xuke-cli/xuke/locales"
)

// english is what pages stand on in tests: the real words and keys, and no
// colours.
func english(t *testing.T) *Env {
	t.Helper()
	e := &Env{
		Printers: func(l locales.Lang) (*locales.Printer, error) { return locales.New(l) },
		Failure:  func(_ *locales.Printer, err error) string { return err.Error() },
	}
	if err := e.Speak(locales.EN); err != nil {
		t.Fatal(err)
	}
	e.Dress(true)
	return e
}

var (
	enter = tea.KeyPressMsg{Code: tea.KeyEnter}
	esc   = tea.KeyPressMsg{Code: tea.KeyEscape}
	right = tea.KeyPressMsg{Code: tea.KeyRight}
	down  = tea.KeyPressMsg{Code: tea.KeyDown}
)

// press gives a screen a key as the shell does: first to its bindings.
func press(s Screen, msg tea.Msg) Step {
	if step, ok := Press(s.Bindings(), msg); ok {
		return step
	}
	_, step := s.Update(msg)
	return step
}

// typeIn gives a screen a text letter by letter.
func typeIn(s Screen, text string) {
	for _, r := range text {
		s.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// click clicks on the first place where a text stands, and reports whether
// anything is there to be clicked.
func click(s Screen, text string) (Step, bool) {
	drawn := s.View(80, 24)
	for y, line := range strings.Split(ansi.Strip(drawn.Text), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			if on, ok := drawn.Hit(ansi.StringWidth(before), y); ok {
				_, step := s.Update(on)
				return step, true
			}
		}
	}
	return nil, false
}

// said is a step with a notice in it.
func said(text string) Step { return Step{NoticeMsg{Text: text}} }

// same reports whether steps say the same.
func same(a, b Step) bool { return slices.Equal(a, b) }

// on is a screen as text.
func on(s Screen) string { return ansi.Strip(s.View(80, 24).Text) }

// keyPress is the press of a key by its name.
func keyPress(name string) tea.KeyPressMsg {
	switch name {
	case "enter":
		return enter
	case "esc":
		return esc
	case "f1":
		return tea.KeyPressMsg{Code: tea.KeyF1}
	case "f4":
		return tea.KeyPressMsg{Code: tea.KeyF4}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}
