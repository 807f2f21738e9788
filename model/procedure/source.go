package procedure

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/xuke-cli/xuke/model"
)

// A position has to be sayable in every language: an article with its item, a
// numbered part of a notice or of the starting article, a class of the service
// catalogue; or several of them.
var positionShape = lazy(`^(` + onePosition + `)(, (` + onePosition + `))*$`)

const onePosition = `\d+(\(\d+\))?|(item|part|condition|material|step|annual) \d+|[A-Z]\d+(-\d+)?`

var inForceShape = lazy(`^\d{4}(-\d{2}-\d{2})?$`)

func (r *reader) sources(root *node, checked model.Date) []model.Source {
	return each(r, root, "source", func(t *node, id string) model.Source {
		s := model.Source{
			ID:      model.SourceID(id),
			Tier:    word(r, t, "tier", model.Tiers),
			InForce: r.text(t, "in-force"),
			Checked: r.date(t, "checked"),
		}
		if s.InForce != "" && !inForceShape().MatchString(s.InForce) {
			r.report(valueOf(t, "in-force"), WrongType, `"2017" or "2017-09-01"`)
		}
		if s.Checked.IsZero() {
			s.Checked = checked
		}
		if s.Checked.IsZero() {
			r.need(t, "checked")
		}
		s.Superseded = r.superseded(t)
		return s
	})
}

// citations reads sources = [{ id = …, article = … }].
func (r *reader) citations(t *node) []model.Citation {
	var cs []model.Citation
	for _, n := range r.tables(t, "sources") {
		cs = append(cs, model.Citation{
			Source:     ref[model.SourceID](r, n, "id", "source"),
			Article:    r.place(n),
			Superseded: r.superseded(n),
			Disagrees:  r.flag(n, "disagrees"),
		})
	}
	return cs
}

// cited is citations for what nobody may claim without one.
func (r *reader) cited(t *node) []model.Citation {
	cs := r.citations(t)
	if len(cs) == 0 {
		r.report(head(t), NoSource, "")
	}
	return cs
}

func (r *reader) place(t *node) string {
	n := r.get(t, "article", unstable.String)
	if n == nil {
		return ""
	}
	if !positionShape().MatchString(n.text) {
		r.report(n.at, BadPosition, n.text)
	}
	return n.text
}

// superseded reads what replaced a rule. Of a source that is replaced only in
// part, by several, partly = true stands for a successor; its By stays empty.
func (r *reader) superseded(t *node) *model.Supersession {
	n := r.get(t, "superseded", unstable.Table)
	if n == nil {
		return nil
	}
	s := &model.Supersession{Article: r.place(n), On: r.date(n, "on")}
	if by := r.get(n, "by", unstable.String); by != nil {
		r.known(by, "source")
		s.By = model.SourceID(by.text)
	} else if !r.flag(n, "partly") {
		r.report(n.at, NoSuccessor, "")
	}
	return s
}
