package track

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A record is the form of one event: its date, and what the event is recorded
// with. A correction notice goes on to its items. record_fields.go lists the
// fields.
type record struct {
	d      *Room
	rule   *model.EventRule
	fields []recordField
	form   *page.Form
	warned bool // something odd was said; Continue keeps it
}

// newRecord returns the form of an event, with some fields filled in whatever
// was half-typed in them; nil if the state does not allow the event.
func newRecord(d *Room, id model.EventID, with map[string]string) page.Screen {
	rule := d.Proc.Event(id)
	if rule == nil || !slices.Contains(model.Allowed(d.Proc, &d.App), rule) {
		return nil
	}
	r := &record{d: d, rule: rule}
	var fields []page.Field
	for i, spec := range fieldsOf(rule) {
		f := model.Field{Kind: spec.kind}
		in := d.Env.Input(f, func(o string) widget.Option { return widget.Option{Label: d.Env.P.Text("term", o, "")} }, page.OptionsOf(f))
		switch spec.name {
		case "date":
			in.Set(d.Env.Today().String())
		case "deemed":
			in.Set("no")
		}
		r.fields = append(r.fields, recordField{in, spec})
		fields = append(fields, page.Field{Input: in, Keep: recordDraft(id, spec.name), Caption: func() widget.Caption { return r.caption(i) }})
	}
	r.form = d.Env.Form(d, r.done, fields...)
	r.form.Changed = func(int) { r.warned = false }
	for _, f := range r.fields {
		if text := with[f.name]; text != "" {
			f.Set(text)
		}
	}
	return r
}

// recordDraft names a field of an event among the half-typed texts.
func recordDraft(id model.EventID, field string) string {
	return "event/" + string(id) + "/" + field
}

func (r *record) Init() page.Step {
	return r.d.Here(string(desk.Submission), eventKey+string(r.rule.ID))
}

func (r *record) Typing() bool { return r.form.Typing() }

func (r *record) Title() string { return r.d.Env.T(locales.UIRecordTitle) }

func (r *record) Bindings() []page.Binding {
	k := r.d.Env.Keys().When(r.Typing())
	bs := r.form.Bindings(
		page.On(k.Why, func() page.Step { return page.Push(r.d.reader(locales.UIWhyTitle, r.event, r.told)) }),
		page.On(k.Sources, func() page.Step { return page.Push(r.d.SourcesOf(desk.PartOf(r.d.Proc, string(r.rule.ID)))) }))
	if r.warned { // Continue keeps what is odd, in whichever field the focus is
		bs = append(bs, page.On(k.Continue, r.done).Hide())
	}
	return bs
}

// event is the name of the event.
func (r *record) event() string { return r.d.Words().Title("event", string(r.rule.ID)) }

// told is what the submission page tells of the event.
func (r *record) told() []string { return r.d.ruleTold(r.rule) }

func (r *record) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(tea.PasteMsg); ok && r.isNotice(m.Content) {
		return r, r.split(m.Content)
	}
	return r, r.form.Update(msg)
}

// isNotice reports whether a text is what a correction notice asks for: several
// lines, which no field here takes.
func (r *record) isNotice(text string) bool {
	return slices.Contains(r.rule.Asks, model.AskItems) && len(model.SplitNotice(text)) > 1
}

// split goes on to the items with a notice that was pasted early.
func (r *record) split(text string) page.Step {
	e, stop := r.read()
	if stop >= 0 {
		r.form.FocusOn(stop)
		return nil
	}
	n := newNotice(r, e)
	return page.Steps(n.split(text), page.Push(n))
}

// done reads the fields and tries the event. What is refused gets the focus;
// what is only odd is said once and kept on the second Continue.
func (r *record) done() page.Step {
	d := r.d
	e, stop := r.read()
	r.warned = false
	changed := d.App.Clone()
	if stop < 0 {
		if err := changed.Record(d.Proc, e, nil); err != nil {
			return r.refuse(err)
		}
		stop = r.warn(e)
		r.warned = stop >= 0
	}
	if stop >= 0 {
		r.form.FocusOn(stop)
		return nil
	}
	if slices.Contains(r.rule.Asks, model.AskItems) {
		return page.Push(newNotice(r, e))
	}
	return page.Steps(d.Commit(changed, r.form.Kept()...), page.Pop(), page.Notice(d.doneAt(locales.UIRecordDone)))
}

// read makes the event of what is in the fields. Stop is the first field that
// cannot be understood, or -1.
func (r *record) read() (e model.Event, stop int) {
	e, stop = model.Event{ID: r.rule.ID, Recorded: r.d.Env.Now()}, -1
	for i, f := range r.fields {
		f.Changed()
		if v, err := f.Value(); err != nil {
			f.Problem = r.d.Refusal("", err)
		} else {
			f.store(&e, f.Get(), v)
		}
		if f.name == "date" && f.Problem == "" && e.Date.IsZero() {
			f.Problem = r.d.Env.T(locales.UIRecordDateNeeded)
		}
		if f.Problem != "" && stop < 0 {
			stop = i
		}
	}
	return e, stop
}

// refuse shows what the model refuses: a date out of order at the date, all
// else above the keys.
func (r *record) refuse(err error) page.Step {
	d, words := r.d, r.d.Words()
	if errors.Is(err, &model.Error{Code: model.DateOrder}) {
		last := d.App.Events[len(d.App.Events)-1]
		r.form.Refuse(0, d.Env.T(locales.UIRecordBefore, "Event", words.Title("event", string(last.ID)), "On", words.Day(last.Date)))
		return nil
	}
	return page.Warn(d.whyNot(r.rule)[0])
}

// warn says what is odd, and returns the first field with something odd that
// the user has not seen, or -1.
func (r *record) warn(e model.Event) int {
	stop := -1
	for i, f := range r.fields {
		if f.odd == nil {
			continue
		}
		text := f.odd(r, e)
		if text == "" || f.Seen == text {
			continue
		}
		f.Odd, f.Seen = r.d.Env.T(locales.UIAskOdd, "Finding", text), text
		if stop < 0 {
			stop = i
		}
	}
	return stop
}

func (r *record) View(w, h int) page.Drawn {
	return r.d.Lay(w, h, desk.Submission, r.told(), func(w, h int) page.Drawn {
		th := r.d.Env.Theme()
		lines := r.d.heading(r.event(), w)
		if r.d.early(r.rule) && h >= 12 {
			for _, l := range widget.Wrap(th.Mark.Warn+" "+r.d.openBefore(), w) {
				lines = append(lines, th.Warn.Render(l))
			}
		}
		if h >= 10 {
			lines = append(lines, "")
		}
		return r.form.Draw(w, h-len(lines)).Under(lines...)
	})
}
