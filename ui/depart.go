package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/cover"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// openMsg puts another application on the desk.
type openMsg struct {
	d   *desk.Desk
	how page.Opening
}

type quitMsg struct{} // the user wants to leave the program

// offer asks for the application that the program was left in the middle of.
func (s Shell) offer(msg lastMsg) page.Step {
	if msg.err != nil || msg.id == "" || s.open != nil || len(s.stack) > 1 {
		return nil
	}
	return page.Open(msg.id, page.Offering)
}

// opened takes an application that was loaded, and puts it on the desk. One
// that was not asked for is only offered, and not at all if there is no place
// to go on at.
func (s Shell) opened(msg page.OpenedMsg) (Shell, page.Step) {
	s.expecting = false
	if msg.Err != nil {
		return s, page.Warn(s.env.Fail(msg.Err))
	}
	proc, err := s.env.Procedures.Edition(msg.App.Procedure, msg.App.Edition)
	if err != nil {
		return s, page.Warn(s.env.Fail(err))
	}
	d := desk.New(s.env, s.world.Store, s.world.Files, proc, msg.App, msg.Draft)
	if msg.How.How == page.Offering && !d.Resumable() {
		return s, nil
	}
	return s, page.Step{openMsg{d, msg.How}}
}

// enter shows an application that has come onto the desk.
func (s Shell) enter(how page.Opening) (Shell, page.Step) {
	d, room, overview := s.open, s.world.cover(s.open), desk.OpenAt(desk.Overview, "")
	switch how.How {
	case page.Offering:
		return s, page.Push(cover.NewResume(room))
	case page.Beginning:
		return s, page.Steps(overview, desk.LeaveFor(desk.At(desk.Page, string(d.Visits[0].Page))))
	case page.Resuming:
		return s, page.Steps(overview, d.Resume(), page.Push(cover.NewEditionOffer(room)))
	case page.Exporting:
		return s, page.Steps(overview, desk.OpenAt(desk.Export, ""))
	case page.Entering:
		return s, page.Steps(overview, d.Lead(how.Lead), page.Push(cover.NewEditionOffer(room)))
	}
	return s, page.Steps(overview, page.Push(cover.NewEditionOffer(room)))
}

// leaving makes a move that may lead away from the desk, as soon as nothing on
// it would be lost.
func (s Shell) leaving(msg tea.Msg) (Shell, page.Step) {
	d := s.open
	if d == nil {
		return s.depart(msg)
	}
	if d.Attaching() && !isQuit(msg) {
		return s, page.Push(d.Stopping(nil, again(msg)))
	}
	stopped := d.StopFiling()
	switch {
	case d.Busy():
		s.going = msg
		return s, page.Steps(stopped, d.Flush())
	case d.Unsaved() && s.asking() && isQuit(msg): // twice, so without saving
		s.leave = true
		return s, s.quit()
	case d.Unsaved():
		return s, page.Push(newUnsaved(d, msg))
	}
	return s.depart(msg)
}

// asking reports whether the user is being asked about unsaved answers.
func (s Shell) asking() bool {
	_, ok := s.top().(*unsaved)
	return ok
}

// depart makes the move: there is nothing on the desk any more that could be
// lost.
func (s Shell) depart(msg tea.Msg) (Shell, page.Step) {
	switch msg := msg.(type) {
	case quitMsg:
		s.leave = true
		return s, s.quit()
	case openMsg:
		if s.open != nil || msg.how.How == page.Beginning {
			s.stack = s.stack[:1]
		}
		s.open, s.base, s.entered = msg.d, len(s.stack), msg.how.How != page.Offering
		return s.enter(msg.how)
	case page.PopMsg:
		s.stack = s.stack[:max(1, min(s.base, len(s.stack)-msg.N))]
	case page.HomeMsg:
		s.stack = s.stack[:1]
	}
	s.open, s.base, s.entered = nil, 0, false
	return s.one(len(s.stack)-1, page.ShownMsg{})
}

// again has the shell make a move that it held back.
func again(msg tea.Msg) page.Step { return page.Step{msg} }

func isQuit(msg tea.Msg) bool {
	_, ok := msg.(quitMsg)
	return ok
}

// unsaved asks what is to become of answers that the disk does not take.
type unsaved struct {
	*page.Confirm
	d    *desk.Desk
	then tea.Msg // the move that was asked for
}

func newUnsaved(d *desk.Desk, then tea.Msg) *unsaved {
	e := d.Env
	u := &unsaved{d: d, then: then}
	title := func() string { return e.T(locales.UIUnsavedTitle) }
	body := func(w int) []string {
		why := ""
		if d.Err != nil {
			why = e.Fail(d.Err)
		}
		return append(widget.Wrap(e.T(locales.UIUnsavedBody, "Title", e.Kit.Legible(d.App.Title)), w), append([]string{""}, widget.Wrap(why, w)...)...)
	}
	u.Confirm = e.Confirm(title, body, 1, []locales.ID{locales.UIUnsavedStay, locales.UIUnsavedRetry, locales.UIUnsavedLeave},
		d.Flush,
		func() page.Step {
			d.Abandon()
			return page.Steps(page.Pop(1), again(then))
		})
	return u
}

func (u *unsaved) Update(msg tea.Msg) (page.Screen, page.Step) {
	if _, ok := msg.(page.ChangedDeskMsg); ok {
		if u.d.Err == nil && !u.d.Busy() {
			return u, page.Steps(page.Pop(1), again(u.then))
		}
		return u, nil
	}
	_, cmd := u.Confirm.Update(msg)
	return u, cmd
}

// Flush saves what the end of the program left unsaved, where replies come no
// more. It may be called when Run has returned, and waits for the disk.
func (s Shell) Flush() error {
	d := s.open
	if d == nil || !d.InFlight && !d.Unsaved() {
		return nil
	}
	draft := d.Draft
	draft.Saved = s.env.Now()
	if d.AppDirty || d.AppInFlight {
		// A conflict says that the save on its way has arrived.
		_, err := s.world.Store.Save(d.App, model.Summarise(d.Proc, &d.App, s.env.Workdays), &draft)
		if err == nil || d.AppInFlight && !d.AppDirty {
			return nil
		}
		return err
	}
	return s.world.Store.SaveDraft(d.App.ID, draft)
}
