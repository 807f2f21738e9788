package board

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// headHeight is the number of lines above the list: how many there are, what
// they are narrowed by, a blank one.
const headHeight = 3

// head says how many applications there are and what is urgent, and below
// which of them are shown, and in which order.
func (h *home) head(w int) (string, *tea.Cursor) {
	second, cursor := h.narrowing(w)
	return widget.Cut(h.sums(w), w) + "\n" + second, widget.Shift(cursor, 0, 1)
}

// sums are the totals over everything that is worked on. Where there is not
// room for all, those that are urgent stay.
func (h *home) sums(w int) string {
	th, t := h.env.Theme(), h.totals
	turn := func(who model.Turn) string {
		if t.Turn[who] == 0 {
			return ""
		}
		return h.env.T(locales.ID("ui.board.turn."+string(who)), "Count", t.Turn[who])
	}
	var soon, overdue string
	if t.Soon > 0 {
		soon = th.Say(theme.Warn, h.env.T(locales.UIBoardSoon, "Count", t.Soon, "Days", model.SoonDays))
	}
	if t.Overdue > 0 {
		overdue = th.Say(theme.Bad, h.env.T(locales.UIBoardOverdue, "Count", t.Overdue))
	}
	parts := []string{
		th.Label.Render(h.env.T(locales.UIBoardTotal, "Count", t.Live)),
		turn(model.Applicant), turn(model.Officials), turn(model.Client), soon, overdue,
	}
	room := w
	for _, i := range []int{0, 5, 4, 1, 2, 3} { // the urgent ones first
		if n := widget.Width(parts[i]) + 3; n > room+3 {
			parts[i] = ""
		} else if parts[i] != "" {
			room -= n
		}
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "   ")
}

// narrowing is the search line, or the chips of what narrows the list; on its
// right how many that leaves, and the order.
func (h *home) narrowing(w int) (string, *tea.Cursor) {
	th := h.env.Theme()
	right := h.env.T(locales.ID("ui.board.sort." + string(h.query.Sort)))
	if h.narrowed() {
		right = h.env.T(locales.UIBoardFound, "Count", h.total) + " · " + right
	}
	right = th.Dim.Render(right)
	chips := strings.Join(h.chips(), " ")
	if !h.finding {
		return widget.Spread(chips, right, w), nil
	}
	label := h.env.T(locales.UIHomeSearch) + " "
	if chips != "" {
		label = chips + " " + label
	}
	if label, right = widget.Cut(label, w/2), " "+right; w-widget.Width(label)-widget.Width(right) < 10 {
		right = ""
	}
	line, cursor := h.search.View(max(1, w-widget.Width(label)-widget.Width(right)), 1)
	return label + line + right, widget.Shift(cursor, widget.Width(label), 0)
}

// chips are what is selected, searched and filtered by.
func (h *home) chips() []string {
	th := h.env.Theme()
	var out []string
	if n := len(h.picked); n > 0 {
		out = append(out, th.Selected.Render(th.Mark.Done+" "+h.env.T(locales.UIBoardPicked, "Count", n)))
	}
	if h.query.Search != "" && !h.finding {
		out = append(out, th.Accent.Render(h.env.T(locales.UIHomeSearch)+" "+h.env.Kit.Legible(h.query.Search)))
	}
	for _, facet := range model.Facets {
		if value, ok := h.query.Filter[facet]; ok {
			out = append(out, th.Accent.Render("["+h.facetText(facet, value)+"]"))
		}
	}
	return out
}
