package board

import (
	"slices"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
)

// Bindings lists the keys of the board. Which of them the help line shows
// depends on what there is and on the selection; all of them work at any time.
func (h *home) Bindings() []page.Binding {
	if h.searching {
		return h.searchBindings()
	}
	k, selected, listed := h.env.Keys(), len(h.selected) > 0, h.total > 0
	var (
		find   = page.On(k.Find, h.find)
		act    = h.onRow(k.Act, func(model.Summary) page.Step { return page.Push(newActions(h.env, h.targets())) })
		remove = h.onRow(k.Delete, func(model.Summary) page.Step { return page.Push(newDeletion(h.env, h.targets())) })
		toggle = h.onRow(k.Toggle, h.toggle)
		all    = page.On(k.All, h.toggleAll)
		due    = page.On(k.Due, func() page.Step { return page.Push(newDue(h.env)) })
		undo   = page.On(k.Undo, h.undo)
	)
	undo.SetEnabled(h.last != nil)
	return slices.Concat(
		[]page.Binding{h.begin(k)},
		helpIf(selected, act, toggle, all),
		helpIf(listed && !selected, append(page.Shown(k.Open, k.Move), find)...),
		[]page.Binding{undo},
		h.panels(k),
		helpIf(listed, due, act),
		[]page.Binding{h.back()},
		helpIf(listed, page.On(k.Sort, h.sort), toggle, all, h.onRow(k.Export, h.export), remove),
	)
}

// searchBindings are the keys while the search line has them. Letters, and the
// keys that edit text, are the line's.
func (h *home) searchBindings() []page.Binding {
	k := h.env.Keys().Typing()
	rows := append(page.Shown(k.Open), page.On(k.Back, h.leave))
	return append(append(rows, h.panels(&k)...), h.begin(&k).Hide())
}

// begin is the row of the key that begins a new application.
func (h *home) begin(k *keys.Map) page.Binding {
	return page.On(k.New, func() page.Step { return page.Push(newIntro(h.env, model.CallCenter)) })
}

// panels are the rows of the keys that lead to what narrows the list.
func (h *home) panels(k *keys.Map) []page.Binding {
	return helpIf(h.totals.Live+h.totals.Archived+h.totals.Trash > 0,
		page.On(k.Filter, func() page.Step { return page.Push(newFilters(h)) }),
		page.On(k.Views, func() page.Step { return page.Push(newViews(h)) }))
}

// back is the row of the key that clears something, or else leaves the program.
func (h *home) back() page.Binding {
	k := h.env.Keys()
	row := page.On(k.Back, h.leave)
	if !h.narrowed() && len(h.selected) == 0 {
		return row.As(k.Quit.Help().Desc)
	}
	return row
}

// find gives the keys to the search line.
func (h *home) find() page.Step {
	h.searching = true
	return nil
}

// export writes a file for each selected application into a folder. Where none
// is selected it opens the export dialog of the one in focus.
func (h *home) export(at model.Summary) page.Step {
	if len(h.selected) > 0 {
		return page.Push(newExportMany(h.env, h.targets().ids))
	}
	return page.Open(at.ID, page.Exporting)
}
