package collect

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/model"
)

// A name is how somebody may be called in the name of a file.
type name struct {
	runes []rune
	who   party
}

// A party is whose files there are: the company itself, the person that a row
// is about, or several of them under one name.
type party struct {
	own     bool                // the company that applies
	company bool                // it is one, by its name
	rows    []model.MaterialKey // the rows about this person
	said    string
}

// Facts by which people are known: a material "X-id" is about the person whom
// the question X names, and these questions name the company.
var companyNames = []model.QuestionID{model.CompanyName, "company-name-en"}

// cardSuffix ends the ids of materials that are identity cards.
const cardSuffix = "-id"

// names lists everybody who may be named, and their rows.
func (l *lexicon) names(a *model.Application, rows []model.ListRow) []name {
	byName := make(map[string]*party)
	var order []string
	get := func(said string) *party {
		if byName[said] == nil {
			whole := fold(said).runes
			byName[said] = &party{said: said, company: len(l.without(whole, "suffix")) < len(whole)}
			order = append(order, said)
		}
		return byName[said]
	}
	for _, q := range companyNames {
		if said := answered(a, q); said != "" {
			get(said).own = true
		}
	}
	for _, r := range rows {
		said := ""
		if r.Of != nil {
			said = r.Of.Text("name")
		} else if q, ok := strings.CutSuffix(string(r.Key), cardSuffix); ok {
			said = answered(a, model.QuestionID(q))
		}
		if said != "" {
			p := get(said)
			p.rows = append(p.rows, r.Key)
		}
	}
	var out []name
	for _, said := range order {
		for _, runes := range l.callings(said) {
			out = append(out, name{runes, *byName[said]})
		}
	}
	return out
}

func answered(a *model.Application, q model.QuestionID) string {
	v, _ := a.Answers[q].Value.(model.Text)
	return strings.TrimSpace(string(v))
}

// leastNameLatin is how long the name of a person in letters has to be.
const leastNameLatin = 5

// callings are the ways to write a name: whole, without what all companies
// have in theirs, and by its sound.
func (l *lexicon) callings(said string) [][]rune {
	whole := fold(said).runes
	ways := [][]rune{whole}
	short := whole
	for _, part := range []string{"suffix", "trade"} {
		short = l.without(short, part)
		ways = append(ways, short)
		if len(short) >= 4 && len(short) < len(whole) && hasHan(short[:2]) {
			ways = append(ways, short[2:]) // most names begin with a place of two characters
		}
	}
	for _, w := range slices.Clone(ways) {
		full, _ := spellings(w)
		for _, f := range full {
			ways = append(ways, []rune(f))
		}
	}
	return slices.DeleteFunc(ways, func(w []rune) bool {
		return hasHan(w) && len(w) < 2 || !hasHan(w) && len(w) < leastNameLatin
	})
}

// without takes the words of an aside off the end of a name, as many as there
// are.
func (l *lexicon) without(runes []rune, part string) []rune {
	for again := true; again; {
		again = false
		for _, w := range l.asides[part] {
			if n := len(runes) - len(w); n >= 2 && string(runes[n:]) == string(w) {
				runes, again = runes[:n], true
				break
			}
		}
	}
	return runes
}
