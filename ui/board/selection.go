package board

import (
	"maps"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// targets are the applications that something is done to: the selected ones,
// or else the one in focus.
type targets struct {
	ids    []model.ApplicationID
	one    model.Summary // the only one, if it is loaded
	titles []string      // of several, as far as they are loaded
}

// single is one application as a target.
func single(s model.Summary) targets {
	return targets{ids: []model.ApplicationID{s.ID}, one: s}
}

// key names the targets, in whatever order they are.
func (t targets) key() string {
	var ids []string
	for _, id := range slices.Sorted(slices.Values(t.ids)) {
		ids = append(ids, string(id))
	}
	return strings.Join(ids, " ")
}

// targets returns the loaded ones in the order of the list, then the others.
func (h *home) targets() targets {
	if at, ok := h.at(); ok && len(h.selected) == 0 {
		return single(at)
	}
	var t targets
	seen := make(map[model.ApplicationID]bool)
	for _, i := range slices.Sorted(maps.Keys(h.rows)) {
		if r := h.rows[i]; h.selected[r.ID] {
			t.ids, t.titles, t.one = append(t.ids, r.ID), append(t.titles, titleOf(r)), r
			seen[r.ID] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(h.selected)) {
		if !seen[id] {
			t.ids = append(t.ids, id)
		}
	}
	if len(t.ids) > 1 {
		t.one = model.Summary{}
	}
	return t
}

// naming is the title of the only target, or how many there are.
func (e *Room) naming(t targets) string {
	if t.one.ID != "" {
		return titleOf(t.one)
	}
	return e.T(locales.UIBoardMany, "Count", len(t.ids))
}

// namesShown is the number of titles that a screen about several applications
// lists.
const namesShown = 8

// names lists titles of targets, and says how many more there are.
func (e *Room) names(t targets, w int) []string {
	var lines []string
	for _, title := range t.titles[:min(len(t.titles), namesShown)] {
		lines = append(lines, widget.Cut(e.Theme().Mark.Quiet+" "+title, w))
	}
	if more := len(t.ids) - len(lines); more > 0 && len(t.ids) > 1 {
		lines = append(lines, e.T(locales.UIBoardMore, "Count", more))
	}
	return lines
}

// titleOf is a title as it is shown.
func titleOf(s model.Summary) string { return legible.Line(s.Title) }

// toggle selects the row in focus or clears its selection, and moves on to the
// next one.
func (h *home) toggle(s model.Summary) page.Step {
	if h.selected[s.ID] {
		delete(h.selected, s.ID)
	} else {
		h.selected[s.ID] = true
	}
	h.list.Select(h.list.At() + 1)
	return h.more()
}

// toggleAll selects everything on the list, wherever it is, or clears the
// selection if that is selected already.
func (h *home) toggleAll() page.Step {
	switch {
	case h.total == 0:
		return nil
	case len(h.selected) >= h.total:
		clear(h.selected)
		return nil
	}
	h.query.Today = h.env.Today()
	return h.env.ids(h.query)
}

// selectAll adds the applications of a reply to the selection. A reply to an
// earlier query is ignored.
func (h *home) selectAll(msg idsMsg) page.Step {
	switch {
	case msg.err != nil:
		return page.Warn(h.env.Fail(msg.err))
	case !same(msg.query, h.query):
		return nil
	}
	for _, id := range msg.ids {
		h.selected[id] = true
	}
	return nil
}

// A reversal says how the last change of applications is undone.
type reversal struct {
	ids     []model.ApplicationID
	trashed bool // they were moved into the trash; else into the archive
}

// changed says what was done, clears the selection that it was done to, and
// shows the list as it is now.
func (h *home) changed(msg changedMsg) page.Step {
	if msg.err != nil {
		return page.Warn(h.env.Fail(msg.err))
	}
	clear(h.selected)
	h.last = msg.undo
	return page.Steps(h.refresh(), page.Notice(h.env.T(msg.done, "Count", len(msg.ids))))
}

// undo brings back what the last change moved away.
func (h *home) undo() page.Step {
	if h.last.trashed {
		return h.env.untrash(h.last.ids)
	}
	return h.env.unarchive(h.last.ids)
}
