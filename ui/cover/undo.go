package cover

import (
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// undo shows the step that would be taken back, and asks. What has not reached
// the disk yet is no step, so it waits for that first.
type Undo struct {
	*page.Confirm
	d      *Room
	edit   model.Edit
	asked  bool // for the step
	known  bool // the step has come
	ok     bool // there is one
	taking bool // it is being taken back
}

func NewUndo(d *Room) page.Screen {
	u := &Undo{d: d}
	title := func() string { return d.Env.T(locales.UIUndoTitle) }
	u.Confirm = d.Env.Confirm(title, u.body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonUndo}, u.take)
	return u
}

func (u *Undo) Init() page.Step { return u.ask() }

// ask looks the step up as soon as everything is saved.
func (u *Undo) ask() page.Step {
	if u.asked || u.d.Busy() {
		return nil
	}
	u.asked = true
	return u.d.lastEdit(u.d.App.ID)
}

func (u *Undo) Bindings() []page.Binding {
	none := page.Unused(u.Env.Keys().Undo)
	if !u.ok {
		return []page.Binding{u.Env.Back(), none}
	}
	return append(u.Confirm.Bindings(), none)
}

func (u *Undo) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg := msg.(type) {
	case page.ChangedDeskMsg:
		return u, u.ask()
	case lastEditMsg:
		if msg.id != u.d.App.ID {
			return u, nil
		}
		u.known, u.ok, u.edit = true, msg.ok, msg.edit
		if msg.err != nil {
			return u, page.Steps(page.Pop(1), page.Warn(u.Env.Fail(msg.err)))
		}
		return u, nil
	case undoneMsg:
		if !u.taking || msg.app.ID != u.d.App.ID {
			return u, nil
		}
		return u, u.taken(msg)
	}
	_, cmd := u.Confirm.Update(msg)
	return u, cmd
}

// take takes the step back, once.
func (u *Undo) take() page.Step {
	if !u.ok || u.taking {
		return nil
	}
	u.taking = true
	return u.d.undo(u.d.App.ID)
}

// taken puts the application on the desk as it is now, and leads to what has
// changed.
func (u *Undo) taken(msg undoneMsg) page.Step {
	switch d := u.d; {
	case msg.err != nil:
		return page.Steps(page.Pop(1), page.Warn(d.Env.Fail(msg.err)))
	case !msg.ok:
		return page.Steps(page.Pop(1), page.Warn(d.Env.T(locales.UIUndoNone)))
	default:
		what := d.Words().Changes(msg.edit, &d.App)[0]
		d.Put(msg.proc, msg.app)
		return page.Steps(desk.LeaveFor(d.changed(msg.edit)), page.Notice(d.Env.T(locales.UIUndoDone, "What", what)))
	}
}

// changed is where one sees what a step has changed; the overview for what is
// nowhere else.
func (d *Room) changed(e model.Edit) desk.Place {
	for _, c := range e.Changes {
		switch c.Part {
		case "answers":
			if to, ok := d.PageOf(model.QuestionID(c.Of)); ok {
				return to
			}
		case "materials", "own":
			return desk.Place{Stage: desk.Materials}
		case "events", "items":
			return desk.Place{Stage: desk.Submission}
		}
	}
	return desk.Place{}
}

func (u *Undo) body(w int) []string {
	e, th := u.Env, u.Env.Theme()
	switch {
	case !u.known:
		return []string{th.Dim.Render(widget.Cut(e.T(locales.UIUndoLooking), w))}
	case !u.ok:
		return widget.Wrap(e.T(locales.UIUndoNone), w)
	}
	lines := []string{th.Dim.Render(widget.Cut(e.T(locales.UIUndoWhen, "Seq", u.edit.Seq, "At", moment(e, u.edit.At)), w)), ""}
	for _, text := range u.d.Words().Changes(u.edit, &u.d.App) {
		for i, l := range widget.Wrap(text, w-2) {
			mark := th.Mark.Quiet
			if i > 0 {
				mark = " "
			}
			lines = append(lines, mark+" "+l)
		}
	}
	lines = append(lines, "")
	for _, l := range widget.Wrap(e.T(locales.UIUndoBody), w) {
		lines = append(lines, th.Dim.Render(l))
	}
	return lines
}
