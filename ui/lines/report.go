package lines

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// report says verdicts, materials and the next step, and which commands go on
// from here.
func (t *talk) report() {
	w := t.words()
	standing := model.StandingOf(t.proc, t.app, t.Today())
	t.say(locales.UIOverviewReadiness, "Readiness", w.Verdict(standing))
	t.reportObstacles(standing)
	t.say(locales.UIOverviewAuthority, "Authority", w.Authority(model.AuthorityFor(t.proc, t.app), t.app))
	for _, s := range standing.Assessed {
		t.verdict(s)
		if s.Verdict != model.NotMet {
			continue
		}
		for _, way := range s.Ways {
			t.print(w.Way(way))
		}
		t.say(locales.UIConditionsWay, "Way", w.Part("condition", string(s.ID), "way"))
	}
	var open []model.QuestionID
	for _, s := range t.stops() {
		if ans := t.app.Answers[s.ID]; !s.Optional && ans.Value == nil {
			open = append(open, s.ID)
		}
	}
	if len(open) > 0 {
		t.say(locales.CLIPlainOpen, "Questions", w.Questions(open))
	}
	t.reportMaterials(standing.Rows)
	if n := model.NextOn(t.proc, t.app, t.Workdays(), t.Today()); n != nil {
		t.say(locales.UIOverviewNext, "Next", w.Next(n, t.app))
	}
	for _, id := range []locales.ID{locales.CLIPlainThenMaterial, locales.CLIPlainThenTrack, locales.CLIPlainThenExport, locales.CLIPlainThenShow} {
		t.say(id, "ID", string(t.app.ID))
	}
}

// reportObstacles says what is in the way or open and stands in none of the
// lists that follow.
func (t *talk) reportObstacles(s model.Standing) {
	w := t.words()
	for _, o := range s.Obstacles {
		switch o.Code {
		case model.ChainBreaksOff, model.PaperFails, model.PaperChanged, model.PaperOdd, model.NotConfirmed, model.AnswerOdd:
			t.print(t.p.Label(w.Subject(o), w.Obstacle(o)))
		}
	}
}

func (t *talk) reportMaterials(rows []model.ListRow) {
	w, g := t.words(), model.Settled(rows)
	t.say(locales.CLIPlainMaterials, "Done", g.Done, "Of", g.Of)
	group := model.Group("")
	for i, r := range rows {
		if r.Group != group {
			group = r.Group
			t.print(t.p.Text("term", "group", string(group)))
		}
		status := t.p.Text("term", "status", string(r.Status))
		if r.Needed != model.True {
			status = t.p.Text("term", "needed", "unknown")
		}
		t.number(i+1, t.p.T(locales.CLIPlainMaterial, "Material", w.Row(r), "Status", status, "Key", string(r.Key)))
	}
}
