package export

import (
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// A Request asks one person for what they bring: a polite letter with a list
// that says what is needed, for whom, how it has to look, and by when. Notes
// are kept for oneself and never in it.
type Request struct {
	Title   string
	Letter  []string
	Parts   []Wanted
	Closing []string
	Footer  string
	colon   string // between a name and its value
}

// Wanted is one of the lists: documents, answers, or how to scan.
type Wanted struct {
	Title string
	Items []Thing
	How   bool // how to bring it, and nothing to bring
}

// A Thing is what is asked for, with what there is to know about it.
type Thing struct {
	Name  string
	About []Pair
}

// Owners lists who brings something, or finds something out, in the order of
// the list. Nobody is in it twice because of upper and lower case.
func Owners(p *model.Procedure, a *model.Application) []string {
	var owners []string
	seen := make(map[string]bool)
	add := func(name string) {
		name = strings.TrimSpace(name)
		if key := strings.ToLower(name); name != "" && !seen[key] {
			seen[key] = true
			owners = append(owners, name)
		}
	}
	for _, r := range model.Checklist(p, a) {
		add(r.Owner)
	}
	for _, q := range pending(p, a) {
		add(a.Answers[q.ID].Pending.Who)
	}
	return owners
}

// pending lists the questions that somebody is to find out about.
func pending(p *model.Procedure, a *model.Application) []*model.Question {
	var qs []*model.Question
	for _, v := range model.Visits(p, a) {
		for _, q := range v.Questions {
			if a.Answers[q.ID].Pending != nil {
				qs = append(qs, q)
			}
		}
	}
	return qs
}

// same reports whether two names are those of one person.
func same(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// Requested lists the rows that an owner has still to bring.
func Requested(p *model.Procedure, a *model.Application, owner string) []model.ListRow {
	var rows []model.ListRow
	for _, r := range model.Checklist(p, a) {
		if same(r.Owner, owner) && strings.TrimSpace(owner) != "" && (r.Status == model.Missing || r.Status == model.Requested) {
			rows = append(rows, r)
		}
	}
	return rows
}

// Ask puts into words what an owner has still to bring or to find out.
func (w Words) Ask(a *model.Application, owner string, opt Options) Request {
	company := legible.Line(a.Title)
	if name, ok := a.Answers[model.CompanyName].Value.(model.Text); ok {
		company = legible.Line(string(name))
	}
	r := Request{
		Title:  w.ask("title", "Company", company),
		Letter: []string{w.ask("greeting", "Owner", legible.Line(owner)), w.ask("letter", "Company", company, "Procedure", w.Title("procedure", string(w.Procedure.ID)))},
		Footer: w.ask("footer", "Today", w.Day(opt.Today)),
		colon:  w.ask("colon"),
	}
	rows := Requested(w.Procedure, a, owner)
	documents, answers := Wanted{Title: w.ask("documents")}, Wanted{Title: w.ask("answers")}
	for _, row := range rows {
		documents.Items = append(documents.Items, w.document(row))
	}
	for _, q := range pending(w.Procedure, a) {
		if p := a.Answers[q.ID].Pending; same(p.Who, owner) {
			answers.Items = append(answers.Items, w.question(q, *p))
		}
	}
	for _, part := range []Wanted{documents, answers, w.scans(rows)} {
		if len(part.Items) > 0 {
			r.Parts = append(r.Parts, part)
		}
	}
	if len(r.Parts) == 0 {
		r.Letter = append(r.Letter[:1], w.ask("nothing", "Company", company))
	} else {
		r.Closing = []string{w.ask("closing"), w.ask("thanks")}
	}
	return r
}

func (w Words) ask(id string, args ...any) string { return w.Text("request", id, "", args...) }

// document says what there is to know about a row.
func (w Words) document(r model.ListRow) Thing {
	it := Thing{Name: w.Row(r)}
	add := func(id, text string) {
		if text != "" {
			it.About = append(it.About, Pair{w.ask(id), text})
		}
	}
	switch {
	case r.Needed == model.Unknown:
		add("whether", w.ask("whether.open"))
	case r.Required() == model.IfAsked:
		add("whether", w.ask("whether.if-asked"))
	case r.Required() == model.MayFollow:
		add("whether", w.ask("whether.may-follow"))
	}
	if r.Material != nil {
		if r.Of == nil { // else it tells how to ask that person
			add("how", w.Part("material", string(r.Material.ID), "how"))
		}
		add("look", w.Part("material", string(r.Material.ID), "look"))
	} else if r.Own.AskedBy != "" {
		add("asked-by", legible.Line(r.Own.AskedBy))
	}
	add("by", w.by(r.Due))
	return it
}

func (w Words) question(q *model.Question, p model.Pending) Thing {
	it := Thing{Name: w.Part("question", string(q.ID), "ask")}
	if where := w.Part("question", string(q.ID), "where"); where != "" {
		it.About = append(it.About, Pair{w.ask("where"), where})
	}
	it.About = append(it.About, Pair{w.ask("by"), w.by(p.By)})
	return it
}

func (w Words) by(d model.Date) string {
	if d.IsZero() {
		return w.ask("by.open")
	}
	return w.Day(d)
}

// scans says how scans have to look, where anything is to be scanned.
func (w Words) scans(rows []model.ListRow) Wanted {
	scanned, signed := false, false
	for _, r := range rows {
		scanned = scanned || r.Material == nil || r.Material.Kind != model.Form
		signed = signed || r.Material != nil && r.Material.Kind == model.Commitment
	}
	out := Wanted{Title: w.ask("scan"), How: true}
	if !scanned {
		return out
	}
	rules := w.Procedure.Scan
	add := func(id string, args ...any) { out.Items = append(out.Items, Thing{Name: w.ask("scan."+id, args...)}) }
	add("colour")
	if rules.MinDPI > 0 {
		add("dpi", "DPI", strconv.Itoa(rules.MinDPI))
	}
	if rules.MaxBytes > 0 {
		add("size", "Size", w.Size(rules.MaxBytes))
	}
	if rules.PDFFromPages > 0 {
		add("pages", "Pages", strconv.Itoa(rules.PDFFromPages))
	}
	if signed && rules.SignatureMaxDays > 0 {
		add("signed", "Days", strconv.Itoa(rules.SignatureMaxDays))
	}
	return out
}
