package lines

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// rows returns the answer to a list question: shareholders, managers, staff.
func (t *talk) rows(q *model.Question) model.Entries {
	es, _ := t.app.Answers[q.ID].Value.(model.Entries)
	return es
}

func (t *talk) askRows(q *model.Question, ans model.Answer) {
	w, es := t.words(), t.rows(q)
	if len(es) == 0 && ans.Unconfirmed() {
		t.say(locales.CLIPlainCopied, "Answer", w.Answer(q, ans))
	} else if len(es) == 0 {
		t.say(locales.CLIPlainListState, "Answer", cmp.Or(w.Answer(q, ans), t.p.T(locales.CLIPlainListNothing)))
	}
	for i, e := range es {
		t.number(i+1, t.rowText(q, es, e))
	}
	if len(es) > 0 && ans.Unconfirmed() {
		t.say(locales.CLIPlainCopied, "Answer", t.p.T(locales.CLIPlainListAsAbove))
	}
	t.say(locales.CLIPlainListHow, "Entry", w.Part("question", string(q.ID), "entry"))
}

// rowText says the columns that a row has.
func (t *talk) rowText(q *model.Question, es model.Entries, e model.Entry) string {
	w := t.words()
	var parts []string
	for _, f := range q.Fields {
		text := w.Field(q, f, e)
		switch {
		case text == "":
			continue
		case f.Kind == model.EntryRef:
			text = w.Column(q.ID, f.Name) + " " + nameIn(es, text)
		case f.Kind == model.IDNumber:
			text = model.Mask(text)
		case f.Kind == model.Count:
			text = w.Column(q.ID, f.Name) + " " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, t.p.T(locales.ExportSemicolon))
}

// nameIn returns the name of a row, or its id if there is no such row.
func nameIn(es model.Entries, id string) string {
	i := slices.IndexFunc(es, func(e model.Entry) bool { return e.ID == id })
	if i < 0 {
		return legible.Line(id)
	}
	return legible.Line(es[i].Text("name"))
}
