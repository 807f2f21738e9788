package ui

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// history is the log of an application, the latest step first: what changed,
// and when.
type history struct {
	d      *coverRoom
	edits  []model.Edit
	loaded bool
	scroll *widget.Scroll
}

// historyLimit is how many steps are shown. The command shows all of them.
const historyLimit = 500

func newHistory(d *coverRoom) screen { return &history{d: d, scroll: widget.NewScroll(d.env.kit)} }

func (h *history) Init() Step    { return h.d.history(h.d.app.ID, historyLimit) }
func (h *history) Title() string { return h.d.env.t(locales.UIHistoryTitle) }
func (h *history) Keys() []key.Binding {
	k := h.d.env.keys()
	return []key.Binding{k.Back, k.Move, k.Undo}
}

func (h *history) Update(msg tea.Msg) (screen, Step) {
	switch msg := msg.(type) {
	case historyMsg:
		if msg.id != h.d.app.ID {
			return h, nil
		}
		if msg.err != nil {
			return h, Steps(pop(1), warn(h.d.env.failure(msg.err)))
		}
		h.edits, h.loaded = msg.edits, true
		return h, nil
	case changedDeskMsg, shownMsg:
		return h, h.Init()
	}
	if keys.Is(msg, h.d.env.keys().Back) {
		return h, pop(1)
	}
	h.scroll.Update(msg)
	return h, nil
}

func (h *history) View(w, height int) (string, *tea.Cursor) {
	return h.scroll.View(w, height, h.lines), nil
}

func (h *history) lines(w int) []string {
	e, th := h.d.env, h.d.env.theme()
	lines := []string{th.Title.Render(e.t(locales.UIHistoryTitle))}
	for _, l := range widget.Wrap(e.t(locales.UIHistoryIntro), w) {
		lines = append(lines, th.Dim.Render(l))
	}
	lines = append(lines, "")
	if h.loaded && len(h.edits) == 0 {
		return append(lines, e.t(locales.UIHistoryEmpty))
	}
	undone := make(map[int64]bool)
	for _, edit := range h.edits {
		undone[edit.Undoes] = true
		lines = append(lines, h.step(edit, undone[edit.Seq], w)...)
	}
	return lines
}

// step is when something happened, and below it what.
func (h *history) step(edit model.Edit, undone bool, w int) []string {
	e, th := h.d.env, h.d.env.theme()
	head := th.Label.Render(e.moment(edit.At))
	style := th.Text
	switch {
	case edit.Undoes != 0:
		head += "  " + e.t(locales.UIHistoryUndoes, "Seq", edit.Undoes)
	case undone:
		head += "  " + e.t(locales.UIHistoryUndone)
		style = th.Dim
	}
	lines := []string{widget.Spread(head, th.Dim.Render(e.p.Number(edit.Seq)), w)}
	for _, text := range h.d.words().Changes(edit, &h.d.app) {
		for _, l := range widget.Wrap(text, w-2) {
			lines = append(lines, "  "+style.Render(strings.TrimRight(l, " ")))
		}
	}
	return append(lines, "")
}

// moment is a day and the time on the clock.
func (e *Env) moment(t time.Time) string {
	return e.p.Date(t.Year(), int(t.Month()), t.Day()) + " " + t.Format("15:04")
}
