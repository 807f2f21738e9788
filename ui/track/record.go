package track

import (
	"errors"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A record is the form of one event: its date, and what the event is recorded
// with. A correction notice goes on to its items. The same form puts an event
// right that was recorded. record_fields.go lists the fields, and paste.go
// fills them in by the text of a notice.
type record struct {
	d      *Room
	rule   *model.EventRule
	amends int // the event that is put right, -1 where a new one is recorded
	fields []recordField
	form   *page.Form
	warned bool // something odd was said; Continue keeps it

	warnedKind bool // so was that the notice is of another kind
	pasted     bool // a notice was, and its items are all that is left to look at
}

// newRecord returns the form of an event, with some fields filled in whatever
// was half-typed in them; nil if the state does not allow the event.
func newRecord(d *Room, id model.EventID, with map[string]string) page.Screen {
	rule := d.Proc.Event(id)
	if rule == nil || !slices.Contains(model.Allowed(d.Proc, &d.App), rule) {
		return nil
	}
	r := &record{d: d, rule: rule, amends: -1}
	r.build(fieldsOf(rule, model.Event{}), model.Event{Date: d.Env.Today()})
	for _, f := range r.fields {
		if text := with[f.name]; text != "" {
			f.Set(text)
		}
	}
	return r
}

// newAmend returns the form that puts event i right.
func newAmend(d *Room, i int) page.Screen {
	e := d.App.Events[i]
	rule := d.Proc.Event(e.ID)
	if rule == nil {
		rule = &model.EventRule{ID: e.ID} // of an edition that had it
	}
	r := &record{d: d, rule: rule, amends: i}
	fields := slices.DeleteFunc(fieldsOf(rule, e), func(f fieldSpec) bool { return f.name == "deemed" })
	r.build(fields, e)
	return r
}

// build makes the fields, with what is known of the event in them.
func (r *record) build(specs []fieldSpec, e model.Event) {
	d := r.d
	var fields []page.Field
	for i, spec := range specs {
		f := model.Field{Kind: spec.kind}
		in := d.Env.Input(f, func(o string) widget.Option { return widget.Option{Label: d.Env.P.Text("term", o, "")} }, page.OptionsOf(f))
		if spec.text != nil {
			in.Set(spec.text(e))
		}
		r.fields = append(r.fields, recordField{in, spec})
		fields = append(fields, page.Field{Input: in, Keep: r.draft(spec.name), Caption: func() widget.Caption { return r.caption(i) }})
	}
	r.form = d.Env.Form(d, r.done, fields...)
	r.form.Changed = func(int) { r.warned = false }
}

// draft names a field among the half-typed texts.
func (r *record) draft(field string) string {
	if r.amends < 0 {
		return recordDraft(r.rule.ID, field)
	}
	return "amend/" + strconv.Itoa(r.amends) + "/" + string(r.rule.ID) + "/" + field
}

// recordDraft names a field of an event among the half-typed texts.
func recordDraft(id model.EventID, field string) string {
	return "event/" + string(id) + "/" + field
}

func (r *record) Init() page.Step {
	if r.amends >= 0 {
		return nil // which is where it was opened from
	}
	return r.d.Here(string(desk.Submission), eventKey+string(r.rule.ID))
}

func (r *record) Typing() bool { return r.form.Typing() }

func (r *record) Title() string {
	if r.amends >= 0 {
		return r.d.Env.T(locales.UIAmendTitle)
	}
	return r.d.Env.T(locales.UIRecordTitle)
}

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
func (r *record) told() []string {
	if r.amends >= 0 {
		return append([]string{r.d.Env.T(locales.UIAmendBody)}, r.d.cited("event", string(r.rule.ID), r.rule.Sources)...)
	}
	return r.d.ruleTold(r.rule)
}

func (r *record) Update(msg tea.Msg) (page.Screen, page.Step) {
	if m, ok := msg.(tea.PasteMsg); ok && r.amends < 0 && r.rule.TakesReceipt() && isNotice(m.Content) {
		return r, r.paste(m.Content)
	}
	return r, r.form.Update(msg)
}

// done reads the fields and tries the event. What is refused gets the focus;
// what is only odd is said once and kept on the second Continue.
func (r *record) done() page.Step {
	e, stop := r.read()
	r.warned = false
	if stop < 0 {
		if err := r.try(e); err != nil {
			return r.refuse(err)
		}
		stop = r.warn(e)
		r.warned = stop >= 0
	}
	if stop >= 0 {
		r.form.FocusOn(stop)
		return nil
	}
	if day := later(e.Date, e.Received); day.After(r.d.Env.Today()) {
		return page.Push(r.future(e, day))
	}
	return r.commit(e, nil)
}

func later(a, b model.Date) model.Date {
	if b.After(a) {
		return b
	}
	return a
}

// future asks whether a day that is still to come is meant: an event that is
// recorded too early stands in the way of what happens before it.
func (r *record) future(e model.Event, day model.Date) page.Screen {
	d := r.d
	title := func() string {
		return d.Env.T(locales.UIFutureTitle, "Date", d.Words().Day(day), "Today", d.Words().Day(d.Env.Today()))
	}
	body := func(w int) []string { return widget.Wrap(d.Env.T(locales.UIFutureBody), w) }
	return d.Env.Confirm(title, body, 0, []locales.ID{locales.UIFutureBack, locales.UIFutureRecord}, func() page.Step { return r.commit(e, page.Pop()) })
}

// try makes the change on a copy.
func (r *record) try(e model.Event) error {
	_, err := r.changed(e)
	return err
}

func (r *record) changed(e model.Event) (model.Application, error) {
	changed := r.d.App.Clone()
	if r.amends < 0 {
		e.Rest = r.rest()
		return changed, changed.Record(r.d.Proc, e, nil)
	}
	m := model.Amendment{Date: &e.Date, Received: &e.Received, ValidUntil: &e.ValidUntil, Number: &e.Number, Reason: &e.Reason, Note: &e.Note, Due: &e.Due}
	return changed, changed.Amend(r.d.Proc, r.amends, m)
}

// commit records the event, or goes on to the items of a notice, after the step
// that leaves a question.
func (r *record) commit(e model.Event, left page.Step) page.Step {
	d := r.d
	if r.amends < 0 && slices.Contains(r.rule.Asks, model.AskItems) {
		list := newNotice(r, e)
		if r.pasted {
			list.list.Focus(doneRow)
		}
		r.pasted = false
		return page.Steps(left, page.Push(list))
	}
	changed, err := r.changed(e)
	if err != nil {
		return page.Steps(left, r.refuse(err))
	}
	save, text := d.Commit(changed, append(r.form.Kept(), r.draft("rest"))...), d.Env.T(locales.UIAmendDone)
	if r.amends < 0 {
		text = d.doneAt(locales.UIRecordDone)
	}
	return page.Steps(save, page.Leave(r), page.Notice(text))
}

// read makes the event of what is in the fields. Stop is the first field that
// cannot be understood, or -1.
func (r *record) read() (e model.Event, stop int) {
	e, stop = model.Event{ID: r.rule.ID, Recorded: r.d.Env.Now()}, -1
	for i, f := range r.fields {
		f.Changed()
		v, err := f.Value()
		if err == nil {
			err = f.store(&e, f.Get(), v)
		}
		if err != nil {
			f.Problem = r.d.Refusal("", err)
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

// refuse shows what the model refuses: a day that cannot be at its field, all
// else above the keys.
func (r *record) refuse(err error) page.Step {
	d, words := r.d, r.d.Words()
	var refused *model.Error
	if !errors.As(err, &refused) {
		return page.Warn(d.Env.Fail(err))
	}
	if refused.Code == model.DateOrder && r.amends < 0 {
		last := d.App.Events[len(d.App.Events)-1]
		r.form.Refuse(0, d.Env.T(locales.UIRecordBefore, "Event", words.Title("event", string(last.ID)), "On", words.Day(last.Date)))
		return nil
	}
	for i, f := range r.fields {
		if slices.Contains(f.refuses, refused.Code) {
			r.form.Refuse(i, d.Refusal("", err))
			return nil
		}
	}
	if r.amends >= 0 {
		return page.Warn(d.Refusal("", err))
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
