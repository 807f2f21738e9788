package lines

import (
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// takeRow does what the user said to a list: + adds a row, a number changes one,
// -number removes one, Enter goes on. JSON is taken as the whole list.
func (t *talk) takeRow(q *model.Question, line string) error {
	line = strings.TrimSpace(line)
	rest, remove := strings.CutPrefix(strings.Replace(line, "－", "-", 1), "-")
	n, ok := ordinal(rest)
	switch es := t.rows(q); {
	case line == "":
		return t.enterRows(q)
	case line == "+" || line == "＋":
		return t.editRow(q, len(es))
	case strings.HasPrefix(line, "["):
		return t.parseRows(q, line)
	case !ok || n < 1 || n > len(es):
		return t.again(t.p.T(locales.CLIPlainListOdd, "Given", shown(line)))
	case remove:
		return t.removeRow(q, n-1)
	}
	return t.editRow(q, n-1)
}

// enterRows is Enter alone: it confirms a copied list, leaves an answered one
// as it is, and asks whether an unanswered one is empty.
func (t *talk) enterRows(q *model.Question) error {
	ans, v := t.app.Answers[q.ID], model.Value(nil)
	switch {
	case ans.Value == nil && ans.Pending == nil:
		sure, err := t.yes(func() { t.say(locales.CLIPlainListNone, "Question", t.words().Question(q.ID)) })
		if err != nil {
			return err
		}
		if !sure {
			return errAgain
		}
		v = model.Entries{}
	case ans.Unconfirmed():
		v = ans.Value
	default:
		return nil
	}
	changed := t.app.Clone()
	if err := changed.Answer(t.proc, q.ID, v); err != nil {
		return t.refused(q, "", err)
	}
	return t.change(q, changed)
}

// parseRows takes a line of JSON as the whole list.
func (t *talk) parseRows(q *model.Question, line string) error {
	changed := t.app.Clone()
	v, err := model.ParseAnswer(*q, line, changed.EntriesOf(q.ID), changed.NewEntryID)
	if err == nil {
		err = changed.Answer(t.proc, q.ID, v)
	}
	if err != nil {
		return t.refused(q, "", err)
	}
	return t.change(q, changed)
}

// setRows saves a list and asks how it goes on. The model checks the list as a
// whole: no company may stand above itself.
func (t *talk) setRows(q *model.Question, es model.Entries, done locales.ID, name string) error {
	changed := t.app.Clone()
	for i := range es {
		if es[i].ID == "" {
			es[i].ID = changed.EntryIDFor(q.ID, es[i].Text("name"))
		}
	}
	v, err := model.ParseAnswer(*q, model.Input(es), t.rows(q), changed.NewEntryID)
	if err == nil {
		err = changed.Answer(t.proc, q.ID, v)
	}
	if err != nil {
		return t.refused(q, "", err)
	}
	diff := model.Differ(t.proc, t.app, &changed)
	if err := t.commit(q, changed); err != nil {
		return err
	}
	w := t.words()
	t.say(done, "Name", legible.Line(name))
	for _, r := range diff.Added {
		t.say(locales.UIImpactAdded, "Material", w.Row(r))
	}
	for _, f := range model.FindingsOf(t.proc, t.app, q.ID, t.Today()) {
		if f.Entry == "" {
			t.print(w.Finding(f))
		}
	}
	return errAgain
}

// removeRow says what it does that row i goes, and asks for a yes before.
func (t *talk) removeRow(q *model.Question, i int) error {
	es := t.rows(q)
	gone := es[i]
	left := es.Without(gone.ID)
	changed := t.app.Clone()
	if err := changed.Answer(t.proc, q.ID, left); err != nil {
		return err
	}
	diff := model.Differ(t.proc, t.app, &changed)
	sure, err := t.yes(func() {
		t.impact(diff)
		t.say(locales.CLIPlainListRemove, "Name", legible.Line(gone.Text("name")))
	})
	if err != nil {
		return err
	}
	if !sure {
		return errAgain
	}
	return t.setRows(q, left, locales.CLIPlainListRemoved, gone.Text("name"))
}
