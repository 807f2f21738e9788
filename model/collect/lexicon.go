package collect

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// Vocabulary is where the words come from, one for each language. Printers of
// package locales are.
type Vocabulary interface {
	Has(kind, id, part string) bool
	Text(kind, id, part string, args ...any) string
}

// A strength says how much a word tells.
type strength int

const (
	whose  strength = iota // whose it is; nothing alone
	hint                   // several materials share it
	naming                 // enough alone
)

// A form says how a word was written.
type form int

const (
	spelt  form = iota // as it is
	pinyin             // in the letters of its sound
	initials
)

// A word tells a material.
type word struct {
	runes    []rune
	form     form
	said     string // the word itself, as people would say it
	material model.MaterialID
	own      model.MaterialKey // of the row, where it is one's own
	strength strength
}

// brief reports whether the word is so short that chance may have written it.
func (w word) brief() bool {
	switch {
	case w.form == initials:
		return true
	case w.form == pinyin:
		return len(w.runes) < longLatin
	case hasHan(w.runes):
		return len(w.runes) < 3
	}
	return len(w.runes) < 6
}

// A lexicon holds the words for the rows of a list, and those about any file.
type lexicon struct {
	words  map[rune][]*word    // by their first character
	asides map[string][][]rune // by part: "noise", "template" …
}

// doubts are the asides that keep a file from being placed.
var doubts = []struct {
	part string
	code Code
}{{"template", Template}, {"guide", Guide}, {"old", Old}, {"draft", Draft}, {"kin", OtherParty}}

func newLexicon(rows []model.ListRow, vocabularies []Vocabulary) *lexicon {
	l := &lexicon{words: make(map[rune][]*word), asides: make(map[string][][]rune)}
	seen := make(map[model.MaterialID]bool)
	for _, r := range rows {
		if r.Own != nil {
			l.add(word{said: r.Own.Name, material: model.OtherMaterial, own: r.Key, strength: naming})
			continue
		}
		if id := r.MaterialID(); !seen[id] {
			seen[id] = true
			l.learn(id, vocabularies)
		}
	}
	for _, part := range []string{"noise", "template", "guide", "old", "draft", "kin", "other", "front", "back", "suffix", "trade", "version"} {
		for _, v := range vocabularies {
			for _, said := range list(v, "word", "collect", part) {
				if w := fold(said).runes; len(w) > 0 {
					l.asides[part] = append(l.asides[part], w)
				}
			}
		}
		slices.SortStableFunc(l.asides[part], func(a, b []rune) int { return len(b) - len(a) })
	}
	return l
}

func (l *lexicon) learn(id model.MaterialID, vocabularies []Vocabulary) {
	for _, v := range vocabularies {
		for _, said := range append(list(v, "material", string(id), "names"), title(v, id)...) {
			l.add(word{said: said, material: id, strength: naming})
		}
		for _, said := range list(v, "material", string(id), "hints") {
			l.add(word{said: said, material: id, strength: hint})
		}
		for _, said := range list(v, "material", string(id), "whose") {
			l.add(word{said: said, material: id, strength: whose})
		}
	}
}

func title(v Vocabulary, id model.MaterialID) []string {
	if !v.Has("material", string(id), "title") {
		return nil
	}
	return []string{v.Text("material", string(id), "title")}
}

// list takes a text apart that is a list.
func list(v Vocabulary, kind, id, part string) []string {
	if !v.Has(kind, id, part) {
		return nil
	}
	return strings.FieldsFunc(v.Text(kind, id, part), func(r rune) bool { return r == '、' || r == ',' })
}

// Initials shorter than these tell nothing, or tell as much as a hint.
const (
	leastInitials  = 3
	namingInitials = 4
	leastPinyin    = 6
)

// add takes in a word in all its forms.
func (l *lexicon) add(w word) {
	w.said = strings.TrimSpace(w.said)
	w.runes = fold(w.said).runes
	if len(w.runes) < 2 {
		return
	}
	l.put(w)
	full, short := spellings(w.runes)
	for i := range full {
		p, s := w, w
		p.runes, p.form = []rune(full[i]), pinyin
		s.runes, s.form = []rune(short[i]), initials
		if len(p.runes) >= leastPinyin {
			l.put(p)
		}
		if len(s.runes) < namingInitials {
			s.strength = min(s.strength, hint)
		}
		if len(s.runes) >= leastInitials && w.strength != whose {
			l.put(s)
		}
	}
}

func (l *lexicon) put(w word) { l.words[w.runes[0]] = append(l.words[w.runes[0]], &w) }
