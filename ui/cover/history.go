package cover

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// history is the log of an application, the latest step first: what changed,
// and when.
type history struct {
	d      *Room
	edits  []model.Edit
	loaded bool
	scroll *widget.Scroll
}

// historyLimit is how many steps are shown. The command shows all of them.
const historyLimit = 500

// NewHistory shows the log of the application.
func NewHistory(d *Room) page.Screen {
	return &history{d: d, scroll: widget.NewScroll(d.Env.Kit)}
}

// Init reads the log.
func (h *history) Init() page.Step { return h.d.history(historyLimit) }

func (h *history) Title() string { return h.d.Env.T(locales.UIHistoryTitle) }

func (h *history) Bindings() []page.Binding {
	k := h.d.Env.Keys()
	return append([]page.Binding{h.d.Env.Back()}, page.Shown(k.Move, k.Undo)...)
}

func (h *history) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg := msg.(type) {
	case historyMsg:
		if msg.id != h.d.App.ID {
			return h, nil
		}
		if msg.err != nil {
			return h, page.Steps(page.Leave(h), page.Warn(h.d.Env.Fail(msg.err)))
		}
		h.edits, h.loaded = msg.edits, true
	case desk.ChangedMsg, page.ShownMsg:
		return h, h.Init()
	default:
		h.scroll.Update(msg)
	}
	return h, nil
}

func (h *history) View(w, height int) page.Drawn {
	return widget.DrawLines(h.scroll.View(w, height, h.lines))
}

func (h *history) lines(w int) []string {
	e, th := h.d.Env, h.d.Env.Theme()
	lines := []string{th.Title.Render(e.T(locales.UIHistoryTitle))}
	for _, l := range widget.Wrap(e.T(locales.UIHistoryIntro), w) {
		lines = append(lines, th.Dim.Render(l))
	}
	lines = append(lines, "")
	if h.loaded && len(h.edits) == 0 {
		return append(lines, e.T(locales.UIHistoryEmpty))
	}
	undone := make(map[int64]bool)
	for _, edit := range h.edits {
		undone[edit.Undoes] = true
		lines = append(lines, h.step(edit, undone[edit.Seq], w)...)
	}
	return lines
}

// step says when something was changed, and below it what.
func (h *history) step(edit model.Edit, undone bool, w int) []string {
	e, th := h.d.Env, h.d.Env.Theme()
	head := th.Label.Render(moment(e, edit.At))
	style := th.Text
	switch {
	case edit.Undoes != 0:
		head += "  " + e.T(locales.UIHistoryUndoes, "Seq", edit.Undoes)
	case undone:
		head += "  " + e.T(locales.UIHistoryUndone)
		style = th.Dim
	}
	lines := []string{widget.Spread(head, th.Dim.Render(e.P.Number(edit.Seq)), w)}
	for _, text := range h.d.Words().Changes(edit, &h.d.App) {
		for _, l := range widget.Wrap(text, w-2) {
			lines = append(lines, "  "+style.Render(strings.TrimRight(l, " ")))
		}
	}
	return append(lines, "")
}

// moment is a day and the time on the clock.
func moment(e *page.Env, t time.Time) string {
	return e.P.Date(t.Year(), int(t.Month()), t.Day()) + " " + t.Format("15:04")
}
