package collect

import (
	"slices"
	"strings"
	"unicode"
)

// A hit is a word at its place in a name.
type hit struct {
	*word
	lo, hi int
}

// A reading is what the name of a file or folder says.
type reading struct {
	text
	hits    []hit
	parties []party
	doubts  []Reason
	rest    string // what was not understood, "" for nothing that matters
	crumb   string // a single Chinese character of it
	tail    string // what of it follows a word at once: 技术方案部门
	other   bool   // and it names some company
}

// read takes a name apart.
func (m *Matcher) read(s string) reading {
	r := reading{text: fold(s)}
	covered := make([]bool, len(r.runes))
	cover := func(lo, hi int) {
		for i := lo; i < hi; i++ {
			covered[i] = true
		}
	}
	m.readNames(&r, cover)
	named := slices.Clone(covered)
	for lo, first := range r.runes {
		for _, w := range m.lexicon.words[first] {
			hi := lo + len(w.runes)
			switch {
			case !r.has(w.runes, lo):
			case slices.Contains(named[lo:hi], true): // 远望公司的营业执照 has no 公司执照
			case w.form == initials && (!r.begins[lo] || !r.begins[hi]):
			default:
				r.hits = append(r.hits, hit{w, lo, hi})
			}
		}
	}
	r.hits = longest(r.hits)
	for _, h := range r.hits {
		cover(h.lo, h.hi)
	}
	m.readDoubts(&r, covered, cover)
	m.readRest(&r, covered)
	return r
}

// longest drops the words that are part of a longer one: the name of
// 股东营业执照 does not speak of the company's.
func longest(hits []hit) []hit {
	return slices.DeleteFunc(slices.Clone(hits), func(h hit) bool {
		return slices.ContainsFunc(hits, func(o hit) bool {
			return o.lo <= h.lo && h.hi <= o.hi && o.hi-o.lo > h.hi-h.lo && o.strength >= min(h.strength, hint)
		})
	})
}

// readNames finds who is named. Of two names, one within the other, the longer
// one is meant.
func (m *Matcher) readNames(r *reading, cover func(lo, hi int)) {
	type found struct {
		name
		lo, hi int
	}
	var all []found
	for _, n := range m.names {
		r.find(n.runes, func(lo, hi int) { all = append(all, found{n, lo, hi}) })
	}
	for _, f := range all {
		part := slices.ContainsFunc(all, func(o found) bool {
			return o.lo <= f.lo && f.hi <= o.hi && o.hi-o.lo > f.hi-f.lo && o.who.said != f.who.said
		})
		if part {
			continue
		}
		cover(f.lo, f.hi)
		if !slices.ContainsFunc(r.parties, func(p party) bool { return p.said == f.who.said }) {
			r.parties = append(r.parties, f.who)
		}
	}
}

// readDoubts finds the words that say that this is not the document.
func (m *Matcher) readDoubts(r *reading, covered []bool, cover func(lo, hi int)) {
	for _, d := range doubts {
		for _, w := range m.lexicon.asides[d.part] {
			r.find(w, func(lo, hi int) {
				if !slices.Contains(covered[lo:hi], true) {
					cover(lo, hi)
					r.doubts = append(r.doubts, Reason{d.code, string(w)})
				}
			})
		}
	}
}

// readRest finds what is left when everything that is understood or means
// nothing is taken away. One Chinese character, two letters and any number
// mean nothing.
func (m *Matcher) readRest(r *reading, covered []bool) {
	known := slices.Clone(covered)
	for _, w := range m.lexicon.asides["noise"] {
		r.find(w, func(lo, hi int) {
			if !slices.Contains(covered[lo:hi], true) {
				for i := lo; i < hi; i++ {
					known[i] = true
				}
			}
		})
	}
	var rest []string
	for i := 0; i < len(r.runes); {
		j := i + 1
		for j < len(r.runes) && known[j] == known[i] && (isHan(r.runes[i]) == isHan(r.runes[j])) && (isHan(r.runes[i]) || !r.begins[j]) {
			j++
		}
		part := r.runes[i:j]
		if !known[i] && isHan(part[0]) && r.follows(i) {
			r.tail = string(part)
		}
		switch {
		case known[i]:
		case tells(part):
			rest = append(rest, string(part))
			r.other = r.other || m.foreign(r, covered, i, j)
		case isHan(part[0]):
			r.crumb = string(part)
		}
		i = j
	}
	r.rest = strings.Join(rest, " ")
}

// follows reports whether a word for a material ends at i, or before what means
// nothing and goes on to there.
func (r *reading) follows(i int) bool {
	for ; i > 0 && !r.apart[i]; i-- {
		if slices.ContainsFunc(r.hits, func(h hit) bool { return h.hi == i && h.strength == naming }) {
			return true
		}
	}
	return false
}

func tells(part []rune) bool {
	switch {
	case unicode.IsDigit(part[0]):
		return false
	case isHan(part[0]):
		return len(part) >= 2
	}
	return len(part) >= 3
}

// foreign reports whether what is left at lo to hi is, or goes on to be, the
// name of some company or a role that has papers of its own.
func (m *Matcher) foreign(r *reading, covered []bool, lo, hi int) bool {
	for hi < len(r.runes) && !covered[hi] && isHan(r.runes[hi]) {
		hi++
	}
	run := string(r.runes[lo:hi])
	return slices.ContainsFunc(m.lexicon.asides["other"], func(w []rune) bool { return strings.Contains(run, string(w)) })
}
