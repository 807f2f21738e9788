package desk

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// How an application's screen is divided, by the width of the window less its
// margins: the task list on the left, the body, and beside it why it is asked.
const (
	ThreeColumns = 108
	TwoColumns   = 78
	tasksWidth   = 27
	asideWidth   = 32
	asideNarrow  = 26
	gap          = 3 // between columns
)

// Lay lays out a screen of an application: the body, with the task list beside
// or above it, and the explanations where there is room.
func (d *Desk) Lay(w, h int, at Stage, aside []string, body func(w, h int) page.Drawn) page.Drawn {
	kit := d.Env.Kit
	switch {
	case w >= ThreeColumns:
		side := 0
		if len(aside) > 0 {
			side = asideWidth
		}
		bw := w - tasksWidth - gap
		if side > 0 {
			bw -= side + gap
		}
		drawn := body(bw, h)
		columns := []widget.Column{{Text: strings.Join(d.tasks(tasksWidth, at), "\n"), Width: tasksWidth}, {Text: drawn.Text, Width: bw}, {Text: d.Beside(aside, side, h), Width: side}}
		drawn = drawn.Shift(tasksWidth+gap, 0)
		drawn.Text = widget.Columns(h, kit.Wall(), columns...)
		return drawn
	case w >= TwoColumns && len(aside) > 0:
		bw := w - asideNarrow - gap
		drawn := body(bw, h-2)
		drawn.Text = widget.Columns(h-2, kit.Wall(), widget.Column{Text: drawn.Text, Width: bw}, widget.Column{Text: d.Beside(aside, asideNarrow, h-2), Width: asideNarrow})
		return drawn.Under(d.strip(w, at), "")
	}
	return body(w, h-2).Under(d.strip(w, at), "")
}

// Beside makes the column of explanations. What does not fit is on the page that
// F1 opens, and the last line says so.
func (d *Desk) Beside(paragraphs []string, w, h int) string {
	lines := widget.WrapAll(paragraphs, w)
	if len(lines) > h && h > 1 {
		why := d.Env.Keys().Why.Help()
		more := d.Env.Theme().Mark.Cut + " " + d.Env.T(locales.UIAppMore, "Key", why.Key)
		lines = append(lines[:h-1], d.Env.Theme().Dim.Render(more))
	}
	return strings.Join(lines, "\n")
}
