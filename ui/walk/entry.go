package walk

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/keys"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// entry adds or changes one row of a list.
type entry struct {
	list   *entries
	id     string // "" while the row is new
	inputs []*page.Input
	form   *widget.Form
	seen   bool // what is odd has been shown once
}

func newEntry(list *entries, e model.Entry) *entry {
	s := &entry{list: list, id: e.ID}
	d := list.D
	var fields []widget.Widget
	for _, f := range list.q.Fields {
		in := columnInput(d, list.q, f, s.others())
		switch t, typed := d.Draft.Text[s.draftKey(f.Name)]; {
		case typed:
			in.Set(t)
		case e.Fields[f.Name] != nil:
			in.Set(fieldText(f, e.Fields[f.Name]))
		case f.Kind == model.EntryRef:
			in.Set("")
		}
		s.inputs = append(s.inputs, in)
		fields = append(fields, in.Widget)
	}
	s.form = widget.NewForm(d.Env.Kit, s.caption, fields...)
	return s
}

// others are the rows that this one can be below.
func (s *entry) others() model.Entries {
	return slices.DeleteFunc(slices.Clone(s.list.values()), func(e model.Entry) bool { return e.ID == s.id })
}

func (s *entry) draftKey(column string) string {
	return string(s.list.q.ID) + "/" + s.id + "/" + column
}

func (s *entry) Typing() bool { return s.form.Typing() }

func (s *entry) Title() string {
	return s.list.D.Words().Part("question", string(s.list.q.ID), "entry")
}

func (s *entry) Keys() []key.Binding {
	k := s.list.D.Env.Keys().When(s.Typing())
	return append([]key.Binding{k.Continue, k.Back}, s.form.Help()...)
}

func (s *entry) Update(msg tea.Msg) (page.Screen, page.Step) {
	d := s.list.D
	if k := d.Env.Keys().When(s.Typing()); keys.Is(msg, k.Back) {
		return s, page.Pop(1)
	}
	at, event := s.form.At(), widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		event = s.form.Click(m.X, m.Y-2)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = s.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return s, s.done()
	case widget.Changed:
		s.inputs[at].Changed()
		return s, d.Typed(s.draftKey(s.list.q.Fields[at].Name), s.inputs[at].Get())
	}
	return s, nil
}

// done checks the row and puts it into the list.
func (s *entry) done() page.Step {
	d, q := s.list.D, s.list.q
	row := model.Entry{ID: s.id, Fields: make(map[string]model.Value)}
	stop := -1
	var drafts []string
	for i, f := range q.Fields {
		in := s.inputs[i]
		in.Changed()
		v, err := in.Value()
		switch {
		case err != nil:
			in.Problem = s.refusal(f.Name, err)
		case v == nil && !f.Optional:
			in.Problem = d.Env.T(locales.UIEntryEmpty, "Field", d.Words().Column(q.ID, f.Name))
		case v != nil && v != model.Text(""):
			row.Fields[f.Name] = v
		}
		if in.Problem != "" && stop < 0 {
			stop = i
		}
		drafts = append(drafts, s.draftKey(f.Name))
	}
	if stop < 0 {
		stop = s.oddities(row)
	}
	if stop >= 0 {
		s.form.FocusOn(stop)
		return nil
	}
	return s.put(row, drafts)
}

func (s *entry) refusal(column string, err error) string {
	if e, ok := desk.AsModelError(err); ok {
		e.Question, e.Field = s.list.q.ID, column
		return s.list.D.Words().Refusal(e)
	}
	return s.list.D.Env.Fail(err)
}

// oddities shows once what is odd about the row, a circle of parents always.
func (s *entry) oddities(row model.Entry) int {
	d, q := s.list.D, s.list.q
	stop := -1
	for _, f := range model.CheckEntry(*q, row, d.Env.Today()) {
		i := slices.IndexFunc(q.Fields, func(x model.Field) bool { return x.Name == f.Field })
		if i < 0 || s.seen {
			continue
		}
		s.inputs[i].Odd = d.Env.T(locales.UIAskOdd, "Finding", d.Words().Finding(f))
		if stop < 0 {
			stop = i
		}
	}
	s.seen = stop >= 0
	for i, f := range q.Fields {
		if f.Kind == model.EntryRef && s.id != "" && circular(s.list.values(), row, f.Name) {
			s.inputs[i].Problem = s.refusal(f.Name, &model.Error{Code: model.ParentCycle})
			stop = i
		}
	}
	return stop
}

// circular reports whether a row would come to stand above itself.
func circular(es model.Entries, row model.Entry, column string) bool {
	parent := func(id string) string {
		for _, e := range es {
			if e.ID == id {
				return e.Text(column)
			}
		}
		return ""
	}
	at := row.Text(column)
	for range len(es) + 1 {
		if at == row.ID {
			return true
		}
		if at = parent(at); at == "" {
			return false
		}
	}
	return true
}

func (s *entry) put(row model.Entry, drafts []string) page.Step {
	d := s.list.D
	changed := d.App.Clone()
	es := slices.Clone(s.list.values())
	if i := slices.IndexFunc(es, func(e model.Entry) bool { return e.ID == row.ID }); i >= 0 && row.ID != "" {
		es[i] = row
	} else {
		row.ID = changed.EntryIDFor(s.list.q.ID, row.Text("name"))
		es = append(es, row)
	}
	if err := changed.Answer(d.Proc, s.list.q.ID, es); err != nil {
		return page.Warn(d.Refusal(s.list.q.ID, err))
	}
	s.list.odd = false
	save := d.Commit(changed, drafts...)
	s.list.count()
	if s.id == "" {
		s.list.list.Select(len(es)) // the row that adds another one
	}
	return page.Steps(save, page.Pop(1))
}

func (s *entry) caption(i int) widget.Caption {
	d, q := s.list.D, s.list.q
	f, w := q.Fields[i], d.Words()
	label := w.Column(q.ID, f.Name)
	if f.Optional {
		label = d.Env.T(locales.UIAskOptional, "Field", label)
	}
	hint := w.Part("question", string(q.ID), "field."+f.Name+".example")
	if hint != "" {
		hint = d.Env.T(locales.UIAskExample, "Example", hint)
	}
	note, tone := s.inputs[i].Note(func(v model.Value) string {
		return w.Field(q, f, model.Entry{Fields: map[string]model.Value{f.Name: v}})
	}, hint)
	return widget.Caption{Label: label, Note: note, Tone: tone}
}

func (s *entry) View(w, h int) (string, *tea.Cursor) {
	th := s.list.D.Env.Theme()
	fw := min(w, 72)
	title := s.list.D.Env.T(locales.UIEntryAdd, "Entry", s.Title())
	if s.id != "" {
		title = s.list.D.Env.T(locales.UIEntryEdit, "Entry", s.Title())
	}
	text, cursor := s.form.View(fw, h-2)
	return strings.Join([]string{th.Title.Render(title), "", text}, "\n"), widget.Shift(cursor, 0, 2)
}
