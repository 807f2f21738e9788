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
		return model.Material{
			ID:       model.MaterialID(id),
			Event:    r.event(t, "event"),
			Required: word(r, t, "required", requirements),
			Kind:     word(r, t, "kind", materialKinds),
			When:     r.table(t, "when"),
			Per:      r.per(t),
			Details:  r.details(t),
			Shares:   r.listQuestion(t, "shares"),
			Sources:  r.cited(t),
		}
	})
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
	return &model.Per{List: list, Where: r.where(n, string(list))}
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
