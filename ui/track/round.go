package track

import (
	"strconv"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
	"github.com/xuke-cli/xuke/model/legible"
	"github.com/xuke-cli/xuke/ui/desk"
	"github.com/xuke-cli/xuke/ui/page"
	"github.com/xuke-cli/xuke/ui/theme"
	"github.com/xuke-cli/xuke/ui/widget"
)

// roundRows are the submissions that were kept, the latest first, and below
// them what changed from one to the next.
func (d *Room) roundRows() []row {
	var rows []row
	kept := d.App.Snapshots
	for i := len(kept) - 1; i >= 0; i-- {
		rows = append(rows, d.roundRow(kept[i]))
	}
	for i := len(kept) - 1; i > 0; i-- {
		rows = append(rows, d.changeRow(kept[i-1], kept[i]))
	}
	if n := len(kept); n > 2 {
		rows = append(rows, d.changeRow(kept[0], kept[n-1]))
	}
	return d.group(locales.UIRoundHead, rows)
}

// roundRow is one submission; it opens the whole of it.
func (d *Room) roundRow(kept model.Snapshot) row {
	return row{
		Row: page.Row{
			Key: "round/" + strconv.Itoa(kept.Round), Part: desk.PartOf(d.Proc, string(kept.Event)),
			Told: func() []string { return d.roundTold(kept) },
			Open: func() page.Step { return page.Push(newRound(d, kept)) },
		},
		mark: func() string {
			th := d.Env.Theme()
			if !kept.Intact() {
				return th.Bad.Render(th.Mark.Bad)
			}
			return th.Mark.Quiet
		},
		title: func() string { return d.Env.T(locales.UIRoundRow, "Round", kept.Round) },
		sides: func() []string {
			day := d.Env.Theme().Dim.Render(d.shortDay(kept.Date))
			return []string{d.Env.Theme().Dim.Render(d.Words().Title("event", string(kept.Event))+"  ") + day, day}
		},
	}
}

// changeRow counts what changed from one submission to another; it opens what
// that was.
func (d *Room) changeRow(from, to model.Snapshot) row {
	changed := model.Compare(d.Proc, d.asOf(from), d.asOf(to))
	n := len(changed.Answers) + len(changed.Materials)
	title := func() string { return d.Env.T(locales.UIRoundChange, "From", from.Round, "To", to.Round) }
	told := func() []string { return d.changeTold(from, to) }
	return row{
		Row: page.Row{
			Key: "change/" + strconv.Itoa(from.Round) + "/" + strconv.Itoa(to.Round), Told: told,
			Open: func() page.Step { return page.Push(d.reader(locales.UIRoundHead, title, told)) },
		},
		dim:   n == 0,
		mark:  func() string { return d.Env.Theme().Mark.Right },
		title: title,
		sides: func() []string {
			return []string{d.Env.Theme().Dim.Render(d.Env.T(locales.UIRoundChanges, "Count", n))}
		},
	}
}

// asOf is the application as it was submitted.
func (d *Room) asOf(kept model.Snapshot) *model.Application {
	was := d.App.AsOf(d.Proc, kept)
	return &was
}

// roundTold is what there is to say about a submission: when it was kept,
// whether it was altered since, and what had changed.
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

// newRound returns a whole submission to read: nothing in it can be changed.
func newRound(d *Room, kept model.Snapshot) page.Screen {
	return d.Env.Reader(locales.UIRoundTitle, func(w int) []string {
		th, was := d.Env.Theme(), d.asOf(kept)
		lines := []string{th.Title.Render(d.Env.T(locales.UIRoundRow, "Round", kept.Round)), ""}
		add := func(paragraphs []string) { lines = append(lines, widget.WrapAll(paragraphs, w)...) }
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

// answersKept are the answers of a visit as they were submitted.
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

// rowKept is a row of the material list as it was submitted, with its files.
func (d *Room) rowKept(r model.ListRow) []string {
	lines := []string{d.StatusMark(r) + " " + d.Words().Row(r) + "  " + d.Env.Theme().Dim.Render(d.Env.P.Text("term", "status", string(r.Status)))}
	for _, f := range r.Files {
		lines = append(lines, "    "+legible.Line(f.Name)+"  "+d.Env.Theme().Dim.Render(d.Env.P.Size(f.Size)))
	}
	return lines
}
