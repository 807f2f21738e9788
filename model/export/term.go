package export

import (
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// Term says how a deadline is understood: "15 April 2027", "10 working days
// from receipt". What cannot be counted is repeated as it was written.
func (w Words) Term(t model.Term) string {
	switch {
	case !t.Date.IsZero():
		return w.Day(t.Date)
	case t.Length > 0:
		length := w.Text("term", "unit", string(t.Unit), "Count", t.Length)
		return w.say("term.length", "Length", length, "From", string(t.From))
	}
	return legible.Line(t.Words)
}

// TermOn is Term with the day on which it ends, for a notice of that date that
// was received on that day.
func (w Words) TermOn(t model.Term, notice, received model.Date, workdays model.Workdays) string {
	end, estimate, ok := t.On(notice, received, workdays)
	if !ok || t.Length == 0 {
		return w.Term(t)
	}
	return w.say("term.on", "Term", w.Term(t), "End", w.Span(model.Deadline{Earliest: end, Latest: end, Estimate: estimate}))
}

// stated says how the term of a notice is counted.
func (w Words) stated(c model.Counted) string {
	if c.Term.Length == 0 {
		return w.say("counted.stated-day", "End", w.Day(c.Date))
	}
	length := w.Text("term", "unit", string(c.Term.Unit), "Count", c.Term.Length)
	text := w.say("counted.stated", "End", w.Day(c.Date), "Length", length, "Day", w.Day(c.From), "From", string(c.Term.From), "Guessed", c.Guessed)
	if c.Guessed {
		text += w.say("counted.guessed", "From", string(c.Term.From))
	}
	return text
}
