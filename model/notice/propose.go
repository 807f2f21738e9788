package notice

import (
	"cmp"
	"slices"

	"github.com/xuke-cli/xuke/model"
)

// What a mention weighs.
const (
	isNamed    = 10
	isTitled   = 9
	isFirst    = 5 // of all that are named
	isHinted   = 4
	mostHints  = 8
	isOwner    = 2 // whose it is, besides
	isPerson   = 8
	clearly    = 5 // the lead of what is sure
	mostOthers = 6
)

// A candidate is what an item may be about.
type candidate struct {
	Target
	points int
	first  int // where it is spoken of first
	named  bool
	why    []Why
}

// names reports whether a text names a material or a question outright.
func (w *Words) names(plain string) bool {
	return slices.ContainsFunc(w.mentions(plain), func(m mention) bool { return !m.person && m.strength == naming })
}

// propose says what the text of an item is about, how sure that is, what else
// it may be about, and what told it.
func (w *Words) propose(src *source) (t Target, c Confidence, others []Target, why []Why) {
	all := w.candidates(src)
	if len(all) == 0 {
		return Target{}, "", nil, nil
	}
	best := all[0]
	for _, o := range all[1:] {
		if len(others) < mostOthers && (o.named || o.points == best.points) {
			others = append(others, o.Target)
		}
	}
	if len(all) > 1 && all[1].points == best.points {
		code := SeveralFit
		if a, _ := best.Material.Split(); a != "" && sameMaterial(all, best.points) {
			code = NoPerson
		}
		others = append([]Target{best.Target}, others...)
		return Target{}, Unsure, others[:min(len(others), mostOthers)], append(best.why, Why{Code: code})
	}
	c = Likely
	if best.named && (len(all) == 1 || best.points-all[1].points >= clearly) {
		c = Sure
	}
	return best.Target, c, others, best.why
}

// sameMaterial reports whether all candidates with that many points are rows
// of one material.
func sameMaterial(all []candidate, points int) bool {
	id, _ := all[0].Material.Split()
	return !slices.ContainsFunc(all, func(c candidate) bool {
		o, _ := c.Material.Split()
		return c.points == points && o != id
	})
}

// candidates weighs everything that a text speaks of, the best first.
func (w *Words) candidates(src *source) (out []candidate) {
	mentions := w.mentions(src.plain)
	first := slices.IndexFunc(mentions, func(m mention) bool {
		return !m.person && m.strength == naming && !qualified(src, mentions, m)
	})
	for i := range w.rowsOf() {
		if c := w.weigh(src, &w.rows[i], mentions, first); c.points > 0 {
			out = append(out, c)
		}
	}
	seen := make(map[model.QuestionID]bool)
	for i, m := range mentions {
		if m.question == "" || seen[m.question] || qualified(src, mentions, m) {
			continue
		}
		seen[m.question] = true
		c := candidate{Target: Target{Answer: m.question}, points: isHinted, first: m.lo, named: m.strength == naming, why: []Why{{Titled, src.said(m.span)}}}
		if c.named {
			c.points = isTitled
		}
		if i == first {
			c.points += isFirst
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Or(b.points-a.points, a.first-b.first) })
	return out
}

func (w *Words) rowsOf() []model.ListRow {
	if w == nil {
		return nil
	}
	return w.rows
}

// weigh adds up what speaks for a row: its best name and the words that it
// shares, whose it is, and its person.
func (w *Words) weigh(src *source, row *model.ListRow, mentions []mention, first int) candidate {
	c := candidate{Target: Target{Material: row.Key}, first: len(src.plain)}
	person := personOf(mentions, row)
	hints, owner := 0, 0
	for _, m := range mentions {
		if m.person || m.question != "" || m.material != row.MaterialID() || m.row != "" && m.row != row.Key {
			continue
		}
		switch strength := strengthOf(m, mentions, person); {
		case strength == whose:
			owner = isOwner
			continue
		case strength == hint:
			hints = min(hints+isHinted, mostHints)
			if c.why == nil {
				c.why = []Why{{Hinted, src.said(m.span)}}
			}
		case !c.named:
			c.named, c.points = true, isNamed
			c.why = []Why{{Named, src.said(m.span)}}
			if first >= 0 && m.lo == mentions[first].lo {
				c.points += isFirst
			}
		}
		c.first = min(c.first, m.lo)
	}
	if c.points += hints; c.points == 0 {
		return candidate{}
	}
	c.points += owner
	switch {
	case person >= 0:
		c.points += isPerson
		c.why = append(c.why, Why{Person, src.said(mentions[person].span)})
	case row.Of != nil && othersNamed(mentions, row):
		return candidate{} // it is about somebody else's
	}
	return c
}

// strengthOf says what a mention tells of the row that the person is about: a
// shared word names it behind whose it is, as in 张三的身份证.
func strengthOf(m mention, mentions []mention, person int) strength {
	if m.strength == hint && (owned(mentions, m) || person >= 0 && leads(mentions[person], m)) {
		return naming
	}
	return m.strength
}

// personOf returns which mention names the person of a row, -1 for none.
func personOf(mentions []mention, row *model.ListRow) int {
	return slices.IndexFunc(mentions, func(m mention) bool { return m.person && slices.Contains(m.rows, row.Key) })
}

// othersNamed reports whether somebody is named who has a row of the same
// material.
func othersNamed(mentions []mention, row *model.ListRow) bool {
	return slices.ContainsFunc(mentions, func(m mention) bool {
		return m.person && slices.ContainsFunc(m.rows, func(k model.MaterialKey) bool {
			id, _ := k.Split()
			return id == row.MaterialID()
		})
	})
}

// closeBy is how many characters may stand between whose something is and what
// it is: （法人股东）的.
const closeBy = 8

func leads(person, m mention) bool {
	between := m.at - person.at - len(person.runes)
	return between >= 0 && between <= closeBy
}

// qualified reports whether m, a fact, only says whose or which a material is
// that is named right behind it: 主要管理人员社保证明.
func qualified(src *source, mentions []mention, m mention) bool {
	return m.question != "" && slices.ContainsFunc(mentions, func(o mention) bool {
		return o.material != "" && o.strength == naming && o.lo >= m.hi && slices.Contains([]string{"", " ", "的"}, src.plain[m.hi:o.lo])
	})
}

// owned reports whether a word says right before m whose it is.
func owned(mentions []mention, m mention) bool {
	return slices.ContainsFunc(mentions, func(o mention) bool {
		return !o.person && o.question == "" && o.strength == whose && o.material == m.material && leads(o, m)
	})
}
