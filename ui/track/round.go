package track

import (
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
)

// roundRows are the submissions that were kept, the latest first, and below
// them what changed from one to the next.
func (s *Submission) roundRows() []trackRow {
	d := s.D
	var rows []trackRow
	kept := d.App.Snapshots
	for i := len(kept) - 1; i >= 0; i-- {
		rows = append(rows, s.roundRow(kept[i]))
	}
	for i := len(kept) - 1; i > 0; i-- {
		rows = append(rows, s.changeRow(kept[i-1], kept[i]))
	}
	if n := len(kept); n > 2 {
		rows = append(rows, s.changeRow(kept[0], kept[n-1]))
	}
	return s.group(locales.UIRoundHead, rows)
}

func (s *Submission) roundRow(kept model.Snapshot) trackRow {
	d := s.D
	row := trackRow{key: "round/" + strconv.Itoa(kept.Round), part: desk.PartOf(d.Proc, string(kept.Event))}
	row.mark = func() string {
		th := d.Env.Theme()
		if !kept.Intact() {
			return th.Bad.Render(th.Mark.Bad)
		}
		return th.Mark.Quiet
	}
	row.title = func() string { return d.Env.T(locales.UIRoundRow, "Round", kept.Round) }
	row.sides = func() []string {
		day := d.Env.Theme().Dim.Render(d.clockDay(kept.Date))
		return []string{d.Env.Theme().Dim.Render(d.Words().Title("event", string(kept.Event))+"  ") + day, day}
	}
	row.told = func() []string { return d.roundTold(kept) }
	row.open = func() page.Step { return page.Push(newRound(d, kept)) }
	return row
}

func (s *Submission) changeRow(from, to model.Snapshot) trackRow {
	d := s.D
	changed := model.Compare(d.Proc, d.asOf(from), d.asOf(to))
	n := len(changed.Answers) + len(changed.Materials)
	row := trackRow{key: "change/" + strconv.Itoa(from.Round) + "/" + strconv.Itoa(to.Round), dim: n == 0}
	row.mark = func() string { return d.Env.Theme().Mark.Right }
	row.title = func() string { return d.Env.T(locales.UIRoundChange, "From", from.Round, "To", to.Round) }
	row.sides = func() []string {
		return []string{d.Env.Theme().Dim.Render(d.Env.T(locales.UIRoundChanges, "Count", n))}
	}
	row.told = func() []string { return d.changeTold(from, to) }
	row.open = func() page.Step { return page.Push(d.newRoundChange(row)) }
	return row
}

// newRoundChange shows what changed between two submissions on a page of its
// own.
func (d *Room) newRoundChange(row trackRow) page.Screen {
	return d.readRow(locales.UIRoundHead, row)
}

// asOf is the application as it was handed in.
func (d *Room) asOf(kept model.Snapshot) *model.Application {
	was := d.App.AsOf(d.Proc, kept)
	return &was
}

// roundTold is what there is to say about a submission: when it was kept,
// whether it is as it was, and what had changed.
func (d *Room) roundTold(kept model.Snapshot) []string {
	e, words := d.Env, d.Words()
	told := []string{
		e.T(locales.UIRoundTaken, "Event", words.Title("event", string(kept.Event)), "On", words.Day(kept.Date)),
		e.T(locales.UIRoundReadOnly),
	}
	if kept.Number != "" {
		told = append(told, e.P.Label(e.T(locales.UIRecordNumber), legible.Line(kept.Number)))
	}
	if !kept.Intact() {
		told = append(told, e.Theme().Say(theme.Bad, e.T(locales.UIRoundAltered)))
	}
	if before, err := d.App.Snapshot(kept.Round - 1); err == nil {
		told = append(told, "")
		told = append(told, d.changeTold(before, kept)...)
	}
	return told
}

// changeTold lists what changed between two submissions.
func (d *Room) changeTold(from, to model.Snapshot) []string {
	lines := d.Words().Compared(model.Compare(d.Proc, d.asOf(from), d.asOf(to)))
	if len(lines) == 0 {
		return []string{d.Env.T(locales.UIRoundSame, "Round", from.Round)}
	}
	told := []string{d.Env.Theme().Label.Render(d.Env.T(locales.UIRoundSince, "Round", from.Round))}
	for _, l := range lines {
		told = append(told, d.Env.Theme().Mark.Quiet+" "+l)
	}
	return told
}

// newRound shows a whole submission: nothing in it can be changed.
func newRound(d *Room, kept model.Snapshot) page.Screen {
	return d.Env.Reader(locales.UIRoundTitle, func(w int) []string {
		th, was := d.Env.Theme(), d.asOf(kept)
		lines := []string{th.Title.Render(d.Env.T(locales.UIRoundRow, "Round", kept.Round)), ""}
		add := func(paragraphs []string) { lines = append(lines, strings.Split(desk.WrapAll(paragraphs, w), "\n")...) }
		add(d.roundTold(kept))
		words := d.Words()
		section := model.SectionID("")
		for _, v := range model.Visits(d.Proc, was) {
			if v.Section != section {
				section = v.Section
				lines = append(lines, "", th.Label.Render(words.Title("section", string(section))))
			}
			add(d.answersKept(v, was))
		}
		lines = append(lines, "", th.Label.Render(d.Env.T(locales.UITaskMaterials)))
		for _, r := range model.Checklist(d.Proc, was) {
			add(d.rowKept(r))
		}
		add([]string{"", d.Env.T(locales.UIRoundSum, "Sum", kept.Sum)})
		return lines
	})
}

func (d *Room) answersKept(v model.Visit, was *model.Application) (lines []string) {
	words := d.Words()
	for _, q := range v.Questions {
		answer := words.Answer(q, was.Answers[q.ID])
		if answer == "" {
			answer = "–"
		}
		lines = append(lines, d.Env.P.Label(words.Question(q.ID), answer))
	}
	return lines
}

// rowKept is a row of the list as it was handed in, with its files.
func (d *Room) rowKept(r model.ListRow) []string {
	lines := []string{d.StatusMark(r) + " " + d.Words().Row(r) + "  " + d.Env.Theme().Dim.Render(d.Env.P.Text("term", "status", string(r.Status)))}
	for _, f := range r.Files {
		lines = append(lines, "    "+legible.Line(f.Name)+"  "+d.Env.Theme().Dim.Render(d.Env.P.Size(f.Size)))
	}
	return lines
}
