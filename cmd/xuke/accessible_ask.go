package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// The questions of the accessible mode: said, answered and saved one by one.

// A stop is a question that is asked, in its section.
type stop struct {
	*model.Question
	section model.SectionID
}

func (t *talk) asked() []stop {
	var stops []stop
	for _, v := range model.Visits(t.s.proc, &t.s.Application) {
		for _, q := range v.Questions {
			stops = append(stops, stop{q, v.Section})
		}
	}
	return stops
}

// Which questions to ask.
func everything(model.Answer) bool { return true }

func unanswered(a model.Answer) bool { return a.Value == nil && a.Pending == nil }

func unsettled(a model.Answer) bool { return a.Value == nil || !a.Copied.IsZero() }

// questions asks the ones that fit, in order. Going back leads to all.
func (t *talk) questions(fits func(model.Answer) bool) error {
	for i := t.next(-1, fits); i >= 0; {
		at := t.asked()[i]
		switch err := t.question(at, i); {
		case errors.Is(err, errBack) && i == 0:
			t.say(locales.CLIPlainFirst)
		case errors.Is(err, errBack):
			i--
		case err != nil:
			return err
		default:
			i = slices.IndexFunc(t.asked(), func(s stop) bool { return s.ID == at.ID })
			i = t.next(i, fits)
		}
	}
	return nil
}

// next returns the first question after i that fits, -1 if there is none.
func (t *talk) next(i int, fits func(model.Answer) bool) int {
	for j, s := range t.asked() {
		if j > i && fits(t.s.Answers[s.ID]) {
			return j
		}
	}
	return -1
}

func (t *talk) question(at stop, i int) error {
	if at.section != t.section {
		t.section = at.section
		t.say(locales.CLIPlainSection, "Section", t.s.Words.Title("section", string(at.section)))
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
	w := t.s.Words
	t.say(locales.CLIPlainQuestion, "At", i+1, "Of", len(t.asked()), "Title", w.Question(q.ID), "Ask", w.Part("question", string(q.ID), "ask"))
	ans := t.s.Answers[q.ID]
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

// example is for what is typed; a choice has its options.
func (t *talk) example(text string, k model.Kind) {
	if text != "" && k != model.Choice && k != model.YesNo {
		t.say(locales.UIAskExample, "Example", text)
	}
}

// options numbers the choices of a field.
func (t *talk) options(f model.Field, label func(string) string) {
	for i, o := range choices(f) {
		t.number(i+1, label(o))
	}
}

func choices(f model.Field) []string {
	if f.Kind == model.YesNo {
		return []string{"yes", "no"}
	}
	return f.Options
}

// ordinal reads the number of something that was numbered, in digits of either
// width or in words.
func ordinal(line string) (int, bool) {
	v, err := model.Parse(model.Field{Kind: model.Count}, line)
	n, ok := v.(model.Number)
	return int(n), ok && err == nil
}

// pick finds the option that somebody means by its number, its id, its label,
// or a part of the label that no other has.
func (t *talk) pick(options []string, label func(string) string, line string) (string, bool) {
	line = strings.TrimSpace(line)
	if n, ok := ordinal(line); ok && n >= 1 && n <= len(options) {
		return options[n-1], true
	}
	var near []string
	for _, o := range options {
		if strings.EqualFold(o, line) || strings.EqualFold(label(o), line) {
			return o, true
		}
		if len([]rune(line)) > 1 && strings.Contains(strings.ToLower(label(o)), strings.ToLower(line)) {
			near = append(near, o)
		}
	}
	if len(near) == 1 {
		return near[0], true
	}
	return line, false
}

// read understands what was said to a field.
func (t *talk) read(f model.Field, label func(string) string, line string) (model.Value, error) {
	v, err := model.Parse(f, line)
	if options := choices(f); len(options) > 0 && (err != nil || f.Kind != model.YesNo) {
		picked, ok := t.pick(options, label, line)
		if !ok && f.Kind == model.Choice {
			return nil, t.again(t.p.T(locales.CLIPlainNoOption, "Given", shown(line), "Of", len(options)))
		}
		return model.Parse(f, picked)
	}
	return v, err
}

// shown repeats what somebody typed, harmless and not endless.
func shown(line string) string {
	if r := []rune(line); len(r) > 60 {
		line = string(r[:60]) + "…"
	}
	return legible.Line(line)
}

func (t *talk) take(q *model.Question, line string) error {
	var v model.Value
	var err error
	changed := t.s.Application.Clone()
	switch text := strings.TrimSpace(line); {
	case text == "":
		if v, err = t.entered(q); v == nil {
			return err
		}
	case text == "-" && q.Optional: // no answer
	default:
		v, err = t.read(q.Field, func(o string) string { return t.s.Option(q.ID, o) }, line)
	}
	if err == nil {
		err = changed.Answer(t.s.proc, q.ID, v)
	}
	if err != nil {
		return t.refused(q, "", err)
	}
	if err := t.odd(q, &changed); err != nil {
		return err
	}
	return t.change(q, changed)
}

// entered is what Enter alone answers: a copied answer, which it confirms, or
// the default. It is nil where nothing changes, which is fine where there is
// an answer or none is needed.
func (t *talk) entered(q *model.Question) (model.Value, error) {
	switch ans := t.s.Answers[q.ID]; {
	case !ans.Copied.IsZero():
		return ans.Value, nil
	case ans.Value != nil || ans.Pending != nil:
		return nil, nil
	case q.Default == nil && !q.Optional:
		return nil, t.again(t.p.T(locales.CLIPlainEmpty, "Field", t.s.Question(q.ID)))
	}
	return q.Default, nil
}

// refused says why an answer is none.
func (t *talk) refused(q *model.Question, column string, err error) error {
	var e *model.Error
	if !errors.As(err, &e) {
		return err
	}
	e.Question, e.Field = q.ID, column
	return t.again(t.s.Refusal(e))
}

// odd says what is odd about an answer. A problem asks again, the rest may
// stay.
func (t *talk) odd(q *model.Question, changed *model.Application) error {
	if model.Equal(t.s.Answers[q.ID].Value, changed.Answers[q.ID].Value) {
		return nil // it has been kept before
	}
	for _, f := range model.FindingsOf(t.s.proc, changed, q.ID, t.today) {
		text := t.s.Finding(f)
		if f.Level == model.Problem {
			return t.again(text)
		}
		keep, err := t.yes(func() { t.say(locales.CLIPlainOdd, "Finding", text) })
		if err != nil {
			return err
		}
		if !keep {
			return errAgain
		}
	}
	return nil
}

// change makes a change, after a yes where another answer is replaced and it
// moves something.
func (t *talk) change(q *model.Question, changed model.Application) error {
	diff := model.Differ(t.s.proc, &t.s.Application, &changed)
	if old := t.s.Answers[q.ID].Value; old != nil && !model.Equal(old, changed.Answers[q.ID].Value) && diff.Matters() {
		sure, err := t.yes(func() { t.impact(diff); t.say(locales.CLIPlainConfirm) })
		if err != nil {
			return err
		}
		if !sure {
			return t.again(t.p.T(locales.CLIPlainKept))
		}
	}
	return t.commit(q, changed, diff)
}

// impact says what a change does.
func (t *talk) impact(d model.Difference) {
	w := t.s.Words
	t.say(locales.UIImpactTitle, "Added", len(d.Added), "Removed", len(d.Removed))
	if d.After != nil && d.After != d.Before {
		t.say(locales.UIImpactAuthority, "Authority", w.Authority(d.After, &t.s.Application))
	}
	for _, r := range d.Requirements {
		t.say(locales.UIImpactRequirement, "Condition", w.Title("condition", string(r.Condition.ID)), "Before", w.Bound(r.Before[0]), "After", w.Bound(r.After[0]))
	}
	for _, r := range d.Added {
		t.say(locales.UIImpactAdded, "Material", w.Row(r))
	}
	for _, r := range d.Removed {
		t.say(locales.UIImpactRemoved, "Material", w.Row(r))
	}
	for _, id := range d.Dropped {
		t.say(locales.UIImpactDropped, "Question", w.Question(id))
	}
	if len(d.Dropped) > 0 || d.RemovedWithStatus > 0 {
		t.say(locales.UIImpactKept)
	}
}

// commit saves a change and says what it settles.
func (t *talk) commit(q *model.Question, changed model.Application, diff model.Difference) error {
	if q.ID == model.CompanyName {
		if err := t.name(&changed); err != nil {
			return err
		}
	}
	t.s.Application = changed
	if err := t.keep(t.s); err != nil {
		return err
	}
	if q.Kind != model.List {
		t.say(locales.CLIPlainNoted, "Answer", cmp.Or(t.s.Words.Answer(q, changed.Answers[q.ID]), t.p.T(locales.TermNone)))
	}
	for _, s := range model.Assess(t.s.proc, &t.s.Application) {
		i := slices.IndexFunc(diff.Verdicts, func(v model.VerdictChange) bool { return v.Condition.ID == s.ID })
		if i < 0 || s.Verdict == model.CannotTell {
			continue
		}
		t.settled(s)
		if s.Outcome && s.Verdict == model.NotMet {
			if err := t.outcome(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// settled tells the conclusion from an answer: why, only where that is more
// than the answer itself.
func (t *talk) settled(s model.Assessment) {
	if slices.ContainsFunc(s.Reasons, func(r model.Reason) bool { return r.Op != model.Is }) {
		t.verdict(s)
		return
	}
	t.say(locales.CLIPlainSettled, "Condition", t.s.Words.Title("condition", string(s.ID)), "Verdict", t.p.Text("term", "verdict", string(s.Verdict)))
}

func (t *talk) verdict(s model.Assessment) {
	t.say(locales.CLIPlainVerdict, "Condition", t.s.Words.Title("condition", string(s.ID)),
		"Verdict", t.p.Text("term", "verdict", string(s.Verdict)), "Because", t.s.Because(s))
}

// outcome tells what it means that a condition is not met. Nobody is trapped:
// one may go on with it, or answer anew.
func (t *talk) outcome(s model.Assessment) error {
	err := t.hold(exchange{
		say: func() {
			id := string(s.ID)
			fmt.Fprintln(t.out, t.s.Part("condition", id, "outcome.title"))
			fmt.Fprintln(t.out, t.s.Part("condition", id, "outcome.body"))
			for _, n := range s.Notes {
				fmt.Fprintln(t.out, t.s.Text("condition", id, "note."+n.ID))
			}
			t.say(locales.CLIPlainGoOn)
		},
		take: func(string) error { return nil },
	})
	if errors.Is(err, errBack) {
		return errAgain
	}
	return err
}

// name gives an application the name of its company until the user titles it.
func (t *talk) name(changed *model.Application) error {
	var titles []string
	for _, lang := range locales.Langs {
		p, err := t.printer(lang)
		if err != nil {
			return err
		}
		titles = append(titles, untitled(p, model.DateOf(changed.Created)))
	}
	changed.NameAfter(&t.s.Application, titles...)
	return nil
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
	changed := t.s.Application.Clone()
	if err := changed.Postpone(t.s.proc, q.ID, p); err != nil {
		return err
	}
	return t.change(q, changed)
}

// explainQuestion says why a question is asked, where to find the answer, and
// on what grounds.
func (t *talk) explainQuestion(q *model.Question) {
	w := t.s.Words
	for _, part := range []string{"why", "where"} {
		if text := w.Part("question", string(q.ID), part); text != "" {
			fmt.Fprintln(t.out, text)
		}
	}
	t.example(w.Part("question", string(q.ID), "example"), model.FreeText)
	if q.Kind == model.Provinces {
		var names []string
		for _, code := range model.ProvinceCodes() {
			names = append(names, w.Text("province", code, ""))
		}
		fmt.Fprintln(t.out, w.List(names))
	}
	for _, c := range q.Sources {
		fmt.Fprintln(t.out, w.Cited(c))
	}
}
