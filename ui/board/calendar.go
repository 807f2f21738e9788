package board

import (
	"errors"
	"io/fs"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// dueExport asks where the calendar file goes. A file that exists is replaced
// on the second Continue.
type dueExport struct {
	due    *due
	path   *page.Input
	form   *widget.Form
	exists string // the path that is replaced when Continue comes again
	asked  bool
	top    int
}

func newDueExport(d *due) page.Screen {
	x := &dueExport{due: d}
	x.path = d.env.Input(model.Field{Kind: model.FreeText}, nil, nil)
	x.path.Set(d.env.T(locales.UIDueICSName) + icsEnding)
	x.form = widget.NewForm(d.env.Kit, x.caption, x.path.Widget)
	return x
}

const icsEnding = ".ics"

func (x *dueExport) Typing() bool { return x.form.Typing() }

func (x *dueExport) Title() string { return x.due.env.T(locales.UIDueExport) }

func (x *dueExport) Keys() []key.Binding {
	k := x.due.env.Keys().When(x.Typing())
	return []key.Binding{k.Continue, k.Back}
}

func (x *dueExport) Update(msg tea.Msg) (page.Screen, page.Step) {
	if keys.Is(msg, x.due.env.Keys().Back) {
		return x, page.Pop(1)
	}
	event := widget.Ignored
	switch m := msg.(type) {
	case calendarMsg:
		return x, x.written(m)
	case tea.MouseClickMsg:
		event = x.form.Click(m.X, m.Y-x.top)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = x.form.Update(m)
	}
	switch event {
	case widget.Changed:
		x.path.Changed()
	case widget.Picked:
		return x, x.write()
	}
	return x, nil
}

// target is the path as it will be written, "" for none.
func (x *dueExport) target() string {
	path := strings.TrimSpace(x.path.Get())
	switch {
	case path == "":
		return ""
	case page.IsFolder(path):
		path += x.due.env.T(locales.UIDueICSName)
	}
	if !strings.HasSuffix(strings.ToLower(path), icsEnding) {
		path += icsEnding
	}
	return path
}

func (x *dueExport) write() page.Step {
	e, path := x.due.env, x.target()
	switch {
	case x.asked:
		return nil
	case path == "":
		x.path.Problem = e.T(locales.UIDueICSNeeded)
		return nil
	}
	entries := make([]export.CalendarEntry, 0, len(x.due.days))
	for _, day := range x.due.days {
		if words, ok := x.due.words(day); ok {
			entries = append(entries, words.CalendarEntry(day))
		}
	}
	x.asked = true
	return e.writeCalendar(CalendarRequest{Path: path, Name: e.T(locales.UIDueICSName), Entries: entries, Replace: x.exists == path})
}

func (x *dueExport) written(m calendarMsg) page.Step {
	e := x.due.env
	if !x.asked {
		return nil
	}
	x.asked = false
	switch {
	case errors.Is(m.err, fs.ErrExist):
		x.exists = x.target()
		x.path.Problem = e.T(locales.UIDueICSExists)
		return nil
	case m.err != nil:
		x.path.Problem = e.Fail(m.err)
		return nil
	}
	return page.Steps(page.Pop(1), page.Notice(e.T(locales.UIDueICSDone, "Count", m.count, "File", legible.Line(m.path))))
}

func (x *dueExport) caption(int) widget.Caption {
	e := x.due.env
	note, tone := x.path.Note(nil, e.T(locales.UIDueICSHint))
	if x.path.Problem != "" && x.exists != "" && x.exists == x.target() {
		tone = theme.Warn
	}
	return widget.Caption{Label: e.T(locales.UIDueICSPath), Note: note, Tone: tone}
}

func (x *dueExport) View(w, h int) (string, *tea.Cursor) {
	e, th := x.due.env, x.due.env.Theme()
	lines := []string{th.Title.Render(e.T(locales.UIDueICSTitle))}
	for _, l := range widget.Wrap(e.T(locales.UIDueICSBody), min(w, 72)) {
		lines = append(lines, th.Dim.Render(l))
	}
	lines = append(lines, "")
	x.top = len(lines)
	text, cursor := x.form.View(min(w, 72), max(1, h-x.top))
	return strings.Join(append(lines, text), "\n"), widget.Shift(cursor, 0, x.top)
}
