package cover

import (
	"slices"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
)

// all makes the rows, from top to bottom.
func (r *review) all() []checkRow {
	e := r.d.Env
	bad, odd := r.findings(model.Problem), r.findings(model.Warn)
	problems := slices.Concat(r.unanswered(), r.pending(), r.copied(), r.unmet(), bad, r.papersMissing())
	warnings := slices.Concat(r.doubts(), odd)
	r.problems, r.warnings = len(problems), len(warnings)
	var rows []checkRow
	add := func(head func() string, group []checkRow) {
		if len(group) > 0 {
			group[0].head = head
			rows = append(rows, group...)
		}
	}
	if r.d.Readiness == model.Ready {
		add(nil, []checkRow{r.goOn()})
	}
	add(func() string { return e.T(locales.UIReviewProblems, "Count", r.problems) }, problems)
	add(func() string { return e.T(locales.UIReviewWarnings, "Count", r.warnings) }, warnings)
	add(func() string { return e.T(locales.UIReviewHints) }, r.hints())
	for _, s := range r.d.Proc.Sections {
		add(func() string { return r.d.Words().Title("section", string(s.ID)) }, r.answers(s.ID))
	}
	for _, g := range model.Groups {
		add(func() string {
			return e.T(locales.UIReviewMaterials, "Group", e.P.Text("term", "group", string(g)))
		}, r.papers(g))
	}
	return rows
}

// goOn is the first row once nothing blocks.
func (r *review) goOn() checkRow {
	return checkRow{
		key:  "submission",
		open: func() page.Step { return desk.OpenAt(desk.Submission, "") },
		face: func() face {
			text := r.d.Env.T(locales.UIReviewSubmit)
			return face{tone: theme.Good, mark: r.d.Env.Theme().Mark.Right, title: text, more: text}
		},
	}
}

// questions makes a row of each question asked that fits.
func (r *review) questions(group string, fits func(model.Visit, *model.Question, model.Answer) bool, look func(*model.Question, model.Answer) face) []checkRow {
	var rows []checkRow
	for _, v := range r.d.Visits {
		for _, q := range v.Questions {
			ans := r.d.App.Answers[q.ID]
			if fits(v, q, ans) {
				rows = append(rows, r.question(group, q, func() face { return look(q, ans) }))
			}
		}
	}
	return rows
}

// question is a row that leads to a question.
func (r *review) question(group string, q *model.Question, look func() face) checkRow {
	part := model.Part{Kind: "question", ID: string(q.ID), Sources: q.Sources}
	return checkRow{
		key: group + "/" + part.ID, part: part,
		open: func() page.Step { return r.ask(q.ID, part) },
		face: func() face {
			f := look()
			if f.title == "" {
				f.title = r.d.Words().Question(q.ID)
			}
			if f.more == "" {
				f.more = f.aside
			}
			return f
		},
	}
}

// ask opens the page of a question, with the cursor in its field. Where it is
// not asked, the sources say what it is about.
func (r *review) ask(id model.QuestionID, about model.Part) page.Step {
	note := r.d.At(string(r.d.Proc.PageOf(id)), string(id))
	if r.d.Asks(id) {
		return page.Steps(note, desk.OpenAt(desk.Question, string(id)))
	}
	return page.Push(r.d.SourcesOf(about))
}

func (r *review) unanswered() []checkRow {
	return r.questions("unanswered", func(_ model.Visit, q *model.Question, a model.Answer) bool {
		return !q.Optional && a.Value == nil && a.Pending == nil
	}, func(q *model.Question, _ model.Answer) face {
		ask := r.d.Words().Part("question", string(q.ID), "ask")
		return face{mark: r.d.Env.Theme().Mark.Open, aside: r.d.Env.T(locales.UIReviewUnanswered), more: ask}
	})
}

func (r *review) pending() []checkRow {
	return r.questions("pending", func(_ model.Visit, _ *model.Question, a model.Answer) bool {
		return a.Pending != nil
	}, func(_ *model.Question, a model.Answer) face {
		return face{tone: theme.Warn, mark: r.d.Env.Theme().Mark.Part, aside: r.d.Words().Pending(*a.Pending)}
	})
}

// copied are the answers taken over from another application: Continue on
// their page confirms them.
func (r *review) copied() []checkRow {
	return r.questions("copied", func(_ model.Visit, _ *model.Question, a model.Answer) bool {
		return a.Unconfirmed()
	}, func(q *model.Question, a model.Answer) face {
		words := r.d.Words()
		text := r.d.Env.T(locales.UIAskCopied, "On", words.Day(a.Copied))
		return face{tone: theme.Warn, aside: text, more: words.Value(q, a.Value)}
	})
}

// answers are all questions of a section with what was answered.
func (r *review) answers(s model.SectionID) []checkRow {
	return r.questions("answer", func(v model.Visit, _ *model.Question, _ model.Answer) bool {
		return v.Section == s
	}, func(q *model.Question, a model.Answer) face {
		f := face{mark: r.d.MarkOfAnswer(q), aside: r.d.Words().Answer(q, a)}
		switch {
		case f.aside != "":
		case q.Optional:
			f.aside = r.d.Env.T(locales.UIReviewEmpty)
		default:
			f.aside = r.d.Env.T(locales.UIReviewUnanswered)
		}
		return f
	})
}

// unmet are the conditions that keep the application from being ready.
func (r *review) unmet() []checkRow {
	return r.conditions(func(s model.Assessment) bool { return s.Severity != model.Warns && s.Verdict != model.Met })
}

// doubts are the others, where the answers are there and do not settle them.
func (r *review) doubts() []checkRow {
	return r.conditions(func(s model.Assessment) bool {
		return s.Severity == model.Warns && (s.Verdict == model.NotMet || s.Pending)
	})
}

func (r *review) conditions(fits func(model.Assessment) bool) []checkRow {
	var rows []checkRow
	for _, s := range r.d.Assessed {
		if !fits(s) {
			continue
		}
		part := desk.PartOf(r.d.Proc, string(s.ID))
		rows = append(rows, checkRow{
			key: "condition/" + part.ID, part: part,
			open: func() page.Step { return r.ask(r.d.Settling(s), part) },
			face: func() face {
				words := r.d.Words()
				f := face{tone: desk.Tone(s), mark: r.d.MarkOfVerdict(s), title: words.Title("condition", part.ID), more: words.Because(s)}
				f.aside = r.d.Env.P.Text("term", "verdict", string(s.Verdict))
				return f
			},
		})
	}
	return rows
}

// findings are the answers that are odd.
func (r *review) findings(level model.Level) []checkRow {
	tones := map[model.Level]theme.Tone{model.Problem: theme.Bad, model.Warn: theme.Warn}
	var rows []checkRow
	for _, found := range model.Findings(r.d.Proc, &r.d.App, r.d.Env.Today()) {
		q := r.d.Proc.Question(found.Question)
		if found.Level != level || q == nil {
			continue
		}
		group := strings.Join([]string{"finding", string(found.Code), found.Entry, found.Field, found.Given}, "/")
		rows = append(rows, r.question(group, q, func() face {
			text := r.d.Words().Finding(found)
			return face{tone: tones[level], title: text, more: text}
		}))
	}
	return rows
}

// hints are what applications often come back for, to be looked at once more.
func (r *review) hints() []checkRow {
	var rows []checkRow
	for _, h := range r.d.Proc.HintsAt("check") {
		part := desk.PartOf(r.d.Proc, string(h.ID))
		rows = append(rows, checkRow{
			key: "hint/" + part.ID, part: part,
			open: func() page.Step { return page.Push(r.d.SourcesOf(part)) },
			face: func() face {
				text := r.d.Words().Text("hint", part.ID, "text")
				return face{mark: r.d.Env.Theme().Mark.Quiet, title: text, more: text}
			},
		})
	}
	return rows
}

// papersMissing is one row for all materials that have to be there; they stand
// below one by one.
func (r *review) papersMissing() []checkRow {
	n := 0
	for _, row := range r.d.Rows {
		if row.Blocks() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []checkRow{{
		key:  "papers",
		open: func() page.Step { return desk.OpenAt(desk.Materials, "") },
		face: func() face {
			text := r.d.Env.T(locales.UIReviewPapers, "Count", n)
			return face{mark: r.d.Env.Theme().Mark.Open, title: text, more: text}
		},
	}}
}

// papers are the materials of a group.
func (r *review) papers(g model.Group) []checkRow {
	var rows []checkRow
	for _, m := range r.d.Rows {
		if m.Group != g {
			continue
		}
		row := checkRow{
			key:  "material/" + string(m.Key),
			open: func() page.Step { return desk.OpenAt(desk.Material, string(m.Key)) },
			face: func() face { return r.paper(m) },
		}
		if m.Material != nil {
			row.part = model.Part{Kind: "material", ID: string(m.Material.ID), Sources: m.Material.Sources}
		}
		rows = append(rows, row)
	}
	return rows
}

func (r *review) paper(m model.ListRow) face {
	e, words := r.d.Env, r.d.Words()
	f := face{mark: r.d.MarkOfRow(m), title: words.Row(m), aside: e.P.Text("term", "status", string(m.Status))}
	if m.Needed != model.True {
		f.aside = e.P.Text("term", "needed", "unknown")
	}
	f.more = f.title
	if m.Material != nil {
		f.more = words.Part("material", string(m.Material.ID), "look")
	}
	return f
}
