package lines

import (
	"cmp"
	"slices"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

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
	for _, r := range d.Recheck {
		t.print(w.Recheck(r))
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
