package page

import (
	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A Keeper keeps half-typed text until it is confirmed. The desk keeps it with
// the draft of its application; the board, where there is none, until the
// program ends.
type Keeper interface {
	// Kept returns the half-typed text of a field.
	Kept(field string) (text string, ok bool)
	// Typed keeps it.
	Typed(field, text string) Step
	// Forget drops text that has been confirmed.
	Forget(fields ...string) Step
}

// A Field is one input of a form and what stands around it.
type Field struct {
	*Input
	Keep  string                   // names its half-typed text; "" if there is nothing to keep
	Label locales.ID               // above it
	Hint  locales.ID               // below it while it is empty; "" for none
	Shown func(model.Value) string // how a value is understood; nil if that goes without saying
	// Caption takes the place of Label, Hint and Shown, if it is not nil.
	Caption func() widget.Caption
}

// A Form is fields that are filled in and confirmed together. It handles keys,
// pastes, clicks and the wheel, and keeps every letter that is typed.
type Form struct {
	// Changed is called after field i has changed and before it is kept. It may
	// fill in other fields, which are then kept too. It may be nil.
	Changed func(i int)

	env    *Env
	keeper Keeper
	fields []Field
	form   *widget.Form
	done   func() Step
}

// Form makes a form of fields that hold their values already; half-typed text
// takes their place. Done is called when the last field is confirmed.
func (e *Env) Form(keeper Keeper, done func() Step, fields ...Field) *Form {
	f := &Form{env: e, keeper: keeper, fields: fields, done: done}
	ws := make([]widget.Widget, len(fields))
	for i, field := range fields {
		if text, ok := keeper.Kept(field.Keep); ok && field.Keep != "" {
			field.Set(text)
		}
		ws[i] = field.Widget
	}
	f.form = widget.NewForm(e.Kit, f.caption, ws...)
	return f
}

func (f *Form) caption(i int) widget.Caption {
	field := f.fields[i]
	if field.Caption != nil {
		return field.Caption()
	}
	hint := ""
	if field.Hint != "" {
		hint = f.env.T(field.Hint)
	}
	note, tone := field.Note(field.Shown, hint)
	return widget.Caption{Label: f.env.T(field.Label), Note: note, Tone: tone}
}

// At returns the index of the field in focus.
func (f *Form) At() int { return f.form.At() }

// FocusOn puts a field in focus.
func (f *Form) FocusOn(i int) { f.form.FocusOn(i) }

// Refuse says what is wrong with a field, and puts it in focus.
func (f *Form) Refuse(i int, problem string) {
	f.fields[i].Problem = problem
	f.form.FocusOn(i)
}

// Kept lists the fields of half-typed text, to be dropped when the form is
// confirmed.
func (f *Form) Kept() []string {
	var names []string
	for _, field := range f.fields {
		if field.Keep != "" {
			names = append(names, field.Keep)
		}
	}
	return names
}

// Typing reports whether letters are text just now.
func (f *Form) Typing() bool { return f.form.Typing() }

// Bindings lists the keys of a form: go on, leave, more that the screen has, and
// those of the field in focus.
func (f *Form) Bindings(more ...Binding) []Binding {
	k := f.env.Keys().When(f.Typing())
	rows := append(Shown(k.Continue), On(k.Back, Pop))
	return append(append(rows, more...), Shown(f.form.Help()...)...)
}

// Update handles what is typed, pasted and clicked.
func (f *Form) Update(msg tea.Msg) Step {
	at, event := f.form.At(), widget.Ignored
	switch m := msg.(type) {
	case widget.ClickMsg:
		event = m.Do()
		at = f.form.At()
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = f.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return f.done()
	case widget.Changed:
		return f.typed(at)
	}
	return nil
}

// typed keeps field i, and every other field that Changed filled in.
func (f *Form) typed(i int) Step {
	before := make([]string, len(f.fields))
	for n, field := range f.fields {
		before[n] = field.Get()
	}
	f.fields[i].Input.Changed()
	if f.Changed != nil {
		f.Changed(i)
	}
	var step Step
	for n, field := range f.fields {
		if field.Keep != "" && (n == i || field.Get() != before[n]) {
			step = Steps(step, f.keeper.Typed(field.Keep, field.Get()))
		}
	}
	return step
}

// formWidth is how many cells fields take at most.
const formWidth = 72

// Draw draws as much of the form as there is room for.
func (f *Form) Draw(w, h int) Drawn { return widget.Draw(f.form, min(w, formWidth), max(1, h)) }

// Height returns how many lines the form would like in w cells, and the fewest
// that do.
func (f *Form) Height(w int) (best, least int) { return f.form.Height(min(w, formWidth)) }
