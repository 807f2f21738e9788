package theme

import (
	"image/color"
	"math"
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c color.Color) float64 {
	lin := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func TestContrast(t *testing.T) {
	for name, c := range map[string]struct {
		p  palette
		bg color.Color
	}{"dark": {onDark, hex("#1E1E1E")}, "light": {onLight, hex("#FFFFFF")}} {
		for i, fg := range []color.Color{c.p.text, c.p.dim, c.p.accent, c.p.good, c.p.warn, c.p.bad} {
			a, b := luminance(fg), luminance(c.bg)
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
				t.Errorf("%s colour %d: contrast %.1f", name, i, ratio)
			}
		}
	}
}

func TestNoColour(t *testing.T) {
	v := reflect.ValueOf(New(true, false))
	for i := range v.NumField() {
		if s, ok := v.Field(i).Interface().(lipgloss.Style); ok {
			if out := s.Render("x"); strings.Contains(out, "[3") || strings.Contains(out, ";3") {
				t.Errorf("%s: colour in %q", v.Type().Field(i).Name, out)
			}
		}
	}
}

func TestMarks(t *testing.T) {
	for _, th := range []Theme{New(false, true), New(false, true).Plain()} {
		v := reflect.ValueOf(th.Mark)
		for i := range v.NumField() {
			name, mark := v.Type().Field(i).Name, v.Field(i).String()
			if mark == "" {
				t.Errorf("%s is missing", name)
			}
			if w := lipgloss.Width(mark); w != 1 && !strings.Contains("On Off Tick Box", name) {
				t.Errorf("%s %q is %d cells wide", name, mark, w)
			}
			if th.ASCII && strings.ContainsFunc(mark, func(r rune) bool { return r > '~' }) {
				t.Errorf("%s %q is not ASCII", name, mark)
			}
		}
	}
}

func TestSay(t *testing.T) {
	th := New(true, false)
	for tone, want := range map[Tone]string{Neutral: "x", Good: "✓ x", Warn: "! x", Bad: "✗ x"} {
		if got := th.Say(tone, "x"); !strings.Contains(got, want) {
			t.Errorf("%d: %q", tone, got)
		}
	}
}
