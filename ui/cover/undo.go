package cover

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// undo shows the step that would be undone, and asks. A change is no step before
// it has reached the disk, so the page waits for saves first, and for files that
// are on their way: what came in while the step is undone would go with it.
type undo struct {
	*page.Confirm
	d       *Room
	asked   bool // the step has been asked for
	known   bool // the reply has come
	found   bool // there is a step
	edit    model.Edit
	undoing bool
}

// NewUndo asks whether to undo the latest step.
func NewUndo(d *Room) page.Screen {
	u := &undo{d: d}
	title := func() string { return d.Env.T(locales.UIUndoTitle) }
	u.Confirm = d.Env.Confirm(title, u.body, 0, []locales.ID{locales.UIButtonKeep, locales.UIButtonUndo}, u.confirm)
	return u
}

// Init asks for the step.
func (u *undo) Init() page.Step { return u.ask() }

// ask looks the step up as soon as everything is saved.
func (u *undo) ask() page.Step {
	if u.asked || u.d.Busy() || u.d.Working() {
		return nil
	}
	u.asked = true
	return u.d.lastStep()
}

func (u *undo) Bindings() []page.Binding {
	none := page.Unused(u.d.Env.Keys().Undo)
	if u.undoing {
		return []page.Binding{page.Unused(u.d.Env.Keys().Back), none}
	}
	if !u.found {
		return []page.Binding{u.d.Env.Back(), none}
	}
	return append(u.Confirm.Bindings(), none)
}

func (u *undo) Update(msg tea.Msg) (page.Screen, page.Step) {
	switch msg := msg.(type) {
	case desk.ChangedMsg:
		return u, u.ask()
	case lastStepMsg:
		if msg.id != u.d.App.ID {
			return u, nil
		}
		u.known, u.found, u.edit = true, msg.ok, msg.edit
		if msg.err != nil {
			return u, page.Steps(page.Leave(u), page.Warn(u.d.Env.Fail(msg.err)))
		}
		return u, nil
	case undoneMsg:
		if !u.undoing || msg.app.ID != u.d.App.ID {
			return u, nil
		}
		return u, u.undone(msg)
	}
	if u.undoing {
		return u, nil
	}
	_, step := u.Confirm.Update(msg)
	return u, step
}

// confirm undoes the step, once.
func (u *undo) confirm() page.Step {
	if !u.found || u.undoing {
		return nil
	}
	u.undoing = true
	return u.d.undoStep()
}

// undone puts the application on the desk as it is now, and leads to what has
// changed.
func (u *undo) undone(msg undoneMsg) page.Step {
	switch d := u.d; {
	case msg.err != nil:
		return page.Steps(page.Leave(u), page.Warn(d.Env.Fail(msg.err)))
	case !msg.ok:
		return page.Steps(page.Leave(u), page.Warn(d.Env.T(locales.UIUndoNone)))
	default:
		what := d.Words().Changes(msg.edit, &d.App)[0]
		d.Put(msg.proc, msg.app)
		return page.Steps(desk.LeaveFor(d.changed(msg.edit)), page.Notice(d.Env.T(locales.UIUndoDone, "What", what)))
	}
}

// changed is where the changes of a step can be seen; the overview for what is
// nowhere else.
func (d *Room) changed(e model.Edit) desk.Place {
	for _, c := range e.Changes {
		switch c.Part {
		case "answers":
			if to, ok := d.PageOf(model.QuestionID(c.Of)); ok {
				return to
			}
		case "materials", "own":
			return desk.At(desk.Materials, "")
		case "events", "items":
			return desk.At(desk.Submission, "")
		}
	}
	return desk.Place{}
}

// body says what the step has changed.
func (u *undo) body(w int) []string {
	e, th := u.d.Env, u.d.Env.Theme()
	switch {
	case !u.known:
		return []string{th.Dim.Render(widget.Cut(e.T(locales.UIUndoLooking), w))}
	case !u.found:
		return widget.Wrap(e.T(locales.UIUndoNone), w)
	}
	lines := []string{th.Dim.Render(widget.Cut(e.T(locales.UIUndoWhen, "Seq", u.edit.Seq, "At", moment(e, u.edit.At)), w)), ""}
	for _, text := range u.d.Words().Changes(u.edit, &u.d.App) {
		lines = append(lines, bulleted(e, text, w)...)
	}
	lines = append(lines, "")
	for _, l := range widget.Wrap(e.T(locales.UIUndoBody), w) {
		lines = append(lines, th.Dim.Render(l))
	}
	return lines
}

// bulleted is a text with a mark before its first line.
func bulleted(e *page.Env, text string, w int) []string {
	lines := widget.Wrap(text, w-2)
	for i, l := range lines {
		mark := " "
		if i == 0 {
			mark = e.Theme().Mark.Quiet
		}
		lines[i] = mark + " " + l
	}
	return lines
}
