package board

import (
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// shelf lists the applications that are not on the board: those in the archive,
// which can be opened, or those in the trash, which are brought back or removed
// for good.
type shelf struct{ *pager }

func newShelf(e *Room, q model.Query) *shelf {
	s := &shelf{}
	s.pager = newPager(e, q, s.enter, func(model.Summary) string { return "" })
	return s
}

func (s *shelf) Init() page.Step { return s.load(0) }

func (s *shelf) Title() string {
	if s.query.Trash {
		return s.env.T(locales.UIViewsTrash)
	}
	return s.env.T(locales.UIViewsArchive)
}

func (s *shelf) Bindings() []page.Binding {
	k, e := s.env.Keys(), s.env
	if s.total == 0 {
		return []page.Binding{e.Back()}
	}
	restore := s.onRow(k.Undo, s.restore).As(e.T(locales.UIShelfBack))
	if s.query.Trash {
		purge := s.onRow(k.Delete, func(at model.Summary) page.Step { return page.Push(newPurge(s, at)) }).As(e.T(locales.UIShelfPurge))
		return append([]page.Binding{{Binding: k.Choose}, restore, purge, e.Back()}, page.Shown(k.Move)...)
	}
	trash := s.onRow(k.Delete, func(at model.Summary) page.Step { return page.Push(newDeletion(e, single(at))) })
	return append([]page.Binding{{Binding: k.Open}, restore, trash, e.Back()}, page.Shown(k.Move)...)
}

func (s *shelf) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch m := msg.(type) {
	case listedMsg:
		return s, s.listed(m)
	case page.ShownMsg, changedMsg:
		return s, s.reload()
	case purgedMsg:
		return s, s.purged(m)
	case widget.ClickMsg:
		return s, s.follow(m.Do())
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		return s, s.follow(s.list.Update(m))
	}
	return s, nil
}

// enter opens an application in the archive. In the trash it asks what becomes
// of it.
func (s *shelf) enter(at model.Summary) page.Step {
	if s.query.Trash {
		return page.Push(newWayOut(s, at))
	}
	return page.Open(at.ID, page.Entering)
}

// restore moves an application back to the board.
func (s *shelf) restore(at model.Summary) page.Step {
	ids := []model.ApplicationID{at.ID}
	if s.query.Trash {
		return s.env.untrash(ids)
	}
	return s.env.unarchive(ids)
}

// newWayOut asks which way an application leaves the trash.
func newWayOut(s *shelf, at model.Summary) page.Screen {
	title := func() string { return titleOf(at) }
	body := func(w int) []string {
		on := model.DateOf(at.Trashed)
		return widget.Wrap(s.env.T(locales.UIShelfTrashed, "On", s.env.P.Date(on.Year, int(on.Month), on.Day)), w)
	}
	labels := []locales.ID{locales.UIButtonBack, locales.UIShelfBack, locales.UIShelfPurge}
	return s.env.Confirm(title, body, 1, labels,
		func() page.Step { return page.Steps(page.BackTo(s), s.restore(at)) },
		func() page.Step { return page.Push(newPurge(s, at)) })
}

// newPurge asks before an application is removed for good, by its name.
func newPurge(s *shelf, at model.Summary) page.Screen {
	title := func() string { return s.env.T(locales.UIShelfPurgeTitle, "Title", titleOf(at)) }
	body := func(w int) []string { return widget.Wrap(s.env.T(locales.UIShelfPurgeBody), w) }
	return s.env.Confirm(title, body, 0, []locales.ID{locales.UIButtonKeep, locales.UIShelfPurge}, func() page.Step {
		return page.Steps(page.BackTo(s), s.env.purge(at))
	})
}

// purged says which application is gone.
func (s *shelf) purged(msg purgedMsg) page.Step {
	said := page.Notice(s.env.T(locales.UIShelfPurged, "Title", s.env.Kit.Legible(msg.title)))
	switch {
	case msg.err != nil:
		said = page.Warn(s.env.Fail(msg.err))
	case len(msg.copies) > 0:
		said = page.Warn(s.env.T(locales.UIShelfPurgedCopies, "File", s.env.Kit.Legible(msg.copies[0]), "Count", len(msg.copies)))
	}
	return page.Steps(s.reload(), s.env.totals(), said)
}

func (s *shelf) View(w, h int) page.Drawn {
	head, empty := locales.UIShelfArchive, locales.UIShelfArchiveEmpty
	if s.query.Trash {
		head, empty = locales.UIShelfTrash, locales.UIShelfTrashEmpty
	}
	if s.loaded && s.total == 0 {
		return widget.DrawLines(widget.Wrap(s.env.T(empty), w)...)
	}
	title := s.env.Theme().Dim.Render(widget.Cut(s.env.T(head, "Count", s.total), w))
	return widget.Draw(s.list, w, max(1, h-actionsHead)).Under(title, "")
}
