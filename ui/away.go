package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/widget"
)

// putAway lists what is put away: the archive, whose applications can be opened,
// or the trash, from which they go back or for good.
type putAway struct {
	pager
	h *home
}

func newPutAway(h *home, q model.Query) *putAway {
	s := &putAway{h: h}
	s.pager = newPager(h.env, q, s.row)
	return s
}

func (s *putAway) Init() Step { return s.load(0) }
func (s *putAway) Title() string {
	if s.query.Trash {
		return s.env.t(locales.UIViewsTrash)
	}
	return s.env.t(locales.UIViewsArchive)
}

func (s *putAway) Keys() []key.Binding {
	k := s.env.keys()
	back := renamed(k.Undo, s.env.t(locales.UIShelfBack))
	switch {
	case s.total == 0:
		return []key.Binding{k.Back}
	case s.query.Trash:
		return []key.Binding{k.Choose, back, renamed(k.Delete, s.env.t(locales.UIShelfPurge)), k.Back, k.Move}
	}
	return []key.Binding{k.Open, back, k.Delete, k.Back, k.Move}
}

func (s *putAway) Update(msg tea.Msg) (screen, Step) {
	k, event := s.env.keys(), widget.Ignored
	at, ok := s.at()
	switch m := msg.(type) {
	case listedMsg:
		return s, s.take(m)
	case shownMsg, changedMsg:
		return s, s.reload()
	case purgedMsg:
		return s, s.purged(m)
	case tea.MouseClickMsg:
		event = s.list.Click(m.X, m.Y-actionsHead)
	case tea.MouseWheelMsg:
		event = s.list.Update(m)
	case tea.KeyPressMsg:
		switch {
		case keys.Is(m, k.Back):
			return s, pop(1)
		case ok && keys.Is(m, k.Undo):
			return s, s.bring(at)
		case ok && keys.Is(m, k.Delete) && s.query.Trash:
			return s, push(s.purging(at, 1))
		case ok && keys.Is(m, k.Delete):
			return s, push(s.h.deletion(targets{[]model.ApplicationID{at.ID}, at}))
		}
		event = s.list.Update(m)
	}
	switch {
	case event == widget.Picked && ok && s.query.Trash:
		return s, push(s.choice(at))
	case event == widget.Picked && ok:
		return s, open(at.ID, entering)
	case event == widget.Moved:
		return s, s.more()
	}
	return s, nil
}

// bring takes an application back to the board.
func (s *putAway) bring(at model.Summary) Step {
	ids := []model.ApplicationID{at.ID}
	if s.query.Trash {
		return s.env.discard(ids, false)
	}
	return s.env.change(ids, locales.UIBoardUnarchived, nil, unarchive)
}

// choice asks which way an application leaves the trash.
func (s *putAway) choice(at model.Summary) screen {
	title := func() string { return titleOf(at) }
	body := func(w int) []string {
		on := model.DateOf(at.Trashed)
		return widget.Wrap(s.env.t(locales.UIShelfTrashed, "On", s.env.p.Date(on.Year, int(on.Month), on.Day)), w)
	}
	labels := []locales.ID{locales.UIButtonBack, locales.UIShelfBack, locales.UIShelfPurge}
	return s.env.confirm(title, body, 1, labels,
		func() Step { return Steps(pop(1), s.bring(at)) },
		func() Step { return push(s.purging(at, 2)) })
}

// purging asks before an application goes for good, by its name. Depth is how
// many screens lie between it and the shelf.
func (s *putAway) purging(at model.Summary, depth int) screen {
	title := func() string { return s.env.t(locales.UIShelfPurgeTitle, "Title", titleOf(at)) }
	body := func(w int) []string { return widget.Wrap(s.env.t(locales.UIShelfPurgeBody), w) }
	return s.env.confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIShelfPurge}, func() Step {
		return Steps(pop(depth), s.env.purge(at))
	})
}

func (s *putAway) purged(msg purgedMsg) Step {
	if msg.err != nil {
		return warn(s.env.failure(msg.err))
	}
	return Steps(s.reload(), s.env.totals(), notice(s.env.t(locales.UIShelfPurged, "Title", s.env.kit.Legible(msg.title))))
}

func (s *putAway) row(i, w int, focused bool) []string {
	if at, ok := s.rows[i]; ok {
		return s.env.card(at, "", w, focused)
	}
	return []string{s.env.theme().Mark.Quiet, "", ""}
}

func (s *putAway) View(w, h int) (string, *tea.Cursor) {
	head, empty := locales.UIShelfArchive, locales.UIShelfArchiveEmpty
	if s.query.Trash {
		head, empty = locales.UIShelfTrash, locales.UIShelfTrashEmpty
	}
	if s.loaded && s.total == 0 {
		return strings.Join(widget.Wrap(s.env.t(empty), w), "\n"), nil
	}
	text, _ := s.list.View(w, max(1, h-actionsHead))
	return s.env.theme().Dim.Render(widget.Cut(s.env.t(head, "Count", s.total), w)) + "\n\n" + text, nil
}
