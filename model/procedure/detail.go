package procedure

import (
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// formats are those that an authority may take.
var formats = []model.Format{model.PDF, model.JPEG, model.PNG, model.TIFF, model.OFD, model.DOCX}

// details reads [[material.detail]]: the facts to be read off a document, and
// what each is held against.
func (r *reader) details(t *node) []model.Detail {
	var ds []model.Detail
	for _, n := range r.tables(t, "detail") {
		d := model.Detail{
			ID:      word(r, n, "id", model.DetailIDs),
			When:    r.table(n, "when"),
			Equals:  r.optional(n, "equals"),
			Column:  r.column(t, n),
			By:      r.ofKind(n, "by", model.Day),
			AtLeast: r.ofKind(n, "at-least", model.Count),
			IDCard:  r.flag(n, "id-card"),
			Sources: r.cited(n),
		}
		if n.child("within") != nil {
			d.Within = int(r.size(n, "within"))
		}
		if slices.ContainsFunc(ds, func(o model.Detail) bool { return o.ID == d.ID }) {
			r.report(head(n), Duplicate, string(d.ID))
		}
		ds = append(ds, d)
	}
	return ds
}

// optional reads a reference to a question that may be left out.
func (r *reader) optional(t *node, key string) model.QuestionID {
	if t.child(key) == nil {
		return ""
	}
	return ref[model.QuestionID](r, t, key, "question")
}

// ofKind reads a reference to a question that asks for values of a kind.
func (r *reader) ofKind(t *node, key string, kind model.Kind) model.QuestionID {
	q := r.optional(t, key)
	if f, ok := r.facts[string(q)]; ok && f.Kind != kind {
		r.report(valueOf(t, key), WrongType, "a question of the kind "+string(kind))
	}
	return q
}

func (r *reader) listQuestion(t *node, key string) model.QuestionID {
	return r.ofKind(t, key, model.List)
}

// column reads a column of the list that the material repeats for.
func (r *reader) column(material, t *node) string {
	n := r.get(t, "column", unstable.String)
	if n == nil {
		return ""
	}
	list := ""
	if per := material.child("per"); per != nil {
		if l := per.child("list"); l != nil {
			list = l.text
		}
	}
	return r.columnOf(list, n)
}

// columnOf checks that a list has the column that a value names.
func (r *reader) columnOf(list string, n *node) string {
	if !slices.ContainsFunc(r.columns[list], func(f model.Field) bool { return f.Name == n.text }) {
		r.report(n.at, NoSuchID, "column "+n.text)
	}
	return n.text
}
