package collect

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// A Matcher knows the rows of a material list, and the words for them.
type Matcher struct {
	app     *model.Application
	lexicon *lexicon
	names   []name
	rows    []model.ListRow
	folders map[string]reading // what the names of folders say, by path
}

// NewMatcher returns a matcher for the rows that the answers of a give. Rows
// of persons who are not known yet are left out: nothing can be attached to
// them.
func NewMatcher(p *model.Procedure, a *model.Application, vocabularies ...Vocabulary) *Matcher {
	rows := slices.DeleteFunc(model.Checklist(p, a), func(r model.ListRow) bool {
		return r.Material != nil && r.Material.Per != nil && r.Of == nil
	})
	m := &Matcher{app: a, lexicon: newLexicon(rows, vocabularies), rows: rows, folders: make(map[string]reading)}
	m.names = m.lexicon.names(a, rows)
	return m
}

// What the words of a name weigh. A word of the folder weighs less than one of
// the file's own name, but a material that the folder names stands against
// another one that the file names.
const (
	ownNaming    = 10
	ownInitials  = 8
	ownHint      = 4
	ownPerson    = 12
	folderNaming = 9
	folderHint   = 5
	folderPerson = 11
	mostHints    = 8  // that the hints of one name add up to
	leastLikely  = 7  // below this, a person has to say
	leastSure    = 10 // below this, it is not sure
	clearly      = 4  // by how much the best row has to lead
	plainly      = 5  // to be sure
)

// A score is how well a row fits.
type score struct {
	row    *model.ListRow
	points int
	why    []Reason
	naming bool // the file's own name says the material
	brief  bool // but only in a short word
	person bool // the person is named
}

// match proposes a row for a file.
func (m *Matcher) match(f File) Placement {
	own := m.read(stem(f.Path))
	folders := m.above(f.Path)
	scores := m.scores(own, folders)
	slices.SortStableFunc(scores, func(a, b score) int { return cmp.Compare(b.points, a.points) })
	out := Placement{File: f}
	if len(scores) == 0 || scores[0].points < ownHint {
		return out
	}
	best := scores[0]
	out.Key, out.Why = best.row.Key, best.why
	also := m.alsoFor(best.row.Key)
	scores = slices.DeleteFunc(scores, func(s score) bool { return slices.Contains(also, s.row.Key) })
	doubt := m.doubt(own, folders, scores)
	switch {
	case len(doubt) > 0:
		out.Confidence, out.Why = Unsure, append(slices.Clone(best.why), doubt...)
		for _, s := range scores {
			if best.points-s.points < clearly {
				out.Candidates = append(out.Candidates, s.row.Key)
			}
		}
	case best.points >= leastSure && (best.naming || best.person) && !best.brief && own.rest == "" &&
		(len(scores) == 1 || best.points-scores[1].points >= plainly):
		out.Confidence = Sure
	default:
		out.Confidence = Likely
	}
	if out.Confidence != Unsure {
		out.Also = also
	}
	return out
}

// alsoFor lists the other rows that want the same paper: the identity card of a
// shareholder who is the legal representative too serves both.
func (m *Matcher) alsoFor(key model.MaterialKey) []model.MaterialKey {
	if !isCard(key) {
		return nil
	}
	var also []model.MaterialKey
	for _, r := range m.rows {
		if r.Key == key || !isCard(r.Key) {
			continue
		}
		if slices.ContainsFunc(m.names, func(n name) bool { return slices.Contains(n.who.rows, key) && slices.Contains(n.who.rows, r.Key) }) {
			also = append(also, r.Key)
		}
	}
	return also
}

// isCard reports whether a row is about an identity card.
func isCard(key model.MaterialKey) bool {
	id, _ := key.Split()
	return strings.HasSuffix(string(id), cardSuffix)
}

// doubt lists what keeps the best row from being more than a candidate.
func (m *Matcher) doubt(own reading, folders []reading, scores []score) []Reason {
	best := scores[0]
	reasons := slices.Clone(own.doubts)
	for _, f := range folders {
		reasons = append(reasons, f.doubts...)
	}
	if len(scores) > 1 && best.points-scores[1].points < clearly {
		reasons = append(reasons, Reason{Code: SeveralFit})
	} else if best.points < leastLikely {
		reasons = append(reasons, Reason{Code: TooLittle})
	}
	for _, p := range m.strangers(own, folders, best.row) {
		reasons = append(reasons, Reason{OtherParty, p})
	}
	return append(reasons, m.unread(own, best)...)
}

// unread lists what of the file's own name keeps it from its row.
func (m *Matcher) unread(own reading, best score) []Reason {
	personal := best.row.Of != nil || m.isAbout(best.row.Key)
	certificate := best.row.Material != nil && best.row.Material.Kind == model.Certificate
	switch {
	case own.other:
		return []Reason{{OtherParty, own.rest}}
	case own.tail != "":
		return []Reason{{MoreWords, own.tail}}
	case own.rest == "" && best.row.Of != nil && !best.person && m.siblings(best.row) > 1:
		return []Reason{{Code: NoPerson}}
	case best.brief && own.crumb != "":
		return []Reason{{MoreWords, own.crumb}}
	case own.rest == "":
		return nil
	case personal && !best.person, !best.naming && !best.person, best.brief, certificate:
		return []Reason{{MoreWords, own.rest}}
	}
	return nil
}

// strangers lists the companies that the names speak of, where the row is not
// theirs, and not the only other one that is named is the company itself.
func (m *Matcher) strangers(own reading, folders []reading, row *model.ListRow) (out []string) {
	named, _ := people(own, folders)
	if slices.ContainsFunc(named, func(p party) bool { return p.own || slices.Contains(p.rows, row.Key) }) {
		return nil
	}
	for _, p := range named {
		if p.company {
			out = append(out, p.said)
		}
	}
	for _, f := range folders {
		if f.other && len(f.parties) == 0 {
			out = append(out, f.rest)
		}
	}
	return out
}

// siblings counts the rows of the same material.
func (m *Matcher) siblings(row *model.ListRow) (n int) {
	for i := range m.rows {
		if m.rows[i].MaterialID() == row.MaterialID() {
			n++
		}
	}
	return n
}

// isAbout reports whether the row is about one person.
func (m *Matcher) isAbout(key model.MaterialKey) bool {
	return slices.ContainsFunc(m.names, func(n name) bool { return slices.Contains(n.who.rows, key) })
}

// above reads the names of the folders around a file, the nearest first.
func (m *Matcher) above(p string) (out []reading) {
	for dir := path.Dir(p); dir != "." && dir != "/"; dir = path.Dir(dir) {
		r, ok := m.folders[dir]
		if !ok {
			r = m.read(strings.TrimSuffix(path.Base(dir), path.Ext(zipEnding(dir))))
			m.folders[dir] = r
		}
		out = append(out, r)
	}
	return out
}

func zipEnding(dir string) string {
	if strings.EqualFold(path.Ext(dir), ".zip") {
		return dir
	}
	return ""
}

// scores weighs all rows that anything speaks for.
func (m *Matcher) scores(own reading, folders []reading) []score {
	named, bonus := people(own, folders)
	var out []score
	for i := range m.rows {
		s := score{row: &m.rows[i], brief: true}
		m.weigh(&s, own, true)
		for _, f := range folders {
			if m.weigh(&s, f, false) {
				break // the nearest folder that says anything
			}
		}
		if s.points == 0 || !material(own, folders, s.row) {
			continue
		}
		if m.excluded(s.row, named) {
			continue
		}
		for _, p := range named {
			if p.own && s.row.Of == nil && !m.isAbout(s.row.Key) || slices.Contains(p.rows, s.row.Key) {
				s.person = true
				s.points += bonus
				s.why = append(s.why, Reason{Person, p.said})
				break
			}
		}
		out = append(out, s)
	}
	return out
}

// people returns who is named: by the file itself, else by the nearest folder
// that names anybody. The points are what that is worth.
func people(own reading, folders []reading) (named []party, points int) {
	if len(own.parties) > 0 {
		return own.parties, ownPerson
	}
	for _, f := range folders {
		if len(f.parties) > 0 {
			return f.parties, folderPerson
		}
	}
	return nil, 0
}

// excluded reports whether the names rule a row out: it is about somebody, and
// others who have such a row are named.
func (m *Matcher) excluded(row *model.ListRow, named []party) bool {
	if row.Of == nil {
		return false
	}
	others := false
	for _, p := range named {
		if slices.Contains(p.rows, row.Key) {
			return false
		}
		for _, key := range p.rows {
			id, _ := key.Split()
			others = others || id == row.MaterialID()
		}
	}
	return others
}

// material reports whether any word speaks of the material itself, and not
// only of whose it is.
func material(own reading, folders []reading, row *model.ListRow) bool {
	for _, r := range append([]reading{own}, folders...) {
		for _, h := range r.hits {
			if h.tells(row) && h.strength > whose {
				return true
			}
		}
	}
	return false
}

func (w *word) tells(row *model.ListRow) bool {
	return w.material == row.MaterialID() && (w.own == "" || w.own == row.Key)
}

// weigh adds up what one name says for a row, its best word and its hints, and
// reports whether there are any.
func (m *Matcher) weigh(s *score, r reading, own bool) bool {
	best, hints := (*word)(nil), []*word{}
	for _, h := range r.hits {
		switch {
		case !h.tells(s.row):
		case h.strength < naming:
			if !slices.ContainsFunc(hints, func(o *word) bool { return o.said == h.said }) {
				hints = append(hints, h.word)
			}
		case best == nil || best.brief() && !h.brief():
			best = h.word
		}
	}
	if best != nil {
		s.points += points(best, own)
		s.why = append(s.why, Reason{code(best, own), best.said})
		if own {
			s.naming, s.brief = true, best.brief()
		}
	}
	sum := 0
	for _, w := range hints {
		sum += points(w, own)
		s.why = append(s.why, Reason{code(w, own), w.said})
		if own && w.strength == hint && !w.brief() {
			s.brief = false
		}
	}
	s.points += min(sum, mostHints)
	return best != nil || sum > 0
}

func points(w *word, own bool) int {
	switch {
	case w.strength == naming && own && w.form == initials:
		return ownInitials
	case w.strength == naming && own:
		return ownNaming
	case w.strength == naming:
		return folderNaming
	case own:
		return ownHint
	}
	return folderHint
}

func code(w *word, own bool) Code {
	switch {
	case !own:
		return FolderSays
	case w.form == initials:
		return Initials
	case w.form == pinyin:
		return Sounds
	case w.strength == naming:
		return Named
	}
	return Hinted
}
