package procedure

import (
	"maps"
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// contradictions looks for rules that can never hold, because what each row
// wants excludes what one of its questions needs in order to be asked.
func (r *reader) contradictions(p *model.Procedure) {
	whens := map[model.FactID]model.Table{}
	several := map[model.FactID]bool{}
	for _, q := range p.Questions {
		whens[model.FactID(q.ID)] = q.When
		several[model.FactID(q.ID)] = q.Kind == model.Provinces
	}
	for _, d := range p.Derived {
		whens[d.ID] = whens[model.FactID(d.Count)]
	}
	s := search{whens: whens, several: several, steps: 50_000}
	for _, rule := range r.rules {
		if len(rule.table) > 0 && !s.satisfiable([]model.Table{rule.table}, nil) {
			r.item = rule.item
			r.report(rule.at, Contradiction, "")
		}
	}
}

// A search looks for answers that fulfil several rules at once. After so many
// steps it believes the definition.
type search struct {
	whens   map[model.FactID]model.Table
	several map[model.FactID]bool // facts with more than one value at a time
	steps   int
}

func (s *search) satisfiable(rules []model.Table, given map[model.FactID][]model.Value) bool {
	if len(rules) == 0 {
		return true
	}
	first, rest := rules[0], rules[1:]
	for _, row := range first {
		if s.steps--; s.steps < 0 {
			return true
		}
		narrowed, ok := s.narrow(given, row)
		if !ok {
			continue
		}
		more := slices.Clone(rest)
		for _, c := range row.Cells {
			if _, before := given[c.Fact]; !before && len(s.whens[c.Fact]) > 0 {
				more = append(more, s.whens[c.Fact])
			}
		}
		if s.satisfiable(more, narrowed) {
			return true
		}
	}
	return false
}

// narrow adds a row to what is given, and reports whether both can hold. A
// comparison narrows nothing.
func (s *search) narrow(given map[model.FactID][]model.Value, row model.Row) (map[model.FactID][]model.Value, bool) {
	out := maps.Clone(given)
	if out == nil {
		out = map[model.FactID][]model.Value{}
	}
	for _, c := range row.Cells {
		if c.Op != model.Is || len(c.Values) == 0 || s.several[c.Fact] {
			if _, ok := out[c.Fact]; !ok {
				out[c.Fact] = nil
			}
			continue
		}
		values := c.Values
		if before := out[c.Fact]; before != nil {
			values = slices.DeleteFunc(slices.Clone(values), func(v model.Value) bool {
				return !slices.ContainsFunc(before, func(b model.Value) bool { return model.Equal(b, v) })
			})
		}
		if len(values) == 0 {
			return nil, false
		}
		out[c.Fact] = values
	}
	return out, true
}
