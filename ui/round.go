package ui

import (
	"strconv"
	"strings"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/theme"
)

// This file shows what was handed in: each submission as it was kept, to be
// read and not changed, and what had changed between two.

// roundRows are the submissions that were kept, the latest first, and below
// them what changed from one to the next.
func (s *submission) roundRows() []trackRow {
	d := s.d
	var rows []trackRow
	kept := d.app.Snapshots
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

func (s *submission) roundRow(kept model.Snapshot) trackRow {
	d := s.d
	row := trackRow{key: "round/" + strconv.Itoa(kept.Round), part: partOf(d.proc, string(kept.Event))}
	row.mark = func() string {
		th := d.env.theme()
		if !kept.Intact() {
			return th.Bad.Render(th.Mark.Bad)
		}
		return th.Mark.Quiet
	}
	row.title = func() string { return d.env.t(locales.UIRoundRow, "Round", kept.Round) }
	row.sides = func() []string {
		day := d.env.theme().Dim.Render(d.clockDay(kept.Date))
		return []string{d.env.theme().Dim.Render(d.words().Title("event", string(kept.Event))+"  ") + day, day}
	}
	row.told = func() []string { return d.roundTold(kept) }
	row.open = func() Step { return push(newRound(d, kept)) }
	return row
}

func (s *submission) changeRow(from, to model.Snapshot) trackRow {
	d := s.d
	changed := model.Compare(d.proc, d.asOf(from), d.asOf(to))
	n := len(changed.Answers) + len(changed.Materials)
	row := trackRow{key: "change/" + strconv.Itoa(from.Round) + "/" + strconv.Itoa(to.Round), dim: n == 0}
	row.mark = func() string { return d.env.theme().Mark.Right }
	row.title = func() string { return d.env.t(locales.UIRoundChange, "From", from.Round, "To", to.Round) }
	row.sides = func() []string {
		return []string{d.env.theme().Dim.Render(d.env.t(locales.UIRoundChanges, "Count", n))}
	}
	row.told = func() []string { return d.changeTold(from, to) }
	row.open = func() Step { return push(d.newRoundChange(row)) }
	return row
}

// newRoundChange shows what changed between two submissions on a page of its
// own.
func (d *trackRoom) newRoundChange(row trackRow) screen {
	return d.readRow(locales.UIRoundHead, row)
}

// asOf is the application as it was handed in.
func (d *trackRoom) asOf(kept model.Snapshot) *model.Application {
	was := d.app.AsOf(d.proc, kept)
	return &was
}

// roundTold is what there is to say about a submission: when it was kept,
// whether it is as it was, and what had changed.
func (d *trackRoom) roundTold(kept model.Snapshot) []string {
	e, words := d.env, d.words()
	told := []string{
		e.t(locales.UIRoundTaken, "Event", words.Title("event", string(kept.Event)), "On", words.Day(kept.Date)),
		e.t(locales.UIRoundReadOnly),
	}
	if kept.Number != "" {
		told = append(told, e.p.Label(e.t(locales.UIRecordNumber), legible.Line(kept.Number)))
	}
	if !kept.Intact() {
		told = append(told, e.theme().Say(theme.Bad, e.t(locales.UIRoundAltered)))
	}
	if before, err := d.app.Snapshot(kept.Round - 1); err == nil {
		told = append(told, "")
		told = append(told, d.changeTold(before, kept)...)
	}
	return told
}

// changeTold lists what changed between two submissions.
func (d *trackRoom) changeTold(from, to model.Snapshot) []string {
	lines := d.words().Compared(model.Compare(d.proc, d.asOf(from), d.asOf(to)))
	if len(lines) == 0 {
		return []string{d.env.t(locales.UIRoundSame, "Round", from.Round)}
	}
	told := []string{d.env.theme().Label.Render(d.env.t(locales.UIRoundSince, "Round", from.Round))}
	for _, l := range lines {
		told = append(told, d.env.theme().Mark.Quiet+" "+l)
	}
	return told
}

// newRound shows a whole submission: nothing in it can be changed.
func newRound(d *trackRoom, kept model.Snapshot) screen {
	return d.env.reader(locales.UIRoundTitle, func(w int) []string {
		th, was := d.env.theme(), d.asOf(kept)
		lines := []string{th.Title.Render(d.env.t(locales.UIRoundRow, "Round", kept.Round)), ""}
		add := func(paragraphs []string) { lines = append(lines, strings.Split(wrapAll(paragraphs, w), "\n")...) }
		add(d.roundTold(kept))
		words := d.words()
		section := model.SectionID("")
		for _, v := range model.Visits(d.proc, was) {
			if v.Section != section {
				section = v.Section
				lines = append(lines, "", th.Label.Render(words.Title("section", string(section))))
			}
			add(d.answersKept(v, was))
		}
		lines = append(lines, "", th.Label.Render(d.env.t(locales.UITaskMaterials)))
		for _, r := range model.Checklist(d.proc, was) {
			add(d.rowKept(r))
		}
		add([]string{"", d.env.t(locales.UIRoundSum, "Sum", kept.Sum)})
		return lines
	})
}

func (d *trackRoom) answersKept(v model.Visit, was *model.Application) (lines []string) {
	words := d.words()
	for _, q := range v.Questions {
		answer := words.Answer(q, was.Answers[q.ID])
		if answer == "" {
			answer = "–"
		}
		lines = append(lines, d.env.p.Label(words.Question(q.ID), answer))
	}
	return lines
}

// rowKept is a row of the list as it was handed in, with its files.
func (d *trackRoom) rowKept(r model.ListRow) []string {
	lines := []string{d.statusMark(r) + " " + d.words().Row(r) + "  " + d.env.theme().Dim.Render(d.env.p.Text("term", "status", string(r.Status)))}
	for _, f := range r.Files {
		lines = append(lines, "    "+legible.Line(f.Name)+"  "+d.env.theme().Dim.Render(d.env.p.Size(f.Size)))
	}
	return lines
}
