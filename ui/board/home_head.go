package board

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// headHeight is the number of lines above the list: the totals, what narrows
// the list, a blank one.
const headHeight = 3

// head says how many applications there are and what is urgent, and below that
// which of them are listed, and in which order.
func (h *home) head(w int) widget.Drawn {
	return h.narrowing(w).Under(widget.Cut(h.sums(w), w))
}

// sums are the totals of everything that is worked on. Where there is not room
// for all of them, the urgent ones stay.
func (h *home) sums(w int) string {
	const (
		all = iota
		mine
		officials
		client
		soon
		overdue
	)
	th, t := h.env.Theme(), h.totals
	parts := make([]string, overdue+1)
	parts[all] = th.Label.Render(h.env.T(locales.UIBoardTotal, "Count", t.Live))
	for i, who := range map[int]model.Turn{mine: model.Applicant, officials: model.Officials, client: model.Client} {
		if t.Turn[who] > 0 {
			parts[i] = h.env.T(locales.ID("ui.board.turn."+string(who)), "Count", t.Turn[who])
		}
	}
	if t.Soon > 0 {
		parts[soon] = th.Say(theme.Warn, h.env.T(locales.UIBoardSoon, "Count", t.Soon, "Days", model.SoonDays))
	}
	if t.Overdue > 0 {
		parts[overdue] = th.Say(theme.Bad, h.env.T(locales.UIBoardOverdue, "Count", t.Overdue))
	}
	const gap = "   "
	room := w + len(gap)
	for _, i := range []int{all, overdue, soon, mine, officials, client} {
		if n := widget.Width(parts[i]) + len(gap); n > room {
			parts[i] = ""
		} else if parts[i] != "" {
			room -= n
		}
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), gap)
}

// narrowing is the search line, or the chips of what narrows the list, and on
// its right how many applications that leaves, and their order.
func (h *home) narrowing(w int) widget.Drawn {
	right := h.env.T(locales.ID("ui.board.sort." + string(h.query.Sort)))
	if h.narrowed() {
		right = h.env.T(locales.UIBoardFound, "Count", h.total) + " · " + right
	}
	right = h.env.Theme().Dim.Render(right)
	chips := strings.Join(h.chips(), " ")
	if !h.searching {
		return widget.DrawLines(widget.Spread(chips, right, w))
	}
	label := h.env.T(locales.UIHomeSearch) + " "
	if chips != "" {
		label = chips + " " + label
	}
	if label, right = widget.Cut(label, w/2), " "+right; w-widget.Width(label)-widget.Width(right) < 10 {
		right = ""
	}
	line := widget.Draw(h.search, max(1, w-widget.Width(label)-widget.Width(right)), 1).Shift(widget.Width(label), 0)
	line.Text = label + line.Text + right
	return line
}

// chips are what is selected, searched for and filtered by.
func (h *home) chips() []string {
	th := h.env.Theme()
	var out []string
	if n := len(h.selected); n > 0 {
		out = append(out, th.Selected.Render(th.Mark.Done+" "+h.env.T(locales.UIBoardPicked, "Count", n)))
	}
	if h.query.Search != "" && !h.searching {
		out = append(out, th.Accent.Render(h.env.T(locales.UIHomeSearch)+" "+h.env.Kit.Legible(h.query.Search)))
	}
	for _, facet := range model.Facets {
		if value, ok := h.query.Filter[facet]; ok {
			out = append(out, th.Accent.Render("["+h.facetText(facet, value)+"]"))
		}
	}
	return out
}
