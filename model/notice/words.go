package notice

import (
	"slices"
	"strings"
	"unicode"

	"github.com/xuke-cli/xuke/model"
)

// Vocabulary is where the words for materials and questions come from, one for
// each language. Printers of package locales are. Of a material the texts are
// title, names (each enough alone), hints (which several share) and whose (who
// it belongs to); of a question title and names.
type Vocabulary interface {
	Has(kind, id, part string) bool
	Text(kind, id, part string, args ...any) string
}

// A strength says how much a word tells.
type strength int

const (
	whose  strength = iota // whose it is; nothing alone
	hint                   // several share it
	naming                 // enough alone
)

// A word tells a material, a row of one's own, a question, or a person.
type word struct {
	runes    []rune
	strength strength
	material model.MaterialID
	row      model.MaterialKey // of one's own
	question model.QuestionID
	person   bool
	rows     []model.MaterialKey // that are about the person
}

// Words are what the rows, the questions and the persons of an application are
// called. Nil knows none.
type Words struct {
	rows    []model.ListRow
	byFirst map[rune][]*word
	named   map[string]bool // said by a word for a material
	numbers map[model.MaterialID]int
}

// NewWords returns the words for the rows and questions that the answers of a
// give.
func NewWords(p *model.Procedure, a *model.Application, vocabularies ...Vocabulary) *Words {
	w := &Words{rows: model.Checklist(p, a), byFirst: make(map[rune][]*word), named: make(map[string]bool), numbers: make(map[model.MaterialID]int)}
	for _, r := range w.rows {
		id := r.MaterialID()
		w.numbers[id]++
		switch {
		case r.Own != nil:
			w.add(r.Own.Name, word{strength: naming, material: id, row: r.Key})
		case w.numbers[id] == 1:
			for _, v := range vocabularies {
				w.learn(v, id)
			}
		}
	}
	w.addPersons(a)
	for i := range p.Questions {
		for _, v := range vocabularies {
			w.ask(v, &p.Questions[i])
		}
	}
	return w
}

func (w *Words) learn(v Vocabulary, id model.MaterialID) {
	for _, p := range parts {
		for _, said := range texts(v, "material", string(id), p.name) {
			w.add(said, word{strength: p.strength, material: id})
		}
	}
}

var parts = []struct {
	name     string
	strength strength
}{{"title", naming}, {"names", naming}, {"hints", hint}, {"whose", whose}}

// leastTitle is how long the title of a question with fixed answers has to be:
// shorter ones (申请人) stand in every notice.
const leastTitle = 4

// ask adds the words for a question. Those that name a material are that.
func (w *Words) ask(v Vocabulary, q *model.Question) {
	for _, part := range []string{"title", "names"} {
		for _, said := range texts(v, "question", string(q.ID), part) {
			strength, fixed := naming, q.Kind == model.Choice || q.Kind == model.YesNo
			if q.Kind == model.List && part == "title" {
				strength = hint
			}
			key := string(runes(said))
			if w.named[key] || part == "title" && fixed && len([]rune(said)) < leastTitle {
				continue
			}
			w.add(said, word{strength: strength, question: q.ID})
		}
	}
}

// addPersons adds the names of those whom rows are about: of the entries of
// lists, and of whom the question X names where the material is X-id.
func (w *Words) addPersons(a *model.Application) {
	persons := make(map[string]*word)
	var order []string
	for _, r := range w.rows {
		said := ""
		if r.Of != nil {
			said = r.Of.Text("name")
		} else if q, ok := strings.CutSuffix(string(r.Key), "-id"); ok {
			answer, _ := a.Answers[model.QuestionID(q)].Value.(model.Text)
			said = string(answer)
		}
		if said = strings.TrimSpace(said); said == "" {
			continue
		}
		if persons[said] == nil {
			persons[said] = &word{person: true}
			order = append(order, said)
		}
		persons[said].rows = append(persons[said].rows, r.Key)
	}
	for _, said := range order {
		w.add(said, *persons[said])
	}
}

// texts takes a text apart that is a list. A title is not: it is said whole, or
// without what it has in brackets.
func texts(v Vocabulary, kind, id, part string) []string {
	if !v.Has(kind, id, part) {
		return nil
	}
	text := v.Text(kind, id, part)
	if part == "title" { // Registered capital (注册资本)
		if i := strings.IndexAny(text, "(（"); i > 0 {
			return []string{text, text[:i]}
		}
		return []string{text}
	}
	return strings.FieldsFunc(text, func(r rune) bool { return r == '、' || r == ',' })
}

func (w *Words) add(said string, made word) {
	made.runes = runes(said)
	if len(made.runes) < 2 {
		return
	}
	for _, o := range w.byFirst[made.runes[0]] {
		if slices.Equal(o.runes, made.runes) && o.strength == made.strength && o.material == made.material && o.row == made.row &&
			o.question == made.question && o.person == made.person {
			return // both languages say so
		}
	}
	if made.strength == naming && made.material != "" {
		w.named[string(made.runes)] = true
	}
	f := made.runes[0]
	w.byFirst[f] = append(w.byFirst[f], &made)
}

// runes are the letters and digits of a word as they are compared.
func runes(said string) (out []rune) {
	for _, r := range said {
		if r = plainRune(r); unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}
