package files

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// note is what is noted about a row of the material list: how far it is, who
// brings it and when. A reason is asked for where the row is waived.
type note struct {
	d      *Room
	row    model.ListRow
	fields []noteField // all of them
	shown  []noteField // those in the form
	waived bool        // the status that the form is made for
	form   *page.Form
}

// A noteField is a field of a note: its name among the half-typed texts, its
// words.
type noteField struct {
	*page.Input
	name        string
	label, hint locales.ID
}

func newNote(d *Room, row model.ListRow) *note {
	s := &note{d: d, row: row}
	text := func() *page.Input { return d.Env.Input(model.Field{Kind: model.FreeText}, nil, nil) }
	s.fields = []noteField{
		{d.Env.Input(model.Field{Kind: model.Choice}, d.statusOption, statusNames()), "status", locales.UIMaterialStatus, ""},
		{text(), "reason", locales.UIMaterialReason, locales.UIMaterialReasonHint},
		{text(), "owner", locales.UIMaterialOwner, locales.UIMaterialOwnerHint},
		{d.Env.Input(model.Field{Kind: model.Day}, nil, nil), "due", locales.UIMaterialDue, locales.UIMaterialDueHint},
		{text(), "note", locales.UIMaterialNote, locales.UIMaterialNoteHint},
	}
	for i, saved := range []string{string(row.Status), row.Reason, row.Owner, row.Due.String(), row.Note} {
		f := s.fields[i]
		if typed, ok := d.Kept(desk.MaterialDraft(row.Key, f.name)); ok {
			saved = typed
		}
		f.Set(saved)
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

func (s *note) status() model.Status { return model.Status(s.fields[0].Get()) }

// build puts the fields that the chosen status calls for into a form.
func (s *note) build() {
	s.waived = s.status() == model.Waived
	s.shown = nil
	var fields []page.Field
	for _, f := range s.fields {
		if f.name == "reason" && !s.waived {
			continue
		}
		field := page.Field{Input: f.Input, Keep: desk.MaterialDraft(s.row.Key, f.name), Label: f.label, Hint: f.hint, Shown: s.d.DayWords}
		if f.name == "status" {
			field.Caption = s.statusCaption
		}
		s.shown, fields = append(s.shown, f), append(fields, field)
	}
	s.form = s.d.Env.Form(s.d, s.done, fields...)
}

func (s *note) statusCaption() widget.Caption {
	return widget.Caption{Label: s.d.Env.T(locales.UIMaterialStatus), Note: s.d.Env.T(statusNotes[s.status()])}
}

// Init keeps where the user is.
func (s *note) Init() page.Step { return s.d.Here(string(desk.Materials), string(s.row.Key)) }

func (s *note) Typing() bool { return s.form.Typing() }

func (s *note) Title() string { return s.d.Env.T(locales.UITaskMaterials) }

func (s *note) Bindings() []page.Binding {
	k := s.d.Env.Keys().When(s.Typing())
	return s.form.Bindings(
		page.On(k.Why, func() page.Step { return s.d.why(s.row) }),
		page.On(k.Sources, func() page.Step { return s.d.sources(s.row) }))
}

// Update makes another form where another status calls for other fields.
func (s *note) Update(msg tea.Msg) (page.Screen, page.Step) {
	step := s.form.Update(msg)
	if s.waived != (s.status() == model.Waived) {
		at := s.form.At()
		s.build()
		s.form.FocusOn(at)
	}
	return s, step
}

// done reads the fields and goes back to the row.
func (s *note) done() page.Step {
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
	return page.Steps(d.Commit(changed, noteDrafts(s.row.Key)...), page.Pop())
}

// noteDrafts names all that may be half typed in the note of a row.
func noteDrafts(key model.MaterialKey) []string {
	var names []string
	for _, f := range []string{"status", "reason", "owner", "due", "note"} {
		names = append(names, desk.MaterialDraft(key, f))
	}
	return names
}

func (s *note) View(w, h int) page.Drawn {
	return s.d.Lay(w, h, desk.Materials, s.d.explain(s.row), func(w, h int) page.Drawn {
		th := s.d.Env.Theme()
		lines := []string{th.Title.Render(s.d.Words().Row(s.row))}
		if h >= 10 {
			if text := s.d.condition(s.row); text != "" {
				lines = append(lines, th.Say(theme.Neutral, text))
			}
			lines = append(lines, "")
		}
		return s.form.Draw(w, h-len(lines)).Under(lines...)
	})
}
