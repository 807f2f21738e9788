package export

import (
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// Because says why a condition stands as it does, in one or two sentences
// with the numbers that decided.
func (w Words) Because(s model.Assessment) string {
	if s.Pending {
		return w.say("because.open", "Answer", w.answers(s.Condition.Open))
	}
	if s.Verdict == model.CannotTell {
		return w.say("because.missing", "Questions", w.Questions(s.Missing))
	}
	parts := make([]string, 0, len(s.Reasons))
	for _, r := range s.Reasons {
		parts = append(parts, w.reason(r))
	}
	said := []string{w.say("because", "Reasons", strings.Join(parts, w.say("because.and")))}
	for _, id := range s.Assumed {
		if q := w.Procedure.Question(id); q != nil {
			said = append(said, w.say("because.assumed", "Question", w.Question(id), "Answer", w.Value(q, q.Default)))
		}
	}
	return w.Sentences(said)
}

func (w Words) reason(r model.Reason) string {
	if r.Op == model.Is {
		q := w.Procedure.Question(model.QuestionID(r.Fact))
		if q == nil {
			return ""
		}
		if r.Paper != "" {
			return w.say("because.paper", "Material", w.rowNamed(string(r.Paper), nil))
		}
		return w.say("because.is", "Question", w.Question(q.ID), "Answer", w.Value(q, r.Got))
	}
	if least, ok := leastOf(r.Where); ok && w.Has("derived", string(r.Fact), "because") {
		return w.Text("derived", string(r.Fact), "because",
			"Bound", w.Bound(r.Cell), "Got", w.got(r), "All", w.counted(r.Fact, r.Of), "Least", w.Number(int64(least)))
	}
	if w.line(r.Cell) != "" {
		return w.say("because.day", "Question", w.Question(model.QuestionID(r.Fact)), "Bound", w.Bound(r.Cell), "Got", w.got(r))
	}
	return w.say("because.amount", "Bound", w.Bound(r.Cell), "Got", w.got(r))
}

// leastOf is the number from which entries are counted; not ok where it is not
// known, or there is none.
func leastOf(where []model.Cell) (least model.Number, ok bool) {
	if len(where) == 1 && len(where[0].Values) == 1 {
		least, ok = where[0].Values[0].(model.Number)
	}
	return least, ok
}

// Bound says a comparison: "at least CNY 10,000,000".
func (w Words) Bound(c model.Cell) string {
	text := ""
	if len(c.Values) == 1 {
		text = w.amount(c, c.Values[0])
	} else if c.Than != "" {
		text = w.Question(model.QuestionID(c.Than))
	}
	return w.say("bound."+w.line(c)+boundIDs[c.Op], "Value", text)
}

// line is where the words for days begin: a day is not "at least" another.
func (w Words) line(c model.Cell) string {
	if q := w.Procedure.Question(model.QuestionID(c.Fact)); q != nil && q.Kind == model.Day {
		return "day."
	}
	return ""
}

var boundIDs = map[model.Op]string{
	model.AtLeast: "at-least", model.AtMost: "at-most", model.Over: "over", model.Under: "under",
}

// amount puts a number into the unit of the fact that it is compared with.
func (w Words) amount(c model.Cell, v model.Value) string {
	if q := w.Procedure.Question(model.QuestionID(c.Fact)); q != nil {
		if n, ok := v.(model.Number); ok && q.Kind == model.Money {
			return w.MoneyShort(int64(n))
		}
		return w.scalar(q.ID, "", q.Field, v)
	}
	return w.counted(c.Fact, model.Plain(v))
}

// Understood says an answer as it was read, amounts as people say them.
func (w Words) Understood(q *model.Question, v model.Value) string {
	if n, ok := v.(model.Number); ok && q.Kind == model.Money {
		return w.MoneyShort(int64(n))
	}
	return w.Value(q, v)
}

// counted says a number of counted entries, with the noun of the fact.
func (w Words) counted(fact model.FactID, n any) string {
	return w.Text("derived", string(fact), "count", "Count", n)
}

func (w Words) got(r model.Reason) string {
	if r.Got != nil {
		return w.amount(r.Cell, r.Got)
	}
	if r.Lo == r.Hi {
		return w.counted(r.Fact, r.Lo)
	}
	return w.say("between", "Lo", w.Number(r.Lo), "Hi", w.counted(r.Fact, r.Hi))
}

// answers names the answers that a rule looks for: "in preparation".
func (w Words) answers(t model.Table) string {
	var parts []string
	for _, row := range t {
		for _, c := range row.Cells {
			q := w.Procedure.Question(model.QuestionID(c.Fact))
			if q == nil {
				continue
			}
			for _, v := range c.Values {
				parts = append(parts, w.say("because.is", "Question", w.Question(q.ID), "Answer", w.Value(q, v)))
			}
		}
	}
	return w.List(parts)
}

// Way says an answer that would do: "area: one province (…)".
func (w Words) Way(c model.Cell) string {
	q := w.Procedure.Question(model.QuestionID(c.Fact))
	if q == nil || len(c.Values) == 0 {
		return ""
	}
	return w.say("way", "Question", w.Question(q.ID), "Answer", w.Value(q, c.Values[0]))
}

// Next says what to do next, and of a date that is an estimate that it is one.
func (w Words) Next(n *model.Next, a *model.Application) string {
	switch {
	case n == nil:
		return ""
	case n.Estimate && n.Code == model.NextDeem:
		return w.say("next.deem.estimate")
	case n.Estimate:
		return w.say("next.estimate", "Next", w.next(n, a))
	}
	return w.next(n, a)
}

func (w Words) next(n *model.Next, a *model.Application) string {
	id := "next." + string(n.Code)
	switch n.Code {
	case model.NextAnswer, model.NextConfirm, model.NextFindOut:
		return w.say(id, "What", w.Question(model.QuestionID(n.What)))
	case model.NextMeet:
		return w.say(id, "What", w.Title("condition", n.What))
	case model.NextCollect, model.NextCheck:
		return w.say(id, "What", w.rowNamed(n.What, a))
	case model.NextResolve:
		return w.say(id, "What", w.itemNamed(n.What, a))
	case model.NextDeem:
		return w.say(id, "What", w.Title("clock", n.What))
	case model.NextWait:
		return w.wait(n, a)
	case model.NextKeep:
		return w.say(id, "What", w.Title("clock", n.What))
	case model.NextDone:
		return w.Title("state", n.What)
	}
	return w.say(id)
}

func (w Words) wait(n *model.Next, a *model.Application) string {
	if n.Whose == model.Client {
		return w.say("next.wait.client", "What", w.rowNamed(n.What, a))
	}
	if w.Procedure.Clock(model.ClockID(n.What)) != nil {
		return w.say("next.wait", "What", w.Title("clock", n.What))
	}
	return w.Title("state", n.What)
}

func (w Words) rowNamed(key string, a *model.Application) string {
	if a != nil {
		if r, ok := model.FindRow(model.Checklist(w.Procedure, a), model.MaterialKey(key)); ok {
			return w.Row(r)
		}
	}
	m, _ := model.MaterialKey(key).Split()
	if m == model.OtherMaterial {
		return w.say("row.own")
	}
	return w.Title("material", string(m))
}

func (w Words) itemNamed(id string, a *model.Application) string {
	if a != nil {
		for _, it := range a.Items {
			if it.ID == id {
				return w.Item(it, a)
			}
		}
	}
	return w.say("item")
}

// Item names what a correction item is about, or quotes its text.
func (w Words) Item(it model.Item, a *model.Application) string {
	switch {
	case it.Material != "":
		return w.rowNamed(string(it.Material), a)
	case it.Answer != "":
		return w.Question(it.Answer)
	}
	return legible.Line(it.Text)
}
