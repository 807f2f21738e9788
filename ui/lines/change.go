package lines

import (
	"cmp"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// change makes changed the application, and asks for a yes before where an
// answer is replaced and that has consequences.
func (t *talk) change(q *model.Question, changed model.Application) error {
	if diff := model.Differ(t.proc, t.app, &changed); diff.NeedsConfirming() {
		sure, err := t.yes(func() { t.impact(diff); t.say(locales.CLIPlainConfirm) })
		if err != nil {
			return err
		}
		if !sure {
			return t.again(t.p.T(locales.CLIPlainKept))
		}
	}
	return t.commit(q, changed)
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

// commit saves a change and says what it settles: the conclusion for each
// condition that has come to stand otherwise, and the outcome of one that fails.
func (t *talk) commit(q *model.Question, changed model.Application) error {
	untitled, err := t.untitled()
	if err != nil {
		return err
	}
	before := model.Assess(t.proc, t.app)
	changed.NameAfter(t.app, untitled...)
	if err := t.save(changed); err != nil {
		return err
	}
	if q.Kind != model.List {
		t.say(locales.CLIPlainNoted, "Answer", cmp.Or(t.words().Answer(q, changed.Answers[q.ID]), t.p.T(locales.TermNone)))
	}
	for _, turned := range model.Turned(before, model.Assess(t.proc, t.app)) {
		if turned.Verdict == model.CannotTell {
			continue
		}
		t.settled(turned)
		if !turned.Fails() {
			continue
		}
		if err := t.outcome(turned); err != nil {
			return err
		}
	}
	return nil
}

// untitled are the titles that the application may have been created with, one
// for each language.
func (t *talk) untitled() ([]string, error) {
	var titles []string
	for _, lang := range locales.Langs {
		p, err := t.Printers(lang)
		if err != nil {
			return nil, err
		}
		titles = append(titles, untitled(p, model.DateOf(t.app.Created)))
	}
	return titles, nil
}

// save makes changed the application. Its answers may name another province now,
// and so what is asked may be more or less.
func (t *talk) save(changed model.Application) (err error) {
	changed.Updated = t.Now()
	t.app, t.proc = &changed, t.Procedures.For(t.base, &changed)
	changed.Rev, err = t.Store.Save(changed, model.Summarise(t.proc, t.app, t.Workdays()), nil)
	return err
}
