package track

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// A recordField is one field of the form of an event.
type recordField struct {
	*page.Input
	fieldSpec
}

// A fieldSpec is what a field that an event may have is like.
type fieldSpec struct {
	name        string    // of its half-typed text
	ask         model.Ask // events that are recorded with it; "" for all of them
	kind        model.Kind
	label, hint locales.ID
	text        func(e model.Event) string                             // what is known already; nil for what is chosen
	store       func(e *model.Event, text string, v model.Value) error // puts what was understood into the event
	odd         func(r *record, e model.Event) string                  // what is odd about it, "" for nothing; nil if nothing can be
	refuses     []model.Code                                           // what the model refuses because of it
}

// fieldSpecs are all fields that an event may have, in their order.
var fieldSpecs = []fieldSpec{
	{"date", "", model.Day, locales.UIRecordDate, locales.UIRecordDateHint, func(e model.Event) string { return e.Date.String() },
		day(func(e *model.Event) *model.Date { return &e.Date }), nil, []model.Code{model.DateOrder, model.DateAfterNext}},
	{"deemed", model.AskDeemed, model.YesNo, locales.UIRecordDeemed, locales.UIRecordDeemedHint, func(model.Event) string { return "no" },
		func(e *model.Event, _ string, v model.Value) error { e.Deemed = v == model.Bool(true); return nil }, (*record).oddDeemed, nil},
	{"number", model.AskNumber, model.FreeText, locales.UIRecordNumber, locales.UIRecordNumberHint, func(e model.Event) string { return e.Number },
		text(func(e *model.Event) *string { return &e.Number }), lacks(model.AskNumber, locales.UIRecordNumberOpen), nil},
	{"received", model.AskItems, model.Day, locales.UIRecordReceived, locales.UIRecordReceivedHint, func(e model.Event) string { return e.Received.String() },
		day(func(e *model.Event) *model.Date { return &e.Received }), nil, []model.Code{model.ReceivedEarly}},
	{"due", model.AskItems, model.FreeText, locales.UIRecordDue, locales.UIRecordDueHint, func(e model.Event) string { return e.Due.Typed() },
		storeTerm, nil, []model.Code{model.DueEarly}},
	{"valid-until", model.AskValidUntil, model.Day, locales.UIRecordValid, locales.UIRecordValidHint, func(e model.Event) string { return e.ValidUntil.String() },
		day(func(e *model.Event) *model.Date { return &e.ValidUntil }), (*record).oddValid, nil},
	{"reason", model.AskReason, model.FreeText, locales.UIRecordReason, locales.UIRecordReasonHint, func(e model.Event) string { return e.Reason },
		text(func(e *model.Event) *string { return &e.Reason }), lacks(model.AskReason, locales.UIRecordReasonOpen), nil},
	{"note", "", model.FreeText, locales.UIRecordNote, locales.UIRecordNoteHint, func(e model.Event) string { return e.Note },
		text(func(e *model.Event) *string { return &e.Note }), nil, nil},
}

// day stores a date.
func day(of func(*model.Event) *model.Date) func(*model.Event, string, model.Value) error {
	return func(e *model.Event, _ string, v model.Value) error {
		*of(e), _ = v.(model.Date)
		return nil
	}
}

// text stores a text.
func text(of func(*model.Event) *string) func(*model.Event, string, model.Value) error {
	return func(e *model.Event, text string, _ model.Value) error {
		*of(e) = strings.TrimSpace(text)
		return nil
	}
}

// storeTerm stores the deadline of a notice.
func storeTerm(e *model.Event, text string, _ model.Value) (err error) {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	e.Due, err = model.ParseTerm(text)
	return err
}

// fieldsOf are the fields that an event has: what it is recorded with, and
// whatever it was recorded with all the same.
func fieldsOf(rule *model.EventRule, e model.Event) []fieldSpec {
	return slices.DeleteFunc(slices.Clone(fieldSpecs), func(f fieldSpec) bool {
		return f.ask != "" && !slices.Contains(rule.Asks, f.ask) && (f.name == "deemed" || f.text(e) == "")
	})
}

// lacks says that an event is odd without what is asked for.
func lacks(ask model.Ask, text locales.ID) func(*record, model.Event) string {
	return func(r *record, e model.Event) string {
		if slices.Contains(e.Lacks(r.rule), ask) {
			return r.d.Env.T(text)
		}
		return ""
	}
}

func (r *record) oddValid(e model.Event) string {
	switch {
	case e.ValidUntil.IsZero():
		return r.d.Env.T(locales.UIRecordValidOpen)
	case !e.ValidUntil.After(e.Date):
		return r.d.Env.T(locales.UIRecordValidBefore)
	}
	return ""
}

// oddDeemed finds a period for the notice that has not ended.
func (r *record) oddDeemed(e model.Event) string {
	if !e.Deemed {
		return ""
	}
	d, words := r.d, r.d.Words()
	for _, dl := range d.deadlines() {
		c := d.Proc.Clock(dl.Clock)
		if c != nil && slices.Contains(c.Stops, r.rule.ID) && dl.AtEnd == model.DeemedAccepted && !dl.Ended(d.Env.Today()) {
			return d.Env.T(locales.UIRecordDeemedEarly, "Clock", words.Title("clock", string(c.ID)), "On", words.Day(dl.Latest))
		}
	}
	return ""
}

// caption is the label of a field, and its hint or how it was understood.
func (r *record) caption(i int) widget.Caption {
	f, e := r.fields[i], r.d.Env
	label := e.T(f.label)
	if f.name != "date" && f.name != "deemed" && f.name != "due" && !slices.Contains(r.rule.Needs, model.Ask(f.name)) {
		label = e.T(locales.UIAskOptional, "Field", label)
	}
	note, tone := f.Note(r.d.DayWords, e.T(f.hint))
	if f.name == "due" && note == "" {
		note = r.termNote(f.Get())
	}
	if note == "" && f.name == "deemed" {
		note = e.T(f.hint)
	}
	return widget.Caption{Label: label, Note: note, Tone: tone}
}

// termNote says how a deadline is understood, and when it ends for the days that
// are in the form.
func (r *record) termNote(text string) string {
	term, err := model.ParseTerm(text)
	if err != nil {
		return ""
	}
	var e model.Event
	for _, f := range r.fields {
		if v, err := f.Value(); err == nil && (f.name == "date" || f.name == "received") {
			f.store(&e, f.Get(), v) //nolint:errcheck // a day that is understood
		}
	}
	return "= " + r.d.Words().TermOn(term, e.Date, e.Received, r.d.Env.Workdays)
}
