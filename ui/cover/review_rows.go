package cover

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// The groups of the check page. Those of answers and materials have the name of
// a section or of a group of materials behind a slash.
const (
	inProblems  = "problems"
	inWarnings  = "warnings"
	inHints     = "hints"
	inAnswers   = "answers"
	inMaterials = "materials"
)

// heading words the heading of a group.
func (r *review) heading(group string) string {
	e := r.d.Env
	kind, id, _ := strings.Cut(group, "/")
	switch kind {
	case inProblems:
		return e.T(locales.UIReviewProblems, "Count", r.problems)
	case inWarnings:
		return e.T(locales.UIReviewWarnings, "Count", r.warnings)
	case inHints:
		return e.T(locales.UIReviewHints)
	case inAnswers:
		return r.d.Words().Title("section", id)
	}
	return e.T(locales.UIReviewMaterials, "Group", e.P.Text("term", "group", id))
}

// all makes the rows, from top to bottom, and counts those in the way.
func (r *review) all() []page.Row {
	problems := slices.Concat(r.unanswered(), r.pending(), r.copied(), r.unmet(), r.findings(model.Problem), r.materialsMissing())
	warnings := slices.Concat(r.doubts(), r.findings(model.Warn))
	r.problems, r.warnings = len(problems), len(warnings)
	var all []page.Row
	add := func(group string, rows []page.Row) {
		for _, row := range rows {
			if group != "" {
				row.Group = func() string { return r.heading(group) }
			}
			all = append(all, row)
		}
	}
	if r.d.Readiness.Submittable() {
		add("", []page.Row{r.goOn()})
	}
	add(inProblems, problems)
	add(inWarnings, warnings)
	add(inHints, r.hints())
	for _, s := range r.d.Proc.Sections {
		add(inAnswers+"/"+string(s.ID), r.answers(s.ID))
	}
	for _, g := range model.Groups {
		add(inMaterials+"/"+string(g), r.materials(g))
	}
	return all
}

// A line is what a row says.
type line struct {
	tone        theme.Tone
	mark        string // "" for that of the tone
	title, side string
	full        string // what stands below the list while the row is in focus
}

// row makes a row. It is worded when it is drawn, so that it follows the
// language.
func (r *review) row(key string, about model.Part, open func() page.Step, say func() line) page.Row {
	return page.Row{
		Key: key, Part: about, Open: open,
		Lines: func(w int, focused bool) []string { return []string{r.draw(say(), w, focused)} },
		Told:  func() []string { return []string{say().full} },
	}
}

func (r *review) draw(l line, w int, focused bool) string {
	th := r.d.Env.Theme()
	style, mark := th.Tone(l.tone)
	if l.mark != "" {
		mark = l.mark
	}
	return widget.Spread(style.Render(mark)+" "+th.Row(focused).Render(l.title), style.Render(l.side), w)
}

// goOn is the first row once nothing blocks.
func (r *review) goOn() page.Row {
	open := func() page.Step { return desk.OpenAt(desk.Submission, "") }
	return r.row("submission", model.Part{}, open, func() line {
		text := r.d.Env.T(locales.UIReviewSubmit)
		return line{tone: theme.Good, mark: r.d.Env.Theme().Mark.Right, title: text, full: text}
	})
}

// questions makes a row of each question on a page that fits.
func (r *review) questions(kind string, fits func(model.Visit, *model.Question, model.Answer) bool, say func(*model.Question, model.Answer) line) []page.Row {
	var rows []page.Row
	for _, v := range r.d.Visits {
		for _, q := range v.Questions {
			ans := r.d.App.Answers[q.ID]
			if fits(v, q, ans) {
				rows = append(rows, r.question(kind, q, func() line { return say(q, ans) }))
			}
		}
	}
	return rows
}

// question is a row that leads to a question. It is named after the question
// where the line has no title.
func (r *review) question(kind string, q *model.Question, say func() line) page.Row {
	part := model.Part{Kind: "question", ID: string(q.ID), Sources: q.Sources}
	return r.row(kind+"/"+part.ID, part, func() page.Step { return r.ask(q.ID, part) }, func() line {
		l := say()
		if l.title == "" {
			l.title = r.d.Words().Question(q.ID)
		}
		if l.full == "" {
			l.full = l.side
		}
		return l
	})
}

// ask opens the page of a question, with the cursor in its field. Where it is
// not asked, the sources say what it is about.
func (r *review) ask(id model.QuestionID, about model.Part) page.Step {
	note := r.d.Here(string(r.d.Proc.PageOf(id)), string(id))
	if r.d.Asks(id) {
		return page.Steps(note, desk.OpenAt(desk.Question, string(id)))
	}
	return page.Push(r.d.SourcesOf(about))
}

func (r *review) unanswered() []page.Row {
	return r.questions("unanswered", func(_ model.Visit, q *model.Question, a model.Answer) bool {
		return !q.Optional && a.Value == nil && a.Pending == nil
	}, func(q *model.Question, _ model.Answer) line {
		ask := r.d.Words().Part("question", string(q.ID), "ask")
		return line{mark: r.d.Env.Theme().Mark.Open, side: r.d.Env.T(locales.UIReviewUnanswered), full: ask}
	})
}

func (r *review) pending() []page.Row {
	return r.questions("pending", func(_ model.Visit, _ *model.Question, a model.Answer) bool {
		return a.Pending != nil
	}, func(_ *model.Question, a model.Answer) line {
		return line{tone: theme.Warn, mark: r.d.Env.Theme().Mark.Part, side: r.d.Words().Pending(*a.Pending)}
	})
}

// copied are the answers that came from another application: Continue on their
// page confirms them.
func (r *review) copied() []page.Row {
	return r.questions("copied", func(_ model.Visit, _ *model.Question, a model.Answer) bool {
		return a.Unconfirmed()
	}, func(q *model.Question, a model.Answer) line {
		words := r.d.Words()
		text := r.d.Env.T(locales.UIAskCopied, "On", words.Day(a.Copied))
		return line{tone: theme.Warn, side: text, full: words.Value(q, a.Value)}
	})
}

// answers are all questions of a section with their answers.
func (r *review) answers(s model.SectionID) []page.Row {
	return r.questions("answer", func(v model.Visit, _ *model.Question, _ model.Answer) bool {
		return v.Section == s
	}, func(q *model.Question, a model.Answer) line {
		l := line{mark: markOfAnswer(r.d.Desk, q), side: r.d.Words().Answer(q, a)}
		switch {
		case l.side != "":
		case q.Optional:
			l.side = r.d.Env.T(locales.UIReviewEmpty)
		default:
			l.side = r.d.Env.T(locales.UIReviewUnanswered)
		}
		return l
	})
}

// unmet are the conditions that keep the application from being ready.
func (r *review) unmet() []page.Row {
	return r.conditions(func(s model.Assessment) bool { return s.Severity != model.Warns && s.Verdict != model.Met })
}

// doubts are the other conditions whose answers are there and do not settle
// them.
func (r *review) doubts() []page.Row {
	return r.conditions(func(s model.Assessment) bool {
		return s.Severity == model.Warns && (s.Verdict == model.NotMet || s.Pending)
	})
}

func (r *review) conditions(fits func(model.Assessment) bool) []page.Row {
	var rows []page.Row
	for _, s := range r.d.Assessed {
		if !fits(s) {
			continue
		}
		part := desk.PartOf(r.d.Proc, string(s.ID))
		rows = append(rows, r.row("condition/"+part.ID, part, func() page.Step { return r.ask(r.d.Settling(s), part) }, func() line {
			words := r.d.Words()
			return line{
				tone: desk.Tone(s), mark: markOfVerdict(r.d.Desk, s), title: words.Title("condition", part.ID),
				side: r.d.Env.P.Text("term", "verdict", string(s.Verdict)), full: words.Because(s),
			}
		}))
	}
	return rows
}

// findings are the answers that are odd.
func (r *review) findings(level model.Level) []page.Row {
	tones := map[model.Level]theme.Tone{model.Problem: theme.Bad, model.Warn: theme.Warn}
	var rows []page.Row
	for _, found := range r.d.Findings {
		q := r.d.Proc.Question(found.Question)
		if found.Level != level || q == nil {
			continue
		}
		kind := strings.Join([]string{"finding", string(found.Code), found.Entry, found.Field, found.Given}, "/")
		rows = append(rows, r.question(kind, q, func() line {
			text := r.d.Words().Finding(found)
			return line{tone: tones[level], title: text, full: text}
		}))
	}
	return rows
}

// hints say what applications are often returned for.
func (r *review) hints() []page.Row {
	var rows []page.Row
	for _, h := range r.d.Proc.HintsAt("check") {
		part := desk.PartOf(r.d.Proc, string(h.ID))
		rows = append(rows, r.row("hint/"+part.ID, part, func() page.Step { return page.Push(r.d.SourcesOf(part)) }, func() line {
			text := r.d.Words().Text("hint", part.ID, "text")
			return line{mark: r.d.Env.Theme().Mark.Quiet, title: text, full: text}
		}))
	}
	return rows
}

// materialsMissing is one row for all materials that have to be there; they
// stand below one by one.
func (r *review) materialsMissing() []page.Row {
	n := 0
	for _, row := range r.d.Rows {
		if row.Blocks() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	open := func() page.Step { return desk.OpenAt(desk.Materials, "") }
	return []page.Row{r.row("papers", model.Part{}, open, func() line {
		text := r.d.Env.T(locales.UIReviewPapers, "Count", n)
		return line{mark: r.d.Env.Theme().Mark.Open, title: text, full: text}
	})}
}

// materials are those of a group.
func (r *review) materials(g model.Group) []page.Row {
	var rows []page.Row
	for _, m := range r.d.Rows {
		if m.Group != g {
			continue
		}
		var part model.Part
		if m.Material != nil {
			part = model.Part{Kind: "material", ID: string(m.Material.ID), Sources: m.Material.Sources}
		}
		open := func() page.Step { return desk.OpenAt(desk.Material, string(m.Key)) }
		rows = append(rows, r.row("material/"+string(m.Key), part, open, func() line { return r.material(m) }))
	}
	return rows
}

func (r *review) material(m model.ListRow) line {
	e, words := r.d.Env, r.d.Words()
	l := line{mark: markOfRow(r.d.Desk, m), title: words.Row(m), side: e.P.Text("term", "status", string(m.Status))}
	if m.Needed != model.True {
		l.side = e.P.Text("term", "needed", "unknown")
	}
	l.full = l.title
	if m.Material != nil {
		l.full = words.Part("material", string(m.Material.ID), "look")
	}
	return l
}
