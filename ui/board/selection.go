package board

import (
	"maps"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// Targets are the applications that something is done to: those selected, or
// the one in focus.
type targets struct {
	ids []model.ApplicationID
	one model.Summary // the only one, if it is loaded
}

// targets returns them in the order of the list as far as that is loaded.
func (h *home) targets() targets {
	at, ok := h.at()
	if len(h.picked) == 0 && ok {
		return targets{[]model.ApplicationID{at.ID}, at}
	}
	var t targets
	seen := make(map[model.ApplicationID]bool)
	for _, i := range slices.Sorted(maps.Keys(h.rows)) {
		if r := h.rows[i]; h.picked[r.ID] {
			t.ids, seen[r.ID], t.one = append(t.ids, r.ID), true, r
		}
	}
	for id := range h.picked {
		if !seen[id] {
			t.ids = append(t.ids, id)
		}
	}
	if len(t.ids) > 1 || len(seen) == 0 {
		t.one = model.Summary{}
	}
	return t
}

// naming names what something is about to be done to.
func (h *home) naming(t targets) string {
	if t.one.ID != "" {
		return titleOf(t.one)
	}
	return h.env.T(locales.UIBoardMany, "Count", len(t.ids))
}

// names lists the titles that are loaded, and says how many more there are.
func (h *home) names(t targets, w int) []string {
	var lines []string
	for _, i := range slices.Sorted(maps.Keys(h.rows)) {
		if r := h.rows[i]; h.picked[r.ID] && len(lines) < namesShown {
			lines = append(lines, widget.Cut(h.env.Theme().Mark.Quiet+" "+titleOf(r), w))
		}
	}
	if more := len(t.ids) - len(lines); more > 0 && len(t.ids) > 1 {
		lines = append(lines, h.env.T(locales.UIBoardMore, "Count", more))
	}
	return lines
}

const namesShown = 8

// toggle selects a row, or no longer, and goes on to the next one.
func (h *home) toggle(s model.Summary) page.Step {
	if h.picked[s.ID] {
		delete(h.picked, s.ID)
	} else {
		h.picked[s.ID] = true
	}
	h.list.Select(h.list.At() + 1)
	return h.more()
}

// toggleAll selects everything that the list has, or nothing if that is
// selected already.
func (h *home) toggleAll() page.Step {
	if len(h.picked) > 0 && len(h.picked) >= h.total {
		h.picked = make(map[model.ApplicationID]bool)
		return nil
	}
	h.query.Today = h.env.Today()
	return h.env.ids(h.query)
}

func (h *home) pickAll(msg idsMsg) page.Step {
	switch {
	case msg.err != nil:
		return page.Warn(h.env.Fail(msg.err))
	case !same(msg.query, h.query):
		return nil
	}
	for _, id := range msg.ids {
		h.picked[id] = true
	}
	return nil
}

// changed says what was done, and shows the list as it is now.
func (h *home) changed(msg changedMsg) page.Step {
	if msg.err != nil {
		return page.Warn(h.env.Fail(msg.err))
	}
	h.picked = make(map[model.ApplicationID]bool)
	h.back = msg.back
	return page.Steps(h.refresh(), page.Notice(h.env.T(msg.done, "Count", len(msg.ids))))
}

func (h *home) takeBack() page.Step {
	if h.back.trashed {
		return h.env.discard(h.back.ids, false)
	}
	return h.env.change(h.back.ids, locales.UIBoardUnarchived, nil, unarchive)
}

func unarchive(a *model.Application) error {
	a.Unarchive()
	return nil
}
