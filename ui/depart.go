package ui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// This file is the one way onto the desk and the one way off it. Whatever
// leads away from an application, to the board, to another application or out
// of the program, is held back until everything is on the disk; where that
// cannot be, the user is asked.

// openMsg puts another application on the desk.
type openMsg struct {
	d   *desk
	how opening
}

type quitMsg struct{} // the user wants to leave the program

// offer asks for the application that the program was left in the middle of.
func (s Shell) offer(msg lastMsg) Step {
	if msg.err != nil || msg.id == "" || s.open != nil || len(s.stack) > 1 {
		return nil
	}
	return open(msg.id, offering)
}

// opened takes an application that was loaded, and puts it on the desk. One
// that was not asked for is only offered, and not at all if there is no place
// to go on at.
func (s Shell) opened(msg openedMsg) (Shell, Step) {
	s.expecting = false
	if msg.err != nil {
		return s, warn(s.env.failure(msg.err))
	}
	proc, err := s.env.Procedures.Edition(msg.app.Procedure, msg.app.Edition)
	if err != nil {
		return s, warn(s.env.failure(err))
	}
	d := newDesk(s.env, s.world.Store, s.world.Files, proc, msg.app, msg.draft)
	if msg.how.how == offering && !d.resumable() {
		return s, nil
	}
	return s, Step{openMsg{d, msg.how}}
}

// enter shows an application that has come onto the desk.
func (s Shell) enter(how opening) (Shell, Step) {
	d := s.open
	switch how.how {
	case offering:
		return s, push(newResume(s.world.cover(d)))
	case beginning:
		return s, Steps(openAt(Overview, ""), leaveFor(Place{Page, string(d.visits[0].Page)}))
	case resuming:
		return s, Steps(openAt(Overview, ""), s.world.cover(d).resume(), s.world.cover(d).offerEdition())
	case exporting:
		return s, Steps(openAt(Overview, ""), openAt(Export, ""))
	case entering:
		return s, Steps(openAt(Overview, ""), d.lead(how.lead), s.world.cover(d).offerEdition())
	}
	return s, Steps(openAt(Overview, ""), s.world.cover(d).offerEdition())
}

// leaving makes a move that may lead away from the desk, as soon as nothing on
// it would be lost.
func (s Shell) leaving(msg tea.Msg) (Shell, Step) {
	d := s.open
	if d == nil {
		return s.depart(msg)
	}
	if d.taking() && !isQuit(msg) {
		return s, push(d.stopping(nil, again(msg)))
	}
	stopped := d.stopFiling()
	switch {
	case d.busy():
		s.going = msg
		return s, Steps(stopped, d.flush())
	case d.unsaved() && s.asking() && isQuit(msg): // twice, so without saving
		s.leave = true
		return s, s.quit()
	case d.unsaved():
		return s, push(newUnsaved(d, msg))
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
func (s Shell) depart(msg tea.Msg) (Shell, Step) {
	switch msg := msg.(type) {
	case quitMsg:
		s.leave = true
		return s, s.quit()
	case openMsg:
		if s.open != nil || msg.how.how == beginning {
			s.stack = s.stack[:1]
		}
		s.open, s.base = msg.d, len(s.stack)
		return s.enter(msg.how)
	case popMsg:
		s.stack = s.stack[:max(1, min(s.base, len(s.stack)-msg.n))]
	case homeMsg:
		s.stack = s.stack[:1]
	}
	s.open, s.base = nil, 0
	return s.one(len(s.stack)-1, shownMsg{})
}

// again has the shell make a move that it held back.
func again(msg tea.Msg) Step { return Step{msg} }

func isQuit(msg tea.Msg) bool {
	_, ok := msg.(quitMsg)
	return ok
}

// unsaved asks what is to become of answers that the disk does not take.
type unsaved struct {
	*confirm
	d    *desk
	then tea.Msg // the move that was asked for
}

func newUnsaved(d *desk, then tea.Msg) *unsaved {
	e := d.env
	u := &unsaved{d: d, then: then}
	title := func() string { return e.t(locales.UIUnsavedTitle) }
	body := func(w int) []string {
		why := ""
		if d.err != nil {
			why = e.failure(d.err)
		}
		return append(widget.Wrap(e.t(locales.UIUnsavedBody, "Title", e.kit.Legible(d.app.Title)), w), append([]string{""}, widget.Wrap(why, w)...)...)
	}
	u.confirm = e.confirm(title, body, 1, []locales.ID{locales.UIUnsavedStay, locales.UIUnsavedRetry, locales.UIUnsavedLeave},
		d.flush,
		func() Step {
			d.abandon()
			return Steps(pop(1), again(then))
		})
	return u
}

func (u *unsaved) Update(msg tea.Msg) (screen, Step) {
	if _, ok := msg.(changedDeskMsg); ok {
		if u.d.err == nil && !u.d.busy() {
			return u, Steps(pop(1), again(u.then))
		}
		return u, nil
	}
	_, cmd := u.confirm.Update(msg)
	return u, cmd
}

// Flush saves what the end of the program left unsaved, where replies come no
// more. It may be called when Run has returned, and waits for the disk.
func (s Shell) Flush() error {
	d := s.open
	if d == nil || !d.inFlight && !d.unsaved() {
		return nil
	}
	draft := d.draft
	draft.Saved = s.env.Now()
	if d.appDirty || d.appInFlight {
		// A conflict says that the save on its way has arrived.
		_, err := s.world.Store.Save(d.app, model.Summarise(d.proc, &d.app, s.env.Workdays), &draft)
		if err == nil || d.appInFlight && !d.appDirty {
			return nil
		}
		return err
	}
	return s.world.Store.SaveDraft(d.app.ID, draft)
}
