package track

import (
	"errors"
	"maps"
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

// record is the form of one event: its date, and what the event is recorded
// with. A correction notice goes on to its items.
type record struct {
	d      *Room
	rule   *model.EventRule
	fields []recordField
	form   *widget.Form
	warned bool // something odd was shown; Continue keeps it
	w, top int  // as drawn last, for clicks
}

type recordField struct {
	*page.Input
	name        string
	label, hint locales.ID
}

// recordFields are all fields that an event may have, in their order. Those
// without an ask every event has.
var recordFields = []struct {
	name        string
	ask         model.Ask
	kind        model.Kind
	label, hint locales.ID
}{
	{"date", "", model.Day, locales.UIRecordDate, locales.UIRecordDateHint},
	{"deemed", model.AskDeemed, model.YesNo, locales.UIRecordDeemed, locales.UIRecordDeemedHint},
	{"number", model.AskNumber, model.FreeText, locales.UIRecordNumber, locales.UIRecordNumberHint},
	{"valid-until", model.AskValidUntil, model.Day, locales.UIRecordValid, locales.UIRecordValidHint},
	{"reason", model.AskReason, model.FreeText, locales.UIRecordReason, locales.UIRecordReasonHint},
	{"note", "", model.FreeText, locales.UIRecordNote, locales.UIRecordNoteHint},
}

// newRecord opens the form of an event; nil if the state does not allow it.
func newRecord(d *Room, id model.EventID) page.Screen { return newRecordWith(d, id, nil) }

// newRecordWith opens it with some fields filled in.
func newRecordWith(d *Room, id model.EventID, with map[string]string) page.Screen {
	rule := d.Proc.Event(id)
	if rule == nil || !slices.Contains(model.Allowed(d.Proc, &d.App), rule) {
		return nil
	}
	r := &record{d: d, rule: rule}
	given := map[string]string{"date": d.Env.Today().String(), "deemed": "no"}
	maps.Copy(given, with)
	var ws []widget.Widget
	for _, f := range recordFields {
		if f.ask != "" && !slices.Contains(rule.Asks, f.ask) {
			continue
		}
		field := model.Field{Kind: f.kind}
		in := d.Env.Input(field, func(o string) widget.Option { return widget.Option{Label: d.Env.P.Text("term", o, "")} }, page.OptionsOf(field))
		if typed, ok := d.Draft.Text[recordDraft(id, f.name)]; ok && with[f.name] == "" {
			in.Set(typed)
		} else {
			in.Set(given[f.name])
		}
		r.fields = append(r.fields, recordField{in, f.name, f.label, f.hint})
		ws = append(ws, in.Widget)
	}
	r.form = widget.NewForm(d.Env.Kit, r.caption, ws...)
	return r
}

// recordDraft names a field of an event among the half-typed texts.
func recordDraft(id model.EventID, field string) string { return "event/" + string(id) + "/" + field }

func (r *record) Init() page.Step { return r.d.At(string(desk.Submission), "event/"+string(r.rule.ID)) }

func (r *record) Typing() bool { return r.form.Typing() }

func (r *record) Title() string { return r.d.Env.T(locales.UIRecordTitle) }

func (r *record) Keys() []key.Binding {
	k := r.d.Env.Keys().When(r.Typing())
	return append([]key.Binding{k.Continue, k.Back, k.Why, k.Sources}, r.form.Help()...)
}

func (r *record) Update(msg tea.Msg) (page.Screen, page.Step) {
	k := r.d.Env.Keys().When(r.Typing())
	switch {
	case keys.Is(msg, k.Back):
		return r, page.Pop(1)
	case keys.Is(msg, k.Why):
		return r, page.Push(r.d.readRow(locales.UIWhyTitle, r.about()))
	case keys.Is(msg, k.Sources):
		return r, page.Push(r.d.SourcesOf(desk.PartOf(r.d.Proc, string(r.rule.ID))))
	case keys.Is(msg, k.Continue) && r.warned:
		return r, r.carryOn()
	}
	if m, ok := msg.(tea.PasteMsg); ok && r.isNotice(m.Content) {
		return r, r.notice(m.Content)
	}
	at, event := r.form.At(), widget.Ignored
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y := r.d.Clicked(m, r.w)
		event = r.form.Click(x, y-r.top)
		at = r.form.At()
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseWheelMsg:
		event = r.form.Update(m)
	}
	switch event {
	case widget.Picked:
		return r, r.carryOn()
	case widget.Changed:
		f := r.fields[at]
		f.Changed()
		r.warned = false
		return r, r.d.Typed(recordDraft(r.rule.ID, f.name), f.Get())
	}
	return r, nil
}

// isNotice reports whether somebody pastes what a correction notice asks for:
// several lines, which no field here takes.
func (r *record) isNotice(text string) bool {
	return slices.Contains(r.rule.Asks, model.AskItems) && len(model.SplitNotice(text)) > 1
}

// notice goes on to the items with a notice that was pasted early.
func (r *record) notice(text string) page.Step {
	e, stop := r.read()
	if stop >= 0 {
		r.form.FocusOn(stop)
		return nil
	}
	s := newItems(r.d, e, r.drafts())
	_, cmd := s.Update(tea.PasteMsg{Content: text})
	return page.Steps(cmd, page.Push(s))
}

// about is what the submission page tells of the event.
func (r *record) about() trackRow {
	return trackRow{
		title: func() string { return r.d.Words().Title("event", string(r.rule.ID)) },
		told:  func() []string { return r.d.ruleTold(r.rule) },
	}
}

// carryOn reads the fields and tries the event. What is refused gets the
// cursor; what is only odd is said once and kept on the second Continue.
func (r *record) carryOn() page.Step {
	d := r.d
	e, stop := r.read()
	r.warned = false
	changed := d.App.Clone()
	if stop < 0 {
		if err := changed.Record(d.Proc, e, nil); err != nil {
			return r.refuse(err)
		}
		stop = r.oddities(e)
		r.warned = stop >= 0
	}
	if stop >= 0 {
		r.form.FocusOn(stop)
		return nil
	}
	if slices.Contains(r.rule.Asks, model.AskItems) {
		return page.Push(newItems(d, e, r.drafts()))
	}
	return page.Steps(d.Commit(changed, r.drafts()...), page.Pop(1), page.Notice(d.nowAt(locales.UIRecordDone)))
}

func (r *record) drafts() []string {
	names := make([]string, len(r.fields))
	for i, f := range r.fields {
		names[i] = recordDraft(r.rule.ID, f.name)
	}
	return names
}

// read makes the event of what is in the fields. Stop is the first field that
// cannot be understood, or -1.
func (r *record) read() (e model.Event, stop int) {
	e, stop = model.Event{ID: r.rule.ID, Recorded: r.d.Env.Now()}, -1
	texts := map[string]*string{"number": &e.Number, "reason": &e.Reason, "note": &e.Note}
	days := map[string]*model.Date{"date": &e.Date, "valid-until": &e.ValidUntil}
	for i, f := range r.fields {
		f.Changed()
		v, err := f.Value()
		switch {
		case err != nil:
			f.Problem = r.d.Refusal("", err)
		case days[f.name] != nil:
			*days[f.name], _ = v.(model.Date)
		case texts[f.name] != nil:
			*texts[f.name] = strings.TrimSpace(f.Get())
		case f.name == "deemed":
			e.Deemed = v == model.Bool(true)
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
		r.fields[0].Problem = d.Env.T(locales.UIRecordBefore, "Event", words.Title("event", string(last.ID)), "On", words.Day(last.Date))
		r.form.FocusOn(0)
		return nil
	}
	return page.Warn(d.refused(r.rule, model.Allowed(d.Proc, &d.App))[0])
}

// oddities returns the first field with something odd that nobody has seen,
// or -1.
func (r *record) oddities(e model.Event) int {
	stop := -1
	for i, f := range r.fields {
		text := r.odd(f.name, e)
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

// odd says what is odd about a field, "" for nothing.
func (r *record) odd(field string, e model.Event) string {
	d, words := r.d, r.d.Words()
	switch {
	case field == "date" && e.Date.After(d.Env.Today()):
		return d.Env.T(locales.UIRecordFuture, "Today", words.Day(d.Env.Today()))
	case field == "valid-until" && e.ValidUntil.IsZero():
		return d.Env.T(locales.UIRecordValidOpen)
	case field == "valid-until" && !e.ValidUntil.After(e.Date):
		return d.Env.T(locales.UIRecordValidBefore)
	case field == "number" && slices.Contains(e.Lacks(r.rule), model.AskNumber):
		return d.Env.T(locales.UIRecordNumberOpen)
	case field == "reason" && slices.Contains(e.Lacks(r.rule), model.AskReason):
		return d.Env.T(locales.UIRecordReasonOpen)
	case field == "deemed" && e.Deemed:
		for _, dl := range d.deadlines() {
			if c := d.Proc.Clock(dl.Clock); c != nil && slices.Contains(c.Stops, r.rule.ID) && dl.AtEnd == model.DeemedAccepted && !dl.Ended(d.Env.Today()) {
				return d.Env.T(locales.UIRecordDeemedEarly, "Clock", words.Title("clock", string(c.ID)), "On", words.Day(dl.Latest))
			}
		}
	}
	return ""
}

func (r *record) caption(i int) widget.Caption {
	f, e := r.fields[i], r.d.Env
	label := e.T(f.label)
	if f.name != "date" && f.name != "deemed" && !slices.Contains(r.rule.Needs, model.Ask(f.name)) {
		label = e.T(locales.UIAskOptional, "Field", label)
	}
	note, tone := f.Note(r.d.DayWords, e.T(f.hint))
	if note == "" && f.name == "deemed" {
		note = e.T(f.hint)
	}
	return widget.Caption{Label: label, Note: note, Tone: tone}
}

func (r *record) View(w, h int) (string, *tea.Cursor) {
	r.w = w
	aside := r.d.ruleTold(r.rule)
	return r.d.Page(w, h, desk.Submission, aside, func(w, h int) (string, *tea.Cursor) {
		th := r.d.Env.Theme()
		var lines []string
		for _, l := range widget.Wrap(r.d.Words().Title("event", string(r.rule.ID)), w) {
			lines = append(lines, th.Title.Render(l))
		}
		if r.d.submits(r.rule) && r.d.Readiness != model.Ready && h >= 12 {
			for _, l := range widget.Wrap(th.Mark.Warn+" "+r.d.openBeforeSubmission(), w) {
				lines = append(lines, th.Warn.Render(l))
			}
		}
		if h >= 10 {
			lines = append(lines, "")
		}
		r.top = len(lines)
		text, cursor := r.form.View(min(w, 72), max(1, h-r.top))
		return strings.Join(append(lines, text), "\n"), widget.Shift(cursor, 0, r.top)
	})
}
