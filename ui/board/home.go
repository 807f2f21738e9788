package board

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// home is the list of all applications that are worked on. It is searched,
// filtered and sorted, and what is selected on it is changed together. Its
// keys are in home_keys.go, the lines above the list in home_head.go, and the
// selection in selection.go.
type home struct {
	*pager
	search     *widget.Text
	searching  bool // the search line gets the keys
	totals     model.Totals
	procedures map[model.ProcedureID]bool // of the applications that were listed so far
	selected   map[model.ApplicationID]bool
	last       *reversal // undoes the last change; nil for none
}

// NewHome shows all applications, the most urgent first.
func NewHome(e *Room) page.Screen {
	e.notes = make(notes)
	h := &home{selected: make(map[model.ApplicationID]bool), procedures: make(map[model.ProcedureID]bool)}
	enter := func(at model.Summary) page.Step { return page.Open(at.ID, page.Entering) }
	h.pager = newPager(e, model.Query{Sort: model.ByDue}, enter, h.box)
	h.search = widget.NewText(e.Kit, 80)
	h.search.Focus(true)
	return h
}

func (h *home) Init() page.Step { return page.Steps(h.load(0), h.env.totals()) }

func (h *home) Typing() bool { return h.searching }

func (h *home) Title() string { return "" }

func (h *home) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg := msg.(type) {
	case listedMsg:
		for _, r := range msg.listing.Rows {
			h.procedures[r.Procedure] = true
		}
		return h, h.listed(msg)
	case totalsMsg:
		if msg.err != nil {
			return h, page.Warn(h.env.Fail(msg.err))
		}
		h.totals = msg.totals
	case idsMsg:
		return h, h.selectAll(msg)
	case changedMsg:
		return h, h.changed(msg)
	case page.OpenedMsg:
		if msg.Err == nil {
			h.focus = msg.App.ID
		}
	case page.ShownMsg:
		return h, h.refresh()
	case widget.ClickMsg:
		event := msg.Do()
		if msg.On == h.list {
			return h, h.follow(event)
		}
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		return h, h.input(msg)
	}
	return h, nil
}

// refresh reads again everything that is shown.
func (h *home) refresh() page.Step { return page.Steps(h.reload(), h.env.totals()) }

// input is for the search line while it has the keys, but for those that move
// on the list and open.
func (h *home) input(msg tea.Msg) page.Step {
	k := h.env.Keys()
	_, wheel := msg.(tea.MouseWheelMsg)
	if !h.searching || wheel || keys.Is(msg, k.Open, k.Up, k.Down, k.PageUp, k.PageDown) {
		return h.follow(h.list.Update(msg))
	}
	if h.search.Update(msg) != widget.Changed {
		return nil
	}
	return h.narrow(h.query.Filter, strings.TrimSpace(h.search.Value()), h.query.Sort)
}

// leave clears one thing after the other: the search line, the selection, the
// search, the filter. Where nothing is left to clear it leaves the program.
func (h *home) leave() page.Step {
	switch {
	case h.searching && h.query.Search == "":
		h.searching = false
		return nil
	case !h.searching && len(h.selected) > 0:
		clear(h.selected)
		return nil
	case !h.searching && !h.narrowed():
		return page.Pop()
	}
	filter := h.query.Filter
	if h.query.Search == "" {
		filter = nil
	}
	return h.show(model.View{Filter: filter, Sort: h.query.Sort})
}

// narrowed reports whether the list leaves applications out.
func (h *home) narrowed() bool { return h.query.Search != "" || len(h.query.Filter) > 0 }

// narrow lists what a filter and a search leave, from the top.
func (h *home) narrow(f model.Filter, search string, sort model.Order) page.Step {
	h.query.Filter, h.query.Search, h.query.Sort = f, search, sort
	h.list.Select(0)
	return h.load(0)
}

// filter lists what another filter leaves of the same search.
func (h *home) filter(f model.Filter) page.Step { return h.narrow(f, h.query.Search, h.query.Sort) }

// orders are what Sort goes through.
var orders = []model.Order{model.ByDue, model.ByUpdated, model.ByTitle}

// sort lists the same in the next order.
func (h *home) sort() page.Step {
	next := (slices.Index(orders, h.query.Sort) + 1) % len(orders)
	return h.narrow(h.query.Filter, h.query.Search, orders[next])
}

// view is what is listed now, under a name.
func (h *home) view(name string) model.View {
	return model.View{Name: name, Filter: h.query.Filter, Search: h.query.Search, Sort: h.query.Sort}
}

// show lists what a view has. An order that is not offered here becomes the one
// by due date.
func (h *home) show(v model.View) page.Step {
	h.searching = false
	h.search.SetValue(v.Search)
	if !slices.Contains(orders, v.Sort) {
		v.Sort = model.ByDue
	}
	return h.narrow(v.Filter, v.Search, v.Sort)
}

// choices counts what each choice of a filter would leave of the list.
func (h *home) choices() page.Step {
	q := h.query
	q.Today = h.env.Today()
	return h.env.tally(q)
}

// box says whether an application is selected, as soon as one is.
func (h *home) box(s model.Summary) string {
	switch mark := h.env.Theme().Mark; {
	case len(h.selected) == 0:
		return ""
	case h.selected[s.ID]:
		return mark.Tick
	default:
		return mark.Box
	}
}

func (h *home) View(w, height int) page.Drawn {
	nothing := h.loaded && h.total == 0
	switch {
	case nothing && !h.narrowed() && !h.searching:
		return widget.DrawLines(h.welcome(w)...).Under("")
	case nothing:
		return h.head(w).Over("").Over(widget.Wrap(h.env.T(locales.UIHomeNothing), w)...)
	}
	return h.head(w).Over("").Then(headHeight, widget.Draw(h.list, w, height-headHeight))
}

// welcome is the board without an application.
func (h *home) welcome(w int) []string {
	lines := []string{h.env.Theme().Title.Render(h.env.T(locales.UIHomeWelcome)), ""}
	about := []locales.ID{locales.UIHomeAbout, locales.UIHomeBegin, locales.UIHomePrivate}
	if h.totals.Archived+h.totals.Trash > 0 {
		about = []locales.ID{locales.UIBoardAway, locales.UIHomeBegin}
	}
	for _, id := range about {
		lines = append(append(lines, widget.Wrap(h.env.T(id, "Archived", h.totals.Archived, "Trash", h.totals.Trash), min(w, 72))...), "")
	}
	return lines
}
