package board

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
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

func (s *putAway) Init() page.Step { return s.load(0) }

func (s *putAway) Title() string {
	if s.query.Trash {
		return s.env.T(locales.UIViewsTrash)
	}
	return s.env.T(locales.UIViewsArchive)
}

func (s *putAway) Keys() []key.Binding {
	k := s.env.Keys()
	back := page.Renamed(k.Undo, s.env.T(locales.UIShelfBack))
	switch {
	case s.total == 0:
		return []key.Binding{k.Back}
	case s.query.Trash:
		return []key.Binding{k.Choose, back, page.Renamed(k.Delete, s.env.T(locales.UIShelfPurge)), k.Back, k.Move}
	}
	return []key.Binding{k.Open, back, k.Delete, k.Back, k.Move}
}

func (s *putAway) Update(msg tea.Msg) (page.Screen, page.Step) {
	k, event := s.env.Keys(), widget.Ignored
	at, ok := s.at()
	switch m := msg.(type) {
	case listedMsg:
		return s, s.take(m)
	case page.ShownMsg, changedMsg:
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
			return s, page.Pop(1)
		case ok && keys.Is(m, k.Undo):
			return s, s.bring(at)
		case ok && keys.Is(m, k.Delete) && s.query.Trash:
			return s, page.Push(s.purging(at, 1))
		case ok && keys.Is(m, k.Delete):
			return s, page.Push(s.h.deletion(targets{[]model.ApplicationID{at.ID}, at}))
		}
		event = s.list.Update(m)
	}
	switch {
	case event == widget.Picked && ok && s.query.Trash:
		return s, page.Push(s.choice(at))
	case event == widget.Picked && ok:
		return s, page.Open(at.ID, page.Entering)
	case event == widget.Moved:
		return s, s.more()
	}
	return s, nil
}

// bring takes an application back to the board.
func (s *putAway) bring(at model.Summary) page.Step {
	ids := []model.ApplicationID{at.ID}
	if s.query.Trash {
		return s.env.discard(ids, false)
	}
	return s.env.change(ids, locales.UIBoardUnarchived, nil, unarchive)
}

// choice asks which way an application leaves the trash.
func (s *putAway) choice(at model.Summary) page.Screen {
	title := func() string { return titleOf(at) }
	body := func(w int) []string {
		on := model.DateOf(at.Trashed)
		return widget.Wrap(s.env.T(locales.UIShelfTrashed, "On", s.env.P.Date(on.Year, int(on.Month), on.Day)), w)
	}
	labels := []locales.ID{locales.UIButtonBack, locales.UIShelfBack, locales.UIShelfPurge}
	return s.env.Confirm(title, body, 1, labels,
		func() page.Step { return page.Steps(page.Pop(1), s.bring(at)) },
		func() page.Step { return page.Push(s.purging(at, 2)) })
}

// purging asks before an application goes for good, by its name. Depth is how
// many screens lie between it and the shelf.
func (s *putAway) purging(at model.Summary, depth int) page.Screen {
	title := func() string { return s.env.T(locales.UIShelfPurgeTitle, "Title", titleOf(at)) }
	body := func(w int) []string { return widget.Wrap(s.env.T(locales.UIShelfPurgeBody), w) }
	return s.env.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIShelfPurge}, func() page.Step {
		return page.Steps(page.Pop(depth), s.env.purge(at))
	})
}

func (s *putAway) purged(msg purgedMsg) page.Step {
	if msg.err != nil {
		return page.Warn(s.env.Fail(msg.err))
	}
	return page.Steps(s.reload(), s.env.totals(), page.Notice(s.env.T(locales.UIShelfPurged, "Title", s.env.Kit.Legible(msg.title))))
}

func (s *putAway) row(i, w int, focused bool) []string {
	if at, ok := s.rows[i]; ok {
		return s.env.card(at, "", w, focused)
	}
	return []string{s.env.Theme().Mark.Quiet, "", ""}
}

func (s *putAway) View(w, h int) (string, *tea.Cursor) {
	head, empty := locales.UIShelfArchive, locales.UIShelfArchiveEmpty
	if s.query.Trash {
		head, empty = locales.UIShelfTrash, locales.UIShelfTrashEmpty
	}
	if s.loaded && s.total == 0 {
		return strings.Join(widget.Wrap(s.env.T(empty), w), "\n"), nil
	}
	text, _ := s.list.View(w, max(1, h-actionsHead))
	return s.env.Theme().Dim.Render(widget.Cut(s.env.T(head, "Count", s.total), w)) + "\n\n" + text, nil
}
