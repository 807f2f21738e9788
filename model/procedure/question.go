package procedure

import (
	"fmt"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// fields reads what the questions ask for, before any rule looks at them.
func (r *reader) fields(root *node) []model.Question {
	r.facts = map[string]model.Field{}
	r.columns = map[string][]model.Field{}
	return each(r, root, "question", func(t *node, id string) model.Question {
		q := model.Question{ID: model.QuestionID(id), Field: r.field(t, model.Kinds)}
		q.Name = id
		for _, n := range r.tables(t, "field") {
			f := r.field(n, columnKinds)
			f.Name = r.text(n, "name")
			r.need(n, "name")
			if !idShape().MatchString(f.Name) {
				r.report(valueOf(n, "name"), BadID, f.Name)
			}
			if slices.ContainsFunc(q.Fields, func(o model.Field) bool { return o.Name == f.Name }) {
				r.report(valueOf(n, "name"), Duplicate, f.Name)
			}
			q.Fields = append(q.Fields, f)
		}
		if q.Kind == model.List {
			r.need(t, "field")
		} else if len(q.Fields) > 0 {
			r.report(valueOf(t, "field"), Misplaced, "only a list has columns")
		}
		r.facts[id], r.columns[id] = q.Field, q.Fields
		return q
	})
}

// A list does not hold lists.
var columnKinds = slices.DeleteFunc(slices.Clone(model.Kinds), func(k model.Kind) bool {
	return k == model.List || k == model.Provinces
})

func (r *reader) field(t *node, kinds []model.Kind) model.Field {
	f := model.Field{Kind: word(r, t, "kind", kinds), Optional: r.flag(t, "optional")}
	for _, n := range r.list(t, "options", unstable.String) {
		if !idShape().MatchString(n.text) {
			r.report(n.at, BadID, n.text)
		}
		if slices.Contains(f.Options, n.text) {
			r.report(n.at, Duplicate, n.text)
		}
		f.Options = append(f.Options, n.text)
	}
	f.Min, f.Max = r.bounds(t)
	n := t.child("options")
	if f.Kind == model.Choice && len(f.Options) == 0 {
		r.report(valueOf(t, "options"), MissingKey, "options")
	} else if n != nil && f.Kind != model.Choice && f.Kind != "" {
		r.report(n.keyAt, Misplaced, "only a choice has options")
	}
	for _, key := range []string{"min", "max"} {
		if n := t.child(key); n != nil && (orders[f.Kind] == "" || f.Kind == model.Day || f.Kind == model.Percent) {
			r.report(n.keyAt, Misplaced, "only numbers, money and lists have bounds")
		}
	}
	return f
}

func (r *reader) bounds(t *node) (lo, hi *int64) {
	lo, hi = r.number(t, "min"), r.number(t, "max")
	if lo != nil && hi != nil && *lo > *hi {
		r.report(valueOf(t, "min"), Bounds, fmt.Sprintf("%d > %d", *lo, *hi))
	}
	return lo, hi
}

// derived reads the facts that count; they become facts of rules too.
func (r *reader) derived(root *node) []model.Derived {
	r.deps = map[model.FactID][]model.QuestionID{}
	ds := each(r, root, "derived", func(t *node, id string) model.Derived {
		d := model.Derived{ID: model.FactID(id), Count: ref[model.QuestionID](r, t, "count", "question")}
		if f, ok := r.facts[string(d.Count)]; ok && f.Kind != model.List {
			r.report(valueOf(t, "count"), WrongType, "a list")
		}
		d.Where = r.where(t, string(d.Count))
		r.deps[d.ID] = append(r.deps[d.ID], d.Count)
		for _, c := range d.Where {
			if c.Than != "" {
				r.deps[d.ID] = append(r.deps[d.ID], model.QuestionID(c.Than))
			}
		}
		return d
	})
	for _, d := range ds { // only now, so that none counts by another
		r.facts[string(d.ID)] = model.Field{Name: string(d.ID), Kind: model.Count}
	}
	return ds
}

var carries = []model.Carry{model.CarryNumber, model.CarryDate, model.CarryValidUntil, model.CarryYear}

// questions completes them with their rules.
func (r *reader) questions(root *node, qs []model.Question) {
	for i, t := range r.tables(root, "question") {
		q := &qs[i]
		r.item = "question." + string(q.ID)
		q.When = r.table(t, "when")
		r.uses(q.ID, t)
		for _, n := range r.tables(t, "limit") {
			l := model.Limit{When: r.table(n, "when")}
			r.uses(q.ID, n)
			l.Min, l.Max = r.bounds(n)
			q.Limits = append(q.Limits, l)
		}
		if n := t.child("default"); n != nil {
			n.used = true
			q.Default = r.value(n, q.Field)
		}
		if t.child("carry") != nil {
			q.Carry = word(r, t, "carry", carries)
		}
		if t.child("outlast") != nil {
			q.Outlast = ref[model.QuestionID](r, t, "outlast", "question")
			if q.Kind != model.Day || r.facts[string(q.Outlast)].Kind != model.Day {
				r.report(valueOf(t, "outlast"), WrongType, "a date, of a question that asks for one")
			}
		}
		q.Traced = r.traced(t, q)
		q.Change = r.change(t)
		q.Sources = r.citations(t)
	}
	r.item = ""
}

// traced reads which entries of a list need others below them.
func (r *reader) traced(t *node, q *model.Question) []model.Cell {
	n := r.get(t, "traced", unstable.Table)
	if n == nil {
		return nil
	}
	if !slices.ContainsFunc(q.Fields, func(f model.Field) bool { return f.Kind == model.EntryRef }) {
		r.report(n.keyAt, Misplaced, "only a list whose entries name each other has levels")
	}
	columns := make(map[string]model.Field)
	for _, f := range q.Fields {
		columns[f.Name] = f
	}
	return r.cells(n, columns)
}

// change reads what a changed fact calls for.
func (r *reader) change(t *node) *model.ChangeDuty {
	n := r.get(t, "change", unstable.Table)
	if n == nil {
		return nil
	}
	r.need(n, "kind")
	return &model.ChangeDuty{Duty: ref[model.DutyID](r, n, "duty", "duty"), Kind: r.text(n, "kind")}
}
