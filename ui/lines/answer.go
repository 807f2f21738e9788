package lines

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// take answers a question with what was said to it.
func (t *talk) take(q *model.Question, line string) error {
	var v model.Value
	var err error
	changed := t.app.Clone()
	switch text := strings.TrimSpace(line); {
	case text == "":
		if v, err = t.entered(q); v == nil {
			return err
		}
	case text == "-" && q.Optional: // no answer
	default:
		v, err = t.read(q.Field, func(o string) string { return t.words().Option(q.ID, o) }, line)
	}
	if err == nil {
		err = changed.Answer(t.proc, q.ID, v)
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
// the default. It is nil if nothing changes, which is fine if there is an
// answer or none is needed.
func (t *talk) entered(q *model.Question) (model.Value, error) {
	switch ans := t.app.Answers[q.ID]; {
	case !ans.Copied.IsZero():
		return ans.Value, nil
	case ans.Value != nil || ans.Pending != nil:
		return nil, nil
	case q.Default == nil && !q.Optional:
		return nil, t.again(t.p.T(locales.CLIPlainEmpty, "Field", t.words().Question(q.ID)))
	}
	return q.Default, nil
}

// refused says why an answer, or a column of one, cannot be taken.
func (t *talk) refused(q *model.Question, column string, err error) error {
	var e *model.Error
	if !errors.As(err, &e) {
		return err
	}
	e.Question, e.Field = q.ID, column
	return t.again(t.words().Refusal(e))
}

// odd says what is odd about an answer. A problem asks again; the rest may
// stay.
func (t *talk) odd(q *model.Question, changed *model.Application) error {
	if model.Equal(t.app.Answers[q.ID].Value, changed.Answers[q.ID].Value) {
		return nil // it was kept before
	}
	for _, f := range model.FindingsOf(t.proc, changed, q.ID, t.Today()) {
		text := t.words().Finding(f)
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

// change makes a change. If it replaces an answer and has consequences, it
// asks for a yes before.
func (t *talk) change(q *model.Question, changed model.Application) error {
	diff := model.Differ(t.proc, t.app, &changed)
	if old := t.app.Answers[q.ID].Value; old != nil && !model.Equal(old, changed.Answers[q.ID].Value) && diff.Matters() {
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

// impact says what a change would do.
func (t *talk) impact(d model.Difference) {
	w := t.words()
	t.say(locales.UIImpactTitle, "Added", len(d.Added), "Removed", len(d.Removed))
	if d.After != nil && d.After != d.Before {
		t.say(locales.UIImpactAuthority, "Authority", w.Authority(d.After, t.app))
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
	if err := t.save(changed); err != nil {
		return err
	}
	if q.Kind != model.List {
		t.say(locales.CLIPlainNoted, "Answer", cmp.Or(t.words().Answer(q, changed.Answers[q.ID]), t.p.T(locales.TermNone)))
	}
	for _, s := range model.Assess(t.proc, t.app) {
		moved := slices.ContainsFunc(diff.Verdicts, func(v model.VerdictChange) bool { return v.Condition.ID == s.ID })
		if !moved || s.Verdict == model.CannotTell {
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

// name gives an application the name of its company until the user titles it.
func (t *talk) name(changed *model.Application) error {
	var titles []string
	for _, lang := range locales.Langs {
		p, err := t.Printers(lang)
		if err != nil {
			return err
		}
		titles = append(titles, untitled(p, model.DateOf(changed.Created)))
	}
	changed.NameAfter(t.app, titles...)
	return nil
}

// save makes changed the application. Its province may be another one now.
func (t *talk) save(changed model.Application) (err error) {
	changed.Updated = t.Now()
	t.app, t.proc = &changed, t.Procedures.For(t.base, &changed)
	changed.Rev, err = t.Store.Save(changed, model.Summarise(t.proc, t.app, t.Workdays()), nil)
	return err
}

// settled says the conclusion from an answer, with the reason if that is more
// than the answer itself.
func (t *talk) settled(s model.Assessment) {
	if slices.ContainsFunc(s.Reasons, func(r model.Reason) bool { return r.Op != model.Is }) {
		t.verdict(s)
		return
	}
	t.say(locales.CLIPlainSettled, "Condition", t.words().Title("condition", string(s.ID)), "Verdict", t.p.Text("term", "verdict", string(s.Verdict)))
}

func (t *talk) verdict(s model.Assessment) {
	w := t.words()
	t.say(locales.CLIPlainVerdict, "Condition", w.Title("condition", string(s.ID)),
		"Verdict", t.p.Text("term", "verdict", string(s.Verdict)), "Because", w.Because(s))
}

// outcome says what it means that a condition is not met. It traps nobody: the
// user may go on with it, or answer anew.
func (t *talk) outcome(s model.Assessment) error {
	err := t.hold(exchange{
		say: func() {
			w, id := t.words(), string(s.ID)
			t.print(w.Part("condition", id, "outcome.title"))
			t.print(w.Part("condition", id, "outcome.body"))
			for _, n := range s.Notes {
				t.print(w.Text("condition", id, "note."+n.ID))
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
