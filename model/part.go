package model

import (
	"slices"
	"strings"
)

// A Part is any part of a procedure that has an id of its own.
type Part struct {
	Kind    string // "question", "condition", … as its texts are named
	ID      string
	Sources []Citation
	Notes   []Note // of a condition
}

// ScanPart is the kind and the id of the rules about scans, of which a
// procedure has one set.
const ScanPart = "scan"

// Part finds a part by its id: a question, condition, material, the scans, a
// step, clock, duty, hint, authority, event or source, in this order.
func (p *Procedure) Part(id string) (Part, bool) {
	for _, part := range p.Parts() {
		if part.ID == id {
			return part, true
		}
	}
	return Part{}, false
}

// Parts lists everything in the procedure that sources can be asked for.
func (p *Procedure) Parts() []Part {
	var ps []Part
	add := func(kind, id string, cs []Citation) { ps = append(ps, Part{Kind: kind, ID: id, Sources: cs}) }
	for _, q := range p.Questions {
		add("question", string(q.ID), q.Sources)
	}
	for _, c := range p.Conditions {
		add("condition", string(c.ID), c.cited())
		ps[len(ps)-1].Notes = c.Notes
	}
	for _, m := range p.Materials {
		add("material", string(m.ID), m.Sources)
	}
	if len(p.Scan.Sources) > 0 {
		add(ScanPart, ScanPart, p.Scan.Sources)
	}
	if len(p.OwnSources) > 0 {
		add("material", string(OtherMaterial), p.OwnSources)
	}
	for _, s := range p.Steps {
		add("step", string(s.ID), s.Sources)
	}
	for _, c := range p.Clocks {
		add("clock", string(c.ID), c.Sources)
	}
	for _, d := range p.Duties {
		add("duty", string(d.ID), d.Sources)
	}
	for _, h := range p.Hints {
		add("hint", string(h.ID), h.Sources)
	}
	for _, a := range p.Authorities {
		add("authority", string(a.ID), a.Sources)
	}
	for _, e := range p.Events {
		add("event", string(e.ID), e.Sources)
	}
	for _, s := range p.Sources {
		add("source", string(s.ID), []Citation{{Source: s.ID}})
	}
	return ps
}

// cited lists the citations of the condition and of its single rows.
func (c *Condition) cited() []Citation {
	cs := append([]Citation(nil), c.Sources...)
	for _, r := range c.Met {
		cs = append(cs, r.Sources...)
	}
	return cs
}

// Says names the text of a part that tells what one of the sources cited says:
// says.SOURCE, or where several places of that source are cited
// says.SOURCE.PLACE, such as says.article.annual-4.
func Says(c Citation, among []Citation) string {
	id := "says." + string(c.Source)
	places := 0
	for _, o := range among {
		if o.Source == c.Source {
			places++
		}
	}
	if places < 2 || c.Article == "" {
		return id
	}
	return id + "." + placeWords.Replace(c.Article)
}

var placeWords = strings.NewReplacer(", ", "-", " ", "-", "(", "-", ")", "")

// ConditionsOn lists the conditions whose rule looks at a question, be it by
// way of a count of its entries.
func (p *Procedure) ConditionsOn(id QuestionID) []*Condition {
	var cs []*Condition
	for i := range p.Conditions {
		c := &p.Conditions[i]
		looks := func(r Row) bool {
			return slices.ContainsFunc(r.Cells, func(cell Cell) bool { return p.Asked(cell.Fact) == id })
		}
		if slices.ContainsFunc(c.Met, looks) || slices.ContainsFunc(c.Open, looks) {
			cs = append(cs, c)
		}
	}
	return cs
}

// Hinted lists the hints for a part: first its own, then of a material those
// that are true of every scan and of every file. The rules about scans have
// both.
func (p *Procedure) Hinted(id string) []Hint {
	var places []string
	if id == ScanPart {
		places = append(places, "file")
	}
	if m := p.Material(MaterialID(id)); m != nil {
		if m.Kind == Certificate || m.Kind == Commitment {
			places = append(places, "scan")
		}
		if m.Kind != Form {
			places = append(places, "file")
		}
	}
	return append(p.HintsAt(id), p.HintsAt(places...)...)
}

// HintsAt lists the hints that help at a place: the id of a part, or one of
// the general places "scan", "file" and "check".
func (p *Procedure) HintsAt(places ...string) []Hint {
	var hs []Hint
	for _, h := range p.Hints {
		if slices.ContainsFunc(h.At, func(at string) bool { return slices.Contains(places, at) }) {
			hs = append(hs, h)
		}
	}
	return hs
}
