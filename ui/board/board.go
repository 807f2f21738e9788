package board

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// home is the board of all applications: searched, filtered, sorted, and the
// place from which one does something with many of them at once. Its head is
// in head.go, its filters in filter.go and views.go, what is done in
// actions.go.
type home struct {
	pager
	search     *widget.Text
	finding    bool // the search line has the keys
	totals     model.Totals
	procedures map[model.ProcedureID]bool // on the board, as far as is known
	picked     map[model.ApplicationID]bool
	back       *takeBack // what u takes back
}

// A takeBack says how the last thing that was done to applications is undone.
type takeBack struct {
	ids     []model.ApplicationID
	trashed bool // or else archived
}

func NewHome(e *Room) *home {
	e.notes = make(page.Notes)
	h := &home{picked: make(map[model.ApplicationID]bool), procedures: make(map[model.ProcedureID]bool)}
	h.pager = newPager(e, model.Query{Sort: model.ByDue}, h.row)
	h.search = widget.NewText(e.Kit, 80)
	return h
}

func (h *home) Init() page.Step {
	return page.Steps(h.load(0), h.env.totals())
}

func (h *home) Typing() bool { return h.finding }

func (h *home) Title() string { return "" }

func (h *home) Keys() []key.Binding {
	k := h.env.Keys().When(h.finding)
	if h.finding {
		return []key.Binding{k.Open, k.Back, k.Filter, k.Views}
	}
	ks := []key.Binding{k.New}
	switch {
	case len(h.picked) > 0:
		ks = append(ks, k.Act, k.Toggle, k.All)
	case h.total > 0:
		ks = append(ks, k.Open, k.Move, k.Find)
	}
	if h.back != nil {
		ks = append(ks, k.Undo)
	}
	if h.totals.Live+h.totals.Archived+h.totals.Trash > 0 {
		ks = append(ks, k.Filter, k.Views)
	}
	leave := k.Back
	if !h.narrowed() && len(h.picked) == 0 {
		leave = page.Renamed(k.Back, k.Quit.Help().Desc)
	}
	if h.total == 0 {
		return append(ks, leave)
	}
	return append(ks, k.Due, k.Act, leave, k.Sort, k.Toggle, k.All, k.Export, k.Delete)
}

func (h *home) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg := msg.(type) {
	case listedMsg:
		for _, r := range msg.listing.Rows {
			h.procedures[r.Procedure] = true
		}
		return h, h.take(msg)
	case totalsMsg:
		if msg.err != nil {
			return h, page.Warn(h.env.Fail(msg.err))
		}
		h.totals = msg.totals
	case idsMsg:
		return h, h.pickAll(msg)
	case page.OpenedMsg:
		if msg.Err == nil {
			h.stay = msg.App.ID
		}
	case changedMsg:
		return h, h.changed(msg)
	case page.ShownMsg:
		return h, h.refresh()
	case tea.MouseClickMsg:
		return h, h.act(h.list.Click(msg.X, msg.Y-headHeight))
	case tea.MouseWheelMsg:
		return h, h.act(h.list.Update(msg))
	case tea.PasteMsg:
		if h.finding {
			return h, h.find(msg)
		}
	case tea.KeyPressMsg:
		return h, h.press(msg)
	}
	return h, nil
}

// refresh looks again at everything that is shown.
func (h *home) refresh() page.Step { return page.Steps(h.reload(), h.env.totals()) }

func (h *home) press(msg tea.KeyPressMsg) page.Step {
	k := h.env.Keys().When(h.finding)
	at, ok := h.at()
	switch {
	case keys.Is(msg, k.Back):
		return h.leave()
	case keys.Is(msg, k.New):
		return page.Push(newIntro(h.env, callCenter))
	case keys.Is(msg, k.Due):
		return page.Push(newDue(h.env))
	case keys.Is(msg, k.Filter):
		return page.Push(newFilters(h))
	case keys.Is(msg, k.Views):
		return page.Push(newViews(h))
	case h.finding && !keys.Is(msg, k.Open, k.Up, k.Down, k.PageUp, k.PageDown):
		return h.find(msg)
	case keys.Is(msg, k.Find):
		h.finding = true
		h.search.Focus(true)
		return nil
	case keys.Is(msg, k.Sort):
		return h.sort()
	case keys.Is(msg, k.Undo) && h.back != nil:
		return h.takeBack()
	case keys.Is(msg, k.All) && h.total > 0:
		return h.toggleAll()
	case ok && keys.Is(msg, k.Toggle):
		return h.toggle(at)
	case ok && keys.Is(msg, k.Act):
		return page.Push(newActions(h))
	case ok && keys.Is(msg, k.Delete):
		return page.Push(h.deletion(h.targets()))
	case ok && keys.Is(msg, k.Export) && len(h.picked) > 0:
		return page.Push(newExportMany(h.env, h.targets().ids))
	case ok && keys.Is(msg, k.Export):
		return page.Open(at.ID, page.Exporting)
	}
	return h.act(h.list.Update(msg))
}

// leave takes one step back: out of the search line, then without what is
// selected, then without filters, and then out of the program.
func (h *home) leave() page.Step {
	switch {
	case h.finding && h.query.Search == "":
		h.finding = false
		return nil
	case h.finding, len(h.picked) == 0 && h.narrowed():
		h.finding = false
		h.search.SetValue("")
		filter := h.query.Filter
		if h.query.Search == "" {
			filter = nil
		}
		return h.narrow(filter, "", h.query.Sort)
	case len(h.picked) > 0:
		h.picked = make(map[model.ApplicationID]bool)
		return nil
	}
	return page.Pop(1)
}

// narrowed reports whether the board shows less than everything.
func (h *home) narrowed() bool { return h.query.Search != "" || len(h.query.Filter) > 0 }

// narrow shows what a filter and a search have.
func (h *home) narrow(f model.Filter, search string, sort model.Order) page.Step {
	h.query.Filter, h.query.Search, h.query.Sort = f, search, sort
	h.list.Select(0)
	return h.load(0)
}

// find narrows the list as one types.
func (h *home) find(msg tea.Msg) page.Step {
	if h.search.Update(msg) != widget.Changed {
		return nil
	}
	return h.narrow(h.query.Filter, strings.TrimSpace(h.search.Value()), h.query.Sort)
}

var orders = []model.Order{model.ByDue, model.ByUpdated, model.ByTitle}

// sort goes to the next order and stays on the application in focus.
func (h *home) sort() page.Step {
	next := 0
	for i, o := range orders {
		if o == h.query.Sort {
			next = (i + 1) % len(orders)
		}
	}
	return h.narrow(h.query.Filter, h.query.Search, orders[next])
}

func (h *home) act(e widget.Event) page.Step {
	at, ok := h.at()
	switch {
	case e == widget.Picked && ok:
		return page.Open(at.ID, page.Entering)
	case e == widget.Moved:
		return h.more()
	}
	return nil
}

func (h *home) row(i, w int, focused bool) []string {
	s, ok := h.rows[i]
	if !ok {
		return []string{h.env.Theme().Mark.Quiet, "", ""}
	}
	box := ""
	if len(h.picked) > 0 {
		if box = h.env.Theme().Mark.Box; h.picked[s.ID] {
			box = h.env.Theme().Mark.Tick
		}
	}
	return h.env.card(s, box, w, focused)
}

func (h *home) View(w, height int) (string, *tea.Cursor) {
	if h.loaded && h.total == 0 && !h.narrowed() && !h.finding {
		return "\n" + strings.Join(h.welcome(w), "\n"), nil
	}
	head, cursor := h.head(w)
	if h.loaded && h.total == 0 {
		return strings.Join(append([]string{head, ""}, widget.Wrap(h.env.T(locales.UIHomeNothing), w)...), "\n"), cursor
	}
	text, _ := h.list.View(w, height-headHeight)
	return head + "\n\n" + text, cursor
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

// titleOf is a title as it is shown.
func titleOf(s model.Summary) string { return legible.Line(s.Title) }
