package lines

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// editRow asks for the columns of row i. After the last row it adds one.
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
	for _, f := range model.CheckEntry(*q, row, t.Today()) {
		t.print(t.words().Finding(f))
	}
	return t.setRows(q, es, locales.CLIPlainListSaved, row.Text("name"))
}

// column asks for one column of a row and puts it in.
func (t *talk) column(q *model.Question, f model.Field, es model.Entries, row model.Entry) error {
	label := func(o string) string { return t.words().Text("question", string(q.ID), "field."+f.Name+".option."+o) }
	if f.Kind == model.EntryRef {
		label = func(id string) string { return nameIn(es, id) }
		for _, e := range es {
			if e.ID != row.ID {
				f.Options = append(slices.Clip(f.Options), e.ID)
			}
		}
	}
	example := func() { t.example(t.words().Part("question", string(q.ID), "field."+f.Name+".example"), f.Kind) }
	return t.hold(exchange{
		say: func() {
			w := t.words()
			t.say(locales.CLIPlainColumn, "Column", w.Column(q.ID, f.Name))
			t.options(f, label)
			switch old := row.Fields[f.Name]; {
			case old != nil && f.Kind == model.EntryRef:
				t.say(locales.CLIPlainCurrentOptional, "Answer", nameIn(es, model.Input(old)))
			case old != nil && f.Optional:
				t.say(locales.CLIPlainCurrentOptional, "Answer", w.Field(q, f, row))
			case old != nil:
				t.say(locales.CLIPlainCurrent, "Answer", w.Field(q, f, row))
			case optional(f):
				t.say(locales.CLIPlainOptional)
			default:
				example()
			}
		},
		why:  example,
		take: func(line string) error { return t.fill(q, f, label, row, line) },
	})
}

// optional reports whether a column may stay empty.
func optional(f model.Field) bool { return f.Optional || f.Kind == model.EntryRef }

func (t *talk) fill(q *model.Question, f model.Field, label func(string) string, row model.Entry, line string) error {
	switch text := strings.TrimSpace(line); {
	case text == "" && (optional(f) || row.Fields[f.Name] != nil):
		return nil
	case text == "":
		return t.again(t.p.T(locales.CLIPlainEmptyColumn, "Field", t.words().Column(q.ID, f.Name)))
	case text == "-" && optional(f):
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
