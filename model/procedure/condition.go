package procedure

import (
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

func (r *reader) authorities(root *node) []model.Authority {
	return each(r, root, "authority", func(t *node, id string) model.Authority {
		return model.Authority{ID: model.AuthorityID(id), When: r.table(t, "when"), Sources: r.citations(t)}
	})
}

var severities = []model.Severity{model.Blocks, model.Warns, model.Routes}

func (r *reader) conditions(root *node) []model.Condition {
	return each(r, root, "condition", func(t *node, id string) model.Condition {
		r.need(t, "met")
		c := model.Condition{
			ID:       model.ConditionID(id),
			Severity: word(r, t, "severity", severities),
			Outcome:  r.flag(t, "outcome"),
			When:     r.table(t, "when"),
			Met:      r.table(t, "met"),
			Open:     r.table(t, "open"),
			Sources:  r.cited(t),
		}
		for _, n := range r.tables(t, "note") {
			c.Notes = append(c.Notes, r.note(n, c.Notes))
		}
		return c
	})
}

func (r *reader) note(t *node, before []model.Note) model.Note {
	r.need(t, "id")
	note := model.Note{ID: r.text(t, "id"), When: r.table(t, "when"), Sources: r.citations(t)}
	if n := t.child("id"); n != nil && n.kind == unstable.String {
		r.checkID(n)
		if slices.ContainsFunc(before, func(o model.Note) bool { return o.ID == note.ID }) {
			r.report(n.at, Duplicate, note.ID)
		}
	}
	return note
}

var (
	requirements  = []model.Required{model.Yes, model.IfAsked, model.MayFollow}
	materialKinds = []model.MaterialKind{model.Form, model.Certificate, model.Document, model.Commitment}
)

func (r *reader) materials(root *node) []model.Material {
	return each(r, root, "material", func(t *node, id string) model.Material {
		m := model.Material{
			ID:       model.MaterialID(id),
			Event:    r.event(t, "event"),
			Required: word(r, t, "required", requirements),
			Kind:     word(r, t, "kind", materialKinds),
			When:     r.table(t, "when"),
			Per:      r.per(t),
			Prints:   r.prints(t),
			Details:  r.details(t),
			Shares:   r.listQuestion(t, "shares"),
			Settles:  r.settles(t),
			Sources:  r.cited(t),
		}
		complete(&m)
		return m
	})
}

// prints reads the answers that stand on a paper.
func (r *reader) prints(t *node) []model.QuestionID {
	ids := refs[model.QuestionID](r, t, "prints", "question")
	for i, n := range r.list(t, "prints", unstable.String) {
		if slices.Contains(ids[:i], ids[i]) {
			r.report(n.at, Duplicate, n.text)
		}
	}
	return ids
}

// complete adds to what a paper prints what is read off it and held against an
// answer: that stands on it, whether or not it is named.
func complete(m *model.Material) {
	add := func(q model.QuestionID) {
		if q != "" && !slices.Contains(m.Prints, q) {
			m.Prints = append(m.Prints, q)
		}
	}
	for _, d := range m.Details {
		add(d.Equals)
		if d.Column != "" && m.Per != nil && !slices.Contains(m.Per.Prints, d.Column) {
			m.Per.Prints = append(m.Per.Prints, d.Column)
		}
	}
	add(m.Shares)
}

// settles reads the question that the paper itself answers.
func (r *reader) settles(t *node) *model.Settles {
	n := r.get(t, "settles", unstable.Table)
	if n == nil {
		return nil
	}
	for _, key := range []string{"per", "when", "event"} {
		if t.child(key) != nil {
			r.report(n.keyAt, Misplaced, "only a paper that there is always, and once, settles a question")
		}
	}
	r.need(n, "value")
	s := &model.Settles{Question: ref[model.QuestionID](r, n, "question", "question")}
	if v := n.child("value"); v != nil {
		v.used = true
		if f, ok := r.facts[string(s.Question)]; ok {
			s.Value = r.value(v, f)
		}
	}
	return s
}

// event reads a reference to an event that may be left out.
func (r *reader) event(t *node, key string) model.EventID {
	if t.child(key) == nil {
		return ""
	}
	return ref[model.EventID](r, t, key, "event")
}

func (r *reader) per(t *node) *model.Per {
	n := r.get(t, "per", unstable.Table)
	if n == nil {
		return nil
	}
	list := ref[model.QuestionID](r, n, "list", "question")
	if f, ok := r.facts[string(list)]; ok && f.Kind != model.List {
		r.report(valueOf(n, "list"), WrongType, "a list")
	}
	per := &model.Per{List: list, Where: r.where(n, string(list))}
	for _, c := range r.list(n, "prints", unstable.String) {
		per.Prints = append(per.Prints, r.columnOf(string(list), c))
	}
	return per
}

func (r *reader) hints(root *node) []model.Hint {
	return each(r, root, "hint", func(t *node, id string) model.Hint {
		r.need(t, "at")
		h := model.Hint{ID: model.HintID(id), Note: r.flag(t, "note"), Sources: r.citations(t)}
		for _, n := range r.list(t, "at", unstable.String) {
			if !slices.Contains(places, n.text) {
				r.known(n, "question", "condition", "material", "step", "event", "duty")
			}
			h.At = append(h.At, n.text)
		}
		return h
	})
}

func (r *reader) duties(root *node) []model.Duty {
	return each(r, root, "duty", func(t *node, id string) model.Duty {
		d := model.Duty{ID: model.DutyID(id), Opens: model.ProcedureID(r.text(t, "opens")), Sources: r.citations(t)}
		if n := t.child("opens"); n != nil && n.kind == unstable.String {
			r.checkID(n)
		}
		if t.child("clock") != nil {
			d.Clock = ref[model.ClockID](r, t, "clock", "clock")
		}
		return d
	})
}

func (r *reader) scan(root *node) model.ScanRules {
	r.need(root, "scan")
	t := r.get(root, "scan", unstable.Table)
	if t == nil {
		return model.ScanRules{}
	}
	r.item = "scan"
	defer func() { r.item = "" }()
	return model.ScanRules{
		Formats:          words(r, t, "formats", formats),
		MaxBytes:         r.size(t, "max-bytes"),
		MinDPI:           int(r.size(t, "min-dpi")),
		PDFFromPages:     int(r.size(t, "pdf-from-pages")),
		SignatureMaxDays: int(r.size(t, "signature-max-days")),
		Sources:          r.cited(t),
	}
}
