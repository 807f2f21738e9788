package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// unsaved asks what becomes of answers that the disk does not take: stay, try
// again, or leave without them.
type unsaved struct {
	*page.Confirm
	d    *desk.Desk
	move tea.Msg // that waits
}

func newUnsaved(d *desk.Desk, move tea.Msg) *unsaved {
	e := d.Env
	u := &unsaved{d: d, move: move}
	title := func() string { return e.T(locales.UIUnsavedTitle) }
	body := func(w int) []string {
		why := ""
		if err := d.Failed(); err != nil {
			why = e.Fail(err)
		}
		about := e.T(locales.UIUnsavedBody, "Title", e.Kit.Legible(d.App.Title))
		return slices.Concat(widget.Wrap(about, w), []string{""}, widget.Wrap(why, w))
	}
	leave := func() page.Step {
		d.Abandon()
		return u.makeMove()
	}
	u.Confirm = e.Confirm(title, body, 1, []locales.ID{locales.UIUnsavedStay, locales.UIUnsavedRetry, locales.UIUnsavedLeave}, d.Flush, leave)
	return u
}

// Update implements page.Screen. As soon as everything is saved, the move is
// made.
func (u *unsaved) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(desk.ChangedMsg); ok {
		if u.d.Failed() == nil && !u.d.Busy() {
			return u, u.makeMove()
		}
		return u, nil
	}
	_, step := u.Confirm.Update(msg)
	return u, step
}

func (u *unsaved) makeMove() page.Step { return page.Steps(page.Leave(u), page.Step{u.move}) }

// asking reports whether the user is being asked about unsaved answers.
func (s Shell) asking() bool {
	_, ok := s.top().(*unsaved)
	return ok
}
