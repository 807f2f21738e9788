package draft

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/docx"
	"github.com/xuke-cli/xuke/model/legible"
)

func (b *builder) build(lines []line) []docx.Block {
	var blocks []docx.Block
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		switch {
		case len(l.cells) > 0:
			n := 1
			for i+n < len(lines) && len(lines[i+n].cells) > 0 {
				n++
			}
			blocks = append(blocks, b.table(lines[i:i+n]))
			i += n - 1
		case !b.stands(l):
		case l.what != "":
			blocks = append(blocks, b.computed(l.what)...)
		default:
			blocks = append(blocks, docx.Paragraph{Style: l.style, Runs: b.runs(l.text, model.Entry{}, 0)})
			if l.style == docx.Title {
				blocks = append(blocks, b.notice()...)
			}
		}
	}
	return blocks
}

// notice stands under the title: what this is, and what is still to do.
func (b *builder) notice() []docx.Block {
	return []docx.Block{
		docx.Paragraph{Style: docx.Note, Runs: docx.Text(b.say("notice"))},
		docx.Paragraph{Style: docx.Note, Runs: docx.Text(b.say("notice.complete"))},
	}
}

// computed is a block that depends on more than one answer.
func (b *builder) computed(what string) []docx.Block {
	switch what {
	case "look":
		look := b.Text("material", string(b.id), "look")
		return []docx.Block{docx.Paragraph{Style: docx.Note, Runs: docx.Text(b.say("look", "Look", look))}}
	case "hints":
		return b.hints()
	case "chart":
		return b.chart()
	}
	return nil
}

// hints tells why such documents come back, and what else is good to know, each
// with who says so.
func (b *builder) hints() []docx.Block {
	var blocks []docx.Block
	for _, h := range b.proc.HintsAt(string(b.id)) {
		var cited []string
		for _, c := range h.Sources {
			cited = append(cited, b.Cited(c))
		}
		say := "hint"
		if h.Note {
			say = "note-hint"
		}
		text := b.say(say, "Hint", b.Text("hint", string(h.ID), "text"), "Sources", strings.Join(cited, b.say("between")))
		blocks = append(blocks, docx.Paragraph{Style: docx.Note, Runs: docx.Text(text)})
	}
	return blocks
}

// table makes a table of its lines: the header, the widths, the rows.
func (b *builder) table(lines []line) docx.Table {
	t := docx.Table{Header: lines[0].cells}
	rows := lines[1:]
	if len(rows) > 0 {
		if t.Widths = rows[0].widths(); t.Widths != nil {
			rows = rows[1:]
		}
	}
	for _, l := range rows {
		if !b.stands(l) {
			continue
		}
		entries := b.entries(l)
		if len(entries) == 0 {
			entries = model.Entries{{}}
		}
		for _, e := range entries {
			row := make([]docx.Cell, len(l.cells))
			for i, c := range l.cells {
				row[i] = b.runs(c, e, len(t.Rows)+1)
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// places are where a text is filled in or left to complete.
var places = regexp.MustCompile(`\{[^}]*\}|【[^】]*】`)

// entries are those that a row repeats for.
func (b *builder) entries(l line) model.Entries {
	for _, c := range l.cells {
		for _, place := range places.FindAllString(c, -1) {
			if list, _, ok := strings.Cut(strings.Trim(place, "{}"), "."); ok {
				es, _ := b.app.Answers[model.QuestionID(list)].Value.(model.Entries)
				return l.fitting(es)
			}
		}
	}
	return nil
}

// fitting leaves out the entries with another value in the column that the
// line asks for.
func (l line) fitting(es model.Entries) model.Entries {
	if l.when == nil || l.when.column == "" {
		return es
	}
	var fit model.Entries
	for _, e := range es {
		if slices.Contains(l.when.options, e.Text(l.when.column)) {
			fit = append(fit, e)
		}
	}
	return fit
}

// runs fills in a text. Answers become runs of their own, so that nothing in
// them is taken for a place.
func (b *builder) runs(text string, e model.Entry, number int) []docx.Run {
	var runs []docx.Run
	add := func(s string) {
		if s != "" {
			runs = append(runs, docx.Run{Text: s})
		}
	}
	for {
		at := places.FindStringIndex(text)
		if at == nil {
			add(text)
			return runs
		}
		add(text[:at[0]])
		place := text[at[0]:at[1]]
		text = text[at[1]:]
		if name, ok := strings.CutPrefix(place, "{"); ok {
			runs = append(runs, b.fill(strings.TrimSuffix(name, "}"), e, number))
			continue
		}
		runs = append(runs, docx.Run{Text: place, Mark: true})
	}
}

// fill is what stands in a place: an answer, or the mark that it is missing.
func (b *builder) fill(name string, e model.Entry, number int) docx.Run {
	switch name {
	case "#":
		return docx.Run{Text: strconv.Itoa(number)}
	case authority:
		return b.addressee()
	}
	if list, column, ok := strings.Cut(name, "."); ok {
		return b.column(model.QuestionID(list), column, e)
	}
	q := b.proc.Question(model.QuestionID(name))
	if q == nil {
		return b.missing(name)
	}
	switch a := b.app.Answers[q.ID]; {
	case a.Value == nil:
		return b.missing(b.Question(q.ID))
	case !a.Copied.IsZero():
		return docx.Run{Text: b.say("unconfirmed", "What", b.Value(q, a.Value)), Mark: true}
	default:
		return docx.Run{Text: b.Value(q, a.Value)}
	}
}

// authority is the place for whoever decides about the application.
const authority = "authority"

func (b *builder) addressee() docx.Run {
	a := model.AuthorityFor(b.proc, b.app)
	unnamed := b.app.Answers["provinces"].Value == nil && b.stands(line{when: &when{question: "coverage", options: []string{"one-province"}}})
	if a == nil || unnamed { // nobody has said of which province
		return b.missing(b.say("authority"))
	}
	return docx.Run{Text: b.Authority(a, b.app)}
}

func (b *builder) column(list model.QuestionID, column string, e model.Entry) docx.Run {
	q := b.proc.Question(list)
	if q == nil {
		return b.missing(string(list))
	}
	for _, f := range q.Fields {
		switch text := b.Field(q, f, e); {
		case f.Name != column || text == "":
		case column == "kind":
			return docx.Run{Text: b.kind(e)}
		default:
			return docx.Run{Text: legible.Line(text)}
		}
	}
	return b.missing(b.Column(list, column))
}

// missing marks a place to complete.
func (b *builder) missing(what string) docx.Run {
	return docx.Run{Text: b.say("missing", "What", what), Mark: true}
}
