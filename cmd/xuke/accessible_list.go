package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// Lists in the accessible mode: shareholders, managers and staff, row by row.

func (t *talk) rows(q *model.Question) model.Entries {
	es, _ := t.s.Answers[q.ID].Value.(model.Entries)
	return es
}

func (t *talk) askRows(q *model.Question, ans model.Answer) {
	es := t.rows(q)
	if len(es) == 0 && ans.Unconfirmed() {
		t.say(locales.CLIPlainCopied, "Answer", t.s.Words.Answer(q, ans))
	} else if len(es) == 0 {
		t.say(locales.CLIPlainListState, "Answer", cmp.Or(t.s.Words.Answer(q, ans), t.p.T(locales.CLIPlainListNothing)))
	}
	for i, e := range es {
		t.number(i+1, t.rowText(q, es, e))
	}
	if len(es) > 0 && ans.Unconfirmed() {
		t.say(locales.CLIPlainCopied, "Answer", t.p.T(locales.CLIPlainListAsAbove))
	}
	t.say(locales.CLIPlainListHow, "Entry", t.s.Part("question", string(q.ID), "entry"))
}

// rowText says the columns that a row has.
func (t *talk) rowText(q *model.Question, es model.Entries, e model.Entry) string {
	var parts []string
	for _, f := range q.Fields {
		text := t.s.Field(q, f, e)
		switch {
		case text == "":
			continue
		case f.Kind == model.EntryRef:
			text = t.s.Column(q.ID, f.Name) + " " + nameIn(es, text)
		case f.Kind == model.IDNumber:
			text = model.Mask(text)
		case f.Kind == model.Count:
			text = t.s.Column(q.ID, f.Name) + " " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, t.p.T(locales.ExportSemicolon))
}

func nameIn(es model.Entries, id string) string {
	i := slices.IndexFunc(es, func(e model.Entry) bool { return e.ID == id })
	if i < 0 {
		return legible.Line(id)
	}
	return legible.Line(es[i].Text("name"))
}

// takeRow does what was asked for with a list: + adds a row, a number changes
// one, -number removes one, Enter goes on. JSON is taken as a whole.
func (t *talk) takeRow(q *model.Question, line string) error {
	line = strings.TrimSpace(line)
	es, ans := t.rows(q), t.s.Answers[q.ID]
	rest, remove := strings.CutPrefix(strings.Replace(line, "－", "-", 1), "-")
	n, ok := ordinal(rest)
	switch {
	case line == "" && ans.Value == nil && ans.Pending == nil:
		return t.none(q)
	case line == "" && ans.Unconfirmed():
		changed := t.s.Application.Clone()
		if err := changed.Answer(t.s.proc, q.ID, ans.Value); err != nil {
			return t.refused(q, "", err)
		}
		return t.change(q, changed)
	case line == "":
		return nil
	case line == "+" || line == "＋":
		return t.editRow(q, len(es))
	case strings.HasPrefix(line, "["):
		changed := t.s.Application.Clone()
		v, err := model.ParseAnswer(*q, line, changed.EntriesOf(q.ID), changed.NewEntryID)
		if err == nil {
			err = changed.Answer(t.s.proc, q.ID, v)
		}
		if err != nil {
			return t.refused(q, "", err)
		}
		return t.change(q, changed)
	case !ok || n < 1 || n > len(es):
		return t.again(t.p.T(locales.CLIPlainListOdd, "Given", shown(line)))
	case remove:
		return t.removeRow(q, n-1)
	}
	return t.editRow(q, n-1)
}

// none asks whether an empty list means that there are none.
func (t *talk) none(q *model.Question) error {
	sure, err := t.yes(func() { t.say(locales.CLIPlainListNone, "Question", t.s.Question(q.ID)) })
	if err != nil {
		return err
	}
	if !sure {
		return errAgain
	}
	changed := t.s.Application.Clone()
	if err := changed.Answer(t.s.proc, q.ID, model.Entries{}); err != nil {
		return err
	}
	return t.change(q, changed)
}

// editRow asks for the columns of row i, a new one after the last.
func (t *talk) editRow(q *model.Question, i int) error {
	es := slices.Clone(t.rows(q))
	if i == len(es) {
		es = append(es, model.Entry{})
	}
	row := model.Entry{ID: es[i].ID, Fields: maps.Clone(es[i].Fields)}
	if row.Fields == nil {
		row.Fields = make(map[string]model.Value)
	}
	for at := 0; at < len(q.Fields); {
		err := t.column(q, q.Fields[at], es, row)
		switch {
		case errors.Is(err, errBack) && at == 0:
			return errAgain
		case errors.Is(err, errBack):
			at--
		case err != nil:
			return err
		default:
			at++
		}
	}
	es[i] = row
	for _, f := range model.CheckEntry(*q, row, t.today) {
		fmt.Fprintln(t.out, t.s.Finding(f))
	}
	return t.setRows(q, es, locales.CLIPlainListSaved, row.Text("name"))
}

// column asks for one column of a row and puts it in.
func (t *talk) column(q *model.Question, f model.Field, es model.Entries, row model.Entry) error {
	label := func(o string) string { return t.s.Text("question", string(q.ID), "field."+f.Name+".option."+o) }
	if f.Kind == model.EntryRef {
		label = func(id string) string { return nameIn(es, id) }
		for _, e := range es {
			if e.ID != row.ID {
				f.Options = append(slices.Clip(f.Options), e.ID)
			}
		}
	}
	example := func() { t.example(t.s.Part("question", string(q.ID), "field."+f.Name+".example"), f.Kind) }
	return t.hold(exchange{
		say: func() {
			t.say(locales.CLIPlainColumn, "Column", t.s.Column(q.ID, f.Name))
			t.options(f, label)
			switch old := row.Fields[f.Name]; {
			case old != nil && f.Kind == model.EntryRef:
				t.say(locales.CLIPlainCurrentOptional, "Answer", nameIn(es, model.Input(old)))
			case old != nil && f.Optional:
				t.say(locales.CLIPlainCurrentOptional, "Answer", t.s.Field(q, f, row))
			case old != nil:
				t.say(locales.CLIPlainCurrent, "Answer", t.s.Field(q, f, row))
			case f.Optional || f.Kind == model.EntryRef:
				t.say(locales.CLIPlainOptional)
			default:
				example()
			}
		},
		why:  example,
		take: func(line string) error { return t.fill(q, f, label, row, line) },
	})
}

func (t *talk) fill(q *model.Question, f model.Field, label func(string) string, row model.Entry, line string) error {
	may := f.Optional || f.Kind == model.EntryRef
	switch text := strings.TrimSpace(line); {
	case text == "" && (may || row.Fields[f.Name] != nil):
		return nil
	case text == "":
		return t.again(t.p.T(locales.CLIPlainEmptyColumn, "Field", t.s.Column(q.ID, f.Name)))
	case text == "-" && may:
		delete(row.Fields, f.Name)
		return nil
	}
	v, err := t.read(f, label, line)
	if err == nil && f.Kind == model.EntryRef && !slices.Contains(f.Options, model.Input(v)) {
		err = t.again(t.p.T(locales.CLIPlainNoOption, "Given", shown(line), "Of", len(f.Options)))
	}
	if err != nil {
		return t.refused(q, f.Name, err)
	}
	row.Fields[f.Name] = v
	return nil
}

// setRows saves a list and asks how it goes on. The model looks at the whole:
// nobody may come to stand above themselves.
func (t *talk) setRows(q *model.Question, es model.Entries, done locales.ID, name string) error {
	changed := t.s.Application.Clone()
	for i := range es {
		if es[i].ID == "" {
			es[i].ID = changed.EntryIDFor(q.ID, es[i].Text("name"))
		}
	}
	v, err := model.ParseAnswer(*q, model.Input(es), t.rows(q), changed.NewEntryID)
	if err == nil {
		err = changed.Answer(t.s.proc, q.ID, v)
	}
	if err != nil {
		return t.refused(q, "", err)
	}
	diff := model.Differ(t.s.proc, &t.s.Application, &changed)
	if err := t.commit(q, changed, diff); err != nil {
		return err
	}
	t.say(done, "Name", legible.Line(name))
	for _, r := range diff.Added {
		t.say(locales.UIImpactAdded, "Material", t.s.Row(r))
	}
	for _, f := range model.FindingsOf(t.s.proc, &t.s.Application, q.ID, t.today) {
		if f.Entry == "" {
			fmt.Fprintln(t.out, t.s.Finding(f))
		}
	}
	return errAgain
}

func (t *talk) removeRow(q *model.Question, i int) error {
	es, left := t.rows(q), model.Entries{}
	gone := es[i]
	for _, e := range es {
		if e.ID != gone.ID {
			left = append(left, e.Without(gone.ID))
		}
	}
	changed := t.s.Application.Clone()
	if err := changed.Answer(t.s.proc, q.ID, left); err != nil {
		return err
	}
	diff := model.Differ(t.s.proc, &t.s.Application, &changed)
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
