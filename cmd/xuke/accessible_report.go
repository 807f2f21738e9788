package main

import (
	"fmt"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

// What the accessible mode says at the end: verdicts, materials, the next step.

// report says verdicts, materials and the next step, and which commands go on
// from here.
func (t *talk) report() {
	a, p, w := &t.s.Application, t.s.proc, t.s.Words
	assessed, rows := model.Assess(p, a), model.Checklist(p, a)
	t.say(locales.UIOverviewReadiness, "Readiness", t.p.Text("term", "readiness", string(a.Readiness(p, assessed, rows))))
	t.say(locales.UIOverviewAuthority, "Authority", w.Authority(model.AuthorityFor(p, a), a))
	for _, s := range assessed {
		t.verdict(s)
		if s.Verdict != model.NotMet {
			continue
		}
		for _, way := range s.Ways {
			fmt.Fprintln(t.out, w.Way(way))
		}
		t.say(locales.UIConditionsWay, "Way", w.Part("condition", string(s.ID), "way"))
	}
	var open []model.QuestionID
	for _, s := range t.asked() {
		if ans := a.Answers[s.ID]; !s.Optional && ans.Value == nil {
			open = append(open, s.ID)
		}
	}
	if len(open) > 0 {
		t.say(locales.CLIPlainOpen, "Questions", w.Questions(open))
	}
	t.reportMaterials(rows)
	if n := model.NextOn(p, a, t.workdays(), t.today); n != nil {
		t.say(locales.UIOverviewNext, "Next", w.Next(n, a))
	}
	for _, id := range []locales.ID{locales.CLIPlainThenMaterial, locales.CLIPlainThenTrack, locales.CLIPlainThenExport, locales.CLIPlainThenShow} {
		t.say(id, "ID", string(a.ID))
	}
}

func (t *talk) reportMaterials(rows []model.ListRow) {
	g := model.Settled(rows)
	t.say(locales.CLIPlainMaterials, "Done", g.Done, "Of", g.Of)
	group := model.Group("")
	for i, r := range rows {
		if r.Group != group {
			group = r.Group
			fmt.Fprintln(t.out, t.p.Text("term", "group", string(group)))
		}
		status := t.p.Text("term", "status", string(r.Status))
		if r.Needed != model.True {
			status = t.p.Text("term", "needed", "unknown")
		}
		t.number(i+1, t.p.T(locales.CLIPlainMaterial, "Material", t.s.Row(r), "Status", status, "Key", string(r.Key)))
	}
}
