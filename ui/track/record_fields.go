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
	store       func(e *model.Event, text string, v model.Value) // puts what was understood into the event
	odd         func(r *record, e model.Event) string            // what is odd about it, "" for nothing; nil if nothing can be
}

// fieldSpecs are all fields that an event may have, in their order.
var fieldSpecs = []fieldSpec{
	{"date", "", model.Day, locales.UIRecordDate, locales.UIRecordDateHint,
		func(e *model.Event, _ string, v model.Value) { e.Date, _ = v.(model.Date) }, (*record).oddDate},
	{"deemed", model.AskDeemed, model.YesNo, locales.UIRecordDeemed, locales.UIRecordDeemedHint,
		func(e *model.Event, _ string, v model.Value) { e.Deemed = v == model.Bool(true) }, (*record).oddDeemed},
	{"number", model.AskNumber, model.FreeText, locales.UIRecordNumber, locales.UIRecordNumberHint,
		func(e *model.Event, text string, _ model.Value) { e.Number = strings.TrimSpace(text) }, lacks(model.AskNumber, locales.UIRecordNumberOpen)},
	{"valid-until", model.AskValidUntil, model.Day, locales.UIRecordValid, locales.UIRecordValidHint,
		func(e *model.Event, _ string, v model.Value) { e.ValidUntil, _ = v.(model.Date) }, (*record).oddValid},
	{"reason", model.AskReason, model.FreeText, locales.UIRecordReason, locales.UIRecordReasonHint,
		func(e *model.Event, text string, _ model.Value) { e.Reason = strings.TrimSpace(text) }, lacks(model.AskReason, locales.UIRecordReasonOpen)},
	{"note", "", model.FreeText, locales.UIRecordNote, locales.UIRecordNoteHint,
		func(e *model.Event, text string, _ model.Value) { e.Note = strings.TrimSpace(text) }, nil},
}

// fieldsOf are the fields that an event has.
func fieldsOf(rule *model.EventRule) []fieldSpec {
	return slices.DeleteFunc(slices.Clone(fieldSpecs), func(f fieldSpec) bool { return f.ask != "" && !slices.Contains(rule.Asks, f.ask) })
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

func (r *record) oddDate(e model.Event) string {
	today := r.d.Env.Today()
	if e.Date.After(today) {
		return r.d.Env.T(locales.UIRecordFuture, "Today", r.d.Words().Day(today))
	}
	return ""
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
	if f.name != "date" && f.name != "deemed" && !slices.Contains(r.rule.Needs, model.Ask(f.name)) {
		label = e.T(locales.UIAskOptional, "Field", label)
	}
	note, tone := f.Note(r.d.DayWords, e.T(f.hint))
	if note == "" && f.name == "deemed" {
		note = e.T(f.hint)
	}
	return widget.Caption{Label: label, Note: note, Tone: tone}
}
