package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// undo shows the step that would be taken back, and asks. What has not reached
// the disk yet is no step, so it waits for that first.
type undo struct {
	*confirm
	d      *coverRoom
	edit   model.Edit
	asked  bool // for the step
	known  bool // the step has come
	ok     bool // there is one
	taking bool // it is being taken back
}

func newUndo(d *coverRoom) screen {
	u := &undo{d: d}
	title := func() string { return d.env.t(locales.UIUndoTitle) }
	u.confirm = d.env.confirm(title, u.body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonUndo}, u.take)
	return u
}

func (u *undo) Init() Step { return u.ask() }

// ask looks the step up as soon as everything is saved.
func (u *undo) ask() Step {
	if u.asked || u.d.busy() {
		return nil
	}
	u.asked = true
	return u.d.lastEdit(u.d.app.ID)
}

func (u *undo) Keys() []key.Binding {
	if !u.ok {
		return []key.Binding{u.env.keys().Back}
	}
	return u.confirm.Keys()
}

func (u *undo) Update(msg tea.Msg) (screen, Step) {
	switch msg := msg.(type) {
	case changedDeskMsg:
		return u, u.ask()
	case lastEditMsg:
		if msg.id != u.d.app.ID {
			return u, nil
		}
		u.known, u.ok, u.edit = true, msg.ok, msg.edit
		if msg.err != nil {
			return u, Steps(pop(1), warn(u.env.failure(msg.err)))
		}
		return u, nil
	case undoneMsg:
		if !u.taking || msg.app.ID != u.d.app.ID {
			return u, nil
		}
		return u, u.taken(msg)
	}
	_, cmd := u.confirm.Update(msg)
	return u, cmd
}

// take takes the step back, once.
func (u *undo) take() Step {
	if !u.ok || u.taking {
		return nil
	}
	u.taking = true
	return u.d.undo(u.d.app.ID)
}

// taken puts the application on the desk as it is now, and leads to what has
// changed.
func (u *undo) taken(msg undoneMsg) Step {
	switch d := u.d; {
	case msg.err != nil:
		return Steps(pop(1), warn(d.env.failure(msg.err)))
	case !msg.ok:
		return Steps(pop(1), warn(d.env.t(locales.UIUndoNone)))
	default:
		what := d.words().Changes(msg.edit, &d.app)[0]
		d.put(msg.proc, msg.app)
		return Steps(leaveFor(d.changed(msg.edit)), notice(d.env.t(locales.UIUndoDone, "What", what)))
	}
}

// changed is where one sees what a step has changed; the overview for what is
// nowhere else.
func (d *coverRoom) changed(e model.Edit) Place {
	for _, c := range e.Changes {
		switch c.Part {
		case "answers":
			if to, ok := d.pageOf(model.QuestionID(c.Of)); ok {
				return to
			}
		case "materials", "own":
			return Place{Stage: Materials}
		case "events", "items":
			return Place{Stage: Submission}
		}
	}
	return Place{}
}

func (u *undo) body(w int) []string {
	e, th := u.env, u.env.theme()
	switch {
	case !u.known:
		return []string{th.Dim.Render(widget.Cut(e.t(locales.UIUndoLooking), w))}
	case !u.ok:
		return widget.Wrap(e.t(locales.UIUndoNone), w)
	}
	lines := []string{th.Dim.Render(widget.Cut(e.t(locales.UIUndoWhen, "Seq", u.edit.Seq, "At", e.moment(u.edit.At)), w)), ""}
	for _, text := range u.d.words().Changes(u.edit, &u.d.app) {
		for i, l := range widget.Wrap(text, w-2) {
			mark := th.Mark.Quiet
			if i > 0 {
				mark = " "
			}
			lines = append(lines, mark+" "+l)
		}
	}
	lines = append(lines, "")
	for _, l := range widget.Wrap(e.t(locales.UIUndoBody), w) {
		lines = append(lines, th.Dim.Render(l))
	}
	return lines
}
