package lines

import (
	"errors"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// A stop is a question that is asked, in its section.
type stop struct {
	*model.Question
	section model.SectionID
}

// stops returns the questions that are asked, given the answers so far.
func (t *talk) stops() []stop {
	var stops []stop
	for _, v := range model.Visits(t.proc, t.app) {
		for _, q := range v.Questions {
			stops = append(stops, stop{q, v.Section})
		}
	}
	return stops
}

// everything, unanswered and unsettled choose which questions are asked, by their
// answers.
func everything(model.Answer) bool   { return true }
func unanswered(a model.Answer) bool { return a.Value == nil && a.Pending == nil }
func unsettled(a model.Answer) bool  { return a.Value == nil || !a.Copied.IsZero() }

// questions asks those that fit, in order. Going back leads through all of
// them.
func (t *talk) questions(fits func(model.Answer) bool) error {
	for i := t.next(-1, fits); i >= 0; {
		at := t.stops()[i]
		switch err := t.question(at, i); {
		case errors.Is(err, errBack) && i == 0:
			t.say(locales.CLIPlainFirst)
		case errors.Is(err, errBack):
			i--
		case err != nil:
			return err
		default:
			i = slices.IndexFunc(t.stops(), func(s stop) bool { return s.ID == at.ID })
			i = t.next(i, fits)
		}
	}
	return nil
}

// next returns the first question after i that fits, -1 if there is none.
func (t *talk) next(i int, fits func(model.Answer) bool) int {
	for j, s := range t.stops() {
		if j > i && fits(t.app.Answers[s.ID]) {
			return j
		}
	}
	return -1
}

func (t *talk) question(at stop, i int) error {
	if at.section != t.section {
		t.section = at.section
		t.say(locales.CLIPlainSection, "Section", t.words().Title("section", string(at.section)))
	}
	x := exchange{
		say:     func() { t.ask(at.Question, i) },
		why:     func() { t.explainQuestion(at.Question) },
		unknown: func() error { return t.postpone(at.Question) },
		take:    func(line string) error { return t.take(at.Question, line) },
	}
	if at.Kind == model.List {
		x.take = func(line string) error { return t.takeRow(at.Question, line) }
	}
	return t.hold(x)
}

// ask says a question, its options, and what Enter would do.
func (t *talk) ask(q *model.Question, i int) {
	w := t.words()
	t.say(locales.CLIPlainQuestion, "At", i+1, "Of", len(t.stops()), "Title", w.Question(q.ID), "Ask", w.Part("question", string(q.ID), "ask"))
	ans := t.app.Answers[q.ID]
	if q.Kind == model.List {
		t.askRows(q, ans)
		return
	}
	t.options(q.Field, func(o string) string { return w.Option(q.ID, o) })
	switch text := w.Answer(q, ans); {
	case !ans.Copied.IsZero():
		t.say(locales.CLIPlainCopied, "Answer", text)
	case ans.Value != nil && q.Optional:
		t.say(locales.CLIPlainCurrentOptional, "Answer", text)
	case ans.Value != nil:
		t.say(locales.CLIPlainCurrent, "Answer", text)
	case ans.Pending != nil:
		t.say(locales.CLIPlainPending, "Pending", text)
	case q.Default != nil:
		t.say(locales.CLIPlainDefault, "Answer", w.Value(q, q.Default))
	case q.Optional:
		t.say(locales.CLIPlainOptional)
	default:
		t.example(w.Part("question", string(q.ID), "example"), q.Kind)
	}
}

// explainQuestion says why a question is asked, where to find the answer, and
// on what grounds.
func (t *talk) explainQuestion(q *model.Question) {
	w := t.words()
	for _, part := range []string{"why", "where"} {
		if text := w.Part("question", string(q.ID), part); text != "" {
			t.print(text)
		}
	}
	t.example(w.Part("question", string(q.ID), "example"), model.FreeText)
	if q.Kind == model.Provinces {
		var names []string
		for _, code := range model.ProvinceCodes() {
			names = append(names, w.Text("province", code, ""))
		}
		t.print(w.List(names))
	}
	for _, c := range q.Sources {
		t.print(w.Cited(c))
	}
}

// postpone notes "I don't know yet", who finds out and by when.
func (t *talk) postpone(q *model.Question) error {
	var p model.Pending
	steps := []exchange{{
		say:  func() { t.say(locales.UIPendingWho); t.say(locales.CLIPlainSkip) },
		take: func(line string) error { p.Who = strings.TrimSpace(line); return nil },
	}, {
		say: func() { t.say(locales.UIPendingBy); t.say(locales.CLIPlainSkip) },
		take: func(line string) error {
			v, err := model.Parse(model.Field{Kind: model.Day, Optional: true}, line)
			if err != nil {
				return t.refused(&model.Question{}, "", err)
			}
			p.By, _ = v.(model.Date)
			return nil
		},
	}}
	for _, x := range steps {
		if err := t.hold(x); errors.Is(err, errBack) {
			return errAgain
		} else if err != nil {
			return err
		}
	}
	changed := t.app.Clone()
	if err := changed.Postpone(t.proc, q.ID, p); err != nil {
		return err
	}
	return t.change(q, changed)
}
