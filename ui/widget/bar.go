package widget

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
)

// Rule is a line of w cells across the page.
func (k *Kit) Rule(w int) string {
	return k.Theme.Rule.Render(strings.Repeat(k.Theme.Line.Top, max(0, w)))
}

// Wall is the gap for Columns with a line in it: three cells.
func (k *Kit) Wall() string { return " " + k.Theme.Rule.Render(k.Theme.Line.Left) + " " }

// Bar is progress in exactly w cells: ███████░░░ 14/21. The numbers have at
// least five cells, so that bars under each other are of equal length. Where
// the bar would have less than three cells there are only numbers.
func (k *Kit) Bar(done, total, w int) string {
	done = clamp(done, 0, total)
	label := fmt.Sprintf("%-5s", fmt.Sprintf("%d/%d", done, total))
	n := w - Width(label) - 1
	if n < 3 {
		return Pad(strings.TrimRight(label, " "), w)
	}
	full := 0
	if total > 0 {
		full = n * done / total
		if done > 0 {
			full = max(1, full) // begun is more than nothing
		}
	}
	t := &k.Theme
	return t.Bar.Render(strings.Repeat(t.Mark.Full, full)) +
		t.Dim.Render(strings.Repeat(t.Mark.Empty, n-full)) + " " + label
}

// HelpLine is the keys that work here in exactly w cells: whole entries only,
// the first ones first. Bindings that are disabled or have no help word are
// left out, and so is a key that was there already.
func (k *Kit) HelpLine(w int, bindings ...key.Binding) string {
	var b strings.Builder
	used, seen := 0, map[string]bool{}
	for _, binding := range bindings {
		h := binding.Help()
		if !binding.Enabled() || h.Desc == "" || seen[h.Key] {
			continue
		}
		n := Width(h.Key) + 1 + Width(h.Desc)
		if used > 0 {
			n += 2
		}
		if used+n > w {
			continue // a shorter one may still fit
		}
		if used > 0 {
			b.WriteString("  ")
		}
		b.WriteString(k.Theme.Key.Render(h.Key) + " " + k.Theme.KeyWord.Render(h.Desc))
		used, seen[h.Key] = used+n, true
	}
	return Pad(b.String(), max(0, w))
}

// Box draws a border around text, w×h cells in all; inside are w-4 × h-2.
// It needs w ≥ 4 and h ≥ 2 and is the text alone otherwise.
func (k *Kit) Box(text string, w, h int, focused bool) string {
	if w < 4 || h < 2 {
		return Fit(text, w, h)
	}
	style, line := k.Theme.Rule, k.Theme.Line
	if focused {
		style = k.Theme.Focus
	}
	edge := func(left, right string) string {
		return style.Render(left + strings.Repeat(line.Top, w-2) + right)
	}
	lines := []string{edge(line.TopLeft, line.TopRight)}
	if h > 2 {
		for _, l := range strings.Split(Fit(text, w-4, h-2), "\n") {
			lines = append(lines, style.Render(line.Left)+" "+l+" "+style.Render(line.Right))
		}
	}
	return strings.Join(append(lines, edge(line.BottomLeft, line.BottomRight)), "\n")
}
