package procedure

import (
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

var turns = []model.Turn{model.Applicant, model.Client, model.Officials}

func (r *reader) steps(root *node) []model.Step {
	return each(r, root, "step", func(t *node, id string) model.Step {
		return model.Step{
			ID:      model.StepID(id),
			Events:  refs[model.EventID](r, t, "events", "event"),
			Sources: r.citations(t),
		}
	})
}

// states reads them; the first is where everything begins. A state without a
// turn waits for nobody.
func (r *reader) states(root *node) []model.State {
	return each(r, root, "state", func(t *node, id string) model.State {
		s := model.State{ID: model.StateID(id), End: r.flag(t, "end")}
		if t.child("turn") != nil {
			s.Turn = word(r, t, "turn", turns)
		}
		return s
	})
}

// needs are the asks that nobody can leave out without losing something.
var needs = []model.Ask{model.AskNumber, model.AskValidUntil, model.AskReason}

var asks = []model.Ask{model.AskNumber, model.AskValidUntil, model.AskReason, model.AskDeemed, model.AskItems}

func (r *reader) events(root *node) []model.EventRule {
	return each(r, root, "event", func(t *node, id string) model.EventRule {
		r.need(t, "from")
		e := model.EventRule{
			ID:       model.EventID(id),
			From:     refs[model.StateID](r, t, "from", "state"),
			NotAfter: refs[model.EventID](r, t, "not-after", "event"),
			Asks:     words(r, t, "asks", asks),
			Needs:    words(r, t, "needs", needs),
			Freezes:  r.flag(t, "freezes"),
			Once:     r.flag(t, "once"),
			Settled:  r.flag(t, "settled"),
			Sources:  r.citations(t),
		}
		if t.child("actor") != nil {
			e.Actor = word(r, t, "actor", turns)
		}
		e.To, e.Back = r.target(t)
		for _, ask := range e.Needs {
			if !slices.Contains(e.Asks, ask) {
				r.report(valueOf(t, "needs"), Misplaced, "an event does not need what it does not ask for: "+string(ask))
			}
		}
		if n := r.get(t, "after", unstable.Table); n != nil {
			e.After = &model.After{
				Event: ref[model.EventID](r, n, "event", "event"),
				To:    ref[model.StateID](r, n, "to", "state"),
			}
		}
		return e
	})
}

// target reads where an event leads: to a state, back to the one in which
// another event found the application, or nowhere.
func (r *reader) target(t *node) (to model.StateID, back model.EventID) {
	stays := r.flag(t, "stays")
	for _, key := range []string{"stays", "back"} {
		if n := t.child(key); n != nil && (t.child("to") != nil || key == "back" && stays) {
			r.report(n.keyAt, Misplaced, "an event leads to a state, back, or nowhere")
		}
	}
	switch {
	case t.child("back") != nil:
		return "", ref[model.EventID](r, t, "back", "event")
	case stays:
		return "", ""
	}
	return ref[model.StateID](r, t, "to", "state"), ""
}

var units = []model.Unit{model.Days, model.WorkingDays, model.Months, model.ThatDay}

func (r *reader) clocks(root *node) []model.Clock {
	return each(r, root, "clock", func(t *node, id string) model.Clock {
		r.need(t, "reading")
		c := model.Clock{
			ID:      model.ClockID(id),
			Whose:   word(r, t, "whose", turns),
			Before:  r.flag(t, "before"),
			Stops:   refs[model.EventID](r, t, "stops", "event"),
			Sources: r.cited(t),
		}
		if t.child("at-end") != nil {
			c.AtEnd = word(r, t, "at-end", model.AtEnds)
		}
		for _, n := range r.tables(t, "reading") {
			c.Readings = append(c.Readings, r.reading(n))
		}
		for _, n := range r.tables(t, "pause") {
			c.Pauses = append(c.Pauses, model.Pause{
				From:  ref[model.EventID](r, n, "from", "event"),
				To:    ref[model.EventID](r, n, "to", "event"),
				After: r.event(n, "after"),
			})
		}
		return c
	})
}

// reading is from events, from an answer, or from an answer once an event was
// recorded; and a length, a day of every year, or what the notice states.
func (r *reader) reading(t *node) model.Reading {
	reading := model.Reading{From: refs[model.EventID](r, t, "from", "event")}
	if n := t.child("answer"); n != nil {
		reading.Answer = ref[model.QuestionID](r, t, "answer", "question")
		if f, ok := r.facts[n.text]; ok && f.Kind != model.Day && f.Kind != model.Count {
			r.report(n.at, WrongType, "a question that asks for a date or a year")
		}
	} else {
		r.need(t, "from")
	}
	if reading.Stated = r.flag(t, "stated"); reading.Stated {
		return reading
	}
	if t.child("yearly") == nil {
		if reading.Unit = word(r, t, "unit", units); reading.Unit != model.ThatDay {
			reading.Length = int(r.size(t, "length"))
		}
		return reading
	}
	n := r.get(t, "yearly", unstable.String)
	if n == nil {
		return reading
	}
	day, err := model.ParseISODate("2001-" + n.text) // no leap year: the day is there every year
	if err != nil {
		r.report(n.at, WrongType, `a day of every year like "03-31"`)
		return reading
	}
	reading.Yearly = model.MonthDay{Month: day.Month, Day: day.Day}
	for _, key := range []string{"length", "unit"} {
		if k := t.child(key); k != nil {
			k.used = true
			r.report(k.keyAt, Misplaced, "a day of every year has no length")
		}
	}
	return reading
}
