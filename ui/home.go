package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// home lists the applications. Only the rows around the window are ever
// loaded, so any number of them is as quick as ten.
type home struct {
	env      *Env
	start    Start
	query    model.Query
	rows     map[int]model.Summary
	total    int
	loaded   bool
	loading  bool
	list     *widget.List
	search   *widget.Text
	finding  bool                // the search line has the keys
	trashed  model.ApplicationID // that u brings back
	selected model.ApplicationID // to stay on over a reload
	asked    bool                // whether to resume has been asked
	opening  bool                // an application is on its way
	w        int
}

// An opening says what happens to an application that has been loaded.
type opening int

const (
	offering  opening = iota // it was left in the middle: offer to go on
	entering                 // somebody picked it
	resuming                 // go on where it was left
	beginning                // it is new: the first question
	exporting                // straight to the export dialog
	switching                // from another one
)

// stretch is how many rows are loaded at a time.
const stretch = 100

func newHome(e *Env, start Start) *home {
	h := &home{env: e, start: start, query: model.Query{Sort: model.ByDue}, rows: make(map[int]model.Summary)}
	h.list = widget.NewList(e.kit, 3, h.row)
	h.search = widget.NewText(e.kit, 80)
	return h
}

func (h *home) Init() tea.Cmd {
	if h.start.Open != "" {
		h.asked = true
		return tea.Batch(h.load(0), h.open(h.start.Open, resuming))
	}
	return tea.Batch(h.load(0), h.env.lastOpen())
}

func (h *home) Typing() bool  { return h.finding }
func (h *home) waiting() bool { return h.opening }
func (h *home) Title() string { return "" }

func (h *home) Keys() []key.Binding {
	k := h.env.keys().When(h.finding)
	if h.finding {
		return []key.Binding{k.Open, k.Back}
	}
	ks := []key.Binding{k.New}
	if h.total > 0 {
		ks = append(ks, k.Open, k.Move, k.Find, k.Due, k.Export, k.Delete)
	}
	if h.trashed != "" {
		ks = append(ks, k.Undo)
	}
	return append(ks, renamed(k.Back, k.Quit.Help().Desc))
}

// load asks for the rows around index i.
func (h *home) load(i int) tea.Cmd {
	h.loading = true
	q := h.query
	q.Offset, q.Limit = max(0, i-stretch/2), stretch
	return h.env.list(q)
}

func (h *home) Update(msg tea.Msg) (screen, tea.Cmd) {
	switch msg := msg.(type) {
	case listedMsg:
		return h, h.listed(msg)
	case openedMsg:
		return h, h.opened(msg)
	case lastMsg:
		if msg.err != nil || h.asked || msg.id == "" {
			return h, nil
		}
		h.asked = true
		return h, h.open(msg.id, offering)
	case trashedMsg:
		return h, h.binned(msg)
	case switchMsg:
		return h, h.open(msg.id, switching)
	case shownMsg:
		return h, h.load(max(0, h.list.At()))
	case tea.MouseClickMsg:
		return h, h.act(h.list.Click(msg.X, msg.Y-h.top()))
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

func (h *home) listed(msg listedMsg) tea.Cmd {
	h.loading = false
	if msg.err != nil {
		return warn(h.env.failure(msg.err))
	}
	if msg.query.Search != h.query.Search {
		return nil // an answer to what was searched before
	}
	h.loaded, h.total = true, msg.listing.Total
	h.rows = make(map[int]model.Summary, len(msg.listing.Rows))
	for i, r := range msg.listing.Rows {
		h.rows[msg.query.Offset+i] = r
	}
	h.list.SetCount(h.total)
	for i, r := range h.rows {
		if r.ID == h.selected {
			h.list.Select(i)
		}
	}
	h.selected = ""
	return nil
}

// opened puts an application on the desk. One that was not asked for by name
// is offered first.
func (h *home) opened(msg openedMsg) tea.Cmd {
	h.opening = false
	if msg.err != nil {
		return warn(h.env.failure(msg.err))
	}
	proc, err := h.env.Procedures.Edition(msg.app.Procedure, msg.app.Edition)
	if err != nil {
		return warn(h.env.failure(err))
	}
	h.selected = msg.app.ID
	d := newDesk(h.env, proc, msg.app, msg.draft)
	switch msg.how {
	case beginning:
		return tea.Batch(goHome, push(newOverview(d)), jump(walk{d: d}.at(d.visits[0])))
	case switching:
		return tea.Batch(goHome, push(newOverview(d)))
	case resuming:
		return tea.Batch(push(newOverview(d)), d.resume())
	case exporting:
		return tea.Batch(push(newOverview(d)), push(newExport(d)))
	case entering:
		return push(newOverview(d))
	}
	if d.placed() == nil {
		return nil
	}
	return push(newResume(d))
}

func (h *home) binned(msg trashedMsg) tea.Cmd {
	if msg.err != nil {
		return warn(h.env.failure(msg.err))
	}
	h.trashed = ""
	text := h.env.t(locales.UIHomeRestored)
	if !msg.back {
		h.trashed = msg.id
		text = h.env.t(locales.UIHomeTrashed)
	}
	return tea.Batch(h.load(h.list.At()), notice(text))
}

func (h *home) press(msg tea.KeyPressMsg) tea.Cmd {
	k := h.env.keys().When(h.finding)
	at, ok := h.rows[h.list.At()]
	switch {
	case keys.Is(msg, k.Back):
		if h.finding || h.query.Search != "" {
			h.finding, h.query.Search = false, ""
			h.search.SetValue("")
			return h.load(0)
		}
		return pop(1)
	case h.finding && !keys.Is(msg, k.Open, k.Up, k.Down, k.PageUp, k.PageDown):
		return h.find(msg)
	case keys.Is(msg, k.New):
		return push(newIntro(h.env, callCenter))
	case keys.Is(msg, k.Due):
		return push(newDue(h.env, h.visit))
	case keys.Is(msg, k.Find):
		h.finding = true
		h.search.Focus(true)
		return nil
	case keys.Is(msg, k.Undo) && h.trashed != "":
		return h.env.trash(h.trashed, true)
	case ok && keys.Is(msg, k.Delete):
		return push(h.deletion(at))
	case ok && keys.Is(msg, k.Export):
		return h.open(at.ID, exporting)
	}
	return h.act(h.list.Update(msg))
}

// find narrows the list as one types.
func (h *home) find(msg tea.Msg) tea.Cmd {
	if h.search.Update(msg) != widget.Changed {
		return nil
	}
	h.query.Search = strings.TrimSpace(h.search.Value())
	h.list.Select(0)
	return h.load(0)
}

func (h *home) act(e widget.Event) tea.Cmd {
	at, ok := h.rows[h.list.At()]
	switch {
	case e == widget.Picked && ok:
		return h.open(at.ID, entering)
	case e == widget.Moved && !ok && !h.loading && h.total > 0:
		return h.load(h.list.At())
	}
	return nil
}

// visit opens an application that somebody picked elsewhere.
func (h *home) visit(id model.ApplicationID) tea.Cmd { return h.open(id, entering) }

// open asks for an application, and keeps the keys for it that come meanwhile.
func (h *home) open(id model.ApplicationID, how opening) tea.Cmd {
	h.opening = true
	return h.env.open(id, how)
}

func (h *home) deletion(s model.Summary) screen {
	title := func() string { return h.env.t(locales.UIHomeDelete, "Title", legible.Line(s.Title)) }
	body := func(w int) []string { return widget.Wrap(h.env.t(locales.UIHomeDeleteBody), w) }
	return newConfirm(h.env, nil, title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonTrash}, func() tea.Cmd {
		return tea.Batch(pop(1), h.env.trash(s.ID, false))
	})
}

// row draws an application in two lines and a blank one.
func (h *home) row(i, w int, focused bool) []string {
	s, ok := h.rows[i]
	if !ok {
		return []string{h.env.theme().Mark.Quiet, "", ""}
	}
	th := h.env.theme()
	style := th.Text
	if focused {
		style = th.Selected
	}
	proc, err := h.env.Procedures.Edition(s.Procedure, s.Edition)
	if err != nil {
		id := locales.UIHomeDamaged
		if s.Procedure != "" {
			id = locales.UIHomeNoPack
		}
		return []string{style.Render(legible.Line(string(s.ID) + " " + s.Title)), th.Say(theme.Bad, h.env.t(id, "ID", legible.Line(string(s.Procedure)), "Edition", s.Edition.String())), ""}
	}
	words := h.env.words(proc)
	state := words.Part("state", string(s.State), "short")
	if state == "" {
		state = words.Title("state", string(s.State))
	}
	barWidth := min(18, w/4)
	right := widget.Pad(state, min(14, w/5)) + " " + h.env.kit.Bar(s.Done, s.Of, barWidth)
	first := widget.Spread(style.Render(legible.Line(s.Title)), right, w)
	return []string{first, widget.Spread(th.Dim.Render(h.about(s)), h.next(s), w), ""}
}

// about says the area and whose turn it is.
func (h *home) about(s model.Summary) string {
	var parts []string
	if p, err := h.env.Procedures.Edition(s.Procedure, s.Edition); err == nil {
		// The procedure that most applications are about goes without saying.
		if short := h.env.words(p).Part("procedure", string(s.Procedure), "short"); short != "" {
			parts = append(parts, short)
		}
	}
	if s.Coverage != "" {
		parts = append(parts, h.env.t(locales.ID("ui.home.coverage."+s.Coverage)))
	}
	if last := len(parts) - 1; len(s.Provinces) == 1 && s.Coverage != "" {
		parts[last] = h.env.t(locales.UIHomeProvince, "Area", parts[last], "Province", h.env.p.Text("province", s.Provinces[0], ""))
	}
	if s.Next != nil && s.Next.Whose != model.Nobody {
		parts = append(parts, h.env.p.Text("term", "turn", string(s.Next.Whose)))
	}
	return strings.Join(parts, " · ")
}

// next says the next step, and by when.
func (h *home) next(s model.Summary) string {
	if s.Next == nil {
		return ""
	}
	proc, err := h.env.Procedures.Edition(s.Procedure, s.Edition)
	if err != nil {
		return ""
	}
	words, th := h.env.words(proc), h.env.theme()
	text := words.Next(s.Next, nil)
	if s.Next.Date.IsZero() {
		return text
	}
	left := s.Next.Date.Sub(h.env.Today())
	date := h.env.p.DateShort(s.Next.Date.Year, int(s.Next.Date.Month), s.Next.Date.Day)
	switch {
	case left < 0:
		return th.Say(theme.Bad, h.env.t(locales.UIHomeOverdue, "Date", date, "Next", text, "Count", -left))
	case left <= 7:
		return th.Say(theme.Warn, h.env.t(locales.UIHomeSoon, "Date", date, "Next", text, "Count", left))
	}
	return h.env.t(locales.UIHomeBy, "Date", date, "Next", text)
}

// top is the number of lines above the list.
func (h *home) top() int { return 2 }

func (h *home) View(w, height int) (string, *tea.Cursor) {
	h.w = w
	th := h.env.theme()
	var cursor *tea.Cursor
	head := th.Dim.Render(h.env.t(locales.UIHomeCount, "Count", h.total))
	if h.finding || h.query.Search != "" {
		label := h.env.t(locales.UIHomeSearch) + " "
		line, c := h.search.View(max(1, w-widget.Width(label)), 1)
		head = label + line
		if h.finding {
			cursor = widget.Shift(c, widget.Width(label), 0)
		}
	}
	if h.loaded && h.total == 0 {
		return strings.Join(append([]string{head, ""}, h.empty(w)...), "\n"), cursor
	}
	text, _ := h.list.View(w, height-h.top())
	return head + "\n\n" + text, cursor
}

// empty welcomes, or says that nothing was found.
func (h *home) empty(w int) []string {
	if h.query.Search != "" {
		return widget.Wrap(h.env.t(locales.UIHomeNothing), w)
	}
	lines := []string{h.env.theme().Title.Render(h.env.t(locales.UIHomeWelcome)), ""}
	for _, id := range []locales.ID{locales.UIHomeAbout, locales.UIHomeBegin, locales.UIHomePrivate} {
		lines = append(append(lines, widget.Wrap(h.env.t(id), min(w, 72))...), "")
	}
	return lines
}
