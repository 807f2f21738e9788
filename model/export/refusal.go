package export

import (
	"slices"
	"strconv"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// The longest piece of what somebody typed that a message repeats, in runes.
const quoted = 60

// Refusal says what was refused, why, and what would do.
func (w Words) Refusal(e *model.Error) string {
	accepts := make([]string, len(e.Accepts))
	for i, a := range e.Accepts {
		accepts[i] = legible.Line(a)
	}
	return w.Text("error", string(e.Code), "",
		"Field", w.fieldName(e.Question, e.Row, e.Field), "Given", quote(e.Given), "Part", quote(e.Part),
		"Accepts", w.Texts.List(accepts), "Min", w.bound(e.Code, e.Min), "Max", w.bound(e.Code, e.Max))
}

// Finding says what is odd about an answer.
func (w Words) Finding(f model.Finding) string {
	field := w.fieldName(f.Question, 0, f.Field)
	if f.Entry != "" || f.Code == model.NameTwice {
		field = w.Question(f.Question) + " · " + w.Column(f.Question, f.Field)
	}
	given := quote(f.Given)
	if f.Code == model.IDCheckDigit || f.Code == model.IDForm {
		given = model.Mask(f.Given) // it may be a person's number
	}
	want, material := f.Want, ""
	if f.Code == model.PaperSays {
		given, want, material = w.choice(f.Question, f.Given), w.choice(f.Question, f.Want), w.rowNamed(string(f.Material), nil)
	}
	return w.Text("finding", string(f.Code), "",
		"Field", field, "Given", given, "Want", want, "Material", material, "Sum", f.Sum.String()+"%",
		"Min", w.bound("", f.Min), "Max", w.bound("", f.Max))
}

// choice returns the label of an answer that Input has written.
func (w Words) choice(q model.QuestionID, given string) string {
	if question := w.Procedure.Question(q); question == nil || !slices.Contains(question.Offered(), given) {
		return quote(given)
	}
	return w.Option(q, given)
}

// fieldName names a question, a row of a list or one of its columns, or a fact
// of a document.
func (w Words) fieldName(q model.QuestionID, row int, column string) string {
	if q == "" && column != "" && w.Has("term", "detail", column) {
		return w.Detail(model.DetailID(column))
	}
	if q == "" || w.Procedure == nil {
		return w.Text("term", "field", "this")
	}
	title := w.Question(q)
	switch {
	case row > 0 && column != "" && w.Has("question", string(q), "field."+column+".title"):
		return w.Text("term", "field", "column", "Question", title, "Row", row, "Column", w.Column(q, column))
	case row > 0:
		return w.Text("term", "field", "row", "Question", title, "Row", row)
	case column != "" && w.Has("question", string(q), "field."+column+".title"):
		return w.Column(q, column)
	}
	return title
}

func (w Words) bound(code model.Code, n *int64) string {
	switch {
	case n == nil:
		return ""
	case code == model.NotADate:
		return strconv.FormatInt(*n, 10)
	case code == model.TooLong:
		return w.Size(*n)
	}
	return w.Number(*n)
}

// quote repeats what was typed, harmless and not endless.
func quote(s string) string {
	if r := []rune(s); len(r) > quoted {
		s = string(r[:quoted]) + "…"
	}
	return legible.Line(s)
}

// Span says when a clock ends: one day, or from the earliest to the latest
// reading of the law, and whether that is an estimate.
func (w Words) Span(d model.Deadline) string {
	text := w.Day(d.Earliest)
	if d.Latest != d.Earliest {
		text = w.say("span", "From", text, "To", w.Day(d.Latest))
	}
	switch {
	case d.Paused:
		return w.say("span.paused", "Span", text)
	case d.Estimate:
		return w.say("span.estimate", "Span", text)
	}
	return text
}

// Counted says how one reading counts: "60 working days from 21 September".
func (w Words) Counted(c model.Counted) string {
	text := w.reading(c)
	if c.DayOff {
		text += w.say("counted.day-off")
	}
	if c.Estimate {
		text += w.say("counted.estimate")
	}
	return text
}

func (w Words) reading(c model.Counted) string {
	if c.Stated {
		return w.stated(c)
	}
	start := w.Title("event", string(c.Start))
	if c.Start == "" {
		start = w.Question(c.Reading.Answer)
	}
	length := ""
	if c.Reading.Length > 0 {
		length = w.Text("term", "unit", string(c.Reading.Unit), "Count", c.Reading.Length)
	}
	switch {
	case c.Reading.Yearly != (model.MonthDay{}) && c.Start == "":
		return w.say("counted.year-after", "Year", c.From.Year, "Question", start, "End", w.Day(c.Date))
	case c.Reading.Yearly != (model.MonthDay{}):
		return w.say("counted.yearly", "From", w.Day(c.From), "Event", start, "End", w.Day(c.Date))
	case c.Reading.Unit == model.ThatDay:
		return w.say("counted.that-day", "Question", start, "End", w.Day(c.Date))
	case c.Back:
		return w.say("counted.back", "Length", length, "From", w.Day(c.From), "End", w.Day(c.Date))
	}
	return w.say("counted", "Length", length, "From", w.Day(c.From), "Event", start, "End", w.Day(c.Date))
}
