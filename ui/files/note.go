package files

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// noting is what is noted about one row of the material list: how far it
// is, who brings it and when. A reason is asked for where the row is waived.
type noting struct {
	d      *Room
	row    model.ListRow
	fields []materialField // all of them
	shown  []materialField // those in the form
	form   *widget.Form
	w, top int // as drawn last, for clicks
}

// A materialField is a field of the form: its name in the draft, its texts.
type materialField struct {
	*page.Input
	name        string
	label, hint locales.ID
}

// newNoting opens what is noted about a row; nil if there is no row of that
// key, or nothing can be noted about it yet.
func newNoting(d *Room, key model.MaterialKey) page.Screen {
	row, ok := model.FindRow(d.Rows, key)
	if !ok || desk.Blocked(row) {
		return nil
	}
	s := &noting{d: d, row: row}
	text := func() *page.Input { return d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil) }
	s.fields = []materialField{
		{d.Env.Input(model.Field{Kind: model.Choice}, d.statusOption, statusNames()), "status", locales.UIMaterialStatus, ""},
		{text(), "reason", locales.UIMaterialReason, locales.UIMaterialReasonHint},
		{text(), "owner", locales.UIMaterialOwner, locales.UIMaterialOwnerHint},
		{d.Env.Input(model.Field{Kind: model.Day}, nil, nil), "due", locales.UIMaterialDue, locales.UIMaterialDueHint},
		{text(), "note", locales.UIMaterialNote, locales.UIMaterialNoteHint},
	}
	saved := map[string]string{
		"status": string(row.Status), "reason": row.Reason, "owner": row.Owner, "due": row.Due.String(), "note": row.Note,
	}
	for _, f := range s.fields {
		if typed, ok := d.Draft.Text[desk.MaterialDraft(key, f.name)]; ok {
			f.Set(typed)
		} else {
			f.Set(saved[f.name])
		}
	}
	s.build()
	return s
}

func statusNames() []string {
	names := make([]string, len(model.Statuses))
	for i, s := range model.Statuses {
		names[i] = string(s)
	}
	return names
}

// statusNotes say what a status means.
var statusNotes = map[model.Status]locales.ID{
	model.Missing: locales.UIMaterialStatusNoteMissing, model.Requested: locales.UIMaterialStatusNoteRequested, model.Got: locales.UIMaterialStatusNoteCollected,
	model.Checked: locales.UIMaterialStatusNoteChecked, model.Waived: locales.UIMaterialStatusNoteWaived,
}

func (d *Room) statusOption(status string) widget.Option {
	return widget.Option{Label: d.Env.P.Text("term", "status", status)}
}

// build puts the fields that the chosen status calls for into a form.
func (s *noting) build() {
	waived := s.fields[0].Get() == string(model.Waived)
	s.shown = nil
	var ws []widget.Widget
	for _, f := range s.fields {
		if f.name == "reason" && !waived {
			continue
		}
		s.shown, ws = append(s.shown, f), append(ws, f.Widget)
	}
	s.form = widget.NewForm(s.d.Env.Kit, s.caption, ws...)
}

func (s *noting) Init() page.Step { return s.d.At(string(desk.Materials), string(s.row.Key)) }

func (s *noting) Typing() bool { return s.form.Typing() }

func (s *noting) Title() string { return s.d.Env.T(locales.UITaskMaterials) }

func (s *noting) Keys() []key.Binding {
	k := s.d.Env.Keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back, k.Why, k.Sources}, s.form.Help()...)
}

func (s *noting) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := s.d.Env.Keys().When(s.Typing())
	switch {
	case keys.Is(msg, k.Back):
		return s, page.Pop(1)
	case keys.Is(msg, k.Why):
		return s, page.Push(s.d.Why(desk.MaterialPart(s.row)))
	case keys.Is(msg, k.Sources):
		return s, page.Push(s.d.SourcesOf(desk.MaterialPart(s.row)))
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y := s.d.Clicked(m, s.w)
		event = s.form.Click(x, y-s.top)
		at = s.form.At()
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return s, s.done()
	case widget.Changed:
		return s, s.changed(at)
	}
	return s, nil
}

// changed keeps what is typed. Another status may call for other fields.
func (s *noting) changed(at int) page.Step {
	f, focus := s.shown[at], s.form.At()
	f.Changed()
	if f.name == "status" {
		s.build()
		s.form.FocusOn(focus)
	}
	return s.d.Typed(desk.MaterialDraft(s.row.Key, f.name), f.Get())
}

// done reads the fields and goes back to the list.
func (s *noting) done() page.Step {
	d, c := s.d, model.Collected{}
	text := map[string]*string{"reason": &c.Reason, "owner": &c.Owner, "note": &c.Note}
	stop := -1
	for i, f := range s.shown {
		f.Changed()
		v, err := f.Value()
		switch {
		case err != nil:
			f.Problem = d.Refusal("", err)
		case f.name == "status":
			c.Status = model.Status(f.Get())
		case f.name == "due":
			c.Due, _ = v.(model.Date)
		default:
			*text[f.name] = strings.TrimSpace(f.Get())
		}
		if f.name == "reason" && c.Reason == "" {
			f.Problem = d.Env.T(locales.UIMaterialReasonNeeded)
		}
		if f.Problem != "" && stop < 0 {
			stop = i
		}
	}
	if stop >= 0 {
		s.form.FocusOn(stop)
		return nil
	}
	changed := d.App.Clone()
	if err := changed.Note(d.Proc, s.row.Key, c); err != nil {
		return page.Warn(d.Refusal("", err))
	}
	return page.Steps(d.Commit(changed, desk.MaterialDrafts(s.row.Key)...), page.Pop(1))
}

func (s *noting) caption(i int) widget.Caption {
	f, e := s.shown[i], s.d.Env
	if f.name == "status" {
		return widget.Caption{Label: e.T(f.label), Note: e.T(statusNotes[model.Status(f.Get())])}
	}
	note, tone := f.Note(s.d.DayWords, e.T(f.hint))
	return widget.Caption{Label: e.T(f.label), Note: note, Tone: tone}
}

func (s *noting) View(w, h int) (string, *tea.Cursor) {
	s.w = w
	return s.d.Page(w, h, desk.Materials, s.d.aboutRow(s.row), func(w, h int) (string, *tea.Cursor) {
		th := s.d.Env.Theme()
		lines := []string{th.Title.Render(s.d.Words().Row(s.row))}
		if text := s.d.condition(s.row); text != "" && h >= 10 {
			lines = append(lines, th.Say(theme.Neutral, text))
		}
		if h >= 10 {
			lines = append(lines, "")
		}
		s.top = len(lines)
		text, cursor := s.form.View(min(w, 72), max(1, h-s.top))
		return strings.Join(append(lines, text), "\n"), widget.Shift(cursor, 0, s.top)
	})
}
