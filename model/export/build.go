package export

import (
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
)

// Options say what to build.
type Options struct {
	Today model.Date // the day that the document names, and that ages sources
}

// builder carries what every part needs.
type builder struct {
	Words
	app *model.Application
	model.Standing
	opt  Options
	used map[model.SourceID]bool
}

// Build puts the checklist of an application into words.
func Build(w Words, app *model.Application, opt Options) Document {
	b := &builder{
		Words: w, app: app, opt: opt,
		Standing: model.StandingOf(w.Procedure, app, opt.Today),
		used:     make(map[model.SourceID]bool),
	}
	return Document{
		Title:  b.exp("title", "Title", legible.Line(app.Title)),
		Notice: []string{b.exp("notice.draft"), b.exp("notice.advice"), b.exp("notice.unsubmitted")},
		Facts:  b.facts(),
		Parts:  []Part{b.materials(), b.conditions(), b.open(), b.sources()},
		Footer: b.exp("footer", "Edition", w.Procedure.Edition.String(), "Today", w.Day(opt.Today)),
	}
}

func (b *builder) facts() []Pair {
	answers := model.Answered(b.Procedure, b.app, "")
	papers := model.Settled(b.Rows)
	facts := []Pair{
		{b.exp("fact.procedure"), b.Title("procedure", string(b.Procedure.ID))},
		{b.exp("fact.edition"), b.Procedure.Edition.String()},
		{b.exp("fact.day"), b.Day(b.opt.Today)},
		{b.exp("fact.authority"), b.Authority(model.AuthorityFor(b.Procedure, b.app), b.app)},
		{b.exp("fact.state"), b.StateAlone(b.app, b.opt.Today)},
	}
	if model.Submits(b.Procedure, b.app) {
		facts = append(facts, Pair{b.exp("fact.readiness"), b.Verdict(b.Standing)})
	}
	return append(facts, Pair{b.exp("fact.answers"), b.of(answers)}, Pair{b.exp("fact.materials"), b.of(papers)})
}

func (b *builder) of(g model.Progress) string {
	return b.exp("of", "Done", g.Done, "Of", g.Of)
}

// materials numbers the rows through all groups, so that a number names one.
func (b *builder) materials() Part {
	part := Part{Title: b.exp("materials"), Intro: b.exp("materials.intro")}
	n := 0
	for _, g := range model.Groups {
		t := Table{
			Caption: b.Text("term", "group", string(g)),
			Header: []string{b.exp("col.number"), b.exp("col.status"), b.exp("col.material"), b.exp("col.look"),
				b.exp("col.owner"), b.exp("col.due"), b.exp("col.note"), b.exp("col.source")},
		}
		for _, r := range b.Rows {
			if r.Group == g {
				n++
				t.Rows = append(t.Rows, b.material(n, r))
			}
		}
		if len(t.Rows) > 0 {
			part.Tables = append(part.Tables, t)
		}
	}
	return part
}

func (b *builder) material(n int, r model.ListRow) []string {
	name, look, sources := b.Row(r), "", ""
	if r.Needed == model.Unknown {
		name = b.exp("may-be-needed", "Material", name)
	}
	if r.Material != nil {
		look = b.Part("material", string(r.Material.ID), "look")
		sources = b.cite(r.Material.Sources)
	} else if r.Own.AskedBy != "" {
		sources = b.exp("asked-by", "Who", legible.Line(r.Own.AskedBy), "On", b.Day(r.Own.AskedOn))
	}
	note := legible.Line(r.Note)
	if r.Status == model.Waived {
		note = strings.TrimSpace(legible.Line(r.Reason) + " " + note)
	}
	status := b.Text("term", "status", string(r.Status))
	return []string{strconv.Itoa(n), status, name, look, legible.Line(r.Owner), b.Day(r.Due), note, sources}
}

func (b *builder) conditions() Part {
	t := Table{Header: []string{b.exp("col.verdict"), b.exp("col.condition"), b.exp("col.rule"), b.exp("col.because"), b.exp("col.source")}}
	for _, s := range b.Assessed {
		because := b.Because(s)
		for _, n := range s.Notes {
			because += " " + b.Text("condition", string(s.ID), "note."+n.ID)
			b.cite(n.Sources)
		}
		t.Rows = append(t.Rows, []string{
			b.Text("term", "verdict", string(s.Verdict)), b.Title("condition", string(s.ID)),
			b.Part("condition", string(s.ID), "rule"), because, b.cite(s.Sources),
		})
	}
	return Part{Title: b.exp("conditions"), Tables: []Table{t}}
}

// open lists what nobody has answered, and who will find out.
func (b *builder) open() Part {
	t := Table{Header: []string{b.exp("col.question"), b.exp("col.answer")}, Empty: b.exp("open.none")}
	for _, v := range b.Visits {
		for _, q := range v.Questions {
			switch a := b.app.Answers[q.ID]; {
			case a.Pending != nil:
				t.Rows = append(t.Rows, []string{b.Question(q.ID), b.Pending(*a.Pending)})
			case a.Value == nil && !q.Optional:
				t.Rows = append(t.Rows, []string{b.Question(q.ID), b.exp("open.unanswered")})
			case !a.Copied.IsZero():
				t.Rows = append(t.Rows, []string{b.Question(q.ID), b.exp("open.copied", "On", b.Day(a.Copied), "Answer", b.Value(q, a.Value))})
			}
		}
	}
	return Part{Title: b.exp("open"), Tables: []Table{t}}
}

// cite names citations and remembers their sources for the list at the end.
func (b *builder) cite(cs []model.Citation) string {
	var parts []string
	for _, c := range cs {
		b.used[c.Source] = true
		text := b.Cited(c)
		if c.Disagrees {
			text = b.exp("otherwise", "Citation", text)
		}
		if c.Superseded != nil {
			b.used[c.Superseded.By] = true
			text += " " + b.exp("bracket", "Text", b.Superseded(*c.Superseded))
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, b.exp("semicolon"))
}

func (b *builder) sources() Part {
	t := Table{Header: []string{b.exp("col.source"), b.exp("col.tier"), b.exp("col.dated"), b.exp("col.seen"), b.exp("col.checked")}}
	for i := range b.Procedure.Sources {
		s := &b.Procedure.Sources[i]
		if !b.used[s.ID] {
			continue
		}
		title := b.listed(s)
		if s.Superseded != nil {
			title += " " + b.exp("bracket", "Text", b.Superseded(*s.Superseded))
		}
		checked := b.Day(s.Checked)
		if s.CheckAgain(b.opt.Today) {
			checked += " " + b.exp("check-again")
		}
		seen := b.Read(s.Seen)
		if s.URL != "" {
			seen = b.exp("at", "Text", seen, "URL", s.URL)
		}
		t.Rows = append(t.Rows, []string{title, b.Binding(s), b.Dated(s), seen, checked})
	}
	return Part{Title: b.exp("sources"), Intro: b.exp("sources.intro"), Tables: []Table{t}}
}

// listed names a source in the list at the end: by the short name that the
// rows above go by, its title and its number, the number once.
func (b *builder) listed(s *model.Source) string {
	short := b.Part("source", string(s.ID), "short")
	switch {
	case short == "" || s.Tier == model.Practice || s.Tier == model.Article:
		return b.Source(s.ID)
	case s.Number != "" && strings.Contains(short, s.Number):
		return b.exp("source", "Short", short, "Title", b.Title("source", string(s.ID)))
	}
	return b.exp("source", "Short", short, "Title", b.Source(s.ID))
}
