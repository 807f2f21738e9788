package procedure

import (
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// Languages are those that every text has to be there in.
var Languages = []string{"zh", "en"}

// Check reports the texts that a procedure needs and that has does not know,
// sorted by id. A text may be the procedure's own, PROCEDURE/kind.id.part, or
// one that it shares. File is the name to report them under.
func Check(p *model.Procedure, file string, has func(lang, id string) bool) []Problem {
	var problems []Problem
	for _, id := range TextIDs(p) {
		for _, lang := range Languages {
			if !has(lang, id) && !has(lang, string(p.ID)+"/"+id) {
				problems = append(problems, Problem{File: file, Code: MissingText, Detail: lang + " " + id})
			}
		}
	}
	return problems
}

// Lint is Check for whoever writes definitions. It also reports disagreements
// that a reader could not follow: both sides have to be cited, and each with
// what it says. Without that a procedure can still be shown, only the
// disagreement is not.
func Lint(p *model.Procedure, file string, has func(lang, id string) bool) []Problem {
	problems := Check(p, file, has)
	for _, part := range p.Parts() {
		for _, problem := range lintSides(p, file, part, has) {
			if !slices.Contains(problems, problem) {
				problems = append(problems, problem)
			}
		}
	}
	return problems
}

// lintSides looks at the disagreement of one part, if there is one. What it
// says has to be there of whatever differs, and of what it differs from: its
// successor, or the most binding of the others.
func lintSides(p *model.Procedure, file string, part model.Part, has func(lang, id string) bool) (problems []Problem) {
	var said, others []model.Citation
	for _, c := range part.Sources {
		if !c.Differs() {
			others = append(others, c)
		}
	}
	for _, c := range part.Sources {
		if !c.Differs() {
			continue
		}
		if len(others) == 0 {
			return []Problem{{File: file, Code: OneSided, ID: part.Kind + "." + part.ID}}
		}
		from := others[0]
		if i := slices.IndexFunc(others, func(o model.Citation) bool { return c.Superseded != nil && o.Source == c.Superseded.By }); i >= 0 {
			from = others[i]
		}
		said = append(said, c, from)
	}
	for _, c := range said {
		id := part.Kind + "." + part.ID + "." + model.Says(c, part.Sources)
		for _, lang := range Languages {
			if !has(lang, id) && !has(lang, string(p.ID)+"/"+id) {
				problems = append(problems, Problem{File: file, Code: MissingText, Detail: lang + " " + id})
			}
		}
	}
	return problems
}

// TextIDs lists the texts without which a procedure cannot be shown, sorted.
// Texts that may be there besides (an example, other words for yes and no) are left
// out.
func TextIDs(p *model.Procedure) []string {
	var t texts
	t.need("procedure", string(p.ID), "title", "for", "always", "depends", "takes", "decides", "cost", "saved")
	for _, s := range p.Sections {
		t.need("section", string(s.ID), "title")
		for _, page := range s.Pages {
			if len(page.Questions) > 1 {
				t.need("page", string(page.ID), "title")
			}
		}
	}
	for i := range p.Questions {
		t.question(&p.Questions[i])
	}
	for _, d := range p.Derived {
		t.need("derived", string(d.ID), "title", "count")
	}
	for i := range p.Conditions {
		t.condition(&p.Conditions[i])
	}
	for _, m := range p.Materials {
		t.need("material", string(m.ID), "title", "how", "look")
		for _, c := range m.Sources {
			if tier := tierOf(p, c.Source); c.Differs() || tier == model.Article || tier == model.Practice {
				t.need("material", string(m.ID), model.Says(c, m.Sources))
			}
		}
	}
	t.process(p)
	slices.Sort(t.ids)
	return slices.Compact(t.ids)
}

type texts struct{ ids []string }

func (t *texts) need(kind, id string, parts ...string) {
	for _, part := range parts {
		t.ids = append(t.ids, kind+"."+id+"."+part)
	}
}

func (t *texts) question(q *model.Question) {
	id := string(q.ID)
	t.need("question", id, "title", "ask", "why", "where")
	switch q.Kind {
	case model.Provinces:
		for _, o := range model.ProvinceCodes() {
			t.ids = append(t.ids, "province."+o, "province."+o+".full")
		}
	case model.List:
		t.need("question", id, "entry")
	default:
		t.options("question", id, "", q.Options)
	}
	for _, f := range q.Fields {
		t.need("question", id, "field."+f.Name+".title")
		t.options("question", id, "field."+f.Name+".", f.Options)
	}
}

func (t *texts) options(kind, id, prefix string, options []string) {
	for _, o := range options {
		t.need(kind, id, prefix+"option."+o)
	}
}

func (t *texts) condition(c *model.Condition) {
	id := string(c.ID)
	t.need("condition", id, "title", "rule", "way")
	if c.Outcome {
		t.need("condition", id, "outcome.title", "outcome.body")
	}
	cited := c.Sources
	for _, row := range c.Met {
		cited = slices.Concat(cited, row.Sources)
	}
	for _, s := range cited {
		t.need("condition", id, model.Says(s, cited))
	}
	for _, n := range c.Notes {
		t.need("condition", id, "note."+n.ID)
	}
}

// process is what runs at the authority, and after.
func (t *texts) process(p *model.Procedure) {
	for _, s := range p.Steps {
		t.need("step", string(s.ID), "title", "body")
	}
	for _, s := range p.States {
		t.need("state", string(s.ID), "title")
	}
	for _, e := range p.Events {
		t.need("event", string(e.ID), "title")
	}
	for _, c := range p.Clocks {
		t.need("clock", string(c.ID), "title", "end")
	}
	for _, h := range p.Hints {
		t.need("hint", string(h.ID), "text")
	}
	for _, d := range p.Duties {
		t.need("duty", string(d.ID), "title", "body")
	}
	for _, s := range p.Sources {
		t.need("source", string(s.ID), "title")
	}
	for _, a := range p.Authorities {
		t.need("authority", string(a.ID), "name")
	}
}

func tierOf(p *model.Procedure, id model.SourceID) model.Tier {
	if s := p.Source(id); s != nil {
		return s.Tier
	}
	return ""
}
