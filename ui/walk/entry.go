package walk

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// entryForm adds an entry to a list, or changes one.
type entryForm struct {
	list   *listPage
	id     string // "" while the entry is new
	inputs []*page.Input
	form   *page.Form
}

func newEntryForm(list *listPage, e model.Entry) *entryForm {
	s := &entryForm{list: list, id: e.ID}
	var fields []page.Field
	for _, f := range list.q.Fields {
		in := columnInput(list.d, list.q, f, s.others())
		if v := e.Fields[f.Name]; v != nil {
			in.Set(fieldText(f, v))
		} else if f.Kind == model.EntryRef {
			in.Set("")
		}
		s.inputs = append(s.inputs, in)
		fields = append(fields, page.Field{
			Input: in, Keep: string(list.q.ID) + "/" + e.ID + "/" + f.Name,
			Caption: func() widget.Caption { return s.caption(f, in) },
		})
	}
	s.form = list.d.Env.Form(list.d, s.done, fields...)
	return s
}

// others are the entries that this one can be below.
func (s *entryForm) others() model.Entries {
	return slices.DeleteFunc(slices.Clone(s.list.entries()), func(e model.Entry) bool { return e.ID == s.id })
}

// Typing implements page.Typist.
func (s *entryForm) Typing() bool { return s.form.Typing() }

// Title implements page.Screen.
func (s *entryForm) Title() string {
	return s.list.d.Words().Part("question", string(s.list.q.ID), "entry")
}

// Bindings implements page.Screen.
func (s *entryForm) Bindings() []page.Binding { return s.form.Bindings() }

// Update implements page.Screen.
func (s *entryForm) Update(msg tea.Msg) (page.Screen, page.Step) { return s, s.form.Update(msg) }

// done checks the entry and puts it into the list.
func (s *entryForm) done() page.Step {
	e, at := s.read()
	if at < 0 {
		at = s.check(e)
	}
	if at >= 0 {
		s.form.FocusOn(at)
		return nil
	}
	return s.list.put(e, s.form.Kept())
}

// read makes an entry of the fields, and returns the first one that was refused,
// or -1.
func (s *entryForm) read() (model.Entry, int) {
	d, q, first := s.list.d, s.list.q, -1
	e := model.Entry{ID: s.id, Fields: make(map[string]model.Value)}
	for i, f := range q.Fields {
		in := s.inputs[i]
		in.Changed()
		v, err := in.Value()
		switch {
		case err != nil:
			in.Problem = s.refusal(f, err)
		case v == nil && !f.Optional:
			in.Problem = d.Env.T(locales.UIEntryEmpty, "Field", d.Words().Column(q.ID, f.Name))
		case v != nil && v != model.Text(""):
			e.Fields[f.Name] = v
		}
		if in.Problem != "" && first < 0 {
			first = i
		}
	}
	return e, first
}

// refusal says why a column cannot be as it is.
func (s *entryForm) refusal(f model.Field, err error) string {
	e, ok := errors.AsType[*model.Error](err)
	if !ok {
		return s.list.d.Env.Fail(err)
	}
	e.Question, e.Row, e.Field = s.list.q.ID, 0, f.Name
	return s.list.d.Words().Refusal(e)
}

// check says what is odd about the entry, and refuses one that would come to
// stand above itself. It returns the first field that the user has to look at, or
// -1.
func (s *entryForm) check(e model.Entry) int {
	first, found := -1, make(map[string][]model.Finding)
	for _, f := range model.CheckEntry(*s.list.q, e, s.list.d.Env.Today()) {
		found[f.Field] = append(found[f.Field], f)
	}
	for i, f := range s.list.q.Fields {
		look := check(s.list.d, s.inputs[i], found[f.Name])
		if f.Kind == model.EntryRef {
			if err := s.list.with(e).Cycle(f.Name); err != nil {
				s.inputs[i].Problem, look = s.refusal(f, err), true
			}
		}
		if look && first < 0 {
			first = i
		}
	}
	return first
}

// caption is the name of a column, and the line below its field.
func (s *entryForm) caption(f model.Field, in *page.Input) widget.Caption {
	d, q := s.list.d, s.list.q
	label := d.Words().Column(q.ID, f.Name)
	if f.Optional {
		label = d.Env.T(locales.UIAskOptional, "Field", label)
	}
	note, tone := in.Note(func(v model.Value) string {
		return d.Words().Field(q, f, model.Entry{Fields: map[string]model.Value{f.Name: v}})
	}, example(d, q.ID, "field."+f.Name+".example"))
	return widget.Caption{Label: label, Note: note, Tone: tone}
}

// View implements page.Screen.
func (s *entryForm) View(w, h int) page.Drawn {
	title := locales.UIEntryEdit
	if s.id == "" {
		title = locales.UIEntryAdd
	}
	e := s.list.d.Env
	return s.form.Draw(w, h-2).Under(e.Theme().Title.Render(e.T(title, "Entry", s.Title())), "")
}
