package export

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// Texts is the language that an application is put into. locales.Printer is
// one. Arguments come as name, value pairs.
type Texts interface {
	Text(kind, id, part string, args ...any) string // "question", "coverage", "title"
	Has(kind, id, part string) bool
	Money(yuan int64) string      // with its currency
	MoneyShort(yuan int64) string // the same, as people say it
	Size(bytes int64) string
	Number(n int64) string
	Date(year, month, day int) string
	DateShort(year, month, day int) string // without its year
	Since(day string) string               // "2017", or a day as YYYY-MM-DD
	Article(position string) string        // "6(4)", "item 1"
	List(parts []string) string            // joined as the language joins a list
}

// Words puts the model's codes into sentences, in one language. Whatever
// people typed comes out harmless: control characters are made visible.
type Words struct {
	Texts
	Procedure *model.Procedure
}

// Text returns a text of the procedure's own, PROCEDURE/kind.id.part, or where
// it has none the one that all procedures share.
func (w Words) Text(kind, id, part string, args ...any) string {
	for _, own := range w.own(kind) {
		if w.Texts.Has(own, id, part) {
			return w.Texts.Text(own, id, part, args...)
		}
	}
	return w.Texts.Text(kind, id, part, args...)
}

// Has reports whether there is such a text.
func (w Words) Has(kind, id, part string) bool {
	for _, own := range w.own(kind) {
		if w.Texts.Has(own, id, part) {
			return true
		}
	}
	return w.Texts.Has(kind, id, part)
}

// own are the kinds under which a procedure, and before it the overlay of a
// province, keep words of their own.
func (w Words) own(kind string) []string {
	if w.Procedure == nil || kind == "term" || kind == "word" || kind == "export" {
		return nil
	}
	id := string(w.Procedure.ID)
	if w.Procedure.Province == "" {
		return []string{id + "/" + kind}
	}
	return []string{id + "@" + w.Procedure.Province + "/" + kind, id + "/" + kind}
}

// say returns one of the sentences that this package makes.
func (w Words) say(id string, args ...any) string { return w.Text("word", id, "", args...) }

// Title returns the short name of a part of the procedure, such as
// ("question", "coverage").
func (w Words) Title(kind, id string) string { return w.Text(kind, id, "title") }

// Part returns another text of it, or "" where there is none.
func (w Words) Part(kind, id, part string, args ...any) string {
	if !w.Has(kind, id, part) {
		return ""
	}
	return w.Text(kind, id, part, args...)
}

// Question returns the short name of a question.
func (w Words) Question(id model.QuestionID) string { return w.Title("question", string(id)) }

// Questions names several questions as a list.
func (w Words) Questions(ids []model.QuestionID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = w.Question(id)
	}
	return w.List(names)
}

// Option returns the label of a choice. Yes and no have common labels where
// the question has none of its own.
func (w Words) Option(q model.QuestionID, option string) string {
	if own := w.Part("question", string(q), "option."+option); own != "" {
		return own
	}
	return w.Text("term", option, "")
}

// Column returns the name of a column of a list question.
func (w Words) Column(q model.QuestionID, column string) string {
	return w.Text("question", string(q), "field."+column+".title")
}

// Day returns a date, or "" for none.
func (w Words) Day(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.Date(d.Year, int(d.Month), d.Day)
}

// Value returns an answer as people read it.
func (w Words) Value(q *model.Question, v model.Value) string {
	switch v := v.(type) {
	case model.Entries:
		return w.entries(q, v)
	case model.Choices:
		names := make([]string, len(v))
		for i, c := range v {
			names[i] = w.Text("province", c, "")
		}
		return w.List(names)
	}
	return w.scalar(q.ID, "", q.Field, v)
}

// Field returns the value of one column of a list entry.
func (w Words) Field(q *model.Question, f model.Field, e model.Entry) string {
	v := e.Fields[f.Name]
	if f.Kind == model.EntryRef {
		return w.parent(q, v)
	}
	return w.scalar(q.ID, f.Name, f, v)
}

func (w Words) parent(q *model.Question, v model.Value) string {
	id, _ := v.(model.Text)
	if id == "" {
		return ""
	}
	return string(id)
}

func (w Words) scalar(q model.QuestionID, column string, f model.Field, v model.Value) string {
	option := func(o string) string {
		if column != "" {
			return w.Text("question", string(q), "field."+column+".option."+o)
		}
		return w.Option(q, o)
	}
	switch v := v.(type) {
	case model.Text:
		if f.Kind == model.Choice && slices.Contains(f.Options, string(v)) {
			return option(string(v))
		}
		return legible.Line(string(v))
	case model.Bool:
		if v {
			return w.Option(q, "yes")
		}
		return w.Option(q, "no")
	case model.Number:
		switch {
		case f.Kind == model.Money:
			return w.Money(int64(v))
		case f.Year():
			return strconv.FormatInt(int64(v), 10)
		}
		return w.Number(int64(v))
	case model.Share:
		return v.String() + "%"
	case model.Date:
		return w.Day(v)
	}
	return ""
}

// entries names the rows of a list, shares in brackets.
func (w Words) entries(q *model.Question, es model.Entries) string {
	if len(es) == 0 {
		return w.say("none")
	}
	names := make([]string, len(es))
	for i, e := range es {
		names[i] = legible.Line(e.Text("name"))
		if s, ok := e.Fields["share"].(model.Share); ok {
			names[i] += " " + s.String() + "%"
		}
	}
	return w.List(names)
}

// Answer returns what an application holds for a question: the value, "not
// known yet" with who finds out and by when, or "" for no answer.
func (w Words) Answer(q *model.Question, a model.Answer) string {
	switch {
	case a.Value != nil:
		return w.Value(q, a.Value)
	case a.Pending != nil:
		return w.Pending(*a.Pending)
	}
	return ""
}

// Pending says "not known yet", who finds out and by when.
func (w Words) Pending(p model.Pending) string {
	switch who := legible.Line(p.Who); {
	case who != "" && !p.By.IsZero():
		return w.say("pending.who-by", "Who", who, "By", w.Day(p.By))
	case who != "":
		return w.say("pending.who", "Who", who)
	case !p.By.IsZero():
		return w.say("pending.by", "By", w.Day(p.By))
	}
	return w.say("pending")
}

// Row names a row of the material list, with the person that it is for.
func (w Words) Row(r model.ListRow) string {
	switch {
	case r.Own != nil:
		return legible.Line(r.Own.Name)
	case r.Of != nil:
		return w.say("row.of", "Material", w.Title("material", string(r.Material.ID)), "Name", legible.Line(r.Of.Text("name")))
	}
	return w.Title("material", string(r.Material.ID))
}

// Following is a title for an application that follows a licence: which
// company, what is done, and the year that it is about, or in which it is done.
func (w Words) Following(licence, app *model.Application, on model.Date) string {
	year := on.Year
	for _, q := range w.Procedure.Questions {
		if about, ok := app.Answers[q.ID].Value.(model.Number); ok && q.Carry == model.CarryYear {
			year = int(about)
		}
	}
	name := strings.TrimSpace(licence.Title)
	if company, ok := licence.Answers[model.CompanyName].Value.(model.Text); ok && company != "" {
		name = string(company)
	}
	what := first(w.Part("procedure", string(w.Procedure.ID), "short"), w.Title("procedure", string(w.Procedure.ID)))
	return w.say("following", "Name", legible.Line(name), "What", what, "Year", year)
}

// Authority names who decides, or says that an answer is missing.
func (w Words) Authority(a *model.Authority, app *model.Application) string {
	if a == nil {
		return w.say("authority.open")
	}
	province := w.say("authority.province")
	if ps, ok := app.Answers["provinces"].Value.(model.Choices); ok && len(ps) == 1 {
		province = w.Text("province", ps[0], "full")
	}
	return w.Text("authority", string(a.ID), "name", "Province", province)
}

// Source names a source by its title and its number.
func (w Words) Source(id model.SourceID) string {
	title := w.Title("source", string(id))
	if w.Procedure == nil {
		return title
	}
	if s := w.Procedure.Source(id); s != nil && s.Number != "" && !strings.Contains(title, s.Number) {
		return w.say("numbered", "Title", title, "Number", s.Number)
	}
	return title
}

// Citation names a source and the place in it.
func (w Words) Citation(c model.Citation) string {
	title := w.Source(c.Source)
	if c.Article == "" {
		return title
	}
	return w.say("citation", "Source", title, "Article", w.Article(c.Article))
}

// Cited names a source by its short name, with the place in it and how binding
// it is, for where there is little room. Lists of sources have the full title.
func (w Words) Cited(c model.Citation) string {
	text := w.short(c)
	s := w.Procedure.Source(c.Source)
	if s == nil || s.Tier == model.Practice || s.Tier == model.Article {
		return text // the name says it
	}
	return w.say("cited", "Citation", text, "Tier", w.Binding(s))
}

func (w Words) short(c model.Citation) string {
	name := first(w.Part("source", string(c.Source), "short"), w.Title("source", string(c.Source)))
	if c.Article == "" {
		return name
	}
	return w.say("citation", "Source", name, "Article", w.Article(c.Article))
}

// Superseded says what replaced a rule, and when. Without a successor it was
// replaced in part.
func (w Words) Superseded(s model.Supersession) string {
	if s.By == "" {
		return w.say("superseded.partly")
	}
	by := w.short(model.Citation{Source: s.By, Article: s.Article})
	if s.On.IsZero() {
		return w.say("superseded", "By", by)
	}
	return w.say("superseded.on", "By", by, "On", w.Day(s.On))
}

// Binding says how binding a source is: its rank among the laws, or its tier.
func (w Words) Binding(s *model.Source) string {
	if s.Rank != "" {
		return w.Text("term", "rank", string(s.Rank))
	}
	return w.Text("term", "tier", string(s.Tier))
}

// Percent returns "62%".
func (w Words) Percent(n int) string { return strconv.Itoa(n) + "%" }
