package walk

import (
	"errors"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/widget"
)

// questionInput makes the field of a question.
func questionInput(d *desk.Desk, q *model.Question) *page.Input {
	label := func(option string) widget.Option {
		words := d.Words()
		if q.Kind == model.Provinces {
			return widget.Option{Label: d.Env.P.Text("province", option, ""), Find: option}
		}
		return widget.Option{Label: words.Option(q.ID, option), Note: words.Part("question", string(q.ID), "option."+option+".note")}
	}
	return d.Env.Input(q.Field, label, page.OptionsOf(q.Field))
}

// columnInput makes the field of a column of a list. Others are the entries
// that a reference can point to.
func columnInput(d *desk.Desk, q *model.Question, f model.Field, others model.Entries) *page.Input {
	if f.Kind == model.EntryRef {
		return referenceInput(d, f, others)
	}
	label := func(option string) widget.Option {
		return widget.Option{Label: d.Words().Text("question", string(q.ID), "field."+f.Name+".option."+option)}
	}
	return d.Env.Input(f, label, page.OptionsOf(f))
}

// referenceInput makes the field that points to another entry, or to none.
func referenceInput(d *desk.Desk, f model.Field, others model.Entries) *page.Input {
	ids, names := []string{""}, map[string]string{}
	for _, e := range others {
		ids = append(ids, e.ID)
		names[e.ID] = e.Text("name")
	}
	return d.Env.Input(f, func(id string) widget.Option {
		if id == "" {
			return widget.Option{Label: d.Env.T(locales.UIEntryDirect)}
		}
		return widget.Option{Label: d.Env.Kit.Legible(names[id])}
	}, ids)
}

// startText is an answer as its field holds it, or the default of a question
// that has none.
func startText(ans model.Answer, q *model.Question) string {
	switch {
	case ans.Value != nil:
		return fieldText(q.Field, ans.Value)
	case q.Default != nil && ans.Pending == nil:
		return fieldText(q.Field, q.Default)
	}
	return ""
}

// fieldText is a value as a field holds it.
func fieldText(f model.Field, v model.Value) string {
	if codes, ok := v.(model.Choices); ok {
		return strings.Join(codes, ",")
	}
	if yes, ok := v.(model.Bool); ok && f.Kind == model.YesNo {
		if yes {
			return "yes"
		}
		return "no"
	}
	return model.Input(v)
}

// errEmpty refuses an empty field.
var errEmpty = errors.New("empty")

// setAnswer makes the value of a field the answer to its question. An empty field
// takes back the answer to an optional question. Elsewhere it is refused with
// errEmpty, unless the answer is noted as not known yet.
func setAnswer(app *model.Application, p *model.Procedure, q *model.Question, in *page.Input) error {
	v, err := in.Value()
	switch {
	case err != nil:
		return err
	case v != nil:
		return app.Answer(p, q.ID, v)
	case q.Optional && app.Answers[q.ID].Value != nil:
		return app.Clear(p, q.ID)
	case !q.Optional && app.Answers[q.ID].Pending == nil:
		return errEmpty
	}
	return nil
}

// check says at a field what is odd about its value, and reports whether the user
// has to look at it: at a problem always, at anything else once.
func check(d *desk.Desk, in *page.Input, findings []model.Finding) bool {
	var problems, odd []string
	for _, f := range findings {
		if text := d.Words().Finding(f); f.Level == model.Problem {
			problems = append(problems, text)
		} else {
			odd = append(odd, text)
		}
	}
	text := strings.Join(odd, "\n")
	switch {
	case len(problems) > 0:
		in.Problem = strings.Join(problems, "\n")
	case text == "" || text == in.Seen:
		return false
	default:
		in.Odd, in.Seen = d.Env.T(locales.UIAskOdd, "Finding", text), text
	}
	return true
}

// example is the hint in an empty field, "" where there is no example.
func example(d *desk.Desk, q model.QuestionID, part string) string {
	text := d.Words().Part("question", string(q), part)
	if text == "" {
		return ""
	}
	return d.Env.T(locales.UIAskExample, "Example", text)
}
