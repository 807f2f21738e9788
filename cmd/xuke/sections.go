package main

import (
	"cmp"
	"fmt"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// The sections of an application that several commands print.

// sayNext says what to do next, by when, and whose turn it is.
func (s *session) sayNext(a *subject) {
	n := model.NextOn(a.proc, &a.Application, s.workdays(), s.today)
	if n == nil {
		return
	}
	text := a.Next(n, &a.Application)
	if day := a.Day(n.Date); day != "" {
		text = s.p.Aside(text, day)
	}
	s.say(locales.CLIShowNext, "Next", text, "Turn", s.p.Text("term", "turn", turnID(n.Whose)))
}

// showAnswers prints the questions that are asked, with a dash for those that
// are not answered.
func (s *session) showAnswers(a *subject) {
	var questions []*model.Question
	section := model.SectionID("")
	flush := func() {
		if len(questions) == 0 {
			return
		}
		ls := columns(questions, func(q *model.Question) []string { return []string{a.Question(q.ID), s.answerText(a, q)} })
		fmt.Fprintf(s.out, "\n%s\n%s\n", a.Words.Title("section", string(section)), indent(block(ls)))
		questions = nil
	}
	for _, v := range model.Visits(a.proc, &a.Application) {
		if v.Section != section {
			flush()
			section = v.Section
		}
		questions = append(questions, v.Questions...)
	}
	flush()
}

func (s *session) answerText(a *subject, q *model.Question) string {
	answer := a.Application.Answers[q.ID]
	text := cmp.Or(a.Words.Answer(q, answer), "–")
	if !answer.Copied.IsZero() {
		text = s.text(locales.CLIShowCopied, "Answer", text, "On", a.Day(answer.Copied))
	}
	return text
}

func (s *session) showConditions(a *subject, standing model.Standing) {
	s.part(s.p.T(locales.CLIShowConditions), columns(standing.Assessed, func(cond model.Assessment) []string {
		return []string{s.tag("verdict", string(cond.Verdict)), a.Words.Title("condition", string(cond.ID)), a.Because(cond)}
	}))
}

// showMaterials prints the list, each row with the key that commands take, and
// below it what fails about its papers, then what wants a second look.
func (s *session) showMaterials(a *subject, standing model.Standing) {
	for _, g := range model.Groups {
		var of []model.ListRow
		for _, r := range standing.Rows {
			if r.Group == g {
				of = append(of, r)
			}
		}
		heads := columns(of, func(r model.ListRow) []string {
			return []string{s.rowTag(r), a.Row(r) + s.rowRemarks(a, r), "(" + string(r.Key) + ")"}
		})
		var ls []string
		for i, r := range of {
			ls = append(ls, heads[i])
			for _, found := range standing.Inspected[r.Key] {
				if found.Level == model.Fail || found.Level == model.Warn {
					ls = append(ls, "  "+s.findingText(a, found))
				}
			}
		}
		s.part(s.p.Label(s.p.T(locales.CLIShowMaterials), s.p.Text("term", "group", string(g))), ls)
	}
}

// findingText says what was found about a paper, and how bad that is.
func (s *session) findingText(a *subject, i model.Inspection) string {
	return s.text(locales.CLIMaterialFinding, "Level", s.p.Text("term", "level", string(i.Level)), "Text", a.InspectionLine(i))
}

// rowTag says how far a row is, or that it may be needed.
func (s *session) rowTag(r model.ListRow) string {
	if r.Needed == model.Unknown && r.Status == model.Missing {
		return s.tag("needed", "unknown")
	}
	return s.tag("status", string(r.Status))
}

// rowRemarks says how many files a row has, who brings it, by when, and why it
// is waived.
func (s *session) rowRemarks(a *subject, r model.ListRow) string {
	files := ""
	if n := len(r.Files); n > 0 {
		files = s.text(locales.CLIAttachFiles, "Count", n)
	}
	if text := remarks(files, r.Owner, a.Day(r.Due), r.Reason, r.Note, a.Rechecked(r)); text != "" {
		return " · " + text
	}
	return ""
}

// showItems prints what correction notices ask for.
func (s *session) showItems(a *subject, items []model.Item) {
	s.part(s.p.T(locales.CLIShowCorrections), columns(items, func(it model.Item) []string {
		id := locales.CLIShowItemOpen
		if it.Settled() {
			id = locales.CLIShowItemSettled
		}
		about := remarks(s.p.Text("term", "reason", string(it.Reason)), it.Text, it.Waived)
		if it.Material != "" || it.Answer != "" {
			about = a.Item(it, &a.Application) + " · " + about
		}
		return []string{it.ID, s.p.T(id, "Round", it.Round), about + s.itemRemarks(a, it)}
	}))
}

// itemRemarks says that an item came late, against which article, and that
// what it names was changed since.
func (s *session) itemRemarks(a *subject, it model.Item) (text string) {
	if a.Late(a.proc, it) {
		text += " · " + s.text(locales.CLIShowLate, "Citation", a.NoticeLaw())
	}
	if !it.Settled() && a.ChangedSince(a.proc, it) {
		text += " · " + s.p.T(locales.CLIShowTouched)
	}
	return text
}

// showDrifted says which answers are otherwise than they were submitted, and how
// to have each of them changed.
func (s *session) showDrifted(a *subject, ds []model.Drift) {
	if len(ds) == 0 {
		return
	}
	s.part(s.p.T(locales.CLIShowDrifted, "Round", ds[0].Round, "On", a.Day(ds[0].On)), columns(ds, func(d model.Drift) []string {
		text := a.DriftCalls(d)
		if d.Under && d.Duty != nil && d.Duty.Opens != "" {
			text += " " + s.text(locales.CLIShowDriftedBy, "Procedure", string(d.Duty.Opens), "ID", string(a.ID), "Kind", string(model.ChangeKind)+"="+d.Kind)
		}
		return []string{a.Drift(d), text}
	}))
}

// turnID names a turn in flags and texts; nobody's is "" in the model.
func turnID(t model.Turn) string {
	if t == model.Nobody {
		return "nobody"
	}
	return string(t)
}
